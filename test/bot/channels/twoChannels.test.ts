import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TelegramUser } from '../../support/telegramUser.ts'
import { startZaloStand, type ZaloStand } from './zalo/stand.ts'

const HOUR = 3600_000
let stand: ZaloStand

beforeAll(async () => {
  stand = await startZaloStand({ telegram: true })
})

afterAll(() => stand.stop())

function telegram(id: number): TelegramUser {
  const user = stand.telegram?.user(id)
  if (user === undefined) throw new Error('no Telegram')
  return user
}

const onScreen = (user: TelegramUser): string =>
  user
    .seen()
    .map(({ text }) => text)
    .join('\n')

async function say(user: TelegramUser, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await user.say(text)
    await stand.settle()
  }
}

async function press(user: TelegramUser, label: string): Promise<void> {
  await user.press(label)
  await stand.settle()
}

test('when she leaves, what she wrote and what she read goes from her Telegram, and a neutral card is all that stands', async () => {
  const woman = telegram(71)
  await say(woman, '/start', 'hỏi kín')
  await press(woman, 'Tiện')
  await press(woman, 'Đồng ý')
  await say(woman, '2', 'Con em 3 tuổi, khi chia tay ai được nuôi ạ?')
  expect(onScreen(woman)).toContain('Con em 3 tuổi')
  await say(woman, 'thoát')
  expect(woman.seen().map(({ from, text }) => [from, text])).toEqual([['bot', 'Chào chị ạ.']])
})

test('who never came in, or whose room has closed by itself, has the same way out', async () => {
  const woman = telegram(75)
  await say(woman, '/start', 'hỏi kín')
  await press(woman, 'Tiện')
  stand.move(HOUR)
  await say(woman, 'chào', 'ẩn')
  expect(woman.seen().map(({ from, text }) => [from, text])).toEqual([['bot', 'Chào chị ạ.']])
})

test('after a day nothing of the private room stands in a chat of Telegram, on either side; an officer keeps hers', async () => {
  const [woman, officer] = [telegram(72), telegram(73)]
  const code = await stand.invite('officer', 'xa-1')
  await say(officer, '/start', code, 'báo cáo')
  await say(woman, '/start', 'hỏi kín')
  await press(woman, 'Tiện')
  stand.move(23 * HOUR)
  await stand.settle()
  expect(woman.seen().length).toBeGreaterThan(3)
  stand.move(2 * HOUR)
  await stand.settle()
  expect(onScreen(woman)).toBe('')
  expect(onScreen(officer)).toContain('báo cáo')
  expect(onScreen(officer)).not.toContain(code)
  expect(await stand.store.vault.vaultBubble.count()).toBe(0)
})

test('what Telegram cannot delete now is tried again, and given up when it is too old', async () => {
  const woman = telegram(74)
  await say(woman, '/start')
  const before = woman.seen().length
  stand.telegram?.faults.fail('deleteMessages', { kind: 'refuse', code: 500, description: 'Internal Server Error' })
  stand.move(25 * HOUR)
  await stand.settle()
  expect(woman.seen()).toHaveLength(before)
  stand.move(61_000)
  await stand.settle()
  expect(woman.seen()).toHaveLength(0)
  await say(woman, '/start')
  for (let n = 0; n < 40; n++)
    stand.telegram?.faults.fail('deleteMessages', { kind: 'refuse', code: 500, description: 'Internal Server Error' })
  stand.move(49 * HOUR)
  await stand.settle()
  expect(await stand.store.union.bubble.count()).toBe(0)
})

test('the pictures of one set are answered once, when the last has come', async () => {
  const lan = telegram(73)
  const before = lan.seen().length
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  await lan.sendAlbum([photo, photo, photo])
  await stand.settle()
  stand.move(2_000)
  await stand.settle()
  const answers = lan
    .seen()
    .slice(before)
    .map(({ from, text }) => `${from}: ${text}`)
  expect(answers.filter((one) => one.startsWith('me'))).toHaveLength(3)
  expect(new Set(answers.slice(3)).size).toBe(answers.length - 3)
})
