import { z } from 'zod'
import { instant, localDate } from '../../../domain/calendar.ts'
import { personId, reportId, type ReportId, type UnitId, unitId } from '../../../domain/ids.ts'
import type { Answers } from '../../../domain/plan/form.ts'
import {
  type Deed,
  REPORT_EVENT_KINDS,
  REPORT_STATES,
  type Report,
  type ReportEvent,
} from '../../../domain/report/report.ts'
import { compare } from '../../../domain/unit/tree.ts'
import type { ReportHistory, ReportsWanted } from '../../../flows/union/needs.ts'
import { Prisma } from '../generated/client.ts'
import type { Tx } from '../tx.ts'

interface Row {
  readonly id: string
  readonly code: string
  readonly form: string
  readonly formVersion: number
  readonly unit: string
  readonly jointUnits: readonly string[]
  readonly eventDate: string
  readonly state: string
  readonly none: boolean
  readonly answers: unknown
  readonly by: string
  readonly submittedAt: Date
  readonly changedAt: Date
  readonly automatic: boolean
  readonly afterClose: boolean
}

/** Reports credited to these units with an event date in the range, in the order of their ids. */
export async function reportsOf(tx: Tx, wanted: ReportsWanted): Promise<readonly Report[]> {
  const lists = await tx.$queryRaw<List[]>`
    SELECT unit, json_agg(json_build_object(
      'id', id, 'code', code, 'form', form, 'formVersion', "formVersion", 'unit', unit, 'jointUnits', "jointUnits",
      'eventDate', "eventDate", 'state', state, 'none', none, 'answers', answers, 'by', by,
      'submittedAt', (extract(epoch FROM "submittedAt") * 1000)::bigint,
      'changedAt', (extract(epoch FROM "changedAt") * 1000)::bigint, 'automatic', automatic, 'afterClose', "afterClose"
    ))::text AS list
    FROM public.report WHERE ${where(wanted)} GROUP BY unit`
  return lists
    .flatMap(({ list }) => readList<ListedReport>(list))
    .map((row) => toReport({ ...row, submittedAt: new Date(row.submittedAt), changedAt: new Date(row.changedAt) }))
    .sort((a, b) => compare(a.id, b.id))
}

/** What counts of them, by unit that is credited, joint units too. */
export async function deedsOf(tx: Tx, wanted: ReportsWanted): Promise<ReadonlyMap<UnitId, readonly Deed[]>> {
  const lists = await tx.$queryRaw<List[]>`
    SELECT unit, json_agg(json_build_object(
      'form', form, 'jointUnits', "jointUnits", 'eventDate', "eventDate", 'state', state, 'none', none, 'answers', answers
    ))::text AS list
    FROM public.report WHERE ${where(wanted)} AND state IN ('submitted', 'approved') GROUP BY unit`
  const found = new Map<UnitId, Deed[]>(wanted.units.map((unit) => [unit, []]))
  for (const { unit: sender, list } of lists) {
    const unit = unitId(sender)
    for (const row of readList<Omit<Deed, 'unit'>>(list)) {
      const deed = { ...row, unit }
      for (const one of new Set([unit, ...deed.jointUnits])) found.get(one)?.push(deed)
    }
  }
  return found
}

