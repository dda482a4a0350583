import type { LocalDate } from '../calendar.ts'
import { hasValue } from '../plan/conditions.ts'
import type { Answers, Value } from '../plan/form.ts'
import type { Filter, Source } from '../plan/plan.ts'
import type { Deed } from '../report/report.ts'
import { choicesIn, dayIn, recordsIn } from './values.ts'

/** Does the report count for this source on the day? "Kỳ này không có" never does. */
export function matchesFilter(report: Deed, source: Source, asOf: LocalDate): boolean {
  return matcherOf([[source]], asOf)(report)
}

/** For many reports: some list must have all its filters hold. Made once, since a plan asks it of every report of a form. */
export function matcherOf(sources: readonly (readonly Source[])[], asOf: LocalDate): (report: Deed) => boolean {
  const lists = sources.map((list) => {
    const tests = list.flatMap(({ where }) => testsOf(where ?? {}, asOf))
    const forms = list.map(({ form }) => form)
    return (report: Deed): boolean =>
      forms.every((form) => form === report.form) && tests.every((test) => test(report.answers))
  })
  return (report) => !report.none && lists.some((matches) => matches(report))
}

/** Both filters must hold: what a further figure adds to the sources of its row. */
export function narrowed(source: Source, where: Filter | undefined): readonly Source[] {
  return where ? [source, { form: source.form, where }] : [source]
}

type Test = (answers: Answers) => boolean

const testsOf = ({ in: wanted, set, notSet, past, is, some, less }: Filter, asOf: LocalDate): readonly Test[] => [
  ...Object.entries(wanted ?? {}).map(([field, values]): Test => {
    const holds = isOneOf(values)
    return (answers) => holds(answers[field])
  }),
  ...(set ?? []).map(
    (field): Test =>
      (answers) =>
        hasValue(answers[field]),
  ),
  ...(notSet ?? []).map(
    (field): Test =>
      (answers) =>
        !hasValue(answers[field]),
  ),
  ...(past ?? []).map(
    (field): Test =>
      (answers) =>
        (dayIn(answers[field]) ?? asOf) < asOf,
  ),
  ...Object.entries(is ?? {}).map(
    ([field, value]): Test =>
      (answers) =>
        answers[field] === value,
  ),
  ...Object.entries(some ?? {}).map(([list, fields]): Test => {
    const tests = testsOf({ in: fields }, asOf)
    return (answers) => recordsIn(answers[list]).some((record) => tests.every((test) => test(record)))
  }),
  ...Object.entries(less ?? {}).map(
    ([field, than]): Test =>
      (answers) =>
        numberIn(answers[field]) < numberIn(answers[than]),
  ),
]

const numberIn = (value: Value | undefined): number => (typeof value === 'number' ? value : 0)

const isOneOf = (values: readonly string[]): ((value: Value | undefined) => boolean) => {
  const wanted = new Set(values)
  return (value) =>
    typeof value === 'string' ? wanted.has(value) : choicesIn(value).some((choice) => wanted.has(choice))
}
