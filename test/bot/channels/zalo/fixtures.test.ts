import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import type { Arrival } from '../../../../src/bot/channel.ts'
import { makeEchoes } from '../../../../src/bot/channels/zalo/echoes.ts'
import { intake } from '../../../../src/bot/channels/zalo/intake.ts'
import { openSpool } from '../../../../src/bot/channels/zalo/spool.ts'
import { webhookRoutes } from '../../../../src/bot/channels/zalo/webhook.ts'
import { fileId } from '../../../../src/domain/ids.ts'
import { buildHttp } from '../../../../src/bot/http/server.ts'
import { sealerFor } from '../../../../src/bot/keys/seal.ts'
import { signatureOf } from '../../../../src/bot/zalo/signature.ts'

const account = { appId: '360846524940903967', oaId: '388613280878808645', oaSecret: 'OA_SECRET_EXAMPLE_0123' }
const folder = path.join(import.meta.dirname, 'fixtures')
const names = readdirSync(folder).map((file) => file.replace('.json', ''))

/** One event of Zalo's as zalo.md quotes it, and all that shall come of it. */
const fixture = z.strictObject({
  source: z.string().startsWith('zalo.md §'),
  event: z.looseObject({ timestamp: z.string() }).optional(),
  /** The bytes and their signature, where the source gives both. */
  raw: z.string().optional(),
  mac: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  effect: z.strictObject({
    arrivals: z.array(z.unknown()).default([]),
    notes: z.array(z.string()).default([]),
    withdrawn: z.array(z.string()).default([]),
    fetched: z.array(z.string()).default([]),
  }),
})

function fixtureOf(name: string) {
  const { event, raw, mac, ...rest } = fixture.parse(
    JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')),
  )
  const body = raw ?? JSON.stringify(event)
  const { timestamp } = z.object({ timestamp: z.string() }).parse(JSON.parse(body))
  const signing = { appId: account.appId, secret: account.oaSecret }
  return { ...rest, body, timestamp, mac: mac ?? signatureOf(signing, Buffer.from(body), timestamp) }
}

test.each(names)('%s comes in by the webhook as the source says', async (name) => {
  const { body, mac, timestamp, headers, effect } = fixtureOf(name)
  const { http, incoming, heard } = await startIntake(new Date(Number(timestamp)))
  const post = async () =>
    await http.inject({
      method: 'POST',
      url: '/zalo/secret-part',
      payload: body,
      headers: { 'content-type': 'application/json', ...headers, 'x-zevent-signature': `mac=${mac}` },
    })
  const answer = await post()
  expect([answer.statusCode, answer.body]).toEqual([200, ''])
  await incoming.drain()
  expect(heard).toEqual({ ...effect, warnings: [] })
})

/** The real route and the real intake; what they hand on is kept, and what they fetch is made up. */
async function startIntake(now: Date) {
  const arrivals: Arrival[] = []
  const notes: string[] = []
  const withdrawn: string[] = []
  const fetched: string[] = []
  const warnings: string[] = []
  const warn = (event: string): void => void warnings.push(event)
  const dir = mkdtempSync(path.join(tmpdir(), 'zalo-fixtures-'))
  const sealer = sealerFor({ derive: () => Buffer.alloc(32, 7), rootId: 1 }, 'inbox/v1')
  vi.stubGlobal('fetch', async (url: string) => {
    fetched.push(url)
    return new Response('twelve bytes')
  })
  const incoming = intake({
    account: { channel: 'zalo', oaId: account.oaId },
    spool: openSpool({ dir, sealer, now: () => now }),
    echoes: makeEchoes(),
    receive: async (arrival) => void arrivals.push(arrival),
    note: async (_channel, key) => void notes.push(key),
    withdraw: async (_channel, address) => void withdrawn.push(address),
    saveFile: async ({ name, bytes }) => ({
      kind: 'file',
      file: { id: fileId('saved'), name, mime: 'image/jpeg', size: bytes.byteLength },
    }),
    warn,
    budgetMs: 60_000,
  })
  const http = await buildHttp({
    routes: [
      webhookRoutes({ accounts: [{ ...account, path: 'secret-part', intake: incoming }], now: () => now, warn }),
    ],
    secure: false,
    ready: async () => true,
    failed: warn,
  })
  onTestFinished(async () => {
    vi.unstubAllGlobals()
    await http.close()
    rmSync(dir, { recursive: true, force: true })
  })
  return { http, incoming, heard: { arrivals, notes, withdrawn, fetched, warnings } }
}
