import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outboxValues } from '../../../../src/bot/store/outboxEntry.ts'
import type { Phone } from '../../../zalo/simulator/phone.ts'
import { startZaloStand, type ZaloStand } from './stand.ts'

let stand: ZaloStand

beforeAll(async () => {
  stand = await startZaloStand()
})

afterAll(() => stand.stop())

const last = (phone: Phone): string => phone.heard().at(-1)?.text ?? ''

async function say(phone: Phone, ...texts: readonly string[]): Promise<string> {
  for (const text of texts) {
    expect(await phone.say(text)).toBe(200)
    await stand.settle()
  }
  return last(phone)
}

async function press(phone: Phone, title: string): Promise<string> {
  expect(await phone.press(title)).toBe(200)
  await stand.settle()
  return last(phone)
}

test('an officer binds her account, reports with taps, words and numbers, and gets her receipt', async () => {
  const lan = stand.simulator.user('1001', 'Chị Lan')
  await lan.follow()
  await stand.settle()
  expect(last(lan)).toContain('Em là máy trả lời tự động')
  // Zalo makes the id of this event of hers; what is kept to know it again for 30 days tells nothing of her.
  const [kept] = await stand.store.union.inbox.findMany({ where: { channel: 'zalo' } })
  expect(kept?.eventKey).toMatch(/^[\w-]{24}$/)
  expect(await say(lan, await stand.invite('officer', 'xa-1'))).toContain('Hội LHPN xã Phú An')
  await say(lan, 'báo cáo', 'truyen thong')
  expect(await press(lan, 'Truyền thông nhóm')).toContain('Hoạt động diễn ra ngày nào')
  // More choices than buttons: a numbered list, whose numbers can be typed, and the way out among the buttons.
  expect(await press(lan, 'Hôm qua')).toContain('2. Bình đẳng giới')
  expect(
    lan
      .heard()
      .at(-1)
      ?.buttons.map(({ title }) => title),
  ).toContain('Để sau')
  await say(lan, '1,2', 'hai cuộc', '45 người', '30 nữ')
  expect(await press(lan, 'Bỏ qua phần còn lại')).toContain('Số người dự: 45 người')
  await press(lan, 'Gửi')
  const report = await stand.store.union.report.findFirst({ where: { unit: 'xa-1' } })
  expect(report?.state).toBe('submitted')
  expect(lan.heard().some(({ text }) => text.includes(report?.code ?? '-'))).toBe(true)
  // A button of an old screen is no answer to the new one.
  await press(lan, 'Truyền thông nhóm')
  expect(await stand.store.union.report.count({ where: { unit: 'xa-1' } })).toBe(1)
})

test('a photo is fetched, cleaned and kept before it is heard', async () => {
  const lan = stand.simulator.user('1001')
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  await say(lan, 'báo cáo', 'truyen thong')
  await press(lan, 'Truyền thông nhóm')
  await press(lan, 'Hôm qua')
  await say(lan, '1,2', 'hai cuộc', '45 người', '30 nữ')
  for (let asked = 0; asked < 6 && !last(lan).includes('minh chứng'); asked++) await say(lan, 'bỏ qua')
  expect(await lan.sendImage(photo, 'Ảnh buổi họp')).toBe(200)
  await stand.settle()
  expect(await stand.store.union.file.count()).toBe(1)
  // One that no question asked for is kept nowhere.
  await say(lan, 'menu')
  expect(await lan.sendImage(photo, 'Ảnh khác')).toBe(200)
  await stand.settle()
  expect(await stand.store.union.file.count()).toBe(1)
})

