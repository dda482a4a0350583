import type { Report } from '../../domain/report/report.ts'
import { choicesIn, recordsIn } from '../../domain/tally/values.ts'
import { grouped } from '../../domain/words/grouped.ts'
import { joined, showValue } from '../form/showValue.ts'
import { type Line, t, type TextKey, words } from '../say.ts'
import type { Block } from './paper.ts'
import { sumOrDots } from './sumOrDots.ts'
import { ofForm, type TableInput } from './tableParts.ts'

/** What was done in the period, form by form: a sentence with its figures, none where nothing was. */
export function deedBlocks(counted: TableInput): readonly Block<Line>[] {
  return PARTS.flatMap(({ heading, makers }) => {
    const said = makers.flatMap((make) => make(counted) ?? [])
    return [
      { kind: 'heading' as const, text: t(heading) },
      ...(said.length === 0 ? [t('rpt.nothing')] : said).map((text) => ({ kind: 'text' as const, text })),
    ]
  })
}

type Maker = (input: TableInput) => readonly Line[] | undefined

interface Part {
  readonly heading: TextKey
  readonly makers: readonly Maker[]
}

/** A sentence about the reports of one form; the first value is how many they are. */
const about =
  (
    form: string,
    key: TextKey,
    values: Readonly<Record<string, (reports: readonly Report[]) => number | string>> = {},
  ): Maker =>
  (input) => {
    const reports = ofForm(input, form)
    if (reports.length === 0) return undefined
    const named = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value(reports))]))
    return [t(key, { n: reports.length, ...named })]
  }

const shown = (value: number | string): string => (typeof value === 'number' ? grouped(value) : value)

const of =
  (field: string, ...above: readonly string[]) =>
  (reports: readonly Report[]): string =>
    sumOrDots(reports, field, ...above)

const issuesOf =
  (...states: readonly string[]) =>
  (reports: readonly Report[]): number =>
    reports
      .flatMap((one) => recordsIn(one.answers['issues']))
      .filter((one) => states.length === 0 || choicesIn(one['status']).some((state) => states.includes(state))).length

const where =
  (field: string, ...options: readonly string[]) =>
  (reports: readonly Report[]): number =>
    reports.filter((one) => choicesIn(one.answers[field]).some((option) => options.includes(option))).length

const LISTED = 5

/** So few that each can be named. */
const named =
  (form: string, fields: readonly string[]): Maker =>
  (input) => {
    const reports = ofForm(input, form)
    if (reports.length === 0 || reports.length > LISTED) return undefined
    const known = input.plan.forms.find((one) => one.id === form)?.fields ?? []
    return reports.map((report) => {
      const parts = fields.flatMap((id) => {
        const field = known.find((one) => one.id === id)
        const value = report.answers[id]
        return field === undefined || value === undefined ? [] : [showValue(field, value, input.tree)]
      })
      return t('rpt.named', { what: joined(parts, ' – ') })
    })
  }

/** Consultations of each topic, most first. */
const topics: Maker = (input) => {
  const field = input.plan.forms.find((one) => one.id === 'F-CNS')?.fields.find((one) => one.id === 'consultations')
  const reports = ofForm(input, 'F-CNS')
  if (field === undefined || reports.length === 0) return undefined
  const sums = (field.options ?? [])
    .map((option) => ({ option, n: reports.reduce((sum, one) => sum + partOf(one, option.id), 0) }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n)
  const parts = sums.map(({ option, n }) => t('value.pair', { label: words(option.label), n }))
  return [t('rpt.cns', { n: reports.length, total: sumOrDots(reports, 'consultations'), parts: joined(parts) })]
}

function partOf(report: Report, option: string): number {
  const value = report.answers['consultations']
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 0
  const found = Object.entries(value).find(([id]) => id === option)?.[1]
  return typeof found === 'number' ? found : 0
}

const PARTS: readonly Part[] = [
  {
    heading: 'rpt.part.direction',
    makers: [
      about('F-PLN', 'rpt.pln'),
      about('F-DIR', 'rpt.dir', {
        sessions: of('sessions'),
        people: of('participants'),
        texts: (reports) => reports.filter((one) => one.answers['implementing_text'] !== undefined).length,
      }),
    ],
  },
  {
    heading: 'rpt.part.building',
    makers: [
      about('F-SUP', 'rpt.sup', {
        led: where('role', 'lead', 'co_lead'),
        joined: where('role', 'participant'),
        asked: of('recommendations'),
        answered: of('answered', 'recommendations'),
        accepted: of('accepted', 'answered', 'recommendations'),
      }),
      named('F-SUP', ['policy_title', 'supervised_entity', 'conducted_on']),
      about('F-FBK', 'rpt.fbk', {
        issues: issuesOf(),
        full: issuesOf('accepted_full'),
        part: issuesOf('accepted_part'),
        rejected: issuesOf('rejected'),
        open: issuesOf('pending', 'no_reply'),
      }),
      named('F-FBK', ['draft_title', 'drafting_body']),
      about('F-DLG', 'rpt.dlg', {
        people: of('attendees'),
        questions: of('questions'),
        answered: of('answered_on_spot', 'questions'),
      }),
      about('F-ISS', 'rpt.iss'),
    ],
  },
  { heading: 'rpt.part.regulation', makers: [about('F-MTG', 'rpt.mtg'), about('F-SUM', 'rpt.sum')] },
  {
    heading: 'rpt.part.law',
    makers: [
      about('F-COM', 'rpt.com', {
        sessions: of('sessions'),
        people: of('participants'),
        women: of('women'),
        leaflets: of('leaflets'),
      }),
      topics,
      about('F-PET', 'rpt.pet', {
        forwarded: where('action', 'forwarded'),
        closed: (reports) => reports.filter((one) => one.answers['closed_on'] !== undefined).length,
      }),
      about('F-MED', 'rpt.med', {
        total: of('total'),
        success: of('success'),
        failed: of('failed'),
        pending: of('pending'),
        referred: of('dv_cases_referred'),
      }),
      about('F-AGR', 'rpt.agr', { activities: of('activities') }),
      about('F-EXM', 'rpt.exm'),
    ],
  },
  { heading: 'rpt.part.democracy', makers: [about('F-OPN', 'rpt.opn', { issues: of('issues') })] },
]
