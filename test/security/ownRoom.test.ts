import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestBot, takeFirst, type TestBot } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
})
afterAll(() => bot.stop())

const last = (key: string): string => bot.seen(key).at(-1)?.text ?? ''
const labels = (key: string): string => (bot.seen(key).at(-1)?.buttons ?? []).map((one) => one.label).join('\n')
const told = (key: string, from = 0): string =>
  bot
    .seen(key)
    .slice(from)
    .map((one) => `${one.text}\n${one.buttons.map((button) => button.label).join('\n')}`)
    .join('\n')
const newest = async () => await bot.store.vault.case.findFirstOrThrow({ orderBy: { openedAt: 'desc' } })

/** From her desk into her own room, to a case with these words. */
async function asksForHerself(member: string, words: string): Promise<void> {
  await bot.say(member, 'Bàn tư vấn')
  await bot.say(member, 'hỏi riêng')
  expect(last(member)).toBe('Chị muốn hỏi cho riêng mình, hay mở bàn tư vấn ạ?')
  await bot.press(member, 'Hỏi cho riêng tôi')
  await bot.press(member, 'Tiện')
  await bot.press(member, 'Đồng ý')
  await bot.say(member, words)
  expect(last(member)).toMatch(/Mã|Muộn nhất|mã/)
}

test("a member asks for herself on her own account, and her case is in nobody else's desk but hers", async () => {
  await bot.say('counsellor-1', 'Bàn tư vấn')
  await bot.say('counsellor-1', 'vào ca trực')
  await bot.press('counsellor-1', 'nhận được')
  await bot.say('counsellor-2', 'Bàn tư vấn')
  await bot.say('counsellor-2', 'vào ca trực')
  await bot.press('counsellor-2', 'nhận được')
  const [mine, theirs] = [bot.seen('counsellor-1').length, bot.seen('counsellor-2').length]
  await asksForHerself('counsellor-1', 'tôi muốn hỏi thủ tục ly hôn KANARI-1')
  const { alias } = await newest()
  expect(told('counsellor-2', theirs)).toContain(alias)
  expect(told('counsellor-1', mine)).not.toContain(alias)
  await bot.say('counsellor-1', 'thoát')
  expect(last('counsellor-1')).not.toMatch(/KANARI|ly hôn/)
  await bot.say('counsellor-1', 'Bàn tư vấn')
  expect(last('counsellor-1')).toContain('Đang chờ: 0 ca, 0 tin khẩn')
  expect(labels('counsellor-1')).not.toContain('Hàng chờ')
  await takeFirst(bot, 'counsellor-2')
  expect(last('counsellor-2')).toContain('KANARI-1')
  expect(told('counsellor-2')).not.toContain('Tư vấn viên 1')
  const from = bot.seen('counsellor-1').length
  await bot.say('counsellor-2', 'Chị cần giấy khai sinh TRALOI-1')
  // She stands at her desk: nothing of the other room comes there.
  expect(told('counsellor-1', from)).not.toContain('TRALOI-1')
  const receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(told('counsellor-1', mine))?.[0] ?? ''
  await bot.say('counsellor-1', 'hỏi cho tôi')
  await bot.press('counsellor-1', 'Hỏi cho riêng tôi')
  await bot.say('counsellor-1', receipt)
  expect(told('counsellor-1', from)).toContain('TRALOI-1')
  await bot.say('counsellor-1', 'thoát')
})

test('the two rooms share no value that would join them', async () => {
  const client = new Client({ connectionString: bot.ownerUrl })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(`SELECT c.* FROM vault.conversation c ORDER BY c.id`)
  await client.end()
  const desk = await bot.store.vault.vaultConversation.findFirstOrThrow({
    where: { memberId: { contains: 'counsellor-1' } },
  })
  const { conversationId } = await newest()
  const own = rows.find((row) => row['id'] === conversationId)
  const seat = rows.find((row) => row['id'] === desk.id)
  const text = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('hex') : String(value))
  const long = (row: Record<string, unknown> | undefined): ReadonlySet<string> =>
    new Set(
      Object.values(row ?? {})
        .map(text)
        .filter((value) => value.length >= 12 && !value.includes('GMT')),
    )
  expect(long(own).size).toBeGreaterThan(2)
  expect([...long(own)].filter((value) => long(seat).has(value))).toEqual([])
  expect(own?.['memberId']).toBeNull()
})

test('her danger at the desk gives the numbers, and her alarm pages others but never herself', async () => {
  await bot.say('counsellor-1', 'Bàn tư vấn')
  const shown = await bot.say('counsellor-1', 'chồng tôi đang cầm dao đuổi tôi cứu tôi với')
  expect(shown[0]?.text).toMatch(/113/)
  await bot.press('counsellor-1', 'Hỏi cho riêng tôi')
  const [mine, theirs] = [bot.seen('counsellor-1').length, bot.seen('counsellor-2').length]
  await bot.say('counsellor-1', 'chồng tôi đang cầm dao đuổi tôi cứu tôi với')
  bot.clock.move(1000)
  await bot.settle()
  expect(told('counsellor-2', theirs)).toContain('Nhận tin khẩn')
  expect(told('counsellor-1', mine)).toContain('113')
  expect(told('counsellor-1', mine)).not.toContain('Nhận tin khẩn')
  await bot.say('counsellor-1', 'thoát')
  await bot.say('counsellor-1', 'Bàn tư vấn')
  expect(last('counsellor-1')).toContain('0 tin khẩn')
  await bot.press('counsellor-2', 'Nhận tin khẩn')
  expect(last('counsellor-2')).toContain('cầm dao')
})

test('what she writes of herself outside the desk opens her own room, and her alarm from there is answered in it', async () => {
  await bot.say('counsellor-1', 'Việc khác của Hội')
  const from = bot.seen('counsellor-1').length
  await bot.say('counsellor-1', 'tôi muốn hỏi thủ tục ly hôn')
  expect(told('counsellor-1', from)).toContain('Chị nhắn lúc này có tiện không')
  expect(told('counsellor-1', from)).not.toContain('Bàn tư vấn –')
  await bot.say('counsellor-1', 'thoát')
  await bot.say('counsellor-1', 'Việc khác của Hội')
  await bot.say('counsellor-1', 'nó đang cầm dao đập cửa cứu em với')
  bot.clock.move(1000)
  await bot.settle()
  await bot.press('counsellor-2', 'Nhận tin khẩn')
  const found = await bot.store.vault.case.findFirstOrThrow({
    where: { consent: 'danger' },
    orderBy: { openedAt: 'desc' },
  })
  const room = await bot.store.vault.vaultConversation.findFirstOrThrow({ where: { id: found.conversationId ?? '-' } })
  expect(room.memberId).toBeNull()
})

test("the head's board does not hold her own case, and of it somebody else is told", async () => {
  await bot.say('counsellor-1', 'thoát')
  await asksForHerself('head', 'tôi hỏi chuyện nuôi con')
  const { alias } = await newest()
  await bot.press('head', 'Mục khác')
  await bot.press('head', 'Yêu cầu')
  const [from, theirs] = [bot.seen('head').length, bot.seen('counsellor-2').length]
  await bot.say('head', 'cho tôi biết ai đã đọc')
  expect(told('counsellor-2', theirs)).toContain(`${alias}: có yêu cầu về dữ liệu`)
  await bot.say('head', 'thoát')
  await bot.say('head', 'Bàn tư vấn')
  await bot.press('head', 'Bảng ca')
  expect(told('head', from)).not.toContain(alias)
  expect(bot.log.filter((line) => line.includes('"error"'))).toEqual([])
})
