import { instant } from '../../domain/calendar.ts'
import { writingUntil, nextWakingMoment } from '../../domain/report/gentle.ts'
import type { Place } from '../../flows/union/place.ts'
import type { App } from '../app.ts'
import { readConversation } from '../store/conversationState.ts'
import { postOwn } from '../store/inbox.ts'
import type { Tx } from '../store/tx.ts'

interface Row {
  readonly id: bigint
  readonly kind: string
  readonly key: string
  readonly payload: Record<string, string>
}

/**
 * Turns what is due into an event in the person's conversation: the one where she was last. A digest comes at its hour, an
 * announcement at once; all else waits for waking hours, and until she has put down the report that she is writing. A reminder
 * waits longest: until she has left it for a day.
 */
export async function postDue(app: App, tx: Tx, now: Date): Promise<number> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, kind, key, payload FROM public.due WHERE "doneAt" IS NULL AND at <= ${now} ORDER BY at, id LIMIT 50 FOR UPDATE SKIP LOCKED`
  for (const row of rows) await post(app, tx, row, now)
  return rows.length
}

/** At the hour that she chose, and at the moment a leader wrote. */
const AT_ONCE: ReadonlySet<string> = new Set(['digest', 'announcement'])
/** What asks something of her; all else tells her something. */
const REMINDERS: ReadonlySet<string> = new Set(['remind', 'loop', 'nudge'])

async function post(app: App, tx: Tx, row: Row, now: Date): Promise<void> {
  const found = await conversationOf(app, tx, row)
  if (found !== undefined && !AT_ONCE.has(row.kind)) {
    const wait = waitsUntil(app, found.row, REMINDERS.has(row.kind) ? 'reminder' : 'news', now)
    if (wait !== undefined) {
      await tx.due.update({ where: { id: row.id }, data: { at: wait } })
      return
    }
  }
  if (found !== undefined && (found.reachable || row.kind === 'digest')) {
    await postOwn(app.store, tx, {
      persona: 'bot',
      key: row.key,
      lane: found.row.lane,
      event: { kind: `${row.kind}Due`, data: found.reachable ? row.payload : { ...row.payload, silent: 'yes' } },
      now,
    })
  }
  await tx.due.update({ where: { id: row.id }, data: { doneAt: now } })
}

/**
 * Where she was last; a digest may also go where her chat is shut and a form is not. Where she cannot be reached it is frozen all
 * the same and told to nobody.
 */
async function conversationOf(app: App, tx: Tx, { kind, payload }: Row) {
  const rows = await tx.conversation.findMany({
    where: { personId: payload['person'] ?? '' },
    orderBy: [{ heardAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    select: { id: true, lane: true, channel: true, deadSince: true, heardAt: true, state: true },
  })
  const reachable = rows.find((one) => one.deadSince === null && app.channels.has(one.channel))
  const byForm = rows.find((one) => kind === 'digest' && app.channels.get(one.channel)?.notify !== undefined)
  const open = reachable ?? byForm
  const row = open ?? rows[0]
  return row === undefined ? undefined : { row, reachable: open !== undefined }
}

/** She may put her report down before the hour is over. */
const LOOK_AGAIN_MS = 10 * 60_000

const WRITING: ReadonlySet<Place['at']> = new Set<Place['at']>(['form', 'summary', 'editing', 'returning'])

interface Standing {
  readonly id: string
  readonly state: Uint8Array
  readonly heardAt: Date | null
}

function waitsUntil(
  app: App,
  { id, state, heardAt }: Standing,
  told: 'reminder' | 'news',
  now: Date,
): Date | undefined {
  const moment = instant(now.getTime())
  const waking = nextWakingMoment(moment)
  if (waking > moment) return new Date(waking)
  const opened = app.store.seals.union.open({ table: 'conversation', column: 'state', row: id }, state)
  const { place } = readConversation<Place>(opened, { at: 'home' })
  const heard = heardAt === null ? undefined : instant(heardAt.getTime())
  const free = WRITING.has(place.at) ? writingUntil(heard, moment, told) : undefined
  return free === undefined ? undefined : new Date(Math.min(free, moment + LOOK_AGAIN_MS))
}
