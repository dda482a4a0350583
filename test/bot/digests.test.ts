import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { tick } from '../../src/bot/jobs/tick.ts'
import { previewDigest } from '../../src/bot/turns/previewDigest.ts'
import { unitId } from '../../src/domain/ids.ts'
import { addDays, at, DAY, HOUR, localDate } from '../../src/domain/calendar.ts'
import { startTestBot, type TestBot } from '../support/bot.ts'
import { many } from '../support/many.ts'
import { plan2022 } from '../support/plan2022.ts'

/** Weeks that are lived through, and clocks of a host on which they are. */
const WEEKS = many(6, 520)
const ZONES = [
  'UTC',
  'Asia/Ho_Chi_Minh',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Pacific/Apia',
  'Asia/Kathmandu',
].slice(0, many(2, 6))
const forTenYears = { ...plan2022, to: localDate('2032-12-31') }
const BEGIN = localDate('2022-01-03')

const home = process.env['TZ']
afterEach(() => {
  if (home === undefined) delete process.env['TZ']
  else process.env['TZ'] = home
})

/** What became of the digests of one leader: every one frozen, and those that were sent. */
async function digestsOf(bot: TestBot, key: string) {
  const frozen = await bot.store.union.digest.findMany({
    where: { personId: `demo-${key}` },
    orderBy: { number: 'asc' },
  })
  const sent = bot.seen(key).flatMap(({ text }) => /Bản tin tuần số (\d+)/u.exec(text)?.[1] ?? [])
  return { weeks: frozen.map(({ week }) => week), numbers: frozen.map(({ number }) => number), sent: sent.map(Number) }
}

describe.each(ZONES)('a host whose clock is in %s', (zone) => {
  test(`in ${WEEKS} weeks of restarts, sleep, two processes and a jumping clock each leader has one digest a week`, async () => {
    process.env['TZ'] = zone
    const bot = await startTestBot({ at: '2022-01-02T00:00', plans: [forTenYears] })
    try {
      const random = fc.sample(fc.integer({ min: 1, max: 60 }), { numRuns: WEEKS * 4, seed: 7 })
      const end = at(addDays(BEGIN, 7 * (WEEKS - 1)), 7)
      let furthest = bot.clock.now().getTime()
      for (let n = 0; furthest < end; n++) {
        const hours = random[n % random.length] ?? 1
        furthest = Math.min(furthest + hours * HOUR, end)
        // Every third look the clock was put back for a while; every fifth is after a fortnight of sleep.
        if (n % 3 === 0) {
          bot.clock.set(new Date(furthest - 20 * HOUR).toISOString())
          await tick(bot.app)
        }
        if (n % 5 === 0) furthest = Math.min(furthest + 14 * DAY, end)
        bot.clock.set(new Date(furthest).toISOString())
        // Two processes look at the same moment.
        await Promise.all([tick(bot.app), tick(bot.app)])
        await bot.settle()
      }
      const all = Array.from({ length: WEEKS }, (_, index) => addDays(BEGIN, 7 * index))
      // The districts, and their leaders with them, ended in the summer of 2025: who slept through the last fortnight of a role has
      // no right to its digests any more.
      const roleOf = { leader: all, 'leader-district': all.filter((week) => week <= '2025-06-30') }
      for (const [key, hers] of Object.entries(roleOf)) {
        const { numbers, sent, ...found } = await digestsOf(bot, key)
        const weeks = hers.slice(0, found.weeks.length)
        expect(found.weeks).toEqual(weeks)
        expect(hers.length - weeks.length).toBeLessThanOrEqual(hers.length < all.length ? 2 : 0)
        expect(numbers).toEqual(weeks.map((_, index) => index + 1))
        expect(sent).toEqual([...new Set(sent)])
        expect(sent.at(-1)).toBe(weeks.length)
      }
    } finally {
      await bot.stop()
    }
  }, 3_600_000)
})

