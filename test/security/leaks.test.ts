import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, type MockInstance, test, vi } from 'vitest'
import { z } from 'zod'
import { buildPage } from '../../scripts/buildPage.ts'
import { ChannelError } from '../../src/bot/channel.ts'
import { webHub } from '../../src/bot/channels/web/channel.ts'
import { webRoutes } from '../../src/bot/channels/web/routes.ts'
import { webPorts } from '../../src/bot/channels/web/storePorts.ts'
import { readConfig } from '../../src/bot/config/config.ts'
import { buildHttp } from '../../src/bot/http/server.ts'
import { pages } from '../../src/bot/pages/pages.ts'
import { openInstallation } from '../../src/bot/store/openInstallation.ts'
import { startTestBot, type TestBot } from '../support/bot.ts'
import { hits } from '../support/leaks.ts'
import {
  all,
  ALLOWED,
  canary,
  leakStory,
  NAMES,
  OFFICER,
  OFFICIAL,
  type Rigged,
  secret,
  WOMEN,
} from '../support/leakStory.ts'
import { quickParent } from '../support/quickParent.ts'
import { unzipped } from '../support/unzip.ts'

let bot: TestBot
let dataDir: string
let temporary: string
let rigged: Rigged | undefined
let printed: readonly MockInstance[] = []

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(quickParent(), 'chihoi-leaks-'))
  // Whatever is put down for a moment lies here.
  temporary = mkdtempSync(path.join(quickParent(), 'chihoi-leaks-tmp-'))
  vi.stubEnv('TMPDIR', temporary)
  const config = readConfig({ DATA_DIR: dataDir }, process.cwd())
  const installation = await openInstallation(config, { temporary: true })
  bot = await startTestBot({
    at: '2026-11-10T09:00',
    refuse: () => (rigged?.down === true ? new ChannelError('retry', 'down', 60_000) : undefined),
    ground: {
      store: installation.store,
      ownerUrl: installation.ownerUrl,
      dataDir,
      leave: async () => {
        await installation.close()
        rmSync(dataDir, { recursive: true, force: true })
      },
    },
  })
  printed = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
  rigged = { bot, down: false, sql: asOwner }
  await leakStory(rigged)
}, 120_000)
afterAll(async () => {
  await bot.stop()
  vi.unstubAllEnvs()
  rmSync(temporary, { recursive: true, force: true })
})

