import type { UnitId } from '../../domain/ids.ts'
import { unitName } from '../form/showValue.ts'
import { figuresFor } from '../leader/view.ts'
import { type Line, t } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import type { Asking } from '../union/needs.ts'
import { chartOf, CHARTS } from './charts.ts'
import { figuresPaper, MOST } from './figuresPaper.ts'
import { fileName } from './fileName.ts'
import type { Made } from './made.ts'

export interface UnitFile {
  readonly line: Line
  readonly name: string
  readonly made: Made<Line>
}

const CHART_NAMES = { progress: 'tien-do', matrix: 'don-vi', trend: 'theo-thang' } as const

/** A file about a unit by what it is: 'word', 'excel', 'chart:progress'; undefined where there is none or she may not see it. */
export function* unitFile(unit: UnitId, what: string, ctx: Ctx): Asking<UnitFile | undefined> {
  const kind = CHARTS.find((one) => `chart:${one}` === what)
  const paperKind = what === 'word' || what === 'excel' ? what : undefined
  if (kind === undefined && paperKind === undefined) return undefined
  const opened = yield* figuresFor(unit, ctx)
  if (opened === undefined) return undefined
  const of = [unitName(ctx.tree, unit), ctx.today]
  if (kind !== undefined) {
    const name = fileName([`bieu-do-${CHART_NAMES[kind]}`, ...of], 'chart')
    return {
      line: t(`chart.${kind}.made`),
      name,
      made: { kind: 'chart', chart: yield* chartOf(kind, unit, opened, ctx) },
    }
  }
  if (paperKind === undefined) return undefined
  const name = fileName(['so-lieu', ...of], paperKind)
  const paper = yield* figuresPaper(unit, MOST[paperKind], opened, ctx)
  return { line: t(`papers.${paperKind}Made`, { name }), name, made: { kind: paperKind, paper } }
}
