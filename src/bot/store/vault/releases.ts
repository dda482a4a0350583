import {
  addDays,
  at,
  dateOf,
  instant,
  type LocalDate,
  periodKey,
  periodOf,
  periodRange,
  startOfWeek,
} from '../../../domain/calendar.ts'
import { isTopic } from '../../../domain/case/case.ts'
import { type QuarterRelease, releaseQuarter, serviceBand, type WeekRelease } from '../../../domain/case/disclosure.ts'
import type { Tx } from '../tx.ts'

/** Late data go to the quarter in which they come: a release is made once, the day after its time is over, and never again. */
export async function releaseFigures(tx: Tx, now: Date): Promise<number> {
  const today = dateOf(instant(now.getTime()))
  return (await releaseWeek(tx, startOfWeek(today), now)) + (await releaseLastQuarter(tx, today, now))
}

const dayOf = (when: Date): LocalDate => dateOf(instant(when.getTime()))
const dateAt = (day: LocalDate): Date => new Date(at(day, 0))

async function releaseLastQuarter(tx: Tx, today: LocalDate, now: Date): Promise<number> {
  const { from: begun } = periodRange(periodOf('quarter', today))
  const last = periodOf('quarter', addDays(begun, -1))
  const quarter = periodKey(last)
  if ((await tx.release.count({ where: { kind: 'quarter', slot: quarter } })) > 0) return 0
  const before = await tx.case.count({ where: { openedAt: { lt: dateAt(begun) } } })
  if (before === 0) return 0
  const rows = await tx.case.findMany({
    where: { openedAt: { gte: dateAt(periodRange(last).from), lt: dateAt(begun) } },
    select: { id: true, conversationId: true, topic: true },
  })
  const asked = rows.flatMap((row) =>
    isTopic(row.topic) ? [{ woman: row.conversationId ?? row.id, topic: row.topic }] : [],
  )
  return await release(tx, { kind: 'quarter', slot: quarter, body: releaseQuarter(quarter, asked), now })
}

/** The week before this Monday. */
async function releaseWeek(tx: Tx, monday: LocalDate, now: Date): Promise<number> {
  const week = addDays(monday, -7)
  if ((await tx.release.count({ where: { kind: 'week', slot: week } })) > 0) return 0
  const rows = await tx.casePromise.findMany({
    where: { dueAt: { gte: dateAt(week), lt: dateAt(monday) } },
    select: {
      dueAt: true,
      answeredAt: true,
      case: { select: { id: true, conversationId: true, openedAt: true } },
    },
  })
  const band = serviceBand(
    rows.map((row) => ({
      woman: row.case.conversationId ?? row.case.id,
      quarter: periodKey(periodOf('quarter', dayOf(row.case.openedAt))),
      kept: row.answeredAt !== null && row.answeredAt <= row.dueAt,
    })),
  )
  return await release(tx, { kind: 'week', slot: week, body: { week, band }, now })
}

interface Releasing {
  readonly kind: 'quarter' | 'week'
  readonly slot: string
  readonly body: QuarterRelease | WeekRelease
  readonly now: Date
}

async function release(tx: Tx, { kind, slot, body, now }: Releasing): Promise<number> {
  const { count } = await tx.release.createMany({
    data: [{ kind, slot, body: { ...body }, at: now }],
    skipDuplicates: true,
  })
  return count
}