test('a woman on Zalo and a counsellor elsewhere talk, and neither learns who the other is', async () => {
  await stand.say('counsellor-1', 'chào')
  await stand.press('counsellor-1', 'Vào ca trực')
  await stand.press('counsellor-1', 'Em nhận được')
  const woman = stand.simulator.user('4400112002', 'Nguyễn Thị Bí Mật')
  await say(woman, 'hỏi kín')
  await press(woman, 'Tiện')
  await press(woman, 'Đồng ý')
  await say(woman, '2', 'Con em 3 tuổi, khi chia tay ai được nuôi ạ?')
  expect(
    woman
      .heard()
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('Em đã nhận và khóa kín lời của chị')
  await stand.press('counsellor-1', 'Nhận ca')
  await stand.say('counsellor-1', 'Chào chị, con dưới 36 tháng thường giao cho mẹ.')
  expect(
    woman
      .heard()
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('con dưới 36 tháng thường giao cho mẹ')
  await say(woman, 'Cháu hơn 3 tuổi ạ')
  await stand.press('counsellor-1', 'Mở ca')
  const shown = JSON.stringify(stand.seen('counsellor-1'))
  expect(shown).toContain('Cháu hơn 3 tuổi ạ')
  expect(shown).not.toMatch(/4400112002|Bí Mật/)
  expect(stand.log.join()).not.toMatch(/4400112002|Bí Mật|tuổi/)
})

test('a message in the hand of a person of the Union and what comes back of our own say nothing to the bot', async () => {
  const lan = stand.simulator.user('1001')
  const before = lan.heard().length
  lan.hearPerson('Chào chị, em là Hoa ở Hội.')
  await stand.simulator.events.settled()
  await stand.settle()
  expect(lan.heard()).toHaveLength(before)
})

test('while a person of the Union writes with her the bot is silent, but for danger and whoever calls it', async () => {
  const woman = stand.simulator.user('7007')
  await say(woman, 'chào em')
  woman.hearPerson('Chào chị, em là Hoa ở Hội.')
  await stand.settle()
  const before = woman.heard().length
  await say(woman, 'Chị Hoa ơi, mai họp mấy giờ?')
  expect(woman.heard()).toHaveLength(before)
  await say(woman, 'cứu em với, chồng đang cầm dao đuổi chém em')
  expect(woman.heard()[before]?.text).toContain('113')
  const officer = stand.simulator.user('7008')
  await say(officer, 'chào em')
  officer.hearPerson('Chào chị')
  await stand.settle()
  const silent = officer.heard().length
  await say(officer, 'vâng')
  expect(officer.heard()).toHaveLength(silent)
  await say(officer, 'menu')
  expect(officer.heard().length).toBeGreaterThan(silent)
  officer.hearPerson('Chào chị')
  await stand.settle()
  const again = officer.heard().length
  stand.move(3600_000)
  await say(officer, 'em hỏi chút ạ')
  expect(officer.heard().length).toBeGreaterThan(again)
})

test('who leaves hears nothing more until she writes', async () => {
  const woman = stand.simulator.user('3003')
  await say(woman, 'chào em')
  const before = woman.heard().length
  await woman.unfollow()
  await stand.settle()
  expect(woman.heard()).toHaveLength(before)
  const dead = await stand.store.union.conversation.findMany({ where: { channel: 'zalo', deadSince: { not: null } } })
  expect(dead).toHaveLength(1)
})

test('who withdraws at Zalo is forgotten: no words, no case that can be opened, nothing on its way', async () => {
  const woman = stand.simulator.user('4400112002')
  expect(await stand.store.vault.caseMessage.count()).toBeGreaterThan(0)
  expect(await woman.withdraw()).toBe(200)
  await stand.settle()
  expect(await stand.store.vault.caseMessage.count()).toBe(0)
  expect(await stand.store.vault.caseKey.count()).toBe(0)
  expect(await stand.store.vault.case.findFirst()).toMatchObject({ state: 'closed', conversationId: null })
})

test('after seven days she is out of reach, and her next word ends that', async () => {
  const woman = stand.simulator.user('4004')
  stand.move(60_000)
  await say(woman, 'chào em')
  const row = await stand.store.union.conversation.findFirstOrThrow({
    where: { channel: 'zalo' },
    orderBy: { heardAt: { sort: 'desc', nulls: 'last' } },
  })
  const deadSince = async () =>
    (await stand.store.union.conversation.findUniqueOrThrow({ where: { id: row.id } })).deadSince
  stand.move(8 * 24 * 3600_000)
  const out = { text: 'Bản tin tuần', buttons: [], files: [], card: false, protect: false }
  const sealed = outboxValues(stand.store.seals.union, 'outbox', [{ key: 'late:0', kind: 'officer', out }])
  const now = new Date(stand.now())
  await stand.store.union.outbox.create({
    data: {
      conversationId: row.id,
      channel: 'zalo',
      key: 'late:0',
      kind: 'officer',
      priority: 5,
      body: sealed.bodies[0] ?? null,
      createdAt: now,
      notBefore: now,
    },
  })
  await stand.settle()
  expect(await stand.store.union.outbox.findFirst({ where: { key: 'late:0' } })).toMatchObject({ state: 'unreachable' })
  expect(await deadSince()).not.toBeNull()
  await say(woman, 'em đây')
  expect(await deadSince()).toBeNull()
  expect(woman.heard().length).toBeGreaterThan(1)
})
