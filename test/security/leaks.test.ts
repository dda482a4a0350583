import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, type MockInstance, test, vi } from 'vitest'
import { ChannelError } from '../../src/bot/channel.ts'
import { readConfig } from '../../src/bot/config/config.ts'
import { openInstallation } from '../../src/bot/store/openInstallation.ts'
import { startTestBot, takeFirst, type TestBot } from '../support/bot.ts'
import { quickParent } from '../support/quickParent.ts'
import { formsOf, hits } from '../support/leaks.ts'

/** One canary for each place where somebody can put something in. */
const NAMES = [
  'beforeConsent',
  'firstWords',
  'moreWords',
  'codeWord',
  'danger',
  'dangerPlace',
  'answer',
  'answerFailed',
  'address',
  'addressOfficer',
  'fileName',
  'exif',
  'draft',
  'wrongCode',
  'failedTurn',
  'afterExit',
  'erased',
] as const
type Name = (typeof NAMES)[number]
/** Letters with accents, so that composed and decomposed forms differ; words that no rule of danger knows. */
const canary = (name: Name): string => `Kãnărĩ${name}Ẹ${NAMES.indexOf(name)}ữzx`

let bot: TestBot
let dataDir: string
let printed: readonly MockInstance[] = []
let down = false

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(quickParent(), 'chihoi-leaks-'))
  const config = readConfig({ DATA_DIR: dataDir }, process.cwd())
  const installation = await openInstallation(config, { temporary: true })
  bot = await startTestBot({
    at: '2026-11-10T09:00',
    refuse: () => (down ? new ChannelError('retry', 'down', 60_000) : undefined),
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
  await story()
}, 120_000)
afterAll(() => bot.stop())

const WOMAN = canary('address')
const OFFICER = canary('addressOfficer')

/** A woman, a counsellor and an officer, with one turn, one query and one message that fail. */
async function story(): Promise<void> {
  await bot.say(WOMAN, `tôi muốn hỏi chuyện ly hôn ${canary('beforeConsent')}`)
  await bot.press(WOMAN, 'Tiện')
  await bot.press(WOMAN, 'Đồng ý')
  await bot.press(WOMAN, 'Gửi')
  await takeFirst(bot, 'counsellor-1')
  await bot.say('counsellor-1', `chị nhé ${canary('answer')}`)
  await bot.say(WOMAN, `em hỏi thêm ${canary('moreWords')}`)
  await bot.press(WOMAN, 'Đặt từ riêng')
  await bot.say(WOMAN, canary('codeWord'))
  await bot.say(WOMAN, `chồng em đang cầm dao đuổi em, cứu em với ${canary('danger')}`)
  await bot.say(WOMAN, `em ở ${canary('dangerPlace')}`)
  await bot.say(WOMAN, 'em an toàn rồi')
  down = true
  await bot.say('counsellor-1', `lần nữa ${canary('answerFailed')}`)
  down = false
  bot.clock.move(61_000)
  await bot.settle()
  await failingTurn()
  await bot.say(WOMAN, 'thoát')
  await bot.say(WOMAN, canary('afterExit'))
  await officerStory()
  const other = `${WOMAN}-2`
  for (const words of ['hỏi kín', 'tiện', 'đồng ý', `tôi muốn ly hôn ${canary('erased')}`]) await bot.say(other, words)
  await bot.press(other, 'Xóa')
  await bot.press(other, 'Xóa hết')
  await bot.say('visitor', 'mã mời')
  await bot.say('visitor', canary('wrongCode'))
  await bot.say('visitor', canary('firstWords'))
  await failingQuery()
}

/** The table refuses the words: the transaction breaks with the row in PostgreSQL's hands. */
async function failingTurn(): Promise<void> {
  await asOwner('ALTER TABLE vault.case_message ADD CONSTRAINT broken CHECK (false) NOT VALID')
  await bot.say(WOMAN, `em viết ${canary('failedTurn')}`)
  for (let n = 0; n < 6; n++) {
    bot.clock.move(20_000)
    await bot.settle()
  }
  await asOwner('ALTER TABLE vault.case_message DROP CONSTRAINT broken')
}

