import type { DigestRef } from '../../channel.ts'
import type { LocalDate } from '../../../domain/calendar.ts'
import type { Tx } from '../tx.ts'

export interface DigestOutcome extends DigestRef {
  /**
   * 'group', 'chat', 'templateUser', 'templatePhone'; 'web': where she opens it herself; 'unknown': the answer was lost; 'failed':
   * it was refused.
   */
  readonly way: string
  readonly code?: string
}

/** What became of a leader's digest; the last word counts. */
export async function noteDigest(tx: Tx, conversation: string, outcome: DigestOutcome, now: Date): Promise<void> {
  const { unit, week, way, code } = outcome
  await tx.$executeRaw`
    INSERT INTO public.digest_delivery ("personId", unit, week, way, at, code)
    SELECT c."personId", ${unit}, ${week}, ${way}, ${now}, ${code ?? null}::text FROM public.conversation c
    WHERE c.id = ${conversation} AND c."personId" IS NOT NULL
    ON CONFLICT ("personId", unit, week) DO UPDATE SET way = EXCLUDED.way, at = EXCLUDED.at, code = EXCLUDED.code`
}

export interface SentDigest {
  readonly week: string
  readonly number: number
  readonly leader: string
  readonly unit: string
  /** As in DigestOutcome; 'none': frozen, and nothing was said of it yet. */
  readonly way: string
  readonly at?: string
  readonly code?: string
}

/** Every digest that was frozen for a week, the newest where none is named, with what became of it. */
export async function digestOutcomes(
  tx: Pick<Tx, '$queryRaw'>,
  week: LocalDate | undefined,
): Promise<readonly SentDigest[]> {
  const rows = await tx.$queryRaw<(Omit<SentDigest, 'at' | 'code'> & { at: Date | null; code: string | null })[]>`
    SELECT d.week, d.number, p.name AS leader,
      COALESCE((SELECT u.name FROM public.unit_version u WHERE u.unit = d.unit ORDER BY u.id DESC LIMIT 1), d.unit) AS unit,
      COALESCE(s.way, 'none') AS way, s.at, s.code
    FROM public.digest d JOIN public.person p ON p.id = d."personId"
      LEFT JOIN public.digest_delivery s ON s."personId" = d."personId" AND s.unit = d.unit AND s.week = d.week
    WHERE d.week = COALESCE(${week ?? null}::text, (SELECT max(week) FROM public.digest))
    ORDER BY p.name, d.unit`
  return rows.map(({ at, code, ...row }) => ({
    ...row,
    ...(at === null ? {} : { at: at.toISOString() }),
    ...(code === null ? {} : { code }),
  }))
}

/** The group of a unit hears each week once: true for the one who may say it. */
export async function claimGroup(tx: Tx, { unit, week }: DigestRef, now: Date): Promise<boolean> {
  const run = { job: 'digest.group', slot: `${unit}:${week}`, at: now }
  return (await tx.jobRun.createMany({ data: [run], skipDuplicates: true })).count === 1
}

/** It was not said after all. */
export async function releaseGroup(tx: Tx, { unit, week }: DigestRef, gaveUp: boolean, now: Date): Promise<void> {
  const slot = `${unit}:${week}`
  if (gaveUp) await tx.jobRun.createMany({ data: [{ job: 'digest.noGroup', slot, at: now }], skipDuplicates: true })
  else await tx.jobRun.deleteMany({ where: { job: 'digest.group', slot } })
}

export const hasNoGroup = async (tx: Tx, { unit, week }: DigestRef): Promise<boolean> =>
  (await tx.jobRun.count({ where: { job: 'digest.noGroup', slot: `${unit}:${week}` } })) > 0
