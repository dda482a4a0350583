import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../support/folder.ts'
import { quickParent } from '../support/quickParent.ts'
import { startProgram } from './started.ts'

// Each start is a whole program.
vi.setConfig({ testTimeout: 90_000 })

const PEOPLE = /^ {2}admin-2 .*Quản trị 2 – Hội LHPN tỉnh Khê Giang$/m
const ADDRESS = /^Chị Hội: (http:\/\/127\.0\.0\.1:\d+)$/m

/** Data of a first start, in a folder with a name as people give them. */
const folder = mkdtempSync(path.join(quickParent(), 'chihoi-story-'))
const begun = { DATA_DIR: path.join(folder, 'Dữ liệu của Hội', 'năm nay'), PORT: '0' }
let first: { readonly written: string; readonly token: string; readonly ended: unknown }

beforeAll(async () => {
  const bot = startProgram(begun)
  const [, address = ''] = await bot.until(ADDRESS)
  await bot.until(PEOPLE)
  const token = await sessionOf(address)
  bot.child.kill('SIGTERM')
  first = { token, ended: await bot.ended(), written: bot.written() }
}, 90_000)

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

test('a start says where the bot is, who is there, and that the key ring should move; a signal ends it with 0', () => {
  expect(first.written).toMatch(/^ {2}officer-1 +officer +Nguyễn Thị Lan – Hội LHPN xã Phú An$/m)
  expect(first.written).toContain('KEY_RING_FILE')
  expect(first.ended).toBe(0)
})

test('a second start goes on with the data', async () => {
  const bot = startProgram(begun)
  const [, address = ''] = await bot.until(ADDRESS)
  expect(await statusOf(address, first.token)).toBe(200)
  expect(bot.written()).not.toContain('KEY_RING_FILE')
  bot.child.kill('SIGINT')
  expect(await bot.ended()).toBe(0)
})

test('who ends npm ends the bot', async () => {
  const bot = startProgram(begun, 'npm')
  const [, address = ''] = await bot.until(ADDRESS)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  bot.child.kill('SIGTERM')
  // Its outputs are closed when the last process that holds them is gone.
  await bot.ended()
  await expect(fetch(`${address}/readyz`)).rejects.toThrow('fetch failed')
})

test('a port in use is told, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = z.object({ port: z.number() }).parse(other.address())
  const bot = startProgram({ ...begun, PORT: String(port) })
  expect(await bot.ended()).toBe(1)
  expect(bot.written()).toMatch(new RegExp(`^Cổng ${port} đang có chương trình khác dùng.*PORT=`, 'm'))
  expect(bot.written()).toMatch(new RegExp(`^Port ${port} is in use`, 'm'))
  expect(bot.written()).not.toMatch(STACK)
})

test.each([
  ['DATABASE_URL', 'here'],
  ['DATABASE_URL', 'postgresql://nobody:secret@127.0.0.1:9/none'],
  ['PORT', 'abc'],
  ['PUBLIC_URL', 'phunu.example'],
  ['TELEGRAM_BOT_TOKEN', 'x'],
  ['KEY_RING_FILE', '/dev/null/ring.json'],
])('a wrong %s (%s) is told by its name', async (name, value) => {
  const bot = startProgram({ DATA_DIR: path.join(temporaryFolder(), 'dữ liệu'), PORT: '0', [name]: value })
  expect(await bot.ended()).toBe(1)
  const lines = bot.written().trim().split('\n')
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).toContain(name)
  expect(bot.written()).not.toContain('secret')
})

test('a demonstration never becomes real: with PUBLIC_URL its data are refused', async () => {
  const real = startProgram({ ...begun, PUBLIC_URL: 'https://phunu.example' })
  expect(await real.ended()).toBe(1)
  expect(real.written()).toMatch(/^Dữ liệu trong DATA_DIR là bản minh họa, không thể dùng thật/m)
  expect(real.written()).not.toMatch(STACK)
})

test('data in which nothing has begun are no demonstration with PUBLIC_URL: it says how to begin', async () => {
  const bot = startProgram({ DATA_DIR: temporaryFolder(), PORT: '0', PUBLIC_URL: 'https://phunu.example' })
  expect(await bot.ended()).toBe(1)
  expect(bot.written()).toContain('npm run cli -- init')
})

const STACK = /^ {4}at /m

async function sessionOf(address: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${address}/chat/session`, { method: 'POST', headers, body: '{}' })
  return z.object({ token: z.string() }).parse(await answer.json()).token
}

async function statusOf(address: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return (await fetch(`${address}/chat/ack`, { method: 'POST', headers, body: '{"ids":["u1"]}' })).status
}