async function failingQuery(): Promise<void> {
  await expect(
    bot.store.union.conversation.create({
      data: {
        id: canary('address'),
        lane: new Uint8Array(1),
        channel: 'x',
        address: new Uint8Array(1),
        state: new Uint8Array(1),
        rev: 2 ** 40,
      },
    }),
  ).rejects.toBeInstanceOf(Error)
}

async function officerStory(): Promise<void> {
  const photo = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: canary('exif'), Artist: canary('exif') } })
    .toBuffer()
  const saved = await bot.app.files.save({ bytes: photo, name: `${canary('fileName')}.jpg` })
  expect(saved.kind).toBe('file')
  await bot.hear(OFFICER, saved)
  await bot.say('officer-1', 'báo cáo')
  await bot.press('officer-1', 'Tuyên truyền')
  await bot.say('officer-1', canary('draft'))
}

async function asOwner(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: bot.ownerUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const all = NAMES.map((name) => ({ name, forms: formsOf(canary(name)) }))

async function dump(): Promise<Buffer> {
  const tables = await asOwner(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'vault')",
  )
  const parts: string[] = []
  for (const { name } of tables)
    parts.push(...(await asOwner(`SELECT t::text AS line FROM ${String(name)} t`)).map((row) => String(row['line'])))
  return Buffer.from(parts.join('\n'))
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)

test('the story was really told: every canary arrived where it may be', () => {
  const counsellor = JSON.stringify(bot.seen('counsellor-1'))
  expect(counsellor).toContain(canary('beforeConsent'))
  expect(JSON.stringify(bot.seen(WOMAN))).toContain(canary('answer'))
  expect(bot.log.filter((line) => line.includes('turn.failed')).length).toBeGreaterThanOrEqual(5)
  expect(bot.log.some((line) => line.includes('send.retry'))).toBe(true)
})

test('no table holds what anybody wrote in a form that can be read', async () => {
  expect(hits(await dump(), all)).toEqual([])
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
    hits(readFileSync(file), all).map((hit) => `${hit} in ${path.relative(dataDir, file)}`),
  )
  expect(found).toEqual([])
})

test('what each person was shown holds only what is meant for her', () => {
  const allowed: Readonly<Record<string, readonly Name[]>> = {
    'counsellor-1': ['beforeConsent', 'moreWords', 'danger', 'dangerPlace', 'answer', 'answerFailed'],
    [WOMAN]: ['answer', 'answerFailed'],
    'officer-1': ['draft'],
  }
  for (const key of [
    'counsellor-1',
    'counsellor-2',
    'head',
    'admin',
    'leader',
    'officer-1',
    WOMAN,
    OFFICER,
    'visitor',
  ]) {
    const shown = Buffer.from(JSON.stringify(bot.seen(key)))
    const foreign = all.filter((one) => !(allowed[key] ?? []).includes(one.name))
    expect([key, hits(shown, foreign)]).toEqual([key, []])
  }
})

test('a canary that is planted is found in every form and in every sink', async () => {
  for (const one of all)
    for (const form of one.forms) expect(hits(Buffer.concat([Buffer.from('..'), form.bytes]), [one])).not.toEqual([])
  await asOwner(`INSERT INTO public.setting (key, value) VALUES ('planted', '"${canary('danger')}"')`)
  expect(hits(await dump(), all)).toContain('danger as raw')
  await asOwner('CHECKPOINT')
  const found = filesUnder(dataDir).filter((file) => hits(readFileSync(file), all).length > 0)
  expect(found.some((file) => file.includes('pg_wal'))).toBe(true)
  expect(found.some((file) => file.includes('base'))).toBe(true)
})
