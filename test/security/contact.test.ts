import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ChannelError } from '../../src/bot/channel.ts'
import { blindIndex } from '../../src/bot/keys/keys.ts'
import { postOwn } from '../../src/bot/store/inbox.ts'
import { addWords } from '../../src/bot/store/vault/cases.ts'
import { caseId } from '../../src/domain/ids.ts'
import { agree, ask, HOUR, MINUTE, startTestBot, takeFirst, type TestBot, text, together } from '../support/bot.ts'
import { many, patience } from '../support/many.ts'

let bot: TestBot
let down: ReadonlySet<string> = new Set()
const start = (): Promise<TestBot> =>
  startTestBot({
    at: '2026-11-10T09:00',
    refuse: (to) => (down.has(to) ? new ChannelError('retry', 'down', 1000) : undefined),
  })
beforeAll(async () => {
  bot = await start()
})
beforeEach(() => {
  down = new Set()
})
afterAll(() => bot.stop())

const COUNSELLOR = 'counsellor-1'
const answered = (woman: string, words: string): boolean => bot.seen(woman).some((one) => one.text.includes(words))

async function answer(words: string): Promise<void> {
  await takeFirst(bot, COUNSELLOR)
  expect(bot.seen(COUNSELLOR).at(-1)?.text).toContain('tôi muốn ly hôn')
  await bot.say(COUNSELLOR, words)
}

test.each([
  [29, true],
  [30, true],
  [31, false],
])('an answer %i minutes after her last words comes by itself: %s', async (minutes, comes) => {
  const woman = `minutes-${minutes}`
  await ask(bot, woman, 'tôi muốn ly hôn')
  bot.clock.move(minutes * MINUTE)
  await answer(`LỜI-${minutes}`)
  expect(answered(woman, `LỜI-${minutes}`)).toBe(comes)
})

test('nothing comes after she left, and the answer waits for her', async () => {
  await ask(bot, 'left', 'tôi muốn ly hôn')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(bot.seen('left').at(-1)?.text ?? '')?.[0] ?? ''
  await bot.say('left', 'thoát')
  const before = bot.seen('left').length
  await answer('LỜI-SAU')
  expect(bot.seen('left')).toHaveLength(before)
  await bot.say('left', 'hỏi kín')
  await bot.say('left', code)
  expect(answered('left', 'LỜI-SAU')).toBe(true)
})

test('what was on its way when she left never arrives, and is shown when she comes back', async () => {
  await ask(bot, 'onItsWay', 'tôi muốn ly hôn')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(bot.seen('onItsWay').at(-1)?.text ?? '')?.[0] ?? ''
  down = new Set(['onItsWay'])
  await answer('LỜI-TRÊN-ĐƯỜNG')
  await bot.say('onItsWay', 'thoát')
  down = new Set()
  bot.clock.move(5 * MINUTE)
  await bot.settle()
  expect(answered('onItsWay', 'LỜI-TRÊN-ĐƯỜNG')).toBe(false)
  await bot.say('onItsWay', 'hỏi kín')
  await bot.say('onItsWay', code)
  expect(answered('onItsWay', 'LỜI-TRÊN-ĐƯỜNG')).toBe(true)
})

test('after a long outage of the channel nothing is sent to her out of the blue', async () => {
  await ask(bot, 'outage', 'tôi muốn ly hôn')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(bot.seen('outage').at(-1)?.text ?? '')?.[0] ?? ''
  down = new Set(['outage'])
  await answer('LỜI-MUỘN')
  down = new Set()
  const before = bot.seen('outage').length
  bot.clock.move(2 * HOUR)
  await bot.settle()
  expect(bot.seen('outage')).toHaveLength(before)
  await bot.say('outage', 'hỏi kín')
  await bot.say('outage', code)
  expect(answered('outage', 'LỜI-MUỘN')).toBe(true)
})

test('a visitor too is sent nothing hours later, least of all the numbers to call', async () => {
  down = new Set(['visitor'])
  await bot.say('visitor', 'chồng em đang cầm dao đuổi em, cứu em với')
  await bot.say('visitor', 'thoát')
  await bot.say('visitor', 'xin chào')
  down = new Set()
  bot.clock.move(HOUR)
  await bot.settle()
  expect(bot.seen('visitor')).toEqual([])
  await bot.store.vault.alarm.updateMany({ data: { stoodDownAt: bot.clock.now() } })
})

