import { expect, test, vi } from 'vitest'
import { runBind } from '../../../src/bot/commands/bind.ts'
import { runInit } from '../../../src/bot/commands/init.ts'
import { runInvite } from '../../../src/bot/commands/invite.ts'
import { runPeople } from '../../../src/bot/commands/people.ts'
import { runRevoke } from '../../../src/bot/commands/revoke.ts'
import { installDemo } from '../../../src/bot/install/demo.ts'
import { aDesk, type Desk, NOON, startBot, textOf } from '../../support/desk.ts'

// Each test begins a province and opens it several times; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const HOUR = 3600_000
const later = (ms: number): Date => new Date(NOON.getTime() + ms)
const codesIn = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => /^ {4}([0-9A-Z]{5}-[0-9A-Z]{5})$/.exec(line)?.[1] ?? [])

async function aProvince(): Promise<Desk & { readonly admins: readonly string[] }> {
  const desk = await aDesk()
  await runInit(desk.terminal, { name: 'Hội LHPN tỉnh Thử', from: '2021-01-01' })
  return { ...desk, admins: codesIn(desk.lines.splice(0)) }
}

async function anInvitation(desk: Desk, role = 'officer'): Promise<string> {
  await runInvite(desk.terminal, { role, unit: 'tinh', name: 'Chị Lan' })
  return codesIn(desk.lines.splice(0))[0] ?? ''
}

test('init makes a province, its boards and codes of two administrators, once', async () => {
  const desk = await aProvince()
  expect(desk.admins).toHaveLength(2)
  await expect(runInit(desk.terminal, { name: 'Hội LHPN tỉnh Khác' })).rejects.toThrow('đã được khởi tạo')
  const { store } = (await startBot(desk)).installation
  expect(await store.union.setting.findUnique({ where: { key: 'kind' } })).toMatchObject({ value: 'real' })
  expect(await store.union.unitVersion.count()).toBe(3)
})

test('a demonstration never becomes real', async () => {
  const desk = await aDesk()
  const { installation } = await startBot(desk)
  await installDemo(installation.store, NOON)
  await expect(runInit(desk.terminal, { name: 'Hội LHPN tỉnh Thử' })).rejects.toThrow('bản minh họa')
})

test('an administrator types her code once, then invites in the chat', async () => {
  const desk = await aProvince()
  const bot = await startBot(desk)
  expect(textOf(await bot.say('a', desk.admins[0] ?? ''))).toContain('quản trị của Hội LHPN tỉnh Thử')
  expect(textOf(await bot.say('b', desk.admins[0] ?? ''))).toContain('không dùng được')
  await bot.say('a', 'quản trị')
  await bot.say('a', '1')
  await bot.say('a', 'cán bộ báo cáo')
  const issued = textOf(await bot.say('a', 'Thử'))
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(issued)?.[0] ?? ''
  expect(textOf(await bot.say('c', code))).toContain('cán bộ báo cáo của Hội LHPN tỉnh Thử')
})

test('a code dies after 72 hours', async () => {
  const desk = await aProvince()
  const bot = await startBot(desk)
  const code = await anInvitation(desk)
  bot.clock = later(72 * HOUR)
  expect(textOf(await bot.say('a', code))).toContain('không dùng được')
})

test('a counsellor joins the club by her code', async () => {
  const desk = await aProvince()
  const bot = await startBot(desk)
  await bot.say('a', await anInvitation(desk, 'counsellor'))
  expect(await bot.installation.store.vault.member.findMany()).toMatchObject([{ role: 'counsellor', name: 'Chị Lan' }])
})

test('who is revoked is a visitor with her next message', async () => {
  const desk = await aProvince()
  const bot = await startBot(desk)
  await bot.say('a', await anInvitation(desk))
  expect(textOf(await bot.say('a', 'menu'))).toContain('Chị Lan')
  const person = (await bot.installation.store.union.person.findFirst())?.id ?? ''
  expect(await runRevoke(desk.terminal, { person })).toBe(0)
  const answer = textOf(await bot.say('a', 'menu'))
  expect(answer).not.toContain('Chị Lan')
  expect(answer).toContain('không phải người')
  await expect(runRevoke(desk.terminal, { person })).rejects.toThrow('Không có ai')
})

