import { afterAll, beforeAll, expect, test } from 'vitest'
import { blindIndex } from '../../src/bot/keys/keys.ts'
import { endWhatIsDue } from '../../src/bot/store/vault/retention.ts'
import { ask, DAY, HOUR, MINUTE, startTestBot, takeFirst, type TestBot } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
})
afterAll(() => bot.stop())

const COUNSELLOR = 'counsellor-1'
const { stringify } = JSON
const last = (key: string): string => bot.seen(key).at(-1)?.text ?? ''

async function roomOf(key: string) {
  const lane = blindIndex(bot.store.keys.vaultLane, 'talk', key)
  return await bot.store.vault.vaultConversation.findUnique({ where: { lane } })
}
async function caseOf(key: string) {
  const room = await roomOf(key)
  return await bot.store.vault.case.findFirstOrThrow({ where: { conversationId: room?.id ?? '-' } })
}
async function answered(woman: string, words: string): Promise<void> {
  await takeFirst(bot, COUNSELLOR)
  await bot.say(COUNSELLOR, words)
  await bot.say(COUNSELLOR, 'Bàn tư vấn')
  expect(stringify(bot.seen(woman))).not.toContain(words)
}
async function allow(woman: string, hours: string): Promise<void> {
  await bot.press(woman, 'Mục khác')
  await bot.press(woman, 'Giờ nhắn được')
  await bot.press(woman, hours)
}
const keep = (): Promise<void> => bot.store.vault.$transaction((tx) => endWhatIsDue(tx, bot.clock.now()))

test('without hours of hers nothing is ever said first', async () => {
  await ask(bot, 'never', 'tôi muốn hỏi thủ tục ly hôn')
  await bot.say('never', 'thoát')
  await answered('never', 'LỜI-1')
  const before = bot.seen('never').length
  for (let hour = 0; hour < 26; hour++) {
    bot.clock.move(HOUR)
    await bot.settle()
  }
  expect(bot.seen('never')).toHaveLength(before)
})

test('in her hours one neutral line comes, once, also after she left; the answer itself waits', async () => {
  await ask(bot, 'evening', 'tôi muốn hỏi thủ tục ly hôn')
  await allow('evening', 'Tối')
  await bot.say('evening', 'thoát')
  await answered('evening', 'LỜI-2')
  const before = bot.seen('evening').length
  bot.clock.set('2026-11-12T18:59')
  await bot.settle()
  expect(bot.seen('evening')).toHaveLength(before)
  for (const at of ['2026-11-12T19:00', '2026-11-12T20:30', '2026-11-13T19:30']) {
    bot.clock.set(at)
    await bot.settle()
  }
  expect(
    bot
      .seen('evening')
      .slice(before)
      .map((one) => one.text),
  ).toEqual(['Chị có thông báo mới.'])
})

test('a line that could not go in her hours is not sent after them, and is tried on the next day', async () => {
  const found = await caseOf('evening')
  const room = await roomOf('evening')
  const now = new Date('2026-11-14T20:59:00+07:00')
  bot.clock.set('2026-11-14T20:59')
  await bot.store.vault.vaultOutbox.create({
    data: {
      conversationId: room?.id ?? '-',
      channel: 'talk',
      key: 'late-nudge',
      kind: 'woman',
      priority: 1,
      body: new Uint8Array(1),
      toWoman: true,
      cause: 'herHours',
      until: new Date('2026-11-14T21:00:00+07:00'),
      createdAt: now,
      notBefore: new Date('2026-11-14T21:10:00+07:00'),
    },
  })
  const before = bot.seen('evening').length
  bot.clock.set('2026-11-14T21:10')
  await bot.settle()
  const row = await bot.store.vault.vaultOutbox.findUniqueOrThrow({ where: { key: 'late-nudge' } })
  expect([row.state, row.body, bot.seen('evening').length]).toEqual(['cancelled', null, before])
  expect((await bot.store.vault.case.findUniqueOrThrow({ where: { id: found.id } })).nudgedAt).toBeNull()
})