test.each([false, true])(
  'what answered her danger never arrives after she left, with a case before: %s',
  async (cased) => {
    const woman = `danger-${cased}`
    if (cased) {
      await ask(bot, woman, 'tôi muốn ly hôn')
      // Her room has closed: the next words are heard as a visitor's.
      bot.clock.move(3 * HOUR)
      await bot.settle()
    }
    down = new Set([woman])
    await bot.say(woman, 'chồng em đang cầm dao đuổi em, cứu em với')
    await bot.say(woman, 'thoát')
    down = new Set()
    const before = bot.seen(woman).length
    bot.clock.move(MINUTE)
    await bot.settle()
    const shown = bot.seen(woman).slice(before)
    expect(shown.map((one) => one.text)).toEqual([bot.app.speak({ key: 'left.card' }, 'vi')])
    await bot.store.vault.alarm.updateMany({ data: { stoodDownAt: bot.clock.now() } })
  },
)

test('what a visitor asked for never arrives after she left', async () => {
  down = new Set(['asked'])
  await bot.say('asked', 'hỏi về ly hôn')
  await bot.say('asked', 'thoát')
  down = new Set()
  bot.clock.move(MINUTE)
  await bot.settle()
  expect(bot.seen('asked').map((one) => one.text)).toEqual([bot.app.speak({ key: 'left.card' }, 'vi')])
})

test.each(['lateVisitor', 'lateWoman'])('words of %s that the bot reads hours later are not answered', async (key) => {
  if (key === 'lateWoman') await agree(bot, key)
  const before = bot.seen(key).length
  await bot.arrive(key, text('tôi muốn hỏi về ly hôn'))
  bot.clock.move(3 * HOUR)
  await bot.settle()
  expect(bot.seen(key)).toHaveLength(before)
  await bot.say(key, 'hỏi kín')
  expect(bot.seen(key).length).toBeGreaterThan(before)
})

/** What may happen to one woman in one step; weights keep most talks alive. */
const move = fc.oneof(
  { weight: 4, arbitrary: fc.constant('nothing' as const) },
  { weight: 3, arbitrary: fc.constant('writes' as const) },
  { weight: 1, arbitrary: fc.constant('leaves' as const) },
  { weight: 1, arbitrary: fc.constant('hides' as const) },
  { weight: 1, arbitrary: fc.constant('opens the page' as const) },
  { weight: 1, arbitrary: fc.constant('danger' as const) },
  { weight: 2, arbitrary: fc.constant('is answered' as const) },
  { weight: 1, arbitrary: fc.constant('is closed' as const) },
)
const WOMEN = 16
const step = fc.record({
  minutes: fc.constantFrom(0, 1, 10, 20, 29, 31, 45, 180),
  moves: fc.array(move, { minLength: WOMEN, maxLength: WOMEN }),
  down: fc.array(fc.boolean(), { minLength: WOMEN, maxLength: WOMEN }),
})
const RUNS = many(4, 63)
// In parts, each with a seed of its own: a proof of an hour says after minutes how far it is. Ten of them are 10,080 talks.
const SEEDS = Array.from({ length: many(1, 10) }, (_, part) => 20261110 + part)

