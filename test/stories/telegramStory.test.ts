import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTelegramBot, type Talker, type TelegramBot } from './telegramBot.ts'

// Long talks, on a machine that has other things to do.
vi.setConfig({ testTimeout: 90_000 })

let bot: TelegramBot
beforeAll(async () => {
  bot = await startTelegramBot(7)
})
afterAll(() => bot.stop())

test('an administrator invites by chat, and who types the code is an officer', async () => {
  const admin = bot.talker(1)
  await admin.say(bot.adminCode)
  await admin.sees('Tài khoản này là quản trị của Hội LHPN tỉnh Khê Giang')
  await admin.say('quản trị')
  await admin.sees('đơn vị đang hoạt động')
  await admin.press('Mời người')
  await admin.sees('vai trò nào')
  await admin.press('cán bộ báo cáo')
  await admin.sees('gõ tên đơn vị')
  await admin.say('Khê Thượng')
  const { text } = await admin.sees('Mã mời cán bộ báo cáo – Hội LHPN xã Khê Thượng')
  const code = /\w{5}-\w{5}/.exec(text)?.[0] ?? ''
  const link = /https:\/\/t\.me\/\w+\?start=\S+/.exec(text)?.[0] ?? ''
  expect(link.endsWith(`?start=${code}`)).toBe(true)

  const officer = bot.talker(2)
  await officer.say('/start')
  await officer.sees('máy trả lời tự động')
  await officer.press('Nhập mã mời')
  await officer.sees('Chị gõ mã mời')
  await officer.say('AAAAA-AAAAA')
  await officer.sees('Mã này không dùng được')
  // As Telegram writes it when she taps the link.
  await officer.say(`/start ${new URL(link).searchParams.get('start')}`)
  await officer.sees('Tài khoản này là cán bộ báo cáo của Hội LHPN xã Khê Thượng')
  await admin.say('menu')
  await admin.say(code)
  expect((await admin.sees('Mã này không dùng được')).buttons).toHaveLength(1)
})

test('an officer reports by buttons, which change the card in place, and by typing', async () => {
  const officer = await bot.officer(10)
  const before = officer.said().length
  await toParticipants(officer)
  const [card] = officer.said().slice(before - 1)
  expect(card?.edits).toBeGreaterThanOrEqual(4)
  await officer.say('45 người')
  await officer.sees('bao nhiêu nữ')
  await officer.press('Bỏ qua phần còn lại')
  await officer.sees('Số người dự: 45 người')
  await officer.press('Gửi')
  const { text, buttons } = await officer.sees('Đã gửi. Mã báo cáo: COM-')
  expect(text).toMatch(/T2\.3\.1 [^\n]+: \d+ → \d+/)
  expect(buttons.map(({ label }) => label)).toContain('Thu lại (trong 10 phút)')
  await officer.press('Thu lại')
  await officer.sees('Em đã thu lại báo cáo')
})

test('a button of an earlier question says that it is answered, and shows the question that stands', async () => {
  const officer = await bot.officer(11)
  await toParticipants(officer)
  const old = officer.said().findLast(({ buttons }) => buttons.length > 0)
  await officer.say('45')
  await officer.sees('bao nhiêu nữ')
  const from = { id: 11, is_bot: false, first_name: 'Test' }
  const message = { message_id: old?.id, chat: { id: 11, type: 'private' }, date: 0 }
  bot.stand.deliver({ callback_query: { id: 'stale', from, message, data: old?.buttons[0]?.data } })
  await officer.sees('Câu này đã trả lời rồi')
  await officer.user.waitFor(() => officer.said().at(-1)?.text.includes('bao nhiêu nữ') === true)
  expect(officer.said().at(-2)?.text).toContain('Câu này đã trả lời rồi')
})

test('a voice message is answered at once, and the question stands', async () => {
  const officer = await bot.officer(12)
  await toParticipants(officer)
  await officer.user.sendOther({ voice: { file_id: 'v', file_unique_id: 'v', duration: 4 } })
  await officer.sees('chưa nghe được tin thoại')
  await officer.say('45')
  expect((await officer.sees('bao nhiêu nữ')).text).toContain('câu 6/')
})

test('two presses at once send one report', async () => {
  const officer = await bot.officer(13)
  await toParticipants(officer)
  await officer.say('45')
  await officer.sees('bao nhiêu nữ')
  await officer.press('Bỏ qua phần còn lại')
  await officer.sees('Số người dự: 45 người')
  await Promise.all([officer.press('Gửi'), officer.press('Gửi')])
  await officer.sees('Đã gửi. Mã báo cáo')
  await officer.sees('Câu này đã trả lời rồi')
  await bot.stand.allConfirmed()
  expect(officer.said().filter(({ text }) => text.includes('Đã gửi. Mã báo cáo'))).toHaveLength(1)
})

test('when Telegram says to wait, everything arrives all the same and in order', async () => {
  const officer = await bot.officer(14)
  const before = officer.said().length
  const wait = { kind: 'refuse', code: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 } as const
  for (let n = 0; n < 2; n++) bot.stand.faults.fail('sendMessage', wait)
  for (const word of ['báo cáo', 'đơn vị tôi', 'menu']) await officer.say(word)
  await officer.user.waitFor(() => officer.said().length >= before + 3)
  const heads = officer
    .said()
    .slice(before)
    .map(({ text }) => text.split('\n')[0])
  expect(heads).toEqual([
    expect.stringContaining('báo cáo việc gì'),
    expect.stringContaining('Hội LHPN xã Khê Trung'),
    expect.stringContaining('Chào chị'),
  ])
})

test('the bot is started anew, and her report goes on where it was', async () => {
  const officer = await bot.officer(15)
  await toParticipants(officer)
  await officer.press('Để sau')
  await officer.sees('Em giữ bản nháp')
  await bot.stopBot()
  await officer.say('tiếp tục')
  await bot.startBot()
  await officer.sees('bao nhiêu người dự')
  await bot.stopBot()
  await officer.say('45')
  await bot.startBot()
  await officer.sees('bao nhiêu nữ')
  await officer.press('Bỏ qua phần còn lại')
  const { text } = await officer.sees('Số người dự')
  expect(text).toContain('4. Số cuộc: 2 cuộc\n5. Số người dự: 45 người')
})

test('nothing that the bot asked of Telegram broke its rules', () => {
  expect(bot.stand.asked().length).toBeGreaterThan(100)
  expect(bot.stand.broken()).toEqual([])
})

/** From the first screen to the question that wants a number: by four buttons, each of which changes the card, and two texts. */
async function toParticipants(officer: Talker): Promise<void> {
  await officer.press('Báo cáo')
  await officer.sees('báo cáo việc gì')
  await officer.press('Tuyên truyền')
  await officer.sees('hình thức nào')
  await officer.press('Truyền thông nhóm')
  await officer.sees('diễn ra ngày nào')
  await officer.press('Hôm nay')
  await officer.sees('chủ đề nào')
  await officer.press('Bình đẳng giới')
  await officer.sees('chủ đề nào')
  await officer.press('Xong')
  await officer.sees('Tổ chức mấy cuộc')
  await officer.say('2')
  await officer.sees('bao nhiêu người dự')
}
