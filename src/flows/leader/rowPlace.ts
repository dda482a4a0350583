import { formatDate } from '../../domain/calendar.ts'
import type { Indicator } from '../../domain/plan/plan.ts'
import { reportsOfRow } from '../../domain/report/rowReports.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Row, UnitStanding } from '../../domain/tally/figures.ts'
import { STANDINGS, type Standing } from '../../domain/tally/standing.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import { ownReports } from '../union/figures.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { denied } from './denied.ts'
import { namedPage, pageOf, pages } from './pages.ts'
import { figure } from './rowLines.ts'
import { type RowUnits, unitsOfRow } from './rowUnits.ts'
import { dayOf, figuresIn, viewWords } from './view.ts'

type RowPlace = Extract<Place, { at: 'row' }>

const UNITS = 8
const REPORTS = 6

/** One row: its figure level by level, the units by where they stand, and the reports of this unit that count. */
export function* rowPlace(place: RowPlace, input: Input, ctx: Ctx): Flow {
  const opened = yield* figuresIn(place, ctx)
  const row = opened?.figures.rows.find((one) => one.indicator === place.row)
  const indicator = opened?.plan.indicators.find((one) => one.id === place.row)
  if (opened === undefined || row === undefined || indicator === undefined) return denied()
  // In a period the row has lost its target; the plan itself still has it.
  const whole = ctx.plans.planOn(opened.plan.from)?.indicators.find((one) => one.id === place.row) ?? indicator
  const { kind, units } = yield* unitsOfRow(row, opened, ctx, place.state)
  const listed = units.filter(({ unit }) => unit !== place.unit)
  const itself = kind === 'waiting' ? units.filter(({ unit }) => unit === place.unit) : []
  const page = pageOf(place.page, input, listed.length, UNITS)
  const shown = namedPage(listed, page, UNITS, { root: place.unit, day: dayOf(place, ctx), tree: ctx.tree })
  const sent = yield* ownReports(opened.plan, place.unit)
  const own = reportsOfRow(indicator, sent, { unit: place.unit, asOf: opened.figures.asOf }).slice(0, REPORTS)
  const lines: readonly Line[] = [
    ...headLines(row, whole, t('row.of', { unit: unitName(ctx.tree, place.unit), when: viewWords(place, ctx) })),
    ...itself.map((one) => t('row.itself', { what: one.what })),
    ...(listed.length === 0 ? [] : [headOf(kind, listed.length, place.state)]),
    ...shown.map((one) => t('row.unit', { unit: one.name, what: one.what })),
    ...(own.length === 0 ? [] : [t('row.reports', { unit: unitName(ctx.tree, place.unit) })]),
  ]
  const choices: readonly Choice[] = [
    ...shown.map((one) => choice(`u:${one.unit}`, words(one.name))),
    ...own.map((one) => choice(`r:${one.id}`, reportLabel(one, ctx))),
    ...pages(page, listed.length, UNITS),
    ...(kind === 'waiting' ? [] : stateChoices(row, place, listed.length)),
    ...(ctx.tree.childrenOn(place.unit, dayOf(place, ctx)).length > 0 ? [choice('below', t('row.below'))] : []),
    ...(listed.some((one) => mayDo(ctx, 'unit.nudge', one.unit)) ? [choice('nudge', t('nudge.button'))] : []),
    choice('rows', t('progress.rows')),
    choice('home', t('menu.home')),
  ]
  return { place: { ...place, page }, says: [ask(lines, choices)], effects: [] }
}

function headOf(kind: RowUnits['kind'], n: number, state: Standing | undefined): Line {
  if (kind === 'waiting') return t('row.waiting', { n })
  return state === undefined ? t('row.behind', { n }) : t('row.inState', { n, state: t(`standing.${state}`) })
}

const reportLabel = (report: Report, ctx: Ctx): Line =>
  t('reports.line', {
    form: words(ctx.plans.form(report.form, report.formVersion)?.short ?? report.form),
    date: formatDate(report.eventDate),
    state: t(`state.${report.state}`),
  })

/** The other ways in which units stand, each with how many there are. */
function stateChoices(row: Row, { state, unit: own }: RowPlace, listed: number): readonly Choice[] {
  const units = new Map(row.levels.flatMap(({ units }) => units).map((one) => [one.unit, one]))
  const inState = (standing: Standing): number =>
    [...units.values()].filter((one: UnitStanding) => one.standing === standing && one.unit !== own).length
  const others = STANDINGS.filter(
    (one) =>
      one !== state && one !== 'notApplicable' && inState(one) > 0 && (state !== undefined || inState(one) < listed),
  )
  return [
    ...others.map((one) => choice(`s:${one}`, t('row.filter', { state: t(`standing.${one}`), n: inState(one) }))),
    ...(state === undefined ? [] : [choice('s:', t('row.unfiltered'))]),
  ]
}

function headLines(row: Row, indicator: Indicator, of: Line): readonly Line[] {
  return [
    t('row.head', { mark: t(`verdict.${row.verdict}`), id: row.indicator, title: words(row.title) }),
    of,
    t('row.wording', { wording: words(indicator.wording) }),
    t('row.figure', { figure: figure(row.figures) }),
    ...targetLines(row, indicator),
    ...row.levels
      .filter((level) => level.of > 0)
      .map((level) =>
        t('row.level', { level: t(`level.${level.level}`), met: level.met, of: level.of, approved: level.approvedMet }),
      ),
    ...row.levels.flatMap((level) =>
      level.formerUnits.length === 0
        ? []
        : [
            t('row.former', {
              n: level.formerUnits.length,
              met: level.formerUnits.filter((one) => one.standing === 'met').length,
            }),
          ],
    ),
    ...row.also.map((also) => t('row.also', { title: words(also.title), figure: figure(also.figures) })),
    ...(row.by ?? []).map((part) =>
      t('row.part', { label: words(part.label ?? part.id), sent: part.sent, approved: part.approved }),
    ),
  ]
}

/** In a period a row has no target of its own, though the plan sets one for the year. */
function targetLines(row: Row, { target }: Indicator): readonly Line[] {
  if (row.target?.percent !== undefined) return [t('row.targetPercent', { percent: row.target.percent })]
  if (row.target?.atLeast !== undefined) return [t('row.targetAtLeast', { n: row.target.atLeast })]
  return [t(target === undefined ? 'row.noTarget' : 'row.targetOfYear')]
}
