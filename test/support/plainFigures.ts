import type { Report } from '../../src/domain/report/report.ts'
import type { UnitVersion } from '../../src/domain/unit/unit.ts'

/**
 * The figures of the plan of 2022 counted once more, by plain loops over raw reports, from the reading of the plan in the domain
 * reference §1.2–1.4. Nothing here uses the plan file or the code that it proves.
 */
export interface World {
  /** All of one province, `root` first, and of others that are none of its business. */
  readonly units: readonly UnitVersion[]
  readonly root: string
  readonly reports: readonly Report[]
  readonly asOf: string
}

export interface PlainFigure {
  readonly value: number
  readonly approved: number
  readonly of?: number
}

type Test = (report: Report) => boolean
type Levels = 'p' | 'd' | 'dc' | 'da' | 'pb' | 'c' | 'pdc' | 'pdca'

const FIRST = '2022-01-01'
const LAST = '2022-12-31'

/** A single word of a report: an option, a date; of anything else nothing. */
const said = ({ answers }: Report, field: string): string => {
  const value = answers[field]
  return typeof value === 'string' ? value : ''
}

export function plainFigures(world: World): Readonly<Record<string, PlainFigure>> {
  const { count, own, units, sum, both } = counters(world)
  const form =
    (id: string, test: Test = () => true): Test =>
    (report) =>
      report.form === id && test(report)
  const is =
    (field: string, ...values: readonly string[]): Test =>
    (report) =>
      values.includes(said(report, field))
  const holds =
    (field: string, ...values: readonly string[]): Test =>
    (report) => {
      const list = report.answers[field]
      return Array.isArray(list) && list.some((one) => values.includes(String(one)))
    }
  const supervised = form(
    'F-SUP',
    (one) => is('role', 'lead', 'co_lead')(one) && one.answers['conducted_on'] !== undefined,
  )
  const draft = form('F-FBK', is('body_kind', 'party_committee', 'peoples_council', 'peoples_committee', 'department'))
  const meeting = form('F-MTG', is('counterpart', 'same_level'))
  const day = world.asOf < LAST ? world.asOf : LAST
  const between = (from: unknown, to: unknown): boolean =>
    typeof from === 'string' && from <= day && (to === undefined || (typeof to === 'string' && day <= to))
  const sentBy = (report: Report): boolean => (said(report, 'sent_on') || '9999') <= world.asOf
  return {
    'I.1': own(supervised),
    'I.2': units('dca', supervised, { flag: true }),
    'I.3a': units('pdca', draft, { flag: true }),
    'I.3b': uptake(both, draft),
    'I.4': units('pdc', meeting),
    'T2.1.1': sum('pdca', form('F-DIR', holds('documents', 'R03', 'R04')), 'sessions'),
    'T2.1.2': both(
      (reports) => new Set(reports.map((one) => one.answers['topic_code'])).size,
      'p',
      (one) => supervised(one) && is('topic_code', 'a', 'b')(one),
    ),
    'T2.1.3': count('pdca', form('F-DLG')),
    'T2.1.4': own(form('F-DLG')),
    'T2.1.5': count('pdca', form('F-FBK')),
    'T2.1.6': count('pdca', form('F-ISS')),
    'T2.2.1': own(meeting),
    'T2.2.2': units(
      'pdc',
      (one) =>
        meeting(one) &&
        one.answers['has_regulation'] === true &&
        between(one.answers['regulation_signed_on'], one.answers['regulation_to']),
      { anyDay: true },
    ),
    'T2.2.3': units('pdc', form('F-SUM')),
    'T2.2.4': units('dc', form('F-SUM', sentBy)),
    'T2.3.1': sum('pdca', form('F-COM'), 'sessions'),
    'T2.3.2': units('pdca', form('F-COM', is('kind', 'law_day')), { flag: true }),
    'T2.3.3': sum('pdca', form('F-COM', holds('topics', 'persuade_relatives')), 'sessions'),
    'T2.3.4': sum(
      'pdca',
      form('F-COM', (one) => one.answers['partners'] !== undefined),
      'sessions',
    ),
    'T2.3.5': own(form('F-COM', is('kind', 'training'))),
    'T2.3.6': own(form('F-COM', is('kind', 'group'))),
    'T2.3.7': sum('p', form('F-CNS', is('provider', 'club')), 'consultations'),
    'T2.3.8': count(
      'pdca',
      form('F-AGR', (one) => between(one.answers['valid_from'], one.answers['valid_to'])),
      { anyDay: true },
    ),
    'T2.3.9': sum('pdc', form('F-AGR', is('programme', 'joint13')), 'activities'),
    'T2.3.10': count('pdca', form('F-PET')),
    'T2.3.11': sum('c', form('F-MED'), 'total'),
    'T2.3.12': count('pdca', form('F-EXM')),
    'T2.4.1': sum('pdca', form('F-DIR', holds('documents', 'R20')), 'sessions'),
    'T2.4.2': sum('pdca', form('F-DIR', holds('documents', 'R13', 'R14', 'R15')), 'sessions'),
    'T2.4.3': sum('pdca', form('F-DIR', holds('documents', 'R16', 'R17', 'R18', 'R19')), 'sessions'),
    'T2.4.4': sum('pdca', form('F-OPN'), 'issues'),
    'O.2': sum(
      'pb',
      (one) =>
        form('F-COM', holds('topics', 'gender_equality'))(one) || form('F-DIR', is('goal', 'gender_equality'))(one),
      'sessions',
    ),
    'O.3': units('da', form('F-PLN')),
    'O.4': units('d', form('F-DIR', holds('documents', 'plan'))),
    'O.5': units('da', form('F-RPT', sentBy)),
  }
}

