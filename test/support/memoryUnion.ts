import type { Instant, LocalDate } from '../../src/domain/calendar.ts'
import type { PersonId } from '../../src/domain/ids.ts'
import type { Report, ReportEvent } from '../../src/domain/report/report.ts'
import { tally } from '../../src/domain/tally/tally.ts'
import type { Draft } from '../../src/flows/form/draft.ts'
import type { Effect } from '../../src/flows/union/effects.ts'
import type { Known, Need } from '../../src/flows/union/needs.ts'

/**
 * Drafts and reports of one person, for tests of the forms alone: what a flow asks for and what it does to them. No twin of
 * the store (design §7): nobody else is here, nothing expires, and every other need has no answer.
 */
export interface MemoryUnion {
  readonly drafts: ReadonlyMap<string, Draft>
  readonly reports: ReadonlyMap<string, Report>
  answer(need: Need): Known
  perform(effect: Effect): void
}

export function memoryUnion(person: PersonId, now: Instant): MemoryUnion {
  const drafts = new Map<string, Draft>()
  const reports = new Map<string, Report>()
  return {
    drafts,
    reports,
    answer: (need) => answerNeed(need, drafts, reports, now),
    perform: (effect) => {
      // The private room is not here: what is sent there is only seen in the turn.
      if (effect.do === 'openSession') return
      if (isOfDraft(effect)) return performDraft(effect, drafts)
      // What stands in a document is kept nowhere here.
      if (effect.do === 'makeFile') return
      if (effect.do === 'sendReport') return void reports.set(effect.id, sent(effect, person, now))
      const withdrawn = effect.do === 'withdrawReport' ? reports.get(effect.id) : undefined
      if (withdrawn !== undefined) return void reports.set(withdrawn.id, { ...withdrawn, state: 'withdrawn' })
      if (effect.do !== 'changeReport') throw new Error(`not for this store: ${effect.do}`)
      const { answers, eventDate, jointUnits } = effect
      const before = reports.get(effect.id)
      if (before !== undefined) reports.set(effect.id, { ...before, answers, eventDate, jointUnits })
    },
  }
}

function answerNeed(
  need: Need,
  drafts: ReadonlyMap<string, Draft>,
  reports: ReadonlyMap<string, Report>,
  now: Instant,
): Known {
  if (need.need === 'draft') return { need: 'draft', draft: drafts.get(need.id) }
  if (need.need === 'drafts')
    return {
      need: 'drafts',
      drafts: [...drafts.values()].reverse().map((one) => ({ ...one, draft: one, touchedAt: now })),
    }
  if (need.need === 'othersDrafts') return { need: 'othersDrafts', drafts: [] }
  if (need.need === 'report')
    return { need: 'report', report: reports.get(need.id), events: eventsOf(reports.get(need.id)), names: {} }
  if (need.need === 'news') return { need: 'news', news: { approved: 0, returned: 0, sent: 0, announcements: 0 } }
  if (need.need === 'freeCode') {
    const taken = new Set([...reports.values()].map(({ code }) => code))
    return { need: 'freeCode', code: need.codes.find((code) => !taken.has(code)) }
  }
  if (need.need === 'figures') {
    const known = { ...need, reports: [...reports.values()] }
    return { need: 'figures', figures: need.days.map((asOf) => tally({ ...known, asOf })) }
  }
  if (need.need === 'letterhead') return { need: 'letterhead', letterhead: undefined }
  if (need.need === 'anyReport') return { need: 'anyReport', any: reports.size > 0 }
  if (need.need !== 'reports') throw new Error(`not known here: ${need.need}`)
  const within = (day: LocalDate): boolean => need.from <= day && day <= need.to
  const wanted = [...reports.values()].filter(
    (one) => need.units.includes(one.unit) && (within(one.eventDate) || need.older.includes(one.form)),
  )
  return { need: 'reports', reports: wanted }
}

/** What was sent first; that it was changed later is not remembered here. */
const eventsOf = (report: Report | undefined): readonly ReportEvent[] =>
  report === undefined
    ? []
    : [{ report: report.id, seq: 1, kind: 'submitted', at: report.submittedAt, by: report.by, answers: report.answers }]

type DraftEffect = Extract<Effect, { do: 'openDraft' | 'putAnswer' | 'dropAnswers' | 'moveDraft' | 'dropDraft' }>

const OF_DRAFTS: ReadonlySet<Effect['do']> = new Set([
  'openDraft',
  'putAnswer',
  'dropAnswers',
  'moveDraft',
  'dropDraft',
])
const isOfDraft = (effect: Effect): effect is DraftEffect => OF_DRAFTS.has(effect.do)

function performDraft(effect: DraftEffect, drafts: Map<string, Draft>): void {
  if (effect.do === 'dropDraft') return void drafts.delete(effect.draft)
  if (effect.do === 'openDraft') {
    const { do: _do, answers = [], ...row } = effect
    const order = answers.map((one) => one.path)
    drafts.set(row.id, { ...row, answers: Object.fromEntries(answers.map((one) => [one.path, one.answered])), order })
    return
  }
  const before = drafts.get(effect.draft)
  if (before === undefined) throw new Error('no such draft')
  const paths = effect.do === 'putAnswer' ? [effect.path] : effect.do === 'moveDraft' ? effect.drop : effect.paths
  const kept = before.order
    .filter((one) => !paths.includes(one))
    .map((path) => ({ path, answered: before.answers[path] }))
  const rows = effect.do === 'putAnswer' ? [...kept, { path: effect.path, answered: effect.answered }] : kept
  const answers = Object.fromEntries(
    rows.flatMap(({ path, answered }) => (answered === undefined ? [] : [[path, answered]])),
  )
  const version = effect.do === 'moveDraft' ? { formVersion: effect.formVersion } : {}
  drafts.set(before.id, { ...before, ...version, answers, order: rows.map((one) => one.path) })
}

function sent(effect: Extract<Effect, { do: 'sendReport' }>, by: PersonId, now: Instant): Report {
  const { do: _do, ...report } = effect
  return { ...report, state: 'submitted', by, submittedAt: now, changedAt: now, automatic: false }
}
