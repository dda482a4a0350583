import { afterAll, beforeAll, expect, test } from 'vitest'
import { vaultTurn } from '../../src/bot/turns/vaultTurn.ts'
import { ask, MINUTE, startTestBot, takeFirst, text, type TestBot } from '../support/bot.ts'
import { many, patience } from '../support/many.ts'

/** Two people do something to one case in the same instant, through the turns themselves, each in a transaction of its own. */
const RACES = many(6, 1000)
const SECONDS = { timeout: patience(120_000) }

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
})
afterAll(() => bot.stop())

/** What each of them does arrives first; then both turns run side by side, and what came of them is delivered. */
async function atOnce(...steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) await step()
  await Promise.all(steps.map(() => vaultTurn(bot.app)))
  await settleLater()
}

/** A turn that lost is rolled back and tried again a moment later. */
async function settleLater(): Promise<void> {
  await bot.settle()
  bot.clock.move(5_000)
  await bot.settle()
}

const says = (key: string, words: string) => () => bot.arrive(key, text(words))
const taps = (key: string, label: string) => () => bot.arrive(key, { kind: 'press', token: bot.tokenOf(key, label) })
const told = (key: string): string =>
  bot
    .seen(key)
    .map((one) => one.text)
    .join('\n')
const since = (key: string, before: number): string =>
  bot
    .seen(key)
    .slice(before)
    .map((one) => one.text)
    .join('\n')

async function theCase(words: string) {
  const rows = await bot.store.vault.case.findMany({ orderBy: { id: 'asc' } })
  const open = rows.filter((one) => one.state !== 'closed')
  const [only] = open
  if (only === undefined || open.length > 1) throw new Error(`${open.length} cases are open: ${words}`)
  return only
}

/** Ends whatever is open, so that the next race finds one case. */
async function clearAway(): Promise<void> {
  await bot.store.vault.case.updateMany({ data: { state: 'closed', closedAt: bot.clock.now() } })
  for (const key of ['counsellor-1', 'counsellor-2']) await bot.say(key, 'bàn tư vấn')
}

test(`${RACES} times two counsellors take one case: one has it, the other hears that it is gone`, SECONDS, async () => {
  for (let n = 0; n < RACES; n++) {
    await ask(bot, `take-${n}`, `Em muốn hỏi chuyện chia đất ${n}`)
    for (const key of ['counsellor-1', 'counsellor-2']) {
      await bot.say(key, 'bàn tư vấn')
      await bot.press(key, 'Hàng chờ')
    }
    const before = [bot.seen('counsellor-1').length, bot.seen('counsellor-2').length] as const
    await atOnce(taps('counsellor-1', 'CA-'), taps('counsellor-2', 'CA-'))
    const found = await theCase('taking')
    const holder = found.takenBy === 'demo-counsellor-1' ? 0 : 1
    const said = [since('counsellor-1', before[0]), since('counsellor-2', before[1])]
    expect(said[holder]).toContain(`chia đất ${n}`)
    expect(said[1 - holder]).not.toContain(`chia đất ${n}`)
    expect(said[1 - holder]).not.toBe('')
    await clearAway()
  }
})

test(
  `${RACES} times she writes while her case is given to another: the words stand once, and whoever has it reads them`,
  SECONDS,
  async () => {
    for (let n = 0; n < RACES; n++) {
      const woman = `give-${n}`
      await ask(bot, woman, `Em muốn hỏi chuyện chia đất ${n}`)
      await takeFirst(bot, 'counsellor-1')
      await bot.press('counsellor-1', 'Việc khác với ca')
      await bot.press('counsellor-1', 'Chuyển')
      await bot.press('counsellor-1', 'Tư vấn viên 2')
      await atOnce(says(woman, `THEM-${n}-A`), taps('counsellor-2', 'Nhận chuyển ca'))
      const found = await theCase('giving')
      expect(found.takenBy).toBe('demo-counsellor-2')
      expect(await bot.store.vault.caseMessage.count({ where: { caseId: found.id } })).toBe(2)
      await bot.say('counsellor-2', 'ca của tôi')
      await bot.press('counsellor-2', 'CA-')
      expect(told('counsellor-2')).toContain(`THEM-${n}-A`)
      await clearAway()
    }
  },
)

test(
  `${RACES} times a counsellor writes while her case is taken away: it is sent and shown, or she hears that it went nowhere`,
  SECONDS,
  async () => {
    for (let n = 0; n < RACES; n++) {
      const woman = `away-${n}`
      await ask(bot, woman, `Em muốn hỏi chuyện chia đất ${n}`)
      await takeFirst(bot, 'counsellor-1')
      const before = bot.seen('counsellor-1').length
      await bot.arrive('counsellor-1', text(`TRALOI-${n}`))
      await Promise.all([
        vaultTurn(bot.app),
        bot.store.vault.case.updateMany({
          where: { takenBy: 'demo-counsellor-1', state: 'taken' },
          data: { state: 'waiting', takenBy: null, takenAt: null },
        }),
      ])
      await bot.settle()
      const kept = await bot.store.vault.caseMessage.count({
        where: { from: 'counsellor', case: { state: 'waiting' } },
      })
      const heard = since('counsellor-1', before)
      expect([n, kept === 1, told(woman).includes(`TRALOI-${n}`)]).toEqual([n, kept === 1, kept === 1])
      expect([n, kept, heard]).toEqual([n, kept, expect.stringContaining(kept === 1 ? 'CA-' : 'không phải của chị')])
      await clearAway()
    }
  },
)

test(
  `${RACES} times she writes while her case is closed: the words are kept, or she is shown that it is closed`,
  SECONDS,
  async () => {
    for (let n = 0; n < RACES; n++) {
      const woman = `close-${n}`
      await ask(bot, woman, `Em muốn hỏi chuyện chia đất ${n}`)
      await takeFirst(bot, 'counsellor-1')
      await bot.say('counsellor-1', `TRALOI-C${n}`)
      await bot.press('counsellor-1', 'Đóng ca')
      const before = bot.seen(woman).length
      const [outcome] = bot.seen('counsellor-1').at(-1)?.buttons ?? []
      await atOnce(says(woman, `CUOI-${n}`), () =>
        bot.arrive('counsellor-1', { kind: 'press', token: outcome?.token ?? '' }),
      )
      const [last] = await bot.store.vault.case.findMany({ orderBy: { openedAt: 'desc' }, take: 1 })
      expect(last?.state).toBe('closed')
      expect(since(woman, before)).not.toBe('')
      await clearAway()
      bot.clock.move(MINUTE)
    }
  },
)