interface Given {
  /** Affiliated units only where they are flagged as grassroots. */
  readonly flag?: boolean
  /** Also what was dated outside the year. */
  readonly anyDay?: boolean
}

function counters({ units: all, root, reports, asOf }: World) {
  const day = asOf < LAST ? asOf : LAST
  const isMine = (unit: UnitVersion): boolean => {
    for (let up: UnitVersion | undefined = unit; up !== undefined; up = all.find((one) => one.unit === up?.parent)) {
      if (up.unit === root) return true
    }
    return false
  }
  const isAsked = (unit: UnitVersion, levels: string, { flag }: Given): boolean =>
    isMine(unit) &&
    (flag === true && unit.level === 'affiliated' ? unit.grassroots === true : levels.includes(unit.level[0] ?? '-'))
  const credited = (report: Report): readonly string[] => [report.unit, ...report.jointUnits]
  const counting = (test: Test, { anyDay }: Given): readonly Report[] =>
    reports.filter(
      (one) =>
        !one.none &&
        (one.state === 'submitted' || one.state === 'approved') &&
        one.eventDate <= asOf &&
        (anyDay === true || (FIRST <= one.eventDate && one.eventDate <= LAST)) &&
        test(one),
    )
  const approved = (list: readonly Report[]): readonly Report[] => list.filter((one) => one.state === 'approved')
  const asks = (levels: string, test: Test, given: Given): readonly Report[] =>
    counting(test, given).filter((report) =>
      all.some((unit) => credited(report).includes(unit.unit) && isAsked(unit, levels, given)),
    )
  const both = (
    measure: (reports: readonly Report[]) => number,
    levels: string,
    test: Test,
    given: Given = {},
  ): PlainFigure => {
    const list = asks(levels, test, given)
    return { value: measure(list), approved: measure(approved(list)) }
  }
  return {
    both,
    count: (levels: Levels, test: Test, given: Given = {}): PlainFigure =>
      both((list) => list.length, levels, test, given),
    own: (test: Test): PlainFigure => {
      const list = counting(test, {}).filter((one) => credited(one).includes(root))
      return { value: list.length, approved: approved(list).length }
    },
    sum: (levels: Levels, test: Test, field: string): PlainFigure =>
      both((list) => list.reduce((total, one) => total + amount(one.answers[field]), 0), levels, test),
    units: (levels: string, test: Test, given: Given = {}): PlainFigure => {
      const list = counting(test, given)
      const asked = all.filter(
        (unit) => isAsked(unit, levels, given) && unit.from <= day && (unit.to === undefined || day <= unit.to),
      )
      const met = (some: readonly Report[]): number =>
        asked.filter((unit) => some.some((report) => credited(report).includes(unit.unit))).length
      return { value: met(list), approved: met(approved(list)), of: asked.length }
    },
  }
}

const amount = (value: unknown): number => {
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((total: number, one) => total + Number(one), 0)
}

function uptake(both: ReturnType<typeof counters>['both'], test: Test): PlainFigure {
  const statuses = (list: readonly Report[]): readonly string[] =>
    list.flatMap(({ answers: { issues } }) => (Array.isArray(issues) ? issues.map((one) => JSON.stringify(one)) : []))
  const accepted = (list: readonly Report[]): number =>
    statuses(list).filter((one) => one.includes('"accepted_full"') || one.includes('"accepted_part"')).length
  const figure = both(accepted, 'pdca', test, { flag: true })
  return { ...figure, of: both((list) => statuses(list).length, 'pdca', test, { flag: true }).value }
}
