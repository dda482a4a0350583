import { chmodSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runBackup } from '../../../src/bot/commands/backup.ts'
import { runDoctor } from '../../../src/bot/commands/doctor.ts'
import { runInit } from '../../../src/bot/commands/init.ts'
import { runInvite } from '../../../src/bot/commands/invite.ts'
import { installDemo } from '../../../src/bot/install/demo.ts'
import { loadSheets } from '../../../src/bot/sources/legalSheets.ts'
import { aDesk, type Bot, type Desk, NOON, startBot } from '../../support/desk.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { startS3Server } from '../../support/s3Server.ts'

// Each test begins a province and opens it several times; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const codesIn = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => /^ {4}([0-9A-Z]{5}-[0-9A-Z]{5})$/.exec(line)?.[1] ?? [])

/** What the doctor finds wrong. */
async function wrongs(desk: Desk, now = NOON): Promise<readonly string[]> {
  desk.lines.splice(0)
  const code = await runDoctor(desk.at(now), {})
  const found = desk.lines.splice(0).filter((line) => line.startsWith('! '))
  expect(code).toBe(found.length === 0 ? 0 : 1)
  return found
}

interface Ward {
  readonly desk: Desk
  readonly bot: Bot
}

/** A province that lacks nothing: two administrators, an officer, a counsellor on duty, a backup, its key ring apart. */
async function aHealthyProvince(): Promise<Ward> {
  const desk = await aDesk()
  desk.env['PUBLIC_URL'] = 'https://hoi.example.vn'
  const keys = path.join(path.dirname(desk.dataDir), 'keys')
  mkdirSync(keys, { mode: 0o700 })
  desk.env['KEY_RING_FILE'] = path.join(keys, 'key-ring.json')
  await runInit(desk.terminal, { name: 'Hội LHPN tỉnh Thử', from: '2021-01-01' })
  await runInvite(desk.terminal, { role: 'officer', unit: 'tinh' })
  await runInvite(desk.terminal, { role: 'counsellor', unit: 'tinh' })
  const bot = await startBot(desk)
  for (const [index, code] of codesIn(desk.lines).entries()) await bot.say(`p${index}`, code)
  await bot.installation.store.vault.member.updateMany({ data: { dutyUntil: new Date(NOON.getTime() + 3600_000) } })
  await bot.installation.store.vault.sheetEvent.createMany({
    data: (await loadSheets()).sheets.map((one) => ({
      sheet: one.id,
      print: one.print,
      act: 'approved',
      until: one.expires,
      by: 'head',
      at: NOON,
    })),
  })
  const file = path.join(temporaryFolder(), 'b.age')
  await runBackup(desk.terminal, undefined, { newIdentity: `${file}.identity` })
  await runBackup(desk.terminal, file, { recipient: desk.lines.at(-1) ?? '' })
  return { desk, bot }
}

test('the doctor finds nothing wrong with a province that lacks nothing, and everything that is taken from it', async () => {
  const { desk, bot } = await aHealthyProvince()
  const { union, vault } = bot.installation.store
  expect(await wrongs(desk)).toEqual([])

  const admin = await union.grant.findFirstOrThrow({ where: { role: 'admin' } })
  await union.grant.update({ where: { id: admin.id }, data: { revokedAt: NOON } })
  await union.grant.updateMany({ where: { role: 'officer' }, data: { to: '2022-01-01' } })
  await vault.member.updateMany({ data: { dutyUntil: null } })
  const read = (await loadSheets()).sheets.find((one) => one.from <= '2022-11-09')
  await vault.sheetEvent.create({
    data: { sheet: read?.id ?? '', print: 'x', act: 'revoked', until: '2022-12-31', by: 'head', at: NOON },
  })
  await union.inbox.create({
    data: { channel: 'telegram', eventKey: 'dead', receivedAt: NOON, state: 'dead', code: 'Error' },
  })
  const conversation = await union.conversation.findFirstOrThrow()
  const old = new Date(NOON.getTime() - 3600_000)
  await union.outbox.create({
    data: {
      conversationId: conversation.id,
      channel: 'telegram',
      key: 'stuck',
      kind: 'officer',
      priority: 3,
      createdAt: old,
      notBefore: old,
    },
  })
  expect(await wrongs(desk)).toEqual([
    expect.stringContaining('có 1 quản trị'),
    expect.stringContaining('không có tư vấn viên nào đang trực'),
    expect.stringContaining(`1 phiếu pháp luật chưa duyệt hoặc hết hạn (${read?.id})`),
    expect.stringContaining('1/1 đơn vị chưa có cán bộ'),
    expect.stringContaining('1 tin không xử lý được'),
    expect.stringContaining('1 tin chờ gửi quá 10 phút'),
  ])
  const nextYear = await wrongs(desk, new Date('2023-11-09T12:00:00+07:00'))
  expect(nextYear.join('\n')).toContain('không có kế hoạch nào')
  expect(nextYear.join('\n')).toContain('sao lưu lần cuối')
})

