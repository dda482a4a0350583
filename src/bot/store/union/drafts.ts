import { z } from 'zod'
import { instant } from '../../../domain/calendar.ts'
import { draftId, type DraftId, type PersonId, reportId, type UnitId, unitId } from '../../../domain/ids.ts'
import type { Answered, Draft } from '../../../flows/form/draft.ts'
import type { DraftLine, OthersDraft } from '../../../flows/union/needs.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { toReport } from './reports.ts'

const LIVES_DAYS = 30

const livingSince = (now: Date): Date => new Date(now.getTime() - LIVES_DAYS * 24 * 3600_000)

const answeredPlace = (draft: string, path: string) => ({
  table: 'draft_answer',
  column: 'value',
  row: `${draft}|${path}`,
})
const answeredSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: z.unknown() }),
  z.object({ kind: z.literal('skipped') }),
])
const isAnswered = (value: unknown): value is Answered => answeredSchema.safeParse(value).success

/** A draft of this person; somebody else's is not found. */
export async function draftOf(store: Store, tx: Tx, id: DraftId, person: PersonId): Promise<Draft | undefined> {
  const row = await tx.draft.findFirst({
    where: { id, personId: person },
    include: { answers: { orderBy: { seq: 'asc' } } },
  })
  if (row === null) return undefined
  const report = row.reportId === null ? null : await tx.report.findUnique({ where: { id: row.reportId } })
  return { ...toDraft(store, row), ...(report === null ? {} : { before: toReport(report).answers }) }
}

interface DraftRow {
  readonly id: string
  readonly form: string
  readonly formVersion: number
  readonly unit: string
  readonly reportId: string | null
  readonly stage: string | null
  readonly answers: readonly { readonly field: string; readonly value: Uint8Array }[]
}

function toDraft(store: Store, row: DraftRow): Draft {
  const answers: Record<string, Answered> = {}
  for (const one of row.answers) {
    const parsed: unknown = JSON.parse(store.seals.union.open(answeredPlace(row.id, one.field), one.value))
    if (isAnswered(parsed)) answers[one.field] = parsed
  }
  return {
    id: draftId(row.id),
    form: row.form,
    formVersion: row.formVersion,
    unit: unitId(row.unit),
    answers,
    order: row.answers.map((one) => one.field),
    ...(row.reportId === null ? {} : { report: reportId(row.reportId) }),
    ...(row.stage === null ? {} : { stage: row.stage }),
  }
}

/** Newest first; those older than 30 days are left to the job that sweeps them. */
export async function draftsOf(store: Store, tx: Tx, person: PersonId, now: Date): Promise<readonly DraftLine[]> {
  const rows = await tx.draft.findMany({
    where: { personId: person, touchedAt: { gte: livingSince(now) } },
    include: { answers: { orderBy: { seq: 'asc' } } },
    orderBy: { touchedAt: 'desc' },
    take: 8,
  })
  return rows.map((row) => ({
    draft: toDraft(store, row),
    id: draftId(row.id),
    form: row.form,
    formVersion: row.formVersion,
    unit: unitId(row.unit),
    touchedAt: instant(row.touchedAt.getTime()),
    ...(row.reportId === null ? {} : { report: reportId(row.reportId) }),
  }))
}

/** What the others of a unit have under way, the newest first. */
export async function othersDraftsOf(
  tx: Tx,
  { unit, person, now }: { readonly unit: UnitId; readonly person: PersonId; readonly now: Date },
): Promise<readonly OthersDraft[]> {
  const rows = await tx.$queryRaw<{ form: string; name: string; touchedAt: Date }[]>`
    SELECT d.form, p.name, d."touchedAt" FROM public.draft d JOIN public.person p ON p.id = d."personId"
    WHERE d.unit = ${unit} AND d."personId" <> ${person} AND d."touchedAt" >= ${livingSince(now)}
    ORDER BY d."touchedAt" DESC LIMIT 8`
  return rows.map(({ form, name, touchedAt }) => ({ form, name, touchedAt: instant(touchedAt.getTime()) }))
}

/** One row an answer; the same bytes at question 3 and at question 40. */
export async function putAnswer(
  store: Store,
  tx: Tx,
  put: { draft: DraftId; path: string; answered: Answered; now: Date },
): Promise<void> {
  const value = store.seals.union.seal(answeredPlace(put.draft, put.path), JSON.stringify(put.answered))
  await tx.$executeRaw`
    WITH touched AS (UPDATE public.draft SET "touchedAt" = ${put.now} WHERE id = ${put.draft})
    INSERT INTO public.draft_answer ("draftId", field, seq, value)
    VALUES (${put.draft}, ${put.path},
      (SELECT COALESCE(max(seq), 0) + 1 FROM public.draft_answer WHERE "draftId" = ${put.draft}), ${value})
    ON CONFLICT ("draftId", field) DO UPDATE SET value = EXCLUDED.value, seq = EXCLUDED.seq`
}

export async function sweepDrafts(tx: Tx, now: Date): Promise<number> {
  const { count } = await tx.draft.deleteMany({ where: { touchedAt: { lt: livingSince(now) } } })
  return count
}