test('her code word typed as an answer reaches nobody, nor does her receipt', async () => {
  await ask(bot, 'secret', 'tôi muốn hỏi thủ tục ly hôn')
  const receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(last('secret'))?.[0] ?? ''
  await bot.press('secret', 'Đặt từ riêng')
  await bot.say('secret', 'Mưa Rào Tháng Sáu')
  await bot.say('secret', 'mua rao thang sau!')
  expect(last('secret')).toContain('không chuyển cho ai')
  await bot.say('secret', `mã của em là ${receipt.toLowerCase()} đó`)
  await takeFirst(bot, COUNSELLOR)
  const read = stringify(bot.seen(COUNSELLOR)).toLowerCase()
  expect(read).toContain('mã của em là ••• đó')
  expect(read).not.toContain('mua rao')
  await bot.say(COUNSELLOR, 'Bàn tư vấn')
})

test('thirty messages in a row are kept in order, acknowledged once, and call once', async () => {
  await ask(bot, 'many', 'tôi muốn hỏi thủ tục ly hôn')
  await takeFirst(bot, COUNSELLOR)
  const [seen, called] = [bot.seen('many').length, bot.seen(COUNSELLOR).length]
  for (let n = 1; n <= 30; n++) await bot.arrive('many', { kind: 'text', text: `dòng thứ ${n}.` })
  await bot.settle()
  expect([bot.seen('many').length - seen, bot.seen(COUNSELLOR).length - called]).toEqual([1, 1])
  await bot.press(COUNSELLOR, 'Mở ca')
  const lines = [...last(COUNSELLOR).matchAll(/dòng thứ (\d+)\./g)].map((one) => Number(one[1]))
  expect(lines).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
  bot.clock.move(2 * MINUTE)
  await bot.say('many', 'em hỏi thêm')
  expect(last('many')).toContain('Em đã chuyển lời của chị')
  await bot.say(COUNSELLOR, 'Bàn tư vấn')
})

test('what she thinks of the answer is counted without her', async () => {
  await bot.store.vault.case.updateMany({
    where: { id: (await caseOf('many')).id },
    data: { state: 'closed', closedAt: bot.clock.now(), outcome: 'answered' },
  })
  await bot.say('many', 'em cảm ơn')
  await bot.press('many', 'Góp ý')
  await bot.press('many', 'Một phần')
  const rows = await bot.store.vault.rating.findMany()
  expect(rows).toEqual([{ quarter: '2026-Q4', score: 'partly', count: 1 }])
  expect((await caseOf('many')).rated).toBe(true)
})

test('a request about her data is kept with the clocks of the law, and the head of the club hears of it in time', async () => {
  bot.clock.set('2026-11-20T10:00')
  await ask(bot, 'asks', 'tôi muốn hỏi thủ tục ly hôn')
  await bot.press('asks', 'Mục khác')
  await bot.press('asks', 'Yêu cầu')
  await bot.say('asks', 'cho em biết ai đã đọc lời của em')
  expect(stringify(bot.seen('asks').slice(-2))).toContain('Muộn nhất 17:00 thứ Ba, 24/11/2026')
  const row = await bot.store.vault.subjectRequest.findFirstOrThrow({ where: { kind: 'other' } })
  expect([row.answerBy, row.doneBy].map((at) => at.toISOString())).toEqual([
    '2026-11-24T10:00:00.000Z',
    '2026-11-30T10:00:00.000Z',
  ])
  expect(last('head')).toContain('có yêu cầu về dữ liệu')
  const told = bot.seen('head').length
  bot.clock.set('2026-11-23T17:00')
  await bot.settle()
  expect(
    bot
      .seen('head')
      .slice(told)
      .filter((one) => one.text.includes('yêu cầu về dữ liệu')),
  ).toHaveLength(1)
})

