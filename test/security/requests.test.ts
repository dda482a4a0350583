import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, startTestBot, takeFirst, type TestBot } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-20T10:00' })
})
afterAll(() => bot.stop())

const last = (key: string): string => bot.seen(key).at(-1)?.text ?? ''
const since = (key: string, from: number): string =>
  bot
    .seen(key)
    .slice(from)
    .map((one) => one.text)
    .join('\n')
const row = async (kind: string) => await bot.store.vault.subjectRequest.findFirstOrThrow({ where: { kind } })

/** She asks, by a kind or in her own words alone. */
async function request(woman: string, kind: string | undefined, words: string): Promise<void> {
  await bot.press(woman, 'Mục khác')
  await bot.press(woman, 'Yêu cầu')
  if (kind !== undefined) await bot.press(woman, kind)
  await bot.say(woman, words)
}
const acts = async () =>
  (await bot.store.vault.vaultAudit.findMany({ where: { act: { startsWith: 'request.' } } })).map((one) => one.act)

/** From her phone again, a day later: through the door by her receipt. */
async function back(woman: string, receipt: string): Promise<void> {
  await bot.say(woman, 'hỏi kín')
  await bot.say(woman, receipt)
}
const receiptOf = (woman: string): string => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(since(woman, 0))?.[0] ?? ''

test('the head answers a request without a word of the case; the clock stops, and she sees the answer and when', async () => {
  await ask(bot, 'a', 'tôi muốn hỏi thủ tục ly hôn KANARI-1')
  await takeFirst(bot, 'counsellor-1')
  await bot.say('counsellor-1', 'Bàn tư vấn')
  await request('a', 'Ngừng dùng', 'đừng dùng lời của em nữa KANARI-2')
  await bot.say('a', 'thoát')
  const asked = bot.seen('a').length
  await bot.press('head', 'Mở yêu cầu')
  expect(last('head')).toMatch(/CA-.* · Ngừng dùng lời của tôi · 0 phút · trả lời trước 17:00 24\/11/)
  expect(last('head')).toContain('làm xong trước 17:00 05/12')
  await bot.press('head', 'Trả lời: đã làm xong')
  await bot.say('head', 'Câu lạc bộ đã ngừng dùng lời của chị TRALOI-1')
  expect(since('head', 0)).not.toContain('KANARI')
  const { answeredAt, doneAt, outcome, answeredBy } = await row('stop')
  expect([answeredAt, doneAt, outcome, answeredBy]).toEqual([
    bot.clock.now(),
    bot.clock.now(),
    'done',
    expect.any(String),
  ])
  // Her question itself still waits for its answer.
  expect(await bot.store.vault.case.count({ where: { answeredAt: null } })).toBe(1)
  // She has left: nothing is said first.
  expect(bot.seen('a')).toHaveLength(asked)
  const told = bot.seen('head').length
  bot.clock.set('2026-11-23T17:00')
  await bot.settle()
  bot.clock.set('2026-12-05T08:00')
  await bot.settle()
  expect(since('head', told)).not.toContain('yêu cầu về dữ liệu')
  expect(await acts()).toEqual(['request.look', 'request.done'])
  const from = bot.seen('a').length
  await back('a', receiptOf('a'))
  expect(since('a', from)).toContain(
    'Về yêu cầu «Ngừng dùng lời của tôi»:\nCâu lạc bộ đã ngừng dùng lời của chị TRALOI-1',
  )
  await bot.press('a', 'Mục khác')
  await bot.press('a', 'Yêu cầu')
  expect(last('a')).toContain(
    '• «Ngừng dùng lời của tôi», gửi lúc 10:00 20/11/2026: đã trả lời và làm xong lúc 10:00 20/11/2026.',
  )
})

