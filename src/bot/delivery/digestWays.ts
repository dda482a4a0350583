import type { App } from '../app.ts'
import { type Channel, ChannelError, type DigestRef, type Notice, type SentRef } from '../channel.ts'
import { type Letter, outboxes, unreachable } from '../store/outbox.ts'
import {
  claimGroup,
  type DigestOutcome,
  hasNoGroup,
  noteDigest,
  releaseGroup,
} from '../store/union/digestDeliveries.ts'
import { phoneOfConversation } from '../store/union/digestPhones.ts'

/**
 * The ways of a weekly digest, in their order (zalo.md §2.3): the group of her unit, her chat, an approved form that also goes when
 * her chat is shut, to her account or to the number she gave. Where none is open it waits on the web and where she writes next.
 * Which it was is kept for each leader.
 */
export async function sendDigest(app: App, channel: Channel, letter: Letter, digest: DigestRef): Promise<SentRef> {
  if (await saidInGroup(app, channel, letter, digest)) {
    await note(app, letter, { ...digest, way: 'group' })
    return {}
  }
  if (!letter.dead) {
    try {
      const sent = await channel.send(letter.address, letter.out, {})
      await note(app, letter, { ...digest, way: 'chat' })
      return sent
    } catch (error) {
      if (!isShut(error)) throw error
      // Until she writes again her chat is not tried any more.
      await unreachable(outboxes(app.store)[0], letter.conversationId, app.now())
    }
  }
  for (const way of [byAccount, byPhone]) {
    const taken = await way(app, channel, letter)
    if (taken === undefined) continue
    await note(app, letter, { ...digest, way: taken })
    return {}
  }
  throw new ChannelError('gone', 'digest no way')
}

/** The way it went; undefined: there is none, or it is shut too. */
type Way = (app: App, channel: Channel, letter: Letter) => Promise<string | undefined>

const byAccount: Way = async (_app, channel, letter) => await ifOpen(channel.notify, letter.address, letter)

const byPhone: Way = async (app, _channel, letter) => {
  const send = [...app.channels.values()].map(({ notifyPhone }) => notifyPhone).find((one) => one !== undefined)
  const phone = send === undefined ? undefined : await phoneOfConversation(app.store, letter.conversationId)
  return phone === undefined ? undefined : await ifOpen(send, phone, letter)
}

async function ifOpen(send: Channel['notify'], to: string, letter: Letter): Promise<string | undefined> {
  try {
    return await send?.(to, noticeOf(letter))
  } catch (error) {
    if (gaveUp(error)) return undefined
    throw error
  }
}

function noticeOf({ id, out }: Letter): Notice {
  const [title = '', ...lines] = out.text.split('\n').filter((line) => line.trim() !== '')
  return { key: `digest-${id}`, title, text: lines.join(' ') }
}

/** It went by no way: what is told of it. */
export async function noteUnsent(app: App, letter: Letter, error: ChannelError): Promise<void> {
  const { digest } = letter.out
  if (digest === undefined || letter.kind !== 'digest') return
  const ways = { gone: 'web', bug: 'failed', unknown: 'unknown' } as const
  if (error.kind !== 'gone' && error.kind !== 'bug' && error.kind !== 'unknown') return
  await note(app, letter, { ...digest, way: ways[error.kind], code: error.message })
}

const isShut = (error: unknown): boolean => error instanceof ChannelError && error.kind === 'gone'

/** Nor will it do so by this way at another time. */
const gaveUp = (error: unknown): boolean => isShut(error) || (error instanceof ChannelError && error.kind === 'bug')

const note = async (app: App, letter: Letter, outcome: DigestOutcome): Promise<void> =>
  await noteDigest(app.store.union, letter.conversationId, outcome, app.now())

/** Said once for all leaders of the unit; where the group cannot be reached each of them hears it herself. */
async function saidInGroup(app: App, channel: Channel, letter: Letter, digest: DigestRef): Promise<boolean> {
  const { store } = app
  if (channel.sayInGroup === undefined || (await hasNoGroup(store.union, digest))) return false
  if (!(await claimGroup(store.union, digest, app.now()))) return true
  try {
    if (await channel.sayInGroup(digest.unit, letter.out.text)) return true
    await releaseGroup(store.union, digest, true, app.now())
    return false
  } catch (error) {
    // Its answer was lost: it may stand there, and is not said a second time.
    if (error instanceof ChannelError && error.kind === 'unknown') return true
    await releaseGroup(store.union, digest, gaveUp(error), app.now())
    if (gaveUp(error)) return false
    throw error
  }
}
