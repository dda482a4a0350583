import type { Indicator } from '../../src/domain/plan/plan.ts'
import type { Report } from '../../src/domain/report/report.ts'
import type { LevelFigures, Row, Tally, UnitStanding } from '../../src/domain/tally/figures.ts'
import { tally } from '../../src/domain/tally/tally.ts'
import type { Level, UnitTree } from '../../src/domain/unit/unit.ts'
import { aPlan, aTree, day, PROVINCE, unit } from './builders.ts'

interface Asked {
  readonly unit?: string
  readonly asOf?: string
  readonly askedOn?: string
  readonly tree?: UnitTree
}

export function tallyOf(indicators: readonly Indicator[], reports: readonly Report[], asked: Asked = {}): Tally {
  return tally({
    plan: aPlan(indicators),
    tree: asked.tree ?? aTree(PROVINCE),
    reports,
    unit: unit(asked.unit ?? 't'),
    asOf: day(asked.asOf ?? '2022-12-31'),
    ...(asked.askedOn === undefined ? {} : { askedOn: day(asked.askedOn) }),
  })
}

export function rowOf(indicator: Indicator, reports: readonly Report[], asked: Asked = {}): Row {
  const [row] = tallyOf([indicator], reports, asked).rows
  if (!row) throw new Error('no row')
  return row
}

export function levelOf(row: Pick<Row, 'levels'>, level: Level): LevelFigures {
  const found = row.levels.find((one) => one.level === level)
  if (!found) throw new Error(`no ${level} in the row`)
  return found
}

export function standingIn(row: Pick<Row, 'levels'>, id: string): UnitStanding {
  const found = row.levels
    .flatMap(({ units, formerUnits }) => [...units, ...formerUnits])
    .find((one) => one.unit === id)
  if (!found) throw new Error(`no ${id} in the row`)
  return found
}
