import { HOUR, instant, type Instant, type LocalDate } from '../../../domain/calendar.ts'
import {
  dayInWeek,
  type DigestTime,
  MONDAY_SEVEN,
  slotOf,
  weekdayOf,
  weeksBetween,
} from '../../../domain/digest/time.ts'
import type { Tx } from '../tx.ts'

interface DigestDue {
  readonly person: string
  readonly unit: string
  readonly week: LocalDate
  /** The day whose figures it shows. */
  readonly on: LocalDate
  readonly at: Date
  /** Frozen and numbered, not sent. */
  readonly silent?: boolean
  /** How many before it were missed. */
  readonly missed?: number
}

/** One for a leader, a unit and a week, whoever asks and how often. */
export const digestDue = ({ person, unit, week, on, at, silent = false, missed = 0 }: DigestDue) => ({
  kind: 'digest',
  key: `digest:${week}:${person}:${unit}`,
  at,
  payload: { person, unit, week, on, silent: silent ? 'yes' : 'no', missed: String(missed) },
})

/**
 * Digests whose hour has come since the last look, each once however many processes look. After a stop all that were missed are
 * frozen and numbered, and the newest is sent.
 */
export async function planDigests(tx: Tx, now: Date): Promise<number> {
  const from = await lastLook(tx, now)
  if (from === undefined) return 0
  const leaders = await leadersOf(tx)
  const dues: DigestDue[] = []
  for (const leader of leaders) {
    const weeks = weeksBetween(leader.time, from, instant(now.getTime())).filter((week) => isLeaderIn(leader, week))
    for (const [index, week] of weeks.entries()) {
      const newest = index === weeks.length - 1
      dues.push({
        person: leader.personId,
        unit: leader.unit,
        week,
        on: dayInWeek(week, leader.time),
        at: new Date(slotOf(week, leader.time)),
        silent: !newest || leader.stopped,
        missed: newest ? index : 0,
      })
    }
  }
  return dues.length === 0 ? 0 : await write(tx, dues)
}

/** Since when nobody has looked; undefined while no hour has struck. Digests come at whole hours. */
async function lastLook(tx: Tx, now: Date): Promise<Instant | undefined> {
  const [seen] = await tx.$queryRaw<
    { value: unknown }[]
  >`SELECT value FROM public.setting WHERE key = 'looked' FOR UPDATE`
  const last = typeof seen?.value === 'number' ? seen.value : undefined
  const ahead = last !== undefined && now.getTime() >= last
  if (ahead && Math.floor(now.getTime() / HOUR) === Math.floor(last / HOUR)) return undefined
  const looked = { key: 'looked', value: now.getTime() }
  await tx.setting.upsert({ where: { key: 'looked' }, create: looked, update: looked })
  return ahead ? instant(last) : undefined
}

interface Leader {
  readonly personId: string
  readonly unit: string
  readonly from: string
  readonly to: string | null
  readonly time: DigestTime
  readonly stopped: boolean
}

async function leadersOf(tx: Tx): Promise<readonly Leader[]> {
  const grants = await tx.grant.findMany({ where: { role: 'leader', revokedAt: null }, orderBy: { id: 'asc' } })
  const wishes = new Map((await tx.digestTime.findMany()).map((one) => [one.personId, one]))
  return grants.map(({ personId, unit, from, to }) => {
    const wish = wishes.get(personId)
    const time = wish === undefined ? MONDAY_SEVEN : { weekday: weekdayOf(wish.weekday), hour: wish.hour }
    return { personId, unit, from, to, time, stopped: wish?.stopped ?? false }
  })
}

const isLeaderIn = ({ from, to, time }: Leader, week: LocalDate): boolean => {
  const day = dayInWeek(week, time)
  return from <= day && (to === null || day <= to)
}

/** While somebody stands in for her a leader's own are kept for her return. */
async function write(tx: Tx, dues: readonly DigestDue[]): Promise<number> {
  const away = new Map<LocalDate, ReadonlySet<string>>()
  for (const { on } of dues) if (!away.has(on)) away.set(on, await leadersOnLeave(tx, on))
  const isAway = ({ on, person, unit }: DigestDue): boolean => away.get(on)?.has(`${person} ${unit}`) === true
  const { count } = await tx.due.createMany({
    data: dues.map((one) => digestDue({ ...one, silent: one.silent === true || isAway(one) })),
    skipDuplicates: true,
  })
  return count
}

/** Leaders in whose place somebody stands on a day, with the unit. */
async function leadersOnLeave(tx: Tx, day: LocalDate): Promise<ReadonlySet<string>> {
  const rows = await tx.grant.findMany({
    where: { role: 'leader', grantedBy: { not: null }, revokedAt: null, from: { lte: day }, to: { gte: day } },
    select: { grantedBy: true, unit: true },
  })
  return new Set(rows.map((one) => `${one.grantedBy} ${one.unit}`))
}
