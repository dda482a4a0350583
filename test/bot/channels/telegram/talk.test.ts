import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Arrival } from '../../../../src/bot/channel.ts'
import type { TelegramStand } from '../../../support/telegramStand.ts'
import { PNG, startTelegramTalk, type TelegramTalk } from '../../../support/telegramTalk.ts'

let talk: TelegramTalk
let stand: TelegramStand

beforeEach(async () => {
  talk = await startTelegramTalk()
  stand = talk.stand
})

afterEach(() => talk.stop())

/** A bot that says back what it hears. */
const echo = async ({ address, what }: Arrival): Promise<void> => {
  if (what.kind === 'text') await talk.send(Number(address), { text: `Chị nói: ${what.text}` })
}

test('what she says comes in and the answer comes back', async () => {
  talk.receive = echo
  const woman = stand.user(7)
  await woman.say('Xin chào')
  const seen = await woman.waitFor((seen) => seen.at(-1)?.from === 'bot')
  expect(seen.map(({ text }) => text)).toEqual(['Xin chào', 'Chị nói: Xin chào'])
  await stand.allConfirmed()
  expect(talk.arrivals).toEqual([
    { channel: 'telegram', address: '7', eventKey: '700000001', ref: '1', what: { kind: 'text', text: 'Xin chào' } },
  ])
})

test('a press is answered at once, and edits the card in place', async () => {
  const woman = stand.user(7)
  await woman.say('/start')
  const before = await talk.send(7, {
    card: true,
    text: 'Câu 1',
    buttons: [{ token: 'c.1', label: 'Có', style: 'go' }],
  })
  talk.receive = async ({ address, what }) => {
    if (what.kind === 'press') await talk.send(Number(address), { card: true, text: `Đã chọn ${what.token}` }, before)
  }
  await woman.press('Có')
  const seen = await woman.waitFor((seen) => seen.some(({ text }) => text === 'Đã chọn c.1'))
  expect(seen.filter(({ from }) => from === 'bot')).toMatchObject([{ id: Number(before.ref), buttons: [], edits: 1 }])
  expect(stand.asked().map(({ method }) => method)).toEqual(
    expect.arrayContaining(['answerCallbackQuery', 'editMessageText']),
  )
  expect(await stand.until(({ queries }) => (queries.size === 0 ? 'answered' : undefined))).toBe('answered')
})

test('a photo is fetched and saved before it arrives, and its caption follows', async () => {
  await stand.user(7).sendPhoto(PNG, 'Biên bản')
  await stand.allConfirmed()
  expect(talk.arrivals.map(({ what }) => what)).toEqual([
    { kind: 'file', file: { id: 'saved', name: 'photo.jpg', mime: 'image/jpeg', size: PNG.length } },
    { kind: 'text', text: 'Biên bản' },
  ])
})

test('a file larger than Telegram gives out is told as too big', async () => {
  const bytes = Buffer.alloc(20 * 1024 * 1024 + 1)
  await stand.user(7).sendDocument({ name: 'a.pdf', mime: 'application/pdf', bytes })
  await stand.allConfirmed()
  expect(talk.arrivals.map(({ what }) => what)).toEqual([{ kind: 'badFile', why: 'tooBig' }])
})

test('a download that breaks off is tried again; one that never works is told', async () => {
  stand.faults.fail('file', { kind: 'drop' })
  await stand.user(7).sendPhoto(PNG)
  await stand.allConfirmed()
  for (let n = 0; n < 5; n++) stand.faults.fail('file', { kind: 'drop' })
  await stand.user(7).sendPhoto(PNG)
  await stand.allConfirmed()
  expect(talk.arrivals.map(({ what }) => what.kind)).toEqual(['file', 'badFile'])
})

test('an update that could not be kept is delivered again, in order, and only that chat waits', async () => {
  let broken = true
  talk.receive = async ({ address }) => {
    if (address === '7' && broken) throw new Error('the database is away')
    if (address === '8') broken = false
  }
  const [first, second] = [stand.user(7), stand.user(8)]
  await first.say('một')
  await first.say('hai')
  await stand.until(() => (talk.warnings.length > 2 ? true : undefined))
  await second.say('ba')
  await stand.allConfirmed()
  const said = ({ what }: Arrival) => (what.kind === 'text' ? what.text : what.kind)
  expect(talk.arrivals.map(said)).toEqual(['ba', 'một', 'hai'])
  expect(talk.warnings.join()).not.toMatch(/một|database/)
})

