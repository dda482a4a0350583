import { formatDate } from '../../domain/calendar.ts'
import { fileId } from '../../domain/ids.ts'
import type { Form } from '../../domain/plan/form.ts'
import type { Report } from '../../domain/report/report.ts'
import { showValue, unitName } from '../form/showValue.ts'
import { type Line, type Say, t, words } from '../say.ts'
import { type Ctx, unitsOf } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import { everyReport } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import { fileName } from './fileName.ts'
import type { Cell, Column, Table } from './paper.ts'

/** What a sheet holds at most; a sheet without end is no help to anybody. */
const MOST = 5000

/** All that she has sent for the units that are hers today, one sheet a kind: hers to keep. */
export function* myReports(ctx: Ctx): Asking<{ readonly say: Say; readonly effects: readonly Effect[] }> {
  const units = unitsOf(ctx.who, 'officer')
  const sent = yield* everyReport(units, ctx)
  const mine = sent.filter((one) => one.by === ctx.who?.id).toSorted((a, b) => a.submittedAt - b.submittedAt)
  if (mine.length === 0) return { say: { lines: [t('mine.none')] }, effects: [] }
  const name = fileName(['bao-cao-cua-toi', ctx.who?.name ?? '', ctx.today], 'excel')
  const id = fileId(ctx.newId())
  const paper = {
    title: t('mine.title'),
    lines: [t('mine.who', { name: ctx.who?.name ?? '', n: mine.length, date: formatDate(ctx.today) })],
    blocks: tablesOf(mine, ctx).map((table) => ({ kind: 'table' as const, table })),
  }
  return {
    say: { lines: [t('mine.made', { n: mine.length, name })], files: [id] },
    effects: [{ do: 'makeFile', id, name, made: { kind: 'excel', paper } }],
  }
}

/** One table for each form and version of it: another version may ask other questions. */
function tablesOf(reports: readonly Report[], ctx: Ctx): readonly Table<Line>[] {
  const groups = Map.groupBy(reports, (one) => `${one.form}@${one.formVersion}`)
  return [...groups.values()].flatMap((some) => {
    const [first] = some
    const form = first === undefined ? undefined : ctx.plans.form(first.form, first.formVersion)
    return form === undefined ? [] : [tableOf(form, some, ctx)]
  })
}

function tableOf(form: Form, reports: readonly Report[], ctx: Ctx): Table<Line> {
  const fields = form.fields.filter((field) => reports.some((one) => one.answers[field.id] !== undefined))
  const columns: readonly Column<Line>[] = [
    { head: t('mine.code'), width: 10 },
    { head: t('mine.unit'), width: 18 },
    { head: t('mine.date'), width: 10, align: 'center' },
    { head: t('mine.state'), width: 10 },
    ...fields.map((field) => ({ head: words(field.label), width: 14 })),
  ]
  const rows = reports.slice(0, MOST).map((one): readonly Cell<Line>[] => [
    words(one.code),
    words(unitName(ctx.tree, one.unit)),
    words(formatDate(one.eventDate)),
    one.none ? t('report.none') : t(one.automatic ? 'state.accepted' : `state.${one.state}`),
    ...fields.map((field): Cell<Line> => {
      const value = one.answers[field.id]
      if (value === undefined) return undefined
      return typeof value === 'number' ? value : showValue(field, value, ctx.tree)
    }),
  ])
  return { title: words(form.short), columns, rows }
}
