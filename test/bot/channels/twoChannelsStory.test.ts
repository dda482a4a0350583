import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TelegramUser } from '../../support/telegramUser.ts'
import type { Phone } from '../../zalo/simulator/phone.ts'
import { startZaloStand, type ZaloStand } from './zalo/stand.ts'

const DAY = 24 * 3600_000
/** Long enough to stand in no random code. */
const COUNSELLOR = 7_052_116_052
let stand: ZaloStand

beforeAll(async () => {
  // A Thursday.
  stand = await startZaloStand({ at: '2022-11-03T08:00', telegram: true })
})

afterAll(() => stand.stop())

function telegram(id: number): TelegramUser {
  const user = stand.telegram?.user(id)
  if (user === undefined) throw new Error('no Telegram')
  return user
}

const textsOf = (who: Phone | TelegramUser): string =>
  ('heard' in who ? who.heard() : who.seen().filter(({ from }) => from === 'bot')).map(({ text }) => text).join('\n')

async function say(who: Phone | TelegramUser, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await who.say(text)
    await stand.settle()
  }
}

async function press(who: Phone | TelegramUser, label: string): Promise<void> {
  await who.press(label)
  await stand.settle()
}

test('an officer reports on Zalo, and on Monday her leader reads it on Telegram and taps down to the report', async () => {
  const officer = stand.simulator.user('1001', 'Chị Lan')
  await officer.follow()
  await say(officer, await stand.invite('officer', 'xa-1'), 'báo cáo', 'truyen thong')
  await press(officer, 'Truyền thông nhóm')
  await press(officer, 'Hôm qua')
  await say(officer, '1,2', 'hai cuộc', '45 người', '30 nữ')
  await press(officer, 'Bỏ qua phần còn lại')
  await press(officer, 'Gửi')
  const report = await stand.store.union.report.findFirstOrThrow({ where: { unit: 'xa-1' } })
  expect(textsOf(officer)).toContain(report.code)

  const leader = telegram(51)
  // The link of an invitation opens the bot with the code in it.
  await say(leader, `/start ${await stand.invite('leader', 'xa-1')}`)
  expect(textsOf(leader)).toContain('Phú An')
  stand.move(4 * DAY)
  await stand.settle()
  expect(textsOf(leader)).toContain('Bản tin tuần số 1')
  await press(leader, 'Xem chi tiết')
  const down = leader.seen().findLast(({ buttons }) => buttons.length > 0)
  expect(down?.buttons.length).toBeGreaterThan(1)
})

test('a woman on Zalo and a counsellor on Telegram talk, and neither learns who the other is', async () => {
  const counsellor = telegram(COUNSELLOR)
  await say(counsellor, '/start', await stand.invite('counsellor', 'tinh'))
  await say(counsellor, 'Bàn tư vấn')
  await press(counsellor, 'Vào ca trực')
  await press(counsellor, 'Em nhận được')
  const woman = stand.simulator.user('4400112002', 'Nguyễn Thị Bí Mật')
  await say(woman, 'hỏi kín')
  await press(woman, 'Tiện')
  await press(woman, 'Đồng ý')
  await say(woman, '2', 'Con em 3 tuổi, khi chia tay ai được nuôi ạ?')
  await press(counsellor, 'Nhận ca')
  expect(textsOf(counsellor)).toContain('Con em 3 tuổi')
  await say(counsellor, 'Chào chị, con dưới 36 tháng thường giao cho mẹ.')
  expect(textsOf(woman)).toContain('con dưới 36 tháng thường giao cho mẹ')

  const shownToCounsellor = JSON.stringify(counsellor.seen())
  expect(shownToCounsellor).not.toMatch(/4400112002|Bí Mật/)
  expect(JSON.stringify(woman.heard())).not.toMatch(/7052116052|Test/)
  expect(JSON.stringify(stand.simulator.world.asked)).not.toMatch(/7052116052/)
  const ofCase = counsellor.seen().filter(({ from, text }) => from === 'bot' && text.includes('Con em 3 tuổi'))
  expect(ofCase.every(({ protect }) => protect)).toBe(true)
  expect(stand.log.join()).not.toMatch(/4400112002|Bí Mật|tuổi/)
})

test('a counsellor hears in time that Zalo will shut the chat of a silent woman', async () => {
  const counsellor = telegram(COUNSELLOR)
  const hears = async (hours: number): Promise<string> => {
    const before = counsellor.seen().length
    stand.move(hours * 3600_000)
    await stand.settle()
    return counsellor
      .seen()
      .slice(Math.min(before, counsellor.seen().length))
      .map(({ text }) => text)
      .join('\n')
  }
  expect(await hears(35)).not.toContain('chưa nhắn lại trên Zalo')
  stand.move(2 * 3600_000)
  await stand.settle()
  expect(textsOf(counsellor)).toContain('36 giờ rồi chị ấy chưa nhắn lại trên Zalo')
  stand.move(4 * DAY + 12 * 3600_000)
  await stand.settle()
  expect(textsOf(counsellor)).toContain('6 ngày rồi chị ấy chưa nhắn lại trên Zalo')
})