test('a bucket that does not answer, or not with these keys, is wrong', async () => {
  const { desk } = await aHealthyProvince()
  const s3 = await startS3Server()
  onTestFinished(() => s3.stop())
  const { endpoint, region, accessKeyId, secretAccessKey } = s3.config
  Object.assign(desk.env, { S3_ENDPOINT: endpoint, S3_REGION: region, S3_ACCESS_KEY: accessKeyId })
  expect(await wrongs(desk)).toEqual([expect.stringContaining('S3_SECRET_KEY')])
  desk.env['S3_SECRET_KEY'] = secretAccessKey
  expect(await wrongs(desk)).toEqual([])
  desk.env['S3_SECRET_KEY'] = 'another'
  expect(await wrongs(desk)).toEqual([expect.stringContaining('không vào được kho tệp')])
})

test('an open key ring, an open data folder and a ring beside the data are wrong', async () => {
  const { desk } = await aHealthyProvince()
  const ring = desk.env['KEY_RING_FILE'] ?? ''
  chmodSync(ring, 0o644)
  chmodSync(desk.dataDir, 0o755)
  expect(await wrongs(desk)).toEqual([
    expect.stringContaining(`chmod 700 ${desk.dataDir}`),
    expect.stringContaining(`chmod 600 ${ring}`),
  ])
  chmodSync(desk.dataDir, 0o700)
  chmodSync(ring, 0o600)
  const inside = path.join(desk.dataDir, 'key-ring.json')
  renameSync(ring, inside)
  expect(await wrongs(desk)).toEqual([expect.stringContaining('không có tệp khóa')])
  desk.env['KEY_RING_FILE'] = inside
  expect(await wrongs(desk)).toEqual([expect.stringContaining('tệp khóa nằm cùng dữ liệu')])
})

test('a demonstration in a real environment, an empty database and one that is not there are wrong', async () => {
  const desk = await aDesk()
  const { installation } = await startBot(desk)
  expect(await wrongs(desk)).toEqual([expect.stringContaining('chưa có tỉnh nào')])
  await installDemo(installation.store, NOON)
  expect((await wrongs(desk))[0]).toContain('bản minh họa nhưng')
  desk.env['DATABASE_URL'] = 'postgresql://nobody@127.0.0.1:1/none'
  expect(await wrongs(desk)).toEqual([expect.stringContaining('Không kết nối được')])
  desk.env['TELEGRAM_BOT_TOKEN'] = 'x'
  expect(await wrongs(desk)).toEqual([expect.stringContaining('TELEGRAM_BOT_TOKEN')])
})

test('a database that is behind this program is said to be, and left as it is', async () => {
  const desk = await aDesk()
  await startBot(desk)
  const client = new Client({ connectionString: desk.env['DATABASE_URL'] })
  await client.connect()
  await client.query(`DELETE FROM public._prisma_migrations WHERE migration_name LIKE '%_vault_doors'`)
  expect(await wrongs(desk)).toEqual([expect.stringContaining('còn 1 bước nâng cấp')])
  await client.query(`UPDATE public._prisma_migrations SET checksum = 'other'`)
  expect(await wrongs(desk)).toEqual([expect.stringContaining('mới hơn hoặc khác')])
  await client.end()
})
