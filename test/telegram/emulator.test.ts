import { createServer } from 'node:http'
import { Bot } from 'gramio'
import { Telegraf } from 'telegraf'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { portOf } from '../support/telegramFront.ts'
import { startTelegramStand, type TelegramStand } from '../support/telegramStand.ts'
import { PNG } from '../support/telegramTalk.ts'

// The emulator is checked with two clients that are not ours: what they understand is not only what we believe.
let stand: TelegramStand
let time = Date.UTC(2022, 10, 7)

beforeEach(async () => {
  stand = await startTelegramStand({ now: () => time, limited: true })
})

afterEach(() => stand.stop())

const telegraf = (): Telegraf => new Telegraf(stand.token, { telegram: { apiRoot: stand.url } })
const gramio = (): Bot => new Bot(stand.token, { api: { baseURL: `${stand.url}/bot`, retryGetUpdatesWait: 10 } })

/** What a refused call says. */
async function refusal(call: Promise<unknown>): Promise<string> {
  return await call.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
}

test('Telegraf polls, hears words and a press once each, answers, edits, and uploads', async () => {
  const bot = telegraf()
  bot.on('text', async (ctx) => {
    await ctx.reply(`Chị nói: ${ctx.message.text}`, {
      reply_markup: { inline_keyboard: [[{ text: 'Có', callback_data: 'c.1' }]] },
    })
  })
  bot.on('callback_query', async (ctx) => {
    await ctx.answerCbQuery()
    await ctx.editMessageText('Đã chọn')
    await ctx.replyWithPhoto({ source: PNG, filename: 'chart.png' }, { caption: 'Biểu đồ' })
  })
  void bot.launch({ allowedUpdates: ['message', 'callback_query'] })
  try {
    const user = stand.user(7)
    await user.say('Xin chào')
    await user.waitFor((seen) => seen.some(({ text }) => text === 'Chị nói: Xin chào'))
    await user.press('Có')
    const seen = await user.waitFor((shown) => shown.some(({ file }) => file?.kind === 'photo'))
    expect(seen.map(({ text }) => text)).toEqual(['Xin chào', 'Đã chọn', 'Biểu đồ'])
    await stand.allConfirmed()
  } finally {
    bot.stop()
  }
})

test('GramIO polls, hears words once, answers and uploads', async () => {
  const bot = gramio()
  bot.on('message', async (context) => {
    await context.send(`Chị nói: ${context.text ?? ''}`)
    await context.sendDocument(new File([PNG], 'ket qua.docx'))
  })
  await bot.start()
  try {
    const user = stand.user(8)
    await user.say('Xin chào')
    const seen = await user.waitFor((shown) => shown.some(({ file }) => file?.kind === 'document'))
    expect(seen.map(({ text }) => text)).toEqual(['Xin chào', 'Chị nói: Xin chào', ''])
    await stand.allConfirmed()
  } finally {
    await bot.stop()
  }
})

test('both clients read its refusals as those of Telegram', async () => {
  await stand.user(7).say('Xin chào')
  const { telegram } = telegraf()
  const { api } = gramio()
  expect(await refusal(telegram.sendMessage(99, 'a'))).toContain('400: Bad Request: chat not found')
  expect(await refusal(api.sendMessage({ chat_id: 99, text: 'a' }))).toContain('chat not found')
  expect(await refusal(telegram.sendMessage(7, 'a'.repeat(4097)))).toContain('400')
  expect(await refusal(api.editMessageText({ chat_id: 7, message_id: 404, text: 'b' }))).toContain(
    'message to edit not found',
  )
  stand.user(7).block()
  expect(await refusal(telegram.sendMessage(7, 'a'))).toContain('403: Forbidden: bot was blocked by the user')
})

test('after 30 a second, or three in a chat, it asks for a pause in a form that both clients know', async () => {
  const { telegram } = telegraf()
  for (let id = 1; id <= 31; id++) await stand.user(id).say('a')
  for (let n = 0; n < 3; n++) await telegram.sendMessage(1, `${n}`)
  const error: unknown = await telegram.sendMessage(1, '3').catch((one: unknown) => one)
  expect(error).toMatchObject({ response: { error_code: 429, parameters: { retry_after: 1 } } })
  // Whoever does not wait waits longer.
  expect(await refusal(gramio().api.sendMessage({ chat_id: 2, text: 'a' }))).toContain('retry after 2')
  expect(stand.early()).toBe(1)
  time += 2_000
  for (let id = 1; id <= 30; id++) await telegram.sendMessage(id, 'a')
  expect(await refusal(telegram.sendMessage(31, 'a'))).toContain('429: Too Many Requests: retry after 1')
})

test('a press lives for 150 seconds, a message for a day', async () => {
  const { telegram } = telegraf()
  const user = stand.user(7)
  await user.say('a')
  await telegram.sendMessage(7, 'Có không?', {
    reply_markup: { inline_keyboard: [[{ text: 'Có', callback_data: 'c.1' }]] },
  })
  await user.press('Có')
  const [, press] = await telegram.callApi('getUpdates', { timeout: 0 })
  const query = press !== undefined && 'callback_query' in press ? press.callback_query.id : ''
  time += 151_000
  expect(await refusal(telegram.answerCbQuery(query))).toContain('query is too old')
  expect(await telegram.callApi('getUpdates', { timeout: 0 })).toHaveLength(1)
  time += 24 * 3600_000
  expect(await telegram.callApi('getUpdates', { timeout: 0 })).toHaveLength(0)
})

test('it calls a webhook with its secret, in the order of each chat, until it is taken', async () => {
  const heard: string[] = []
  let broken = 2
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const failing = request.headers['x-telegram-bot-api-secret-token'] !== 'Sesam-12345678901' || broken-- > 0
      if (!failing) heard.push(/"text":"([^"]*)"/.exec(body)?.[1] ?? '?')
      response.writeHead(failing ? 500 : 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const { telegram } = telegraf()
    await telegram.setWebhook(`http://127.0.0.1:${portOf(server)}/`, { secret_token: 'Sesam-12345678901' })
    expect(await refusal(telegram.callApi('getUpdates', { timeout: 0 }))).toContain('409: Conflict')
    await stand.user(7).say('một')
    await stand.user(7).say('hai')
    await stand.allConfirmed()
    expect(heard).toEqual(['một', 'hai'])
    expect(stand.answers.map(([status]) => status)).toEqual([500, 500, 200, 200])
  } finally {
    server.close()
    server.closeAllConnections()
  }
})