test.each(SEEDS)(
  `in ${RUNS * WOMEN} talks of seed %i no message to a woman is without a cause`,
  async (seed) => {
    await bot.stop()
    bot = await start()
    let run = 0
    const card = bot.app.speak({ key: 'left.card' }, 'vi')
    const home = bot.app.speak({ key: 'home.writeOrTap' }, 'vi')
    // What anybody is told who leaves, or who writes a word of leaving without having come in; it may be late.
    const isNeutral = (said: string): boolean => said === card || said.includes(home)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 5 }), async (steps) => {
        const women = Array.from({ length: WOMEN }, (_, n) => `sim-${seed}-${run}-${n}`)
        run++
        for (const said of ['hỏi kín', 'tiện', 'đồng ý', 'tôi muốn ly hôn'])
          await together(bot, women, () => text(said))
        await takeAll()
        // Every fourth woman allows the hours from ten to twelve: one neutral line may come then, and nothing else.
        const withHours = women.filter((_, n) => n % 4 === 1)
        await allowHours(withHours)
        const heard = new Map(women.map((key) => [key, bot.clock.now().getTime()]))
        const gone = new Set<string>()
        for (const one of steps) {
          bot.clock.move(one.minutes * MINUTE)
          const before = new Map(women.map((key) => [key, bot.seen(key).length]))
          const acted = new Set<string>()
          down = new Set(women.filter((_, n) => one.down[n] === true && n % 3 === 0))
          for (const [n, woman] of women.entries()) {
            const what = one.moves[n] ?? 'nothing'
            if (what === 'is answered' || what === 'is closed') {
              await tell(woman, what === 'is answered' ? 'answer' : 'closed')
            } else if (what !== 'nothing') {
              await bot.arrive(woman, heardAs(woman, what))
              if (what !== 'opens the page') heard.set(woman, bot.clock.now().getTime())
              acted.add(woman)
              if (what === 'leaves' || what === 'hides') gone.add(woman)
              else if (what !== 'opens the page') gone.delete(woman)
            }
          }
          await bot.settle()
          for (const woman of women) {
            const got = bot
              .seen(woman)
              .slice(before.get(woman))
              .filter((out) => !isNeutral(out.text))
            if (got.length === 0 || acted.has(woman)) continue
            const hour = new Date(bot.clock.now().getTime() + 7 * HOUR).getUTCHours()
            const allowed = withHours.includes(woman) && hour >= 10 && hour < 12
            if (allowed && got.length === 1 && got[0]?.text === NUDGE) continue
            const silent = bot.clock.now().getTime() - (heard.get(woman) ?? 0)
            expect({
              woman,
              got: got.map((out) => out.text),
              gone: gone.has(woman),
              late: silent > 30 * MINUTE,
            }).toEqual({
              woman,
              got: expect.anything(),
              gone: false,
              late: false,
            })
          }
        }
        down = new Set()
        // Else everybody would be paged for these until the end of the test.
        await bot.store.vault.alarm.updateMany({ data: { stoodDownAt: bot.clock.now() } })
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    )
  },
  patience(900_000),
)

function heardAs(woman: string, what: 'writes' | 'leaves' | 'hides' | 'opens the page' | 'danger') {
  switch (what) {
    case 'writes':
      return text('tôi hỏi thêm về con cái')
    case 'leaves':
      return text('thoát')
    case 'hides':
      return text('ẨN')
    case 'opens the page':
      return { kind: 'back' as const }
    case 'danger':
      return text('chồng em đang cầm dao đuổi em, cứu em với')
  }
}

/** Every case that waits becomes counsellor-2's, as if she had taken it. */
async function takeAll(): Promise<void> {
  await bot.store.vault.case.updateMany({
    where: { state: 'waiting' },
    data: { state: 'taken', takenBy: 'demo-counsellor-2' },
  })
}

const NUDGE = 'Chị có thông báo mới.'

async function allowHours(women: readonly string[]): Promise<void> {
  const { vault, keys } = bot.store
  const lanes = women.map((one) => blindIndex(keys.vaultLane, 'talk', one))
  const rooms = await vault.vaultConversation.findMany({ where: { lane: { in: lanes } }, select: { id: true } })
  await vault.case.updateMany({
    where: { conversationId: { in: rooms.map((one) => one.id) } },
    data: { hoursFrom: 10, hoursTo: 12 },
  })
}

let told = 0

/** The counsellor answers or closes: what her turn does, done directly. */
async function tell(woman: string, kind: 'answer' | 'closed'): Promise<void> {
  const { store, clock } = bot
  const vaultLane = blindIndex(store.keys.vaultLane, 'talk', woman)
  const now = clock.now()
  const key = `sim:${++told}`
  await store.vault.$transaction(async (tx) => {
    const room = await tx.vaultConversation.findUnique({ where: { lane: vaultLane } })
    const found = await tx.case.findFirst({ where: { conversationId: room?.id ?? '', state: 'taken' } })
    if (found === null) return
    if (kind === 'closed') await tx.case.update({ where: { id: found.id }, data: { state: 'closed', closedAt: now } })
    await addWords(store, tx, { case: caseId(found.id), id: key, from: 'counsellor', text: 'LỜI ĐÁP', now })
    await postOwn(store, tx, { persona: 'vault', key, vaultLane, event: { kind, data: { case: found.id } }, now })
  })
}