/** Is there one of them? */
export async function anyReportOf(tx: Tx, wanted: ReportsWanted): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM public.report WHERE ${where(wanted)} LIMIT 1`
  return rows.length > 0
}

const where = ({ units, from, to, older }: ReportsWanted): Prisma.Sql => Prisma.sql`
  ("eventDate" BETWEEN ${from} AND ${to} OR (form = ANY (${[...older]}::text[]) AND "eventDate" <= ${to}))
    AND (unit = ANY (${[...units]}::text[]) OR "jointUnits" && ${[...units]}::text[])`

/** The rows of a unit, put together by the database: so they come in a third of the time that rows take. */
interface List {
  readonly unit: string
  readonly list: string
}

interface ListedReport extends Omit<Row, 'submittedAt' | 'changedAt'> {
  readonly submittedAt: number
  readonly changedAt: number
}

/** Of rows that we wrote ourselves, with the columns that the query names. */
const readList = <T extends { readonly answers: unknown }>(list: string): readonly T[] => {
  const rows: unknown = JSON.parse(list)
  const isList = (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every((row: unknown) => typeof row === 'object' && row !== null && 'answers' in row)
  if (!isList(rows)) throw new Error('report rows that this version cannot read')
  return rows
}

/** What these units sent and nobody above has looked at, the oldest first. */
export async function reportsWaiting(tx: Tx, units: readonly UnitId[]): Promise<readonly Report[]> {
  const rows = await tx.report.findMany({
    where: { state: 'submitted', unit: { in: [...units] } },
    orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
    take: 2000,
  })
  return rows.map(toReport)
}

/** What was sent of these forms since a day. */
export async function reportsOfForms(tx: Tx, forms: readonly string[], since: string): Promise<readonly Report[]> {
  const rows = await tx.report.findMany({
    where: {
      form: { in: [...forms] },
      eventDate: { gte: since },
      state: { in: ['submitted', 'approved'] },
      none: false,
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(toReport)
}

/** A report, what happened to it, and the names of those who did it. The row is locked: what is decided here is decided once. */
export async function reportOf(tx: Tx, id: ReportId): Promise<ReportHistory> {
  await tx.$executeRaw`SELECT 1 FROM public.report WHERE id = ${id} FOR UPDATE`
  const row = await tx.report.findUnique({ where: { id } })
  if (row === null) return { report: undefined, events: [], names: {} }
  const events = (await tx.reportEvent.findMany({ where: { reportId: id }, orderBy: { seq: 'asc' } })).map(toEvent)
  const people = await tx.person.findMany({
    where: { id: { in: events.flatMap((one) => one.by ?? []) } },
    select: { id: true, name: true },
  })
  return { report: toReport(row), events, names: Object.fromEntries(people.map((one) => [one.id, one.name])) }
}

/** The first of these codes that no report bears. */
export async function freeCodeOf(tx: Pick<Tx, 'report'>, codes: readonly string[]): Promise<string | undefined> {
  const rows = await tx.report.findMany({ where: { code: { in: [...codes] } }, select: { code: true } })
  const taken = new Set(rows.map((one) => one.code))
  return codes.find((code) => !taken.has(code))
}

export function toReport(row: Row): Report {
  const state = REPORT_STATES.find((one) => one === row.state)
  if (state === undefined || !isAnswers(row.answers)) throw new Error('a report row that this version cannot read')
  return {
    id: reportId(row.id),
    code: row.code,
    form: row.form,
    formVersion: row.formVersion,
    unit: unitId(row.unit),
    jointUnits: row.jointUnits.map((unit) => unitId(unit)),
    eventDate: localDate(row.eventDate),
    state,
    none: row.none,
    answers: row.answers,
    by: personId(row.by),
    submittedAt: instant(row.submittedAt.getTime()),
    changedAt: instant(row.changedAt.getTime()),
    automatic: row.automatic,
    ...(row.afterClose ? { afterClose: true } : {}),
  }
}

interface EventRow {
  readonly reportId: string
  readonly seq: number
  readonly kind: string
  readonly at: Date
  readonly by: string | null
  readonly answers: unknown
  readonly eventDate: string | null
  readonly jointUnits: readonly string[]
  readonly comment: unknown
  readonly automatic: boolean
}

const commentSchema = z.object({ field: z.string(), text: z.string() })

export function toEvent(row: EventRow): ReportEvent {
  const kind = REPORT_EVENT_KINDS.find((one) => one === row.kind)
  if (kind === undefined) throw new Error('a report event that this version cannot read')
  const comment = commentSchema.safeParse(row.comment)
  return {
    report: reportId(row.reportId),
    seq: row.seq,
    kind,
    at: instant(row.at.getTime()),
    automatic: row.automatic,
    ...(row.by === null ? {} : { by: personId(row.by) }),
    ...(isAnswers(row.answers) ? { answers: row.answers } : {}),
    ...(row.eventDate === null
      ? {}
      : { eventDate: localDate(row.eventDate), jointUnits: row.jointUnits.map((unit) => unitId(unit)) }),
    ...(comment.success ? { comment: comment.data } : {}),
  }
}

/** Written by us, from answers that the form checked. */
const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
