import { isLocalDate, formatDate, type LocalDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { Answers, Field, Value } from '../../domain/plan/form.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { isSent, type Report } from '../../domain/report/report.ts'
import { choicesIn } from '../../domain/tally/values.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import { optionLabel, showValue } from '../form/showValue.ts'
import { type Line, t, type TextKey, words } from '../say.ts'
import type { Cell, Column, Table } from './paper.ts'
import { shortLabels } from './shortName.ts'

/** What the tables are made of: reports of one unit and those below it, dated within a span. */
export interface TableInput {
  readonly plan: Plan
  readonly tree: UnitTree
  readonly unit: UnitId
  readonly reports: readonly Report[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** Rows of one list at most; the rest is counted under it. */
  readonly most: number
  /** Whose reports may stand in a row of their own; absent: everyone's. Sums count all. */
  readonly mayList?: (unit: UnitId) => boolean
}

export interface ListColumn {
  readonly head: TextKey
  readonly width: number
  readonly align?: 'center' | 'right'
  readonly cell: (report: Report, input: TableInput) => Cell<Line>
}

/** One row a report, by date; where several units report, each row says whose it is. */
export function listTable(
  input: TableInput,
  { form, title, columns }: { form: string; title: TextKey; columns: readonly ListColumn[] },
): Table<Line> | undefined {
  if (!hasForm(input, form)) return undefined
  const counted = ofForm(input, form)
  const reports = counted.filter(({ unit }) => input.mayList?.(unit) ?? true)
  const unlisted = counted.length - reports.length
  const several = reports.some((one) => one.unit !== input.unit)
  const units = reports.map(({ unit }) => unit)
  const labels = shortLabels(input.tree, input.unit, units, input.to)
  const rows = reports.map((report, index) => [
    index + 1,
    ...(several ? [words(labels(report.unit))] : []),
    ...columns.map(({ cell }) => cell(report, input)),
  ])
  return {
    title: t(title),
    columns: [
      ...lead(),
      ...(several ? [unitColumn(14)] : []),
      ...columns.map(({ head, width, align }) => ({ head: t(head), width, ...(align ? { align } : {}) })),
    ],
    ...capped(rows, input.most),
    ...(unlisted > 0 ? { note: t('paper.ofOthers', { n: unlisted }) } : {}),
  }
}

export interface GroupColumn {
  readonly head: TextKey
  readonly value: (answers: Answers, option: string) => number
}

/** One row a choice, with sums: what has several choices counts under each. */
export function groupTable(
  input: TableInput,
  given: { form: string; title: TextKey; by: string; group: TextKey; columns: readonly GroupColumn[] },
): Table<Line> | undefined {
  const field = fieldOf(input, given.form, given.by)
  if (field === undefined) return undefined
  const reports = ofForm(input, given.form)
  const options = (field.options ?? []).map((one) => one.id)
  const lines = options.flatMap((option) => {
    const own = reports.filter((one) => choicesIn(one.answers[given.by]).includes(option))
    if (own.length === 0) return []
    const sums = given.columns.map(({ value }) => own.reduce((sum, one) => sum + value(one.answers, option), 0))
    return [{ label: words(optionLabel(field, option)), sums }]
  })
  const totals = given.columns.map((_, index) => lines.reduce((sum, line) => sum + (line.sums[index] ?? 0), 0))
  return {
    title: t(given.title),
    columns: [
      ...lead(),
      { head: t(given.group), width: 40 },
      ...given.columns.map(({ head }): Column<Line> => ({ head: t(head), width: 14, align: 'right' })),
    ],
    ...capped(
      lines.map(({ label, sums }, index) => [index + 1, label, ...sums]),
      input.most,
    ),
    ...(lines.length > 1 ? { total: [undefined, t('paper.total'), ...totals] } : {}),
  }
}

export function capped(
  rows: readonly (readonly Cell<Line>[])[],
  most: number,
): { readonly rows: readonly (readonly Cell<Line>[])[]; readonly note?: Line } {
  if (rows.length === 0) return { rows, note: t('paper.nothing') }
  if (rows.length <= most) return { rows }
  return { rows: rows.slice(0, most), note: t('paper.more', { n: rows.length - most }) }
}

export const lead = (): readonly Column<Line>[] => [{ head: t('paper.no'), width: 5, align: 'center' }]
export const unitColumn = (width: number): Column<Line> => ({ head: t('paper.unit'), width })

export const hasForm = ({ plan }: TableInput, form: string): boolean => plan.forms.some((one) => one.id === form)

const fieldOf = ({ plan }: Pick<TableInput, 'plan'>, form: string, field: string): Field | undefined =>
  plan.forms.find((one) => one.id === form)?.fields.find((one) => one.id === field)

/** What was sent on a form within the span, oldest first; "kỳ này không có" has nothing to list. */
export const ofForm = ({ reports, from, to }: TableInput, form: string): readonly Report[] =>
  reports
    .filter((one) => one.form === form && isSent(one) && !one.none && from <= one.eventDate && one.eventDate <= to)
    .toSorted((a, b) => (a.eventDate < b.eventDate ? -1 : a.eventDate > b.eventDate ? 1 : a.code < b.code ? -1 : 1))

export const fieldCell =
  (id: string) =>
  ({ form, answers }: Report, input: TableInput): Cell<Line> => {
    const field = fieldOf(input, form, id)
    const value: Value | undefined = answers[id]
    return field === undefined || value === undefined ? undefined : showValue(field, value, input.tree)
  }

export const numberCell =
  (id: string) =>
  ({ answers }: Report): Cell<Line> => {
    const value = answers[id]
    return typeof value === 'number' ? value : undefined
  }

export const dateCell = ({ eventDate }: Report): Line =>
  words(isLocalDate(eventDate) ? formatDate(eventDate) : eventDate)