test('what was not kept when the bot stopped comes to the next one', async () => {
  let tried: () => void = () => {}
  const trying = new Promise<void>((resolve) => {
    tried = resolve
  })
  talk.receive = async () => {
    tried()
    throw new Error('the database is away')
  }
  await stand.user(7).say('một')
  await trying
  await talk.stopBot()
  expect(talk.arrivals).toEqual([])

  talk.receive = async () => {}
  await talk.startBot()
  await stand.allConfirmed()
  expect(talk.arrivals).toHaveLength(1)
})

test('a group is left, and nothing said there is heard', async () => {
  const chat = { id: -1001, type: 'supergroup', title: 'CLB' }
  stand.deliver({ message: { message_id: 1, date: 1, from: { id: 7, is_bot: false }, chat, text: 'Chào' } })
  await stand.until(({ left }) => left.has(-1001) || undefined)
  await stand.allConfirmed()
  expect(talk.arrivals).toEqual([])
})

test('a group that is allowed is not left, and nothing said there is heard either', async () => {
  const chat = { id: -1009, type: 'supergroup', title: 'Lãnh đạo Hội' }
  stand.deliver({ message: { message_id: 1, date: 1, from: { id: 7, is_bot: false }, chat, text: 'Chào' } })
  await stand.allConfirmed()
  expect(talk.arrivals).toEqual([])
  expect(stand.asked().map(({ method }) => method)).not.toContain('leaveChat')
})

test('somebody who polls with our token is told of at once, and again only after an hour', async () => {
  stand.faults.fail('getUpdates', {
    kind: 'refuse',
    code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  await stand.user(7).say('Chào')
  await stand.until(() => talk.alarms.includes('telegram.secondPoller') || undefined)
  await stand.allConfirmed()
  expect(talk.arrivals).toHaveLength(1)
})

test('a webhook that somebody else has set is told of, and taken away', async () => {
  const looks = (): number => stand.asked().filter(({ method }) => method === 'getWebhookInfo').length
  await stand.until(() => looks() > 1 || undefined)
  stand.setWebhook('https://127.0.0.1:1/')
  await stand.until(() => talk.alarms.includes('telegram.foreignWebhook') || undefined)
  await stand.user(7).say('Chào')
  await stand.allConfirmed()
  expect(await stand.until(({ webhook }) => webhook.url === '' || undefined)).toBe(true)
  expect(talk.arrivals).toHaveLength(1)
})

test('an edit of an earlier message is not taken as an answer', async () => {
  const woman = stand.user(7)
  await woman.say('120')
  woman.edit('12')
  await stand.allConfirmed()
  expect(talk.arrivals.map(({ what }) => what.kind)).toEqual(['text', 'edited'])
})

test('the menu is shown', async () => {
  const menu = await stand.until(({ menus }) => menus.get(''))
  expect(menu).toEqual([{ command: 'huy', description: 'Bỏ câu đang hỏi' }])
})

test('a menu that cannot be set stops nothing', async () => {
  await talk.stopBot()
  stand.faults.fail('setMyCommands', { kind: 'refuse', code: 500, description: 'Internal Server Error' })
  await talk.startBot()
  await stand.user(7).say('Chào')
  await stand.allConfirmed()
  await talk.stopBot()
  expect(talk.arrivals).toHaveLength(1)
  expect(talk.warnings.join()).toContain('menu not set')
})

test('neither the token nor an address of Telegram is logged', async () => {
  for (const method of ['getUpdates', 'answerCallbackQuery', 'file']) stand.faults.fail(method, { kind: 'drop' })
  await stand.user(7).sendPhoto(PNG)
  await stand.allConfirmed()
  expect(talk.warnings.length).toBeGreaterThan(0)
  expect(talk.warnings.join()).not.toMatch(/TEST-secret|127\.0\.0\.1/)
})
