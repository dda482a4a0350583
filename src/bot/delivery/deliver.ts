import type { App } from '../app.ts'
import { type Channel, ChannelError, type SentRef } from '../channel.ts'
import { noteUnsent, sendDigest } from './digestWays.ts'
import { noteBubbles } from '../store/bubbles.ts'
import {
  claimLetter,
  type Letter,
  letterBack,
  letterEnded,
  letterLater,
  letterSent,
  type Outbox,
  unreachable,
  wasCancelled,
} from '../store/outbox.ts'
import type { Traffic } from './traffic.ts'

/** A channel may be away for so long before what waits for it is given up; what waits for a woman ends sooner (design rule 8). */
const GIVE_UP_MS = 6 * 3600_000
const LONGEST_PAUSE_MS = 60_000
/** A lost answer means that it may have arrived: these are never sent again for it. */
const ONCE: ReadonlySet<string> = new Set(['digest', 'reminder'])

/** Those whose messages are handed over, not fetched. */
export const pushChannels = ({ channels }: App): readonly Channel[] =>
  [...channels.values()].filter((one) => one.mode === 'push')

/**
 * Sends one message of one outbox over one of these channels. False when nothing waits, or the milliseconds until a channel has
 * room. The only place where a channel's errors are caught.
 */
export async function deliverOne(
  app: App,
  box: Outbox,
  traffic: Traffic,
  channels = pushChannels(app),
): Promise<boolean | number> {
  const now = app.now()
  const letter = await claimLetter(box, traffic.open(channels, now), now)
  const channel = letter === undefined ? undefined : app.channels.get(letter.channel)
  if (letter === undefined || channel === undefined) return traffic.wait(channels, now) ?? false
  if (letter.unsure && ONCE.has(letter.kind)) {
    await letterEnded(box, letter.id, 'unknown', 'sender.died')
    return true
  }
  const wait = traffic.take(channel, letter.address, app.now())
  if (wait !== undefined) {
    await letterBack(box, letter.id, new Date(app.now().getTime() + wait))
    return true
  }
  try {
    const sent = await sendLetter(app, channel, letter)
    const refs = sent.refs ?? []
    traffic.took(channel, letter.address, Math.max(0, refs.length - 1))
    if (letter.passing && channel.takeDown !== undefined) await noteShown(box, letter, refs, app.now())
    await letterSent(box, letter.id, sent.ref, app.now())
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    await noteUnsent(app, letter, error)
    await settle(app, { box, letter, error, traffic })
  }
  return true
}

async function sendLetter(app: App, channel: Channel, letter: Letter): Promise<SentRef> {
  const { digest } = letter.out
  if (letter.kind === 'digest' && digest !== undefined) return await sendDigest(app, channel, letter, digest)
  return await channel.send(letter.address, letter.out, letter.before === undefined ? {} : { ref: letter.before })
}

/** It will have to go from her screen; at once, if she has left while it was on its way. */
async function noteShown(box: Outbox, letter: Letter, refs: readonly string[], now: Date): Promise<void> {
  const { channel, address } = letter
  const left = await wasCancelled(box, letter.id)
  await noteBubbles(box.bubbles.client, box.bubbles, { channel, address, refs, left }, now)
}

interface Failure {
  readonly box: Outbox
  readonly letter: Letter
  readonly error: ChannelError
  readonly traffic: Traffic
}

async function settle(app: App, failure: Failure): Promise<void> {
  const { box, letter, error, traffic } = failure
  const now = app.now()
  const code = error.message
  app.log.warn({ event: `send.${error.kind}`, module: 'deliver', code, n: letter.attempts + 1 })
  switch (error.kind) {
    case 'gone':
      await letterEnded(box, letter.id, 'unreachable', code)
      return await unreachable(box, letter.conversationId, now)
    case 'bug':
      return await letterEnded(box, letter.id, 'dead', code)
    case 'limited':
      traffic.hold(letter.channel, error.afterMs, now)
      return await letterLater(box, letter.id, new Date(now.getTime() + error.afterMs), code)
    case 'unknown':
      if (ONCE.has(letter.kind)) return await letterEnded(box, letter.id, 'unknown', code)
      return await retry(failure, now)
    case 'retry':
      return await retry(failure, now, error.afterMs)
  }
}

async function retry({ box, letter, error }: Failure, now: Date, afterMs = 0): Promise<void> {
  const code = error.message
  if (now.getTime() - letter.createdAt.getTime() >= GIVE_UP_MS) return await letterEnded(box, letter.id, 'dead', code)
  const wait = Math.max(afterMs, Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** letter.attempts))
  await letterLater(box, letter.id, new Date(now.getTime() + wait), code)
}
