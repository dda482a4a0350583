import type { Answers } from '../../src/domain/plan/form.ts'
import type { Entry } from './acts.ts'
import { word } from './word.ts'

/**
 * What the plan of 2022 must say of the province, worked out from the ledger by the plan's own sentences (domain reference §1.2,
 * §1.3) and by nothing of the tally: one line a row. `met` and `of` where units are counted, else the figure.
 */
export interface Expected {
  readonly sent: number
  readonly approved: number
  readonly of?: number
}

/** The register in 2022: who is counted at which level. The army's Union is not grassroots, the police's is. */
export interface Units {
  readonly province: string
  readonly districts: readonly string[]
  readonly communes: readonly string[]
  readonly grassroots: readonly string[]
  readonly affiliated: readonly string[]
  readonly boards: readonly string[]
}

type Is = (answers: Answers) => boolean

export function expectedFigures(ledger: readonly Entry[], units: Units, asOf: string): ReadonlyMap<string, Expected> {
  const { province, districts, communes, grassroots, affiliated, boards } = units
  const local = [...districts, ...communes]
  const all = [province, ...local, ...affiliated]
  const flagged = [province, ...local, ...grassroots]
  const standing = ledger.filter((one) => one.state === 'submitted' || one.state === 'approved')
  const counted = standing.filter((one) => !one.none && one.date >= '2022-01-01' && one.date <= asOf)
  const anyTime = standing.filter((one) => !one.none && one.date <= asOf)
  const credited = (one: Entry): readonly string[] => [one.unit, ...one.joint]
  const of = (form: string, among: readonly string[], is: Is = () => true, from = counted): readonly Entry[] =>
    from.filter((one) => one.form === form && is(one.answers) && credited(one).some((unit) => among.includes(unit)))
  const both = (entries: readonly Entry[], weigh: (answers: Answers) => number): Expected => ({
    sent: entries.reduce((sum, one) => sum + weigh(one.answers), 0),
    approved: entries.filter((one) => one.state === 'approved').reduce((sum, one) => sum + weigh(one.answers), 0),
  })
  const events = (entries: readonly Entry[]): Expected => both(entries, () => 1)
  const shares = (among: readonly string[], entries: readonly Entry[]): Expected => {
    const having = (from: readonly Entry[]): number =>
      among.filter((unit) => from.some((one) => credited(one).includes(unit))).length
    return {
      sent: having(entries),
      approved: having(entries.filter((one) => one.state === 'approved')),
      of: among.length,
    }
  }
  const inList =
    (field: string, ...values: readonly string[]): Is =>
    (answers) => {
      const value = answers[field]
      return Array.isArray(value) ? value.some((one) => values.includes(word(one))) : values.includes(word(value))
    }
  const has =
    (field: string): Is =>
    (answers) =>
      answers[field] !== undefined
  const and =
    (...tests: readonly Is[]): Is =>
    (answers) =>
      tests.every((test) => test(answers))
  const number =
    (field: string) =>
    (answers: Answers): number => {
      const value = answers[field]
      return typeof value === 'number' ? value : 0
    }
  const counts =
    (field: string) =>
    (answers: Answers): number =>
      Object.values(answers[field] ?? {}).reduce((sum: number, one) => sum + Number(one), 0)
  const length =
    (field: string) =>
    (answers: Answers): number => {
      const value = answers[field]
      return Array.isArray(value) ? value.length : 0
    }

  const led = and(inList('role', 'lead', 'co_lead'), has('conducted_on'))
  const localDraft = inList('body_kind', 'party_committee', 'peoples_council', 'peoples_committee', 'department')
  const sameLevel = inList('counterpart', 'same_level')
  const com = (is: Is = () => true, among = all): readonly Entry[] => of('F-COM', among, is)
  const dir = (...documents: readonly string[]): readonly Entry[] => of('F-DIR', all, inList('documents', ...documents))
  const topics = (entries: readonly Entry[]): number => new Set(entries.map((one) => one.answers['topic_code'])).size
  const named = of('F-SUP', [province], and(led, inList('topic_code', 'a', 'b')))
  const inForce: Is = (answers) => {
    const [from, to] = [dayIn(answers['valid_from']), dayIn(answers['valid_to'])]
    return from !== '' && from <= asOf && (to === '' || asOf <= to)
  }
  const regulated: Is = (answers) => {
    const [from, to] = [dayIn(answers['regulation_signed_on']), dayIn(answers['regulation_to'])]
    return answers['has_regulation'] === true && from !== '' && from <= asOf && (to === '' || asOf <= to)
  }

  return new Map<string, Expected>([
    ['I.1', events(of('F-SUP', [province], led))],
    ['I.2', shares([...local, ...grassroots], of('F-SUP', [...local, ...grassroots], led))],
    ['I.3a', shares(flagged, of('F-FBK', flagged, localDraft))],
    ['I.3b', uptake(of('F-FBK', flagged, localDraft))],
    ['I.4', shares([province, ...local], of('F-MTG', [province, ...local], sameLevel))],
    ['T2.1.1', both(dir('R03', 'R04'), number('sessions'))],
    ['T2.1.2', { sent: topics(named), approved: topics(named.filter((one) => one.state === 'approved')) }],
    ['T2.1.3', events(of('F-DLG', all))],
    ['T2.1.4', events(of('F-DLG', [province]))],
    ['T2.1.5', events(of('F-FBK', all))],
    ['T2.1.6', events(of('F-ISS', all))],
    ['T2.2.1', events(of('F-MTG', [province], sameLevel))],
    ['T2.2.2', shares([province, ...local], of('F-MTG', [province, ...local], and(sameLevel, regulated), anyTime))],
    ['T2.2.3', shares([province, ...local], of('F-SUM', [province, ...local]))],
    ['T2.2.4', shares(local, of('F-SUM', local))],
    ['T2.3.1', both(com(), number('sessions'))],
    ['T2.3.2', shares(flagged, com(inList('kind', 'law_day'), flagged))],
    ['T2.3.3', both(com(inList('topics', 'persuade_relatives')), number('sessions'))],
    ['T2.3.4', both(com(has('partners')), number('sessions'))],
    ['T2.3.5', events(of('F-COM', [province], inList('kind', 'training')))],
    ['T2.3.6', events(of('F-COM', [province], inList('kind', 'group')))],
    ['T2.3.7', both(of('F-CNS', [province], inList('provider', 'club')), counts('consultations'))],
    ['T2.3.8', events(of('F-AGR', all, inForce, anyTime))],
    ['T2.3.9', both(of('F-AGR', [province, ...local], inList('programme', 'joint13')), number('activities'))],
    ['T2.3.10', events(of('F-PET', all))],
    ['T2.3.11', both(of('F-MED', communes), number('total'))],
    ['T2.3.12', events(of('F-EXM', all))],
    ['T2.4.1', both(dir('R20'), number('sessions'))],
    ['T2.4.2', both(dir('R13', 'R14', 'R15'), number('sessions'))],
    ['T2.4.3', both(dir('R16', 'R17', 'R18', 'R19'), number('sessions'))],
    ['T2.4.4', both(of('F-OPN', all), length('issues'))],
    [
      'O.2',
      goal([
        ...of('F-COM', [province, ...boards], inList('topics', 'gender_equality')),
        ...of('F-DIR', [province, ...boards], inList('goal', 'gender_equality')),
      ]),
    ],
    ['O.3', shares([...districts, ...affiliated], of('F-PLN', [...districts, ...affiliated]))],
    ['O.4', shares(districts, of('F-DIR', districts, inList('documents', 'plan')))],
    ['O.5', shares([...districts, ...affiliated], of('F-RPT', [...districts, ...affiliated]))],
  ])

  /** Issues taken up, in full or in part, out of all that were raised. */
  function uptake(entries: readonly Entry[]): Expected {
    const taken = both(
      entries,
      (answers) => issuesIn(answers).filter((one) => TAKEN.includes(word(one['status']))).length,
    )
    return { ...taken, of: both(entries, (answers) => issuesIn(answers).length).sent }
  }

  function goal(entries: readonly Entry[]): Expected {
    return both(entries, number('sessions'))
  }
}

const TAKEN: readonly string[] = ['accepted_full', 'accepted_part']

const issuesIn = (answers: Answers): readonly Answers[] => {
  const value = answers['issues']
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object') : []
}

/** A date, or the date of a document. */
function dayIn(value: Answers[string]): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && 'date' in value ? word(value['date']) : ''
}
