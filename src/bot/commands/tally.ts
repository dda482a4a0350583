import { dateOf, instant, isLocalDate, type LocalDate, parseInstant } from '../../domain/calendar.ts'
import { unitId } from '../../domain/ids.ts'
import { makePlanBook } from '../../domain/plan/planBook.ts'
import type { Tally } from '../../domain/tally/figures.ts'
import { tally } from '../../domain/tally/tally.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import { makeUnitTree } from '../../domain/unit/tree.ts'
import { readConfig } from '../config/config.ts'
import { kindOf } from '../install/demo.ts'
import { loadPlans } from '../sources/plans.ts'
import { demoYearsOf, plansDir } from '../start/makeApp.ts'
import { StartError } from '../start/startError.ts'
import { openInstallation } from '../store/openInstallation.ts'
import { readRegister } from '../store/register.ts'
import { reportsKnownAt } from '../store/union/reportsKnownAt.ts'

export interface TallyOptions {
  readonly json: boolean
  readonly asOf?: string
  readonly knownAt?: string
  readonly unit?: string
  readonly data?: string
}

/** The figures of the plan that was in force on a day, from what was known at a time. */
export async function runTally(options: TallyOptions, write: (line: string) => void): Promise<number> {
  const now = new Date()
  const asOf = dayOf(options.asOf) ?? dateOf(instant(now.getTime()))
  const knownAt = options.knownAt === undefined ? undefined : parseInstant(options.knownAt)
  if (options.knownAt !== undefined && knownAt === undefined)
    throw wrong('--known-at', options.knownAt, '2022-11-09T08:00')
  const env = options.data === undefined ? process.env : { ...process.env, DATA_DIR: options.data }
  const installation = await openInstallation(readConfig(env, process.cwd()))
  try {
    const { store } = installation
    const demo = (await kindOf(store)) === 'demo'
    const plans = makePlanBook(await loadPlans({ dir: plansDir, ...(demo ? { demoYears: demoYearsOf(now) } : {}) }))
    const plan = plans.planOn(asOf)
    if (plan === undefined) throw wrong('--as-of', asOf, 'một ngày có kế hoạch / a day with a plan')
    const tree = makeUnitTree(await readRegister(store.union))
    const unit = options.unit === undefined ? rootOn(tree, asOf) : unitId(options.unit)
    if (tree.latest(unit) === undefined) throw wrong('--unit', unit, 'xem cột unit của people / see people')
    const reports = await reportsKnownAt(store.union, knownAt === undefined ? undefined : new Date(knownAt))
    const askedOn = dateOf(knownAt ?? instant(now.getTime()))
    const figures = tally({ plan, tree, reports, unit, asOf, askedOn, ...(knownAt === undefined ? {} : { knownAt }) })
    for (const line of options.json ? [JSON.stringify(figures)] : plainLines(figures)) write(line)
    return 0
  } finally {
    await installation.close()
  }
}

function dayOf(text: string | undefined): LocalDate | undefined {
  if (text === undefined) return undefined
  if (!isLocalDate(text)) throw wrong('--as-of', text, '2022-11-09')
  return text
}

function rootOn(tree: UnitTree, day: LocalDate) {
  const root = tree.inForce(day).find((one) => one.parent === undefined)
  if (root === undefined) throw wrong('--as-of', day, 'một ngày có đơn vị / a day with units')
  return root.unit
}

const wrong = (name: string, value: string, form: string): StartError =>
  new StartError({
    vi: `${name} «${value}» không dùng được. Ví dụ: ${form}`,
    en: `${name} "${value}" cannot be used. For example: ${form}`,
  })

const plainLines = (figures: Tally): readonly string[] => [
  `${figures.plan} ${figures.unit} ${figures.asOf}`,
  ...figures.rows.map((row) => `${row.indicator.padEnd(8)} ${row.verdict.padEnd(7)} ${JSON.stringify(row.figures)}`),
]
