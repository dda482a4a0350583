import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ChannelError, type Out, type SentRef } from '../../../../src/bot/channel.ts'
import { checkAccount } from '../../../../src/bot/channels/zalo/channel.ts'
import { type Echoes, makeEchoes } from '../../../../src/bot/channels/zalo/echoes.ts'
import type { StoredFile } from '../../../../src/bot/channels/zalo/outFile.ts'
import { pace } from '../../../../src/bot/channels/zalo/pace.ts'
import { sender } from '../../../../src/bot/channels/zalo/send.ts'
import { fileId } from '../../../../src/domain/ids.ts'
import { zaloClient } from '../../../../src/bot/zalo/client.ts'
import type { Phone } from '../../../zalo/simulator/phone.ts'
import { SIM_ACCOUNT, startZaloSimulator, type ZaloSimulator } from '../../../zalo/simulator/simulator.ts'

const DAY = 24 * 3600_000
const CS = '/v3.0/oa/message/cs'
let time = 0
let simulator: ZaloSimulator
let phone: Phone
let echoes: Echoes
let alarms: string[] = []
let renewals = 0
let send: (address: string, out: Out) => Promise<SentRef>

beforeEach(async () => {
  time = 1_700_000_000_000
  alarms = []
  renewals = 0
  echoes = makeEchoes()
  simulator = await startZaloSimulator({ now: () => time, perMinute: 20 })
  phone = simulator.user('7')
  phone.user.lastInteraction = time
  const now = () => new Date(time)
  let { access } = simulator.grant()
  const saying = sender({
    client: zaloClient({ apiRoot: simulator.url }),
    tokens: {
      access: async () => access,
      renew: async () => {
        renewals++
        access = simulator.grant().access
        return access
      },
    },
    pace: pace(now),
    echoes,
    now,
    readFile: async (id) => filesById[id],
    alarm: (code) => void alarms.push(code),
    fileNotSent: async (_id, name) => `📎 ${name}: https://hoi.example`,
  })
  send = (address, out) => saying.send(address, out, {})
})

afterEach(() => simulator.stop())

const photo = async (side: number): Promise<StoredFile> => ({
  name: 'anh.jpg',
  mime: 'image/jpeg',
  bytes: await sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer(),
})
const filesById: Readonly<Record<string, StoredFile>> = {
  small: await photo(40),
  big: await photo(1300),
  paper: { name: 'bao-cao.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF') },
  sheet: {
    name: 'so-lieu.xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: Buffer.from('PK'),
  },
  huge: {
    name: 'a.pdf',
    mime: 'application/pdf',
    bytes: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(6 * 1024 * 1024)]),
  },
}

const anOut = (out: Partial<Out>): Out => ({
  text: 'Chào chị',
  buttons: [],
  files: [],
  card: false,
  protect: false,
  ...out,
})
const say = (out: Partial<Out> = {}) => send('7', anOut(out))
const fault = (how: ZaloSimulator['world']['faults'][number]['how'], path = CS) =>
  simulator.world.faults.push({ path, how })
const said = () => phone.heard().map(({ text, attachment }) => attachment?.name ?? text)

test('a message arrives, and its id is known', async () => {
  const { ref } = await say()
  expect(phone.heard()).toMatchObject([{ id: ref, text: 'Chào chị' }])
})

test.each([
  ['two days', 2 * DAY, undefined],
  ['six days', 6 * DAY, undefined],
  ['eight days', 8 * DAY, 'gone'],
])('%s after her last word', async (_, age, kind) => {
  time += age
  const failed = await say().then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(failed instanceof Error && 'kind' in failed ? failed.kind : undefined).toBe(kind)
})

test('who refuses the account is gone, who is nobody is a fault of ours', async () => {
  phone.user.blocked = true
  await expect(say()).rejects.toMatchObject({ kind: 'gone' })
  await expect(send('8', anOut({}))).rejects.toMatchObject({ kind: 'bug' })
})

