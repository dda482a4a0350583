import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Arrival } from '../../../../src/bot/channel.ts'
import { makeEchoes } from '../../../../src/bot/channels/zalo/echoes.ts'
import { type Intake, intake, type IntakeOptions } from '../../../../src/bot/channels/zalo/intake.ts'
import { openSpool } from '../../../../src/bot/channels/zalo/spool.ts'
import { sealerFor } from '../../../../src/bot/keys/seal.ts'
import { zaloEventSchema } from '../../../../src/bot/zalo/event.ts'

const account = { channel: 'zalo', oaId: '388613280878808645' }
const key = randomBytes(32)
const sealer = sealerFor({ derive: () => key, rootId: 1 }, 'inbox/v1')
let dir = ''
let arrivals: Arrival[] = []
let warnings: string[] = []
let away = false

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'spool-'))
  arrivals = []
  warnings = []
  away = false
})

afterEach(() => rmSync(dir, { recursive: true, force: true }))

function anIntake(options: Partial<IntakeOptions> = {}): Intake {
  return intake({
    account,
    spool: openSpool({ dir, sealer, now: () => new Date(1_000_000) }),
    echoes: makeEchoes(),
    receive: async (arrival) => {
      if (away) throw new Error('the database is away')
      if (!arrivals.some(({ eventKey }) => eventKey === arrival.eventKey)) arrivals.push(arrival)
    },
    note: async () => {},
    withdraw: async () => {},
    saveFile: async () => ({ kind: 'badFile', why: 'type' }),
    warn: (event) => void warnings.push(event),
    budgetMs: 50,
    ...options,
  })
}

let serial = 0
const says = (text: string, user = '42') =>
  JSON.stringify({
    app_id: '1',
    sender: { id: user },
    recipient: { id: account.oaId },
    event_name: 'user_send_text',
    message: { text, msg_id: `m${++serial}` },
    timestamp: '1000000',
  })
const keep = (one: Intake, body: string) => one.keep(zaloEventSchema.parse(JSON.parse(body)), body)
const said = () => arrivals.map(({ what }) => (what.kind === 'text' ? what.text : what.kind))

test('while the database is away events wait on the disk, sealed, and go in later, in order', async () => {
  const one = anIntake()
  away = true
  for (const text of ['một', 'hai', 'ba']) await keep(one, says(text))
  const files = readdirSync(dir)
  expect(files).toHaveLength(3)
  expect(files.map((name) => readFileSync(path.join(dir, name), 'latin1')).join()).not.toMatch(/user_send|388613/)
  expect(await one.drain()).toBe(false)
  away = false
  // What she writes now waits behind it.
  await keep(one, says('bốn'))
  expect(said()).toEqual([])
  expect(await one.drain()).toBe(true)
  expect(said()).toEqual(['một', 'hai', 'ba', 'bốn'])
  await keep(one, says('năm'))
  expect(said().at(-1)).toBe('năm')
  expect(readdirSync(dir)).toEqual([])
})

test('a database that does not answer holds nobody up', async () => {
  const one = anIntake({ receive: () => new Promise(() => {}) })
  await keep(one, says('một'))
  expect(readdirSync(dir)).toHaveLength(1)
})

test('what was in the spool when the process died is taken in by the next one', async () => {
  away = true
  await keep(anIntake(), says('một'))
  away = false
  expect(await anIntake().drain()).toBe(true)
  expect(said()).toEqual(['một'])
})

test('one person whose event cannot be taken in holds up nobody else', async () => {
  const one = anIntake({
    receive: async (arrival) => {
      if (away || arrival.address === '42') throw new Error('no')
      arrivals.push(arrival)
    },
  })
  away = true
  await keep(one, says('một', '42'))
  await keep(one, says('hai', '43'))
  away = false
  expect(await one.drain()).toBe(false)
  expect(said()).toEqual(['hai'])
})

test('a file that was changed is set aside, and the rest goes on', async () => {
  const one = anIntake()
  away = true
  await keep(one, says('một'))
  const [name = ''] = readdirSync(dir)
  const bytes = readFileSync(path.join(dir, name))
  bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
  writeFileSync(path.join(dir, name), bytes)
  writeFileSync(path.join(dir, 'torn.event.part'), 'half')
  await keep(one, says('hai', '43'))
  away = false
  expect(await one.drain()).toBe(true)
  expect(said()).toEqual(['hai'])
  expect(warnings).toContain('zalo.spoolUnreadable')
})

test.each([
  ['http://127.0.0.1:1/a.jpg'],
  ['https://zdn.vn.evil.example/a.jpg'],
  ['https://user@f1.zdn.vn/a.jpg'],
  ['http://f1.zdn.vn/a.jpg'],
  ['file:///etc/passwd'],
  ['https://f1.zdn.vn:8443/a.jpg'],
])('a picture is fetched from Zalo and from nowhere else: not %s', async (url) => {
  const one = anIntake()
  const event = { ...JSON.parse(says('x')), event_name: 'user_send_image' }
  event.message = { msg_id: 'i1', text: 'ảnh đây', attachments: [{ type: 'image', payload: { url } }] }
  await keep(one, JSON.stringify(event))
  expect(await one.drain()).toBe(true)
  expect(arrivals.map(({ what }) => what)).toEqual([
    { kind: 'badFile', why: 'unreadable' },
    { kind: 'text', text: 'ảnh đây' },
  ])
})
