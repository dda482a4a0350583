import {
  addMonths,
  type LocalDate,
  parsePeriodKey,
  type Period,
  type PeriodKind,
  periodKey,
  periodOf,
  periodRange,
} from '../../domain/calendar.ts'
import { fileId } from '../../domain/ids.ts'
import { fold, tidy } from '../../domain/words/fold.ts'
import { readPeriod } from '../../domain/words/periods.ts'
import { showPeriod, unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { fileName } from './fileName.ts'
import type { Paper } from './paper.ts'
import { dayIn, periodicReport } from './periodicReport.ts'
import { tenYearPlan, tenYearReport } from './tenYearReport.ts'

type OfficialPlace = Extract<Place, { at: 'official' }>

/** The officer's papers: of which period, then the document; the ten-year summary has none. */
export function* officialPlace(place: OfficialPlace, input: Input, ctx: Ctx): Flow {
  if (!mayDo(ctx, 'progress.read', place.unit)) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  if (isTenYears(input) && tenYearPlan(ctx) !== undefined) {
    const paper = yield* tenYearReport(place.unit, ctx)
    return given(place, paper, { name: 'tong-ket-nghi-dinh-56', line: t('official.tenMade') }, ctx)
  }
  const period = readAsked(input, ctx)
  if (period === undefined) {
    const head = input.kind === 'said' ? [t('official.notAPeriod')] : []
    return { place, says: [ask([...head, t('official.which')], choices(ctx))], effects: [], typed: 'listed' }
  }
  const paper = yield* periodicReport(place.unit, period, ctx)
  const line = t('official.made', { period: showPeriod(periodKey(period)) })
  return given(place, paper, { name: `bao-cao-${periodKey(period)}`, line }, ctx)
}

function given(
  place: OfficialPlace,
  paper: Paper<Line> | undefined,
  { name, line }: { readonly name: string; readonly line: Line },
  ctx: Ctx,
): UnionDecision {
  if (paper === undefined) {
    const says = [ask([t('official.noPlan'), t('official.which')], choices(ctx))]
    return { place, says, effects: [], typed: 'listed' }
  }
  const id = fileId(ctx.newId())
  const file = fileName([name, unitName(ctx.tree, place.unit)], 'word')
  return {
    place,
    says: [{ lines: [line, t('official.check')], files: [id] }, ask([t('official.another')], choices(ctx))],
    effects: [{ do: 'makeFile', id, name: file, made: { kind: 'word', paper, locale: 'vi' } }],
    typed: 'listed',
  }
}

const isTenYears = (input: Input): boolean =>
  input.kind === 'picked'
    ? input.id === 'ten'
    : input.kind === 'said' && /\b(?:tong ket|10 nam)\b/.test(fold(input.text))

function readAsked(input: Input, ctx: Ctx): Period | undefined {
  if (input.kind === 'picked') return input.id.startsWith('p:') ? parsePeriodKey(input.id.slice(2)) : undefined
  if (input.kind !== 'said') return undefined
  // Alone it names no year; it is no «5» either.
  if (/^(?:ca )?nam$/.test(fold(tidy(input.text)))) return periods(ctx).find(({ kind }) => kind === 'year')
  const reading = readPeriod(input.text, ctx.today)
  return reading.kind === 'read' && periodRange(reading.value).from <= ctx.today ? reading.value : undefined
}

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'half', 'nineMonths', 'year']

/** Those that ended within a month, which are due now, then those that run; any other can be typed. */
function periods(ctx: Ctx): readonly Period[] {
  const monthAgo = addMonths(ctx.today, -1)
  const on = (day: LocalDate): readonly Period[] => KINDS.map((kind) => periodOf(kind, day))
  const ended = on(monthAgo).filter((one) => monthAgo <= periodRange(one).to && periodRange(one).to < ctx.today)
  const all = [...ended, ...on(ctx.today).filter((one) => ctx.today <= periodRange(one).to)]
  return all.filter((one) => ctx.plans.planOn(dayIn(one, ctx)) !== undefined)
}

const choices = (ctx: Ctx): readonly Choice[] => [
  ...periods(ctx).map((one) => choice(`p:${periodKey(one)}`, showPeriod(periodKey(one)))),
  ...(tenYearPlan(ctx) === undefined ? [] : [choice('ten', t('official.ten'))]),
  choice('list', t('page.back')),
  choice('home', t('menu.home')),
]