test.each([
  [-32, 'limited', []],
  [-200, 'retry', []],
  [-211, 'retry', ['zalo oa money -211']],
  [-209, 'limited', ['zalo oa configuration -209']],
  [-248, 'bug', ['zalo oa gone -248']],
  [-232, 'gone', []],
  [-999, 'bug', []],
] as const)('the refusal %i is %s', async (error, kind, told) => {
  fault({ error })
  await expect(say()).rejects.toMatchObject({ kind })
  expect(alarms).toEqual(told)
})

test('over the limit the whole channel waits for the next minute', async () => {
  time = 1_700_000_000_000 - (1_700_000_000_000 % 60_000) + 45_000
  phone.user.lastInteraction = time
  for (let n = 0; n < 20; n++) await say({ text: `${n}` })
  await expect(say()).rejects.toMatchObject({ kind: 'limited', afterMs: 15_000 })
  time += 15_000
  await say()
})

test('our own pace stops before Zalo must', () => {
  const limited = pace(() => new Date(60_000), 2)
  limited.take()
  limited.take()
  expect(() => limited.take()).toThrow('zalo pace')
})

test('a dead token is renewed once', async () => {
  simulator.grant()
  await say()
  expect([renewals, said()]).toEqual([1, ['Chào chị']])
})

test('a lost answer whose echo comes back is a message that was sent', async () => {
  simulator.world.faults.push({ path: CS, how: 'lostAfter' })
  await expect(say()).rejects.toMatchObject({ kind: 'unknown' })
  echoes.heard('7', 'Chào chị')
  await say()
  expect(said()).toEqual(['Chào chị'])
})

test('a lost answer without an echo is not known, and the next try sends', async () => {
  fault('lost')
  await expect(say()).rejects.toMatchObject({ kind: 'unknown' })
  await say()
  expect(said()).toEqual(['Chào chị'])
})

test('of a message in parts those that arrived are not said again', async () => {
  const text = Array.from({ length: 700 }, (_, n) => `từ${n}`).join(' ')
  // The second part meets an account at its limit.
  for (let n = 0; n < 19; n++) await say({ text: `${n}` })
  phone.user.bubbles.length = 0
  await expect(say({ text })).rejects.toMatchObject({ kind: 'limited' })
  expect(said()).toHaveLength(1)
  time += 60_000
  await say({ text })
  expect(said().join(' ')).toBe(text)
})

test('pictures are made small enough, papers go as they are, what Zalo does not take is named', async () => {
  await say({ files: ['small', 'big', 'paper', 'sheet', 'huge'].map((id) => fileId(id)) })
  expect(said()).toEqual([
    'anh.jpg',
    'anh.jpg',
    'bao-cao.pdf',
    '📎 so-lieu.xlsx: https://hoi.example',
    '📎 a.pdf: https://hoi.example',
    'Chào chị',
  ])
})

test('an upload that ended meanwhile is made again', async () => {
  fault({ error: -100 })
  await say({ text: '', files: [fileId('paper')] })
  expect(simulator.world.uploads.size).toBe(2)
  expect(said()).toEqual(['bao-cao.pdf'])
})

test('each hour the account is asked who it is; only a refusal or another account is told', async () => {
  const client = zaloClient({ apiRoot: simulator.url })
  const access = async () => simulator.grant().access
  const told: (string | undefined)[] = []
  const tell = (event: string, code?: string): void => void told.push(event, code)
  await checkAccount(client, { access }, SIM_ACCOUNT.oaId, tell)
  expect(told).toEqual([])
  await checkAccount(client, { access }, '999', tell)
  await checkAccount(client, { access: async () => 'stolen' }, SIM_ACCOUNT.oaId, tell)
  await checkAccount(client, { access: () => Promise.reject(new ChannelError('limited', 'x')) }, '999', tell)
  expect(told).toEqual(['zalo.otherAccountGranted', undefined, 'zalo.accountNotWell', 'zalo oa refresh -216'])
})