test('a counsellor who is revoked leaves her desk and gives her cases back', async () => {
  const desk = await aProvince()
  const bot = await startBot(desk)
  await bot.say('a', await anInvitation(desk, 'counsellor'))
  const { vault } = bot.installation.store
  const member = (await vault.member.findFirst())?.id ?? ''
  await vault.case.create({
    data: {
      id: 'k1',
      alias: 'Sen',
      state: 'taken',
      severity: 'none',
      topic: 'other_legal',
      openedAt: NOON,
      promiseAt: NOON,
      takenBy: member,
      consent: 'v1',
      consentAt: NOON,
    },
  })
  await runRevoke(desk.terminal, { person: member })
  expect(await vault.case.findFirst()).toMatchObject({ state: 'waiting', takenBy: null })
  expect(textOf(await bot.say('a', 'menu'))).toContain('không phải người')
})

test('one account tries 5 codes an hour, all accounts 100', async () => {
  const desk = await aProvince()
  const bot = await startBot(desk)
  const wrong = async (from: string): Promise<string> => {
    await bot.say(from, 'mã mời')
    return textOf(await bot.say(from, '7K2MQ-4XW9P'))
  }
  for (let n = 0; n < 5; n++) expect(await wrong('a')).toContain('không dùng được')
  expect(await wrong('a')).toContain('quá nhiều lần')
  expect(await wrong('b')).toContain('không dùng được')
  const lane = new Uint8Array(16)
  await bot.installation.store.union.codeTry.createMany({
    data: Array.from({ length: 94 }, () => ({ lane, at: NOON })),
  })
  expect(textOf(await bot.say('c', desk.admins[0] ?? ''))).toContain('quá nhiều lần')
  bot.clock = later(HOUR + 1)
  expect(textOf(await bot.say('c', desk.admins[0] ?? ''))).toContain('quản trị')
})

test('a person who moves to another account takes her roles from the old one', async () => {
  const desk = await aProvince()
  const bot = await startBot(desk)
  await bot.say('a', await anInvitation(desk))
  const { store } = bot.installation
  const person = (await store.union.person.findFirst())?.id ?? ''
  await store.union.conversation.updateMany({ data: { channel: 'telegram' } })
  await runBind(desk.terminal, { channel: 'telegram', address: '12345', person })
  const bound = await store.union.conversation.findMany({ where: { personId: person } })
  expect(bound).toHaveLength(1)
  expect(await store.union.conversation.count({ where: { personId: null, channel: 'telegram' } })).toBe(1)
  await expect(runBind(desk.terminal, { channel: 'telegram', address: 'x', person })).rejects.toThrow('--address')
})

test('people --all lists every role with its account, people the demonstration', async () => {
  const desk = await aProvince()
  const bot = await startBot(desk)
  await bot.say('a', await anInvitation(desk))
  await runPeople(desk.terminal, { json: false, all: true })
  expect(desk.lines.splice(0)).toMatchObject([
    expect.stringContaining('Chị Lan – Hội LHPN tỉnh Thử (từ 2022-11-09; talk)'),
  ])
  await runPeople(desk.terminal, { json: false })
  expect(desk.lines[0]).toContain('Phan Thị Minh')
})

test.each([
  ['role', { role: 'boss', unit: 'tinh' }, 'officer, leader'],
  ['unit', { role: 'officer', unit: 'Không Có' }, 'Không có đơn vị'],
])('invite refuses an unknown %s and says what there is', async (_, options, words) => {
  const desk = await aProvince()
  await expect(runInvite(desk.terminal, options)).rejects.toThrow(words)
})
