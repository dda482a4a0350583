import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Channel, ChannelError, type Out } from '../../src/bot/channel.ts'
import { caps, pace } from '../../src/bot/channels/telegram/caps.ts'
import { deliverOne } from '../../src/bot/delivery/deliver.ts'
import { blindIndex } from '../../src/bot/keys/keys.ts'
import { outboxes } from '../../src/bot/store/outbox.ts'
import { type MessageKind, outboxValues, PRIORITY } from '../../src/bot/store/outboxEntry.ts'
import { vaultPlace } from '../../src/bot/store/union/vaultDoors.ts'
import { makeTraffic } from '../../src/bot/delivery/traffic.ts'
import { startTestBot, type TestBot } from '../support/bot.ts'
import { many, patience } from '../support/many.ts'

/** Recipients of the digest: 1,000 at full size. */
const LEADERS = many(60, 1000)
vi.setConfig({ testTimeout: patience(600_000) })
const WOMEN_EACH_MS = 700
const STEP_MS = 40

/** Telegram's limits as they are known, on the test's clock: 30 a second, one a second in a chat but for three at once. */
function strictTelegram(now: () => number, refusals: readonly number[]) {
  const sent: { readonly to: string; readonly at: number }[] = []
  let heldUntil = 0
  let early = 0
  let refused = 0
  const limited = (seconds: number): ChannelError => {
    heldUntil = now() + seconds * 1000
    refused++
    return new ChannelError('limited', 'telegram sendMessage 429', seconds * 1000)
  }
  const channel: Channel = {
    name: 'telegram',
    caps,
    pace,
    mode: 'push',
    send: async (to) => {
      const at = now()
      if (at < heldUntil) early++
      const within = (ms: number, chat?: string): number =>
        sent.filter((one) => one.at > at - ms && (chat === undefined || one.to === chat)).length
      if (within(1000) >= 30 || within(1000, to) >= 3) throw limited(5)
      // Now and then it has had enough all the same: nobody knows its limits exactly.
      if (sent.length >= (refusals[refused] ?? Number.POSITIVE_INFINITY)) throw limited(3)
      sent.push({ to, at })
      return { ref: String(sent.length), refs: [String(sent.length)] }
    },
  }
  return { channel, sent, figures: () => ({ early, refused }) }
}

const out: Out = { text: 'Bản tin', buttons: [], files: [], card: false, protect: false }

function letterOf({ store, clock }: TestBot, side: 'union' | 'vault', conversationId: string, kind: MessageKind) {
  const key = `${conversationId}:0`
  const now = clock.now()
  const values = outboxValues(store.seals[side], side === 'union' ? 'outbox' : 'vault.outbox', [{ key, kind, out }])
  const body = values.bodies[0] ?? null
  return {
    conversationId,
    channel: 'telegram',
    key,
    kind,
    priority: PRIORITY[kind],
    body,
    createdAt: now,
    notBefore: now,
  }
}

async function addLeaders(bot: TestBot): Promise<void> {
  const { store } = bot
  const ids = Array.from({ length: LEADERS }, (_, n) => `leader-${n}`)
  const now = bot.clock.now()
  const seal = (row: string, column: string, text: string) =>
    store.seals.union.seal({ table: 'conversation', column, row }, text)
  await store.union.person.createMany({ data: ids.map((id) => ({ id, name: id, createdAt: now })) })
  await store.union.conversation.createMany({
    data: ids.map((id, n) => ({
      id,
      personId: id,
      channel: 'telegram',
      lane: blindIndex(store.keys.unionLane, 'telegram', `1${n}`),
      address: seal(id, 'address', `1${n}`),
      state: seal(id, 'state', '{}'),
    })),
  })
  await store.union.outbox.createMany({ data: ids.map((id) => letterOf(bot, 'union', id, 'digest')) })
}

async function aReply(bot: TestBot, n: number): Promise<void> {
  const { store } = bot
  const id = `woman-${n}`
  const seal = (column: string, text: string) => store.seals.vault.seal(vaultPlace('conversation', column, id), text)
  await store.vault.vaultConversation.create({
    data: {
      id,
      kind: 'woman',
      channel: 'telegram',
      heardAt: bot.clock.now(),
      lane: blindIndex(store.keys.vaultLane, 'telegram', `2${n}`),
      address: seal('address', `2${n}`),
      state: seal('state', '{}'),
    },
  })
  await store.vault.vaultOutbox.create({
    data: { ...letterOf(bot, 'vault', id, 'woman'), toWoman: true, cause: 'reply' },
  })
}

interface Run {
  readonly tookMs: number
  readonly digests: number
  readonly twice: number
  readonly early: number
  readonly refused: number
  /** How long women waited, shortest first. */
  readonly waits: readonly number[]
}

let bot: TestBot

beforeAll(async () => {
  bot = await startTestBot({ at: '2022-11-07T07:00' })
})

afterAll(() => bot.stop())

beforeEach(async () => {
  const { union, vault } = bot.store
  await union.outbox.deleteMany()
  await vault.vaultOutbox.deleteMany()
  await union.conversation.deleteMany({ where: { channel: 'telegram' } })
  await union.person.deleteMany({ where: { id: { startsWith: 'leader-' } } })
  await vault.vaultConversation.deleteMany({ where: { channel: 'telegram' } })
})

async function run(refusals: readonly number[]): Promise<Run> {
  const now = (): number => bot.clock.now().getTime()
  const telegram = strictTelegram(now, refusals)
  const app = { ...bot.app, channels: new Map([['telegram', telegram.channel]]) }
  const traffic = makeTraffic({ paced: true })
  await addLeaders(bot)
  const begun = now()
  const asked = new Map<string, number>()
  const digests = (): number => telegram.sent.filter(({ to }) => to.startsWith('1')).length
  while (digests() < LEADERS && now() - begun < 120_000) {
    if (now() - begun >= asked.size * WOMEN_EACH_MS) {
      const n = asked.size
      asked.set(`2${n}`, now())
      await aReply(bot, n)
    }
    for (const box of outboxes(bot.store)) while ((await deliverOne(app, box, traffic)) === true);
    bot.clock.move(STEP_MS)
  }
  const waits = telegram.sent.flatMap(({ to, at }) => (asked.has(to) ? [at - (asked.get(to) ?? 0)] : []))
  return {
    tookMs: now() - begun,
    digests: digests(),
    twice: telegram.sent.length - new Set(telegram.sent.map(({ to }) => to)).size,
    waits: waits.toSorted((a, b) => a - b),
    ...telegram.figures(),
  }
}

test(`a digest for ${LEADERS} leaders is never refused for its pace, and women's answers overtake it`, async () => {
  const { tookMs, waits, ...counted } = await run([])
  expect(counted).toEqual({ digests: LEADERS, twice: 0, early: 0, refused: 0 })
  expect(tookMs).toBeLessThanOrEqual(60_000)
  const p95 = waits[Math.floor(waits.length * 0.95)]
  process.stdout.write(`digest to ${LEADERS}: ${tookMs} ms; ${waits.length} answers meanwhile, p95 ${p95} ms\n`)
  expect(p95).toBeLessThanOrEqual(2_000)
})

test('when Telegram asks for a pause nobody speaks until it is over, and nothing is lost or said twice', async () => {
  const { waits, tookMs: _, ...counted } = await run([Math.floor(LEADERS / 3), Math.floor(LEADERS / 2)])
  expect(counted).toEqual({ digests: LEADERS, twice: 0, early: 0, refused: 2 })
  expect(waits.at(-1)).toBeLessThanOrEqual(3_200)
})