test('after thirty days a closed case has no key, no words and no way back; its row tells what and when', async () => {
  bot.clock.set('2026-12-01T10:00')
  await ask(bot, 'closed', 'tôi muốn hỏi thủ tục ly hôn')
  const { id } = await caseOf('closed')
  await bot.store.vault.case.update({
    where: { id },
    data: { state: 'closed', closedAt: bot.clock.now(), outcome: 'answered' },
  })
  bot.clock.move(6 * DAY)
  await keep()
  expect((await bot.store.vault.case.findUniqueOrThrow({ where: { id } })).conversationId).not.toBeNull()
  bot.clock.move(2 * DAY)
  await keep()
  expect((await bot.store.vault.case.findUniqueOrThrow({ where: { id } })).conversationId).toBeNull()
  expect(await bot.store.vault.caseKey.count({ where: { caseId: id } })).toBe(1)
  bot.clock.move(23 * DAY)
  await keep()
  const of = { where: { caseId: id } }
  expect([await bot.store.vault.caseKey.count(of), await bot.store.vault.caseMessage.count(of)]).toEqual([0, 0])
  const row = await bot.store.vault.case.findUniqueOrThrow({ where: { id } })
  expect([row.receipt, row.codeWord, row.outcome]).toEqual([null, null, 'answered'])
  bot.clock.move(740 * DAY)
  await keep()
  expect(await bot.store.vault.case.findUnique({ where: { id } })).toBeNull()
})

test('a case in which nobody wrote for sixty days closes, and she is not written to', async () => {
  bot.clock.set('2027-03-01T10:00')
  await ask(bot, 'idle', 'tôi muốn hỏi thủ tục ly hôn')
  const { id } = await caseOf('idle')
  const before = bot.seen('idle').length
  bot.clock.move(61 * DAY)
  await keep()
  const row = await bot.store.vault.case.findUniqueOrThrow({ where: { id } })
  expect([row.state, row.outcome]).toEqual(['closed', 'silent'])
  expect(bot.seen('idle')).toHaveLength(before)
})

test('after a week only the day of her words is known', async () => {
  const { id } = await bot.store.vault.case.findFirstOrThrow({ orderBy: { openedAt: 'desc' } })
  const message = await bot.store.vault.caseMessage.findFirstOrThrow({ where: { caseId: id } })
  expect(message.at.toISOString()).toBe('2027-02-28T17:00:00.000Z')
})

test('the room of a woman who has been silent for a month, with no case behind it, is gone', async () => {
  await bot.say('visitor', 'hỏi kín')
  expect(await roomOf('visitor')).not.toBeNull()
  bot.clock.move(31 * DAY)
  await keep()
  expect(await roomOf('visitor')).toBeNull()
})

test('the room of a woman in danger stays open while she is silent, but not longer than a day', async () => {
  await ask(bot, 'inDanger', 'tôi muốn hỏi thủ tục ly hôn')
  await bot.say('inDanger', 'chồng em đang cầm dao đuổi em, cứu em với')
  bot.clock.move(45 * MINUTE)
  await bot.settle()
  expect((await roomOf('inDanger'))?.open).toBe(true)
  await bot.store.vault.alarm.updateMany({ data: { stoodDownAt: bot.clock.now() } })
  bot.clock.move(25 * HOUR)
  await bot.settle()
  expect((await roomOf('inDanger'))?.open).toBe(false)
})

test('what waits for a counsellor on a page that she does not open is gone after a week, and not before', async () => {
  const unread = { state: 'waiting', channel: 'web' }
  await bot.store.vault.vaultOutbox.updateMany({ where: unread, data: { createdAt: bot.clock.now() } })
  await ask(bot, 'unread', 'tôi muốn hỏi thủ tục ly hôn')
  const waiting = await bot.store.vault.vaultOutbox.count({ where: unread })
  expect(waiting).toBeGreaterThan(0)
  bot.clock.move(7 * DAY)
  await keep()
  expect(await bot.store.vault.vaultOutbox.count({ where: unread })).toBe(waiting)
  bot.clock.move(MINUTE)
  await keep()
  expect(await bot.store.vault.vaultOutbox.count({ where: unread })).toBe(0)
  const ended = await bot.store.vault.vaultOutbox.findMany({ where: { state: 'cancelled', channel: 'web' } })
  expect(ended.map((one) => one.body)).toEqual(ended.map(() => null))
})
