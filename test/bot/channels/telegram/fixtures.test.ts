import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Arrival } from '../../../../src/bot/channel.ts'
import { telegramChannel } from '../../../../src/bot/channels/telegram/channel.ts'
import { fileId } from '../../../../src/domain/ids.ts'
import { buildHttp } from '../../../../src/bot/http/server.ts'
import { updateCheck } from '../../../support/telegramSchema.ts'

const SECRET = 'Ab-9_secret-of-the-webhook-0123456789'
const folder = path.join(import.meta.dirname, 'fixtures')
const names = readdirSync(folder).map((file) => file.replace('.json', ''))

/** An update as telegram.md tells of it, what shall arrive, and what the bot shall ask Telegram meanwhile. */
const fixture = z.strictObject({
  source: z.string().startsWith('telegram.md §'),
  update: z.looseObject({ update_id: z.number() }),
  arrivals: z.array(z.unknown()),
  asked: z.array(z.string()),
})
const fixtureOf = (name: string) => fixture.parse(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')))

test('each of them is an update by the types that are made from Telegram’s pages', () => {
  const check = updateCheck()
  expect(
    names.map((name) => [name, check(fixtureOf(name).update)]).filter(([, broken]) => broken !== undefined),
  ).toEqual([])
  expect(check({ update_id: 1, message: { message_id: 1, colour: 'red' } })).toBeTypeOf('string')
})

test.each(names)('%s comes in by the webhook as the source says', async (name) => {
  const { update, arrivals, asked } = fixtureOf(name)
  const { http, heard } = await startChannel()
  const answer = await http.inject({
    method: 'POST',
    url: '/telegram/secret-part',
    payload: update,
    headers: { 'x-telegram-bot-api-secret-token': SECRET },
  })
  expect([answer.statusCode, answer.body]).toEqual([200, ''])
  expect(heard).toEqual({ arrivals, asked, warnings: [] })
})

/** Our channel with its real route, on a Telegram that says yes to everything. */
async function startChannel() {
  const arrivals: Arrival[] = []
  const asked: string[] = []
  const warnings: string[] = []
  const telegram = Fastify({ logger: false, forceCloseConnections: true })
  telegram.post<{ Params: { readonly method: string } }>('/bot1:TEST/:method', async ({ params }) => {
    asked.push(params.method)
    return { ok: true, result: params.method === 'getFile' ? { file_path: 'photos/1' } : true }
  })
  telegram.get('/file/bot1:TEST/photos/1', async () => 'twelve bytes')
  const apiRoot = await telegram.listen({ port: 0, host: '127.0.0.1' })
  const { routes } = telegramChannel({
    token: '1:TEST',
    apiRoot,
    webhook: { url: 'https://hoi.example/telegram/secret-part', path: 'secret-part', secret: SECRET },
    readFile: async () => undefined,
    saveFile: async ({ name, mime, bytes }) => ({
      kind: 'file',
      file: { id: fileId('saved'), name, mime, size: bytes.byteLength },
    }),
    receive: async (arrival) => void arrivals.push(arrival),
    log: { warn: (_fields, event) => void warnings.push(event), alarm: (event) => void warnings.push(event) },
  })
  const http = await buildHttp({
    routes,
    secure: false,
    ready: async () => true,
    failed: (event) => void warnings.push(event),
  })
  onTestFinished(async () => {
    await http.close()
    await telegram.close()
  })
  return { http, heard: { arrivals, asked, warnings } }
}
