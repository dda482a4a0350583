import { type Triage, triage } from '../../domain/triage.ts'
import { dangerNumbers } from '../../flows/danger.ts'
import { say, type Say, t } from '../../flows/say.ts'
import type { App } from '../app.ts'
import type { Stored } from '../store/stored.ts'
import { codeOf } from '../log.ts'
import { failed, type InboxRow, openBody } from '../store/inbox.ts'
import { outboxPlace, PRIORITY, type MessageKind } from '../store/outboxEntry.ts'
import { takeUnionSeat } from '../store/union/conversation.ts'
import { toOuts } from './outs.ts'
import { turnIds } from './turnIds.ts'

/**
 * A turn broke: it is rolled back and tried again. Words of danger in it are answered all the same, in a step of its own; when
 * the event is set aside, the person hears one calm sentence.
 */
export async function turnFailed(app: App, row: InboxRow, error: unknown): Promise<void> {
  const now = app.now()
  app.log.error({ event: 'turn.failed', module: 'turns', code: codeOf(error), id: String(row.id), n: row.attempts + 1 })
  const stored = storedIn(app, row)
  const peril = stored === undefined ? undefined : perilIn(stored)
  if (row.attempts === 0 && stored !== undefined && peril !== undefined) {
    await sayAnyway(app, { row, stored, say: dangerNumbers(peril.child), kind: 'danger', now })
  }
  const dead = await failed(app.store, row, codeOf(error), now)
  if (dead && stored?.kind === 'arrival') {
    await sayAnyway(app, { row, stored, say: say(t('repair.trouble')), kind: 'officer', now })
  }
}

function storedIn(app: App, row: InboxRow): Stored | undefined {
  try {
    return openBody(app.store, row)
  } catch (error) {
    app.log.error({ event: 'turn.unreadable', module: 'turns', code: codeOf(error), id: String(row.id) })
    return undefined
  }
}

function perilIn(stored: Stored): Triage | undefined {
  const read = stored.kind === 'arrival' && 'text' in stored.what ? triage(stored.what.text) : undefined
  return read?.danger === 'immediate' ? read : undefined
}

interface Saying {
  readonly row: InboxRow
  readonly stored: Stored
  readonly say: Say
  readonly kind: MessageKind
  readonly now: Date
}

/** Straight into the outbox of the account that wrote; the event itself stays where it was. */
async function sayAnyway(app: App, { row, stored, say: one, kind, now }: Saying): Promise<void> {
  const { store } = app
  const ids = turnIds(store.keys.ids, `failed:${row.id}`)
  const [out] = toOuts({
    says: [one],
    nonce: undefined,
    voice: 'vi',
    speak: app.speak,
    newId: ids.newId,
    pressed: false,
    protect: true,
  }).outs
  const lane = row.lane
  if (out === undefined || lane === null || stored.kind !== 'arrival') return
  const key = `failed:${row.id}:${kind}`
  const { address } = stored
  await store.union.$transaction(async (tx) => {
    const seat = await takeUnionSeat(store, tx, {
      lane,
      channel: row.channel,
      address,
      newId: ids.newId,
      today: '0000-00-00',
    })
    if (seat === undefined) return
    await tx.outbox.createMany({
      data: [
        {
          conversationId: seat.id,
          channel: row.channel,
          key,
          kind,
          priority: PRIORITY[kind],
          body: store.seals.union.seal(outboxPlace('outbox', key), JSON.stringify(out)),
          createdAt: now,
          notBefore: now,
        },
      ],
      skipDuplicates: true,
    })
  })
}