test('answered with a time, it is done later; the reminder of the second clock comes once, and none after that', async () => {
  bot.clock.set('2026-12-07T10:00')
  await ask(bot, 'b', 'tôi muốn hỏi thủ tục khai sinh')
  await request('b', 'Sửa chỗ', 'tên xã em viết nhầm')
  await bot.press('head', 'Mở yêu cầu')
  await bot.press('head', 'Trả lời: sẽ làm')
  await bot.say('head', 'Chúng tôi sẽ sửa')
  expect(await row('correct')).toMatchObject({ outcome: 'later', doneAt: null, answeredAt: bot.clock.now() })
  const told = bot.seen('head').length
  for (const at of ['2026-12-08T17:00', '2026-12-16T17:00', '2026-12-17T09:00']) {
    bot.clock.set(at)
    await bot.settle()
  }
  expect(since('head', told).match(/yêu cầu về dữ liệu/g)).toHaveLength(1)
  expect(since('head', told)).toContain('đã trả lời, cần làm xong trước 17:00 17/12')
  await bot.press('head', 'Mở yêu cầu')
  await bot.press('head', 'Trả lời: đã làm xong')
  await bot.press('head', 'Chỉ ghi, không viết')
  expect(await row('correct')).toMatchObject({ outcome: 'done', doneAt: bot.clock.now() })
})

test('a refusal carries its reason to her screen, and never a number unasked', async () => {
  bot.clock.set('2026-12-21T10:00')
  await ask(bot, 'c', 'tôi muốn hỏi về hợp đồng lao động')
  await request('c', 'Ai đã đọc', 'cho em tên người đọc')
  await bot.press('head', 'Mở yêu cầu')
  await bot.press('head', 'Trả lời: không làm được')
  await bot.press('head', 'ảnh hưởng đến quyền của người khác')
  await bot.say('head', 'Tên người tư vấn được giữ kín, chị gọi 0912 345 678')
  expect(last('head')).toContain('số điện thoại')
  expect(await row('access')).toMatchObject({ answeredAt: null })
  await bot.press('head', 'Che rồi gửi')
  expect(await row('access')).toMatchObject({ outcome: 'refused', reason: 'othersRights' })
  expect(await acts()).toContain('request.refused.othersRights')
  await bot.press('c', 'Mục khác')
  await bot.press('c', 'Xem lại')
  expect(since('c', 0)).toContain('không làm được: ảnh hưởng đến quyền của người khác')
  expect(since('c', 0)).not.toContain('0912')
})

test('whoever has the case may answer too; another counsellor has no such list', async () => {
  bot.clock.move(60_000)
  await ask(bot, 'd', 'tôi hỏi chuyện nuôi con')
  await bot.say('counsellor-2', 'Bàn tư vấn')
  await bot.press('counsellor-2', 'Hàng chờ')
  const { alias } = await bot.store.vault.case.findFirstOrThrow({ orderBy: { openedAt: 'desc' } })
  await bot.press('counsellor-2', alias)
  await request('d', undefined, 'em có yêu cầu riêng')
  await bot.say('counsellor-1', 'Bàn tư vấn')
  expect(
    bot
      .seen('counsellor-1')
      .at(-1)
      ?.buttons.map((one) => one.label)
      .join('\n'),
  ).not.toContain('Yêu cầu')
  await bot.press('counsellor-2', 'Mở yêu cầu')
  expect(last('counsellor-2')).toContain('chị mở ca để đọc')
  await bot.press('head', 'Mở yêu cầu')
  await bot.press('counsellor-2', 'Trả lời: đã làm xong')
  await bot.say('counsellor-2', 'Đã làm cho chị')
  expect(await row('other')).toMatchObject({ outcome: 'done' })
  // The head stood before the same request: it is answered once.
  await bot.press('head', 'Trả lời: đã làm xong')
  expect(since('head', bot.seen('head').length - 2)).toContain('đã xong')
  expect(bot.log.filter((line) => line.includes('error'))).toEqual([])
})

test('what she erases needs no answer any more', async () => {
  await ask(bot, 'e', 'tôi hỏi chuyện đất')
  await request('e', 'Sửa chỗ', 'sửa giúp em')
  await bot.press('e', 'Quay lại').catch(() => [])
  await bot.say('e', 'xóa')
  await bot.press('e', 'Xóa hết')
  expect(await bot.store.vault.subjectRequest.count({ where: { doneAt: null } })).toBe(0)
  const told = bot.seen('head').length
  bot.clock.move(2 * 24 * 3600_000)
  await bot.settle()
  expect(since('head', told)).not.toContain('yêu cầu về dữ liệu')
})