async function asOwner(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: bot.ownerUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function dump(schemas = ['public', 'vault']): Promise<Buffer> {
  const names = schemas.map((one) => `'${one}'`).join(', ')
  const tables = await asOwner(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN (${names})`,
  )
  const parts: string[] = []
  for (const { name } of tables)
    parts.push(...(await asOwner(`SELECT t::text AS line FROM ${String(name)} t`)).map((row) => String(row['line'])))
  return Buffer.from(parts.join('\n'))
}

/** A running server takes files of its own away between the list and the look: what is gone holds nothing. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)

test('the story was really told: at least forty canaries, and each arrived where it may be', async () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(40)
  const missing = Object.entries(ALLOWED).flatMap(([key, names]) => {
    const shown = JSON.stringify(bot.seen(key))
    return names.filter((name) => !shown.includes(canary(name))).map((name) => `${name} at ${key}`)
  })
  expect(missing).toEqual([])
  expect(bot.log.filter((line) => line.includes('turn.failed')).length).toBeGreaterThanOrEqual(5)
  expect(bot.log.some((line) => line.includes('send.retry'))).toBe(true)
  const kept = hits(await dump(['public']), all)
  expect(OFFICIAL.filter((name) => !kept.includes(`${name} as raw`))).toEqual([])
})

test('no table holds what was told in confidence in a form that can be read, and the vault nothing at all', async () => {
  expect(hits(await dump(), secret)).toEqual([])
  expect(hits(await dump(['vault']), all)).toEqual([])
})

test('neither the log of the bot nor what it prints holds a canary', () => {
  const said = printed.flatMap((one) => one.mock.calls.map((call) => String(call[0])))
  expect(hits(Buffer.from([...bot.log, ...said].join('\n')), all)).toEqual([])
})

test('no file of the data directory, the log of PostgreSQL and its write-ahead log among them, holds a canary', async () => {
  await asOwner('CHECKPOINT')
  await asOwner('SELECT pg_switch_wal()')
  await asOwner('CHECKPOINT')
  const files = filesUnder(dataDir)
  expect(files.some((file) => file.includes('pg_wal'))).toBe(true)
  expect(files.some((file) => file.endsWith('.log'))).toBe(true)
  const found = files.flatMap((file) =>
    hits(bytesOf(file), file.endsWith('.log') ? all : secret).map((hit) => `${hit} in ${path.relative(dataDir, file)}`),
  )
  expect(found).toEqual([])
})

test('nothing that lies in the folder for temporary files holds a canary', () => {
  expect(os.tmpdir()).toBe(temporary)
  expect(filesUnder(temporary).flatMap((file) => hits(bytesOf(file), all))).toEqual([])
})

test('what the server refuses it does not repeat, neither to whoever asked nor in the log', async () => {
  const { app, store } = bot
  const ports = webPorts({ store, files: app.files, hub: webHub(), now: app.now, wake: () => {} })
  const failures: string[] = []
  const http = await buildHttp({
    routes: [
      webRoutes(ports, {
        pageDir: await buildPage(),
        secure: false,
        limits: { sessions: 1e6, messages: 1e6, files: 1e6, calls: 1e6 },
      }),
      pages(app, false),
    ],
    secure: false,
    ready: async () => true,
    failed: (route, error) => failures.push(`${route} ${String(error)}`),
  })
  const opened = await http.inject({ method: 'POST', url: '/chat/session', payload: {} })
  const headers = { authorization: `Bearer ${z.object({ token: z.string() }).parse(opened.json()).token}` }
  const refused: string[] = []
  for (const name of NAMES) {
    const word = canary(name)
    const inPath = encodeURIComponent(word)
    const json = { 'content-type': 'application/json' }
    for (const request of [
      { method: 'GET', url: `/${inPath}` },
      { method: 'GET', url: `/mo/${inPath}` },
      { method: 'GET', url: `/so-lieu/tep?${inPath}=${inPath}` },
      { method: 'GET', url: `/chat/stream?after=${inPath}` },
      { method: 'POST', url: '/chat/session', payload: { key: word } },
      { method: 'POST', url: '/chat/messages', payload: { text: word } },
      { method: 'POST', url: '/chat/messages', headers, payload: { id: word, text: word, [word]: word } },
      { method: 'POST', url: '/chat/messages', headers, payload: { id: randomUUID(), text: word.repeat(3_000) } },
      { method: 'POST', url: '/chat/messages', headers: { ...headers, ...json }, payload: `{"text": "${word}` },
      { method: 'POST', url: '/chat/messages', headers: { ...headers, 'content-type': word }, payload: word },
      { method: 'POST', url: '/chat/ack', headers, payload: { ids: [{ [word]: word }] } },
      { method: 'POST', url: '/chat/files', headers, payload: { [word]: word } },
      { method: 'POST', url: '/demo/session', payload: { key: word } },
    ] as const) {
      const answer = await http.inject(request)
      expect([request.method, request.url.split(inPath)[0], answer.statusCode >= 400]).toEqual([
        request.method,
        request.url.split(inPath)[0],
        true,
      ])
      refused.push(JSON.stringify(answer.headers), answer.body)
    }
  }
  await http.close()
  expect(refused).toHaveLength(NAMES.length * 26)
  expect(hits(Buffer.from([...refused, ...failures, ...bot.log].join('\n')), all)).toEqual([])
})

test('what each person was shown holds only what is meant for her', () => {
  const others = ['head', 'province-duty', 'admin-2', OFFICER, 'visitor', 'visitor-2']
  for (const key of [...Object.keys(ALLOWED), ...WOMEN, ...others]) {
    const shown = Buffer.from(JSON.stringify(bot.seen(key)))
    const foreign = all.filter((one) => !(ALLOWED[key] ?? []).includes(one.name))
    expect([key, hits(shown, foreign)]).toEqual([key, []])
  }
})

test('neither a digest nor a paper or table made of the figures holds what was told in confidence', async () => {
  bot.clock.set('2026-11-16T07:00')
  await bot.settle()
  await bot.say('leader', 'văn bản')
  await bot.press('leader', 'Excel')
  await bot.say('leader', 'văn bản')
  await bot.press('leader', 'Word')
  const sent = bot.seen('leader')
  expect(sent.some((one) => one.text.includes('Bản tin tuần'))).toBe(true)
  const files = await Promise.all(sent.flatMap((one) => one.files).map((one) => bot.app.files.read(one)))
  expect(files.length).toBe(2)
  const inside = files.map((one) => unzipped(Buffer.from(one?.bytes ?? [])))
  // That what is packed is read at all shows in the name of the province.
  expect(inside.map((one) => one.includes('Khê Giang'))).toEqual([true, true])
  expect(inside.flatMap((one) => hits(one, secret))).toEqual([])
  const digests = sent.filter((one) => one.text.includes('Bản tin tuần'))
  expect(hits(Buffer.from(JSON.stringify(digests)), secret)).toEqual([])
})

test('a canary that is planted is found in every form and in every sink', async () => {
  for (const one of all)
    for (const form of one.forms) expect(hits(Buffer.concat([Buffer.from('..'), form.bytes]), [one])).not.toEqual([])
  await asOwner(`INSERT INTO public.setting (key, value) VALUES ('planted', '"${canary('danger')}"')`)
  expect(hits(await dump(), all)).toContain('danger as raw')
  await asOwner('CHECKPOINT')
  const found = filesUnder(dataDir).filter((file) => hits(bytesOf(file), all).length > 0)
  expect(found.some((file) => file.includes('pg_wal'))).toBe(true)
  expect(found.some((file) => file.includes('base'))).toBe(true)
})