describe('a digest', () => {
  let bot: TestBot
  beforeAll(async () => {
    bot = await startTestBot({ at: '2022-03-06T09:00' })
  })
  afterAll(() => bot.stop())

  test('after missed Mondays all are frozen and numbered, and the newest alone is sent', async () => {
    bot.clock.set('2022-03-29T10:00')
    await bot.settle()
    const { weeks, numbers, sent } = await digestsOf(bot, 'leader')
    expect(weeks).toEqual(['2022-03-07', '2022-03-14', '2022-03-21', '2022-03-28'])
    expect(numbers).toEqual([1, 2, 3, 4])
    expect(sent).toEqual([4])
    expect(bot.seen('leader').at(-1)?.text).toContain('3 bản tin trước (số 1–3)')
  })

  test('comes at the day and hour that she chose, once in the week of the change', async () => {
    await bot.press('leader', 'Cài đặt bản tin')
    await bot.press('leader', 'Đổi ngày')
    await bot.press('leader', 'thứ Năm')
    await bot.press('leader', 'Đổi giờ')
    await bot.say('leader', '15h')
    expect(bot.seen('leader').at(-1)?.text).toContain('thứ Năm, 15 giờ. Lần tới: 07/04/2022')
    bot.clock.set('2022-03-31T16:00')
    await bot.settle()
    bot.clock.set('2022-04-04T08:00')
    await bot.settle()
    expect((await digestsOf(bot, 'leader')).weeks).toHaveLength(4)
    bot.clock.set('2022-04-07T15:00')
    await bot.settle()
    const { weeks, sent } = await digestsOf(bot, 'leader')
    expect(weeks.at(-1)).toBe('2022-04-04')
    expect(sent).toEqual([4, 5])
  })

  test('is brought at once when the new hour of the week has already passed', async () => {
    bot.clock.set('2022-04-13T09:00')
    await bot.settle()
    await bot.press('leader', 'Cài đặt bản tin')
    await bot.press('leader', 'Đổi ngày')
    await bot.press('leader', 'thứ Hai')
    const { weeks, sent } = await digestsOf(bot, 'leader')
    expect(weeks.at(-1)).toBe('2022-04-11')
    expect(sent).toEqual([4, 5, 6])
    bot.clock.set('2022-04-16T09:00')
    await bot.settle()
    expect((await digestsOf(bot, 'leader')).sent).toEqual([4, 5, 6])
  })

  test('that she stopped is frozen all the same', async () => {
    await bot.press('leader', 'Ngừng gửi')
    bot.clock.set('2022-04-18T16:00')
    await bot.settle()
    const { weeks, sent } = await digestsOf(bot, 'leader')
    expect(weeks.at(-1)).toBe('2022-04-18')
    expect(sent).toEqual([4, 5, 6])
  })

  test('can be looked at beforehand, also in a week that has its own, and nothing comes of it', async () => {
    const before = await bot.store.union.digest.count()
    const lines = await previewDigest(bot.app, unitId('tinh'))
    expect(lines?.[0]).toContain('Bản tin tuần số 8')
    expect(await bot.store.union.digest.count()).toBe(before)
  })

  test('is never changed or taken away again, not even by the bot’s own login', async () => {
    await expect(bot.store.union.digest.deleteMany({})).rejects.toThrow(/permission denied/u)
    await expect(bot.store.union.digest.updateMany({ data: { number: 9 } })).rejects.toThrow(/permission denied/u)
  })
})

test('a leader who cannot be reached has her digests frozen, and nothing waits for her', async () => {
  const bot = await startTestBot({ at: '2022-03-06T09:00' })
  try {
    await bot.store.union.conversation.updateMany({
      where: { personId: 'demo-leader' },
      data: { deadSince: bot.clock.now() },
    })
    bot.clock.set('2022-03-07T07:00')
    await bot.settle()
    const { weeks, sent } = await digestsOf(bot, 'leader')
    expect(weeks).toEqual(['2022-03-07'])
    expect(sent).toEqual([])
  } finally {
    await bot.stop()
  }
})
