import { afterAll, beforeAll, expect, test } from 'vitest'
import { vaultTurn } from '../../src/bot/turns/vaultTurn.ts'
import { unionTurn } from '../../src/bot/turns/unionTurn.ts'
import { agree, ask, DAY, HOUR, startTestBot, type TestBot, text } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
})
afterAll(() => bot.stop())

const press = (token: string) => ({ kind: 'press', token }) as const

/** What the database holds, but for conversations and messages, which every answer writes. */
async function facts(): Promise<unknown> {
  const { union, vault } = bot.store
  return {
    cases: await vault.case.findMany({ orderBy: { id: 'asc' } }),
    keys: await vault.caseKey.findMany({ orderBy: { caseId: 'asc' } }),
    words: await vault.caseMessage.findMany({ orderBy: { id: 'asc' } }),
    alarms: await vault.alarm.findMany({ orderBy: { id: 'asc' } }),
    members: await vault.member.findMany({ orderBy: { id: 'asc' } }),
    grants: await union.grant.findMany({ orderBy: { id: 'asc' } }),
    invitations: await union.invitation.findMany({ orderBy: { id: 'asc' } }),
    reports: await union.report.findMany({ orderBy: { id: 'asc' } }),
    events: await union.reportEvent.findMany(),
  }
}

const MEMBERS = ['counsellor-1', 'counsellor-2', 'head']

test('an action of one person does nothing in the hands of another', async () => {
  await bot.say('counsellor-1', 'bàn')
  await bot.press('counsellor-1', 'Vào ca trực')
  await bot.press('counsellor-1', 'Em nhận được')
  await ask(bot, 'woman-1', 'tôi muốn ly hôn')
  await bot.say('woman-2', 'chồng em đang cầm dao đuổi em, cứu em với')
  const tokens = [bot.tokenOf('counsellor-1', 'Nhận ca'), bot.tokenOf('counsellor-1', 'Nhận tin khẩn')]
  expect(tokens.every((one) => one.startsWith('a.'))).toBe(true)
  const before = await facts()
  for (const key of ['counsellor-2', 'head', 'officer-1', 'leader', 'admin', 'woman-1', 'woman-2', 'stranger']) {
    for (const token of tokens) await bot.hear(key, press(token))
  }
  expect(await facts()).toEqual(before)
})

test('an action is good once', async () => {
  const token = bot.tokenOf('counsellor-1', 'Nhận ca')
  expect(JSON.stringify(await bot.hear('counsellor-1', press(token)))).toContain('tôi muốn ly hôn')
  const before = await facts()
  expect(JSON.stringify(await bot.hear('counsellor-1', press(token)))).toContain('Câu này đã trả lời rồi')
  expect(await facts()).toEqual(before)
})

test('an action that has expired does nothing', async () => {
  await ask(bot, 'woman-3', 'tôi muốn ly hôn')
  const token = bot.tokenOf('counsellor-1', 'Nhận ca')
  bot.clock.move(8 * DAY)
  await bot.settle()
  const before = await bot.store.vault.case.findMany({ orderBy: { id: 'asc' } })
  await bot.hear('counsellor-1', press(token))
  expect(await bot.store.vault.case.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
})

test('120 guessed tokens do nothing', async () => {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz'
  const before = await facts()
  for (let n = 0; n < 20; n++) {
    for (const key of MEMBERS) {
      const guess = Array.from({ length: 20 }, (_, i) => letters[(n * 7 + i * 13 + key.length) % 32]).join('')
      await bot.arrive(key, press(`a.${guess}`))
      await bot.arrive(key, press(`${(n * 31).toString(36)}.${(n % 12).toString(36)}`))
    }
  }
  await bot.settle()
  expect(await facts()).toEqual(before)
})

test('a button of an older screen changes nothing and the question is shown again', async () => {
  await bot.say('officer-1', 'báo cáo')
  const old = bot.seen('officer-1').at(-1)?.buttons[0]?.token ?? ''
  await bot.say('officer-1', 'menu')
  const before = await bot.store.union.draft.count()
  const shown = await bot.hear('officer-1', press(old))
  expect(shown[0]?.text).toContain('Câu này đã trả lời rồi')
  expect(shown).toHaveLength(2)
  expect(await bot.store.union.draft.count()).toBe(before)
})

test("every button on everybody's screen is nothing on another's", async () => {
  const keys = ['officer-1', 'officer-2', 'leader', 'admin', ...MEMBERS, 'visitor-1', 'woman-1']
  for (const key of keys) await bot.say(key, 'menu')
  const before = await facts()
  const tokens = keys.flatMap((key) => bot.seen(key).flatMap((one) => one.buttons.map((button) => ({ key, button }))))
  const actions = tokens.filter((one) => one.button.token.startsWith('a.'))
  expect(actions.length).toBeGreaterThan(3)
  for (const { key, button } of actions) {
    for (const other of keys) if (other !== key) await bot.arrive(other, press(button.token))
  }
  await bot.settle()
  expect(await facts()).toEqual(before)
})

test('the same press twice at once, on two workers, is done once', async () => {
  for (let n = 0; n < 10; n++) {
    const key = `twice-${n}`
    await agree(bot, key)
    await bot.say(key, 'tôi muốn ly hôn')
    await bot.press(key, 'Xóa')
    const token = bot.tokenOf(key, 'Xóa hết')
    const audits = await bot.store.vault.case.count({ where: { outcome: 'withdrawn' } })
    await bot.arrive(key, press(token))
    await bot.arrive(key, press(token))
    await Promise.all([vaultTurn(bot.app), vaultTurn(bot.app), unionTurn(bot.app), unionTurn(bot.app)])
    await bot.settle()
    expect(await bot.store.vault.case.count({ where: { outcome: 'withdrawn' } })).toBe(audits + 1)
  }
  expect(bot.log).toEqual([])
})

test('of three members who take one case at once, one has it and nobody else reads it', async () => {
  for (let n = 0; n < 8; n++) {
    await ask(bot, `three-${n}`, `tôi muốn ly hôn KANARI${n}`)
    for (const key of MEMBERS) {
      await bot.say(key, 'Bàn tư vấn')
      await bot.press(key, 'Hàng chờ')
    }
    const row = await bot.store.vault.case.findFirstOrThrow({
      where: { state: 'waiting' },
      orderBy: { openedAt: 'desc' },
    })
    for (const key of MEMBERS) await bot.arrive(key, press(bot.tokenOf(key, row.alias)))
    await Promise.all(Array.from({ length: 6 }, () => vaultTurn(bot.app)))
    bot.clock.move(10_000)
    await bot.settle()
    expect(MEMBERS.filter((key) => JSON.stringify(bot.seen(key)).includes(`KANARI${n}`))).toHaveLength(1)
    await bot.store.vault.case.updateMany({ where: { state: 'waiting' }, data: { state: 'closed' } })
  }
})

test('after five wrong codes in an hour the right one is not looked at either', async () => {
  await bot.say('admin', 'quản trị')
  await bot.press('admin', 'Mời người')
  await bot.press('admin', 'cán bộ')
  await bot.say('admin', 'Khê Trung')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(bot.seen('admin').at(-1)?.text ?? '')?.[0] ?? ''
  expect(code).not.toBe('')
  const grants = await bot.store.union.grant.count()
  await bot.say('guesser', 'mã mời')
  for (let n = 0; n < 5; n++) await bot.say('guesser', `AAAAA-AAAA${n}`)
  await bot.say('guesser', 'mã mời')
  expect(JSON.stringify(await bot.say('guesser', code))).toContain('quá nhiều lần')
  expect(await bot.store.union.grant.count()).toBe(grants)
  bot.clock.move(HOUR + 1000)
  await bot.say('guesser', 'mã mời')
  await bot.say('guesser', code)
  expect(await bot.store.union.grant.count()).toBe(grants + 1)
  await bot.say('second', 'mã mời')
  expect(JSON.stringify(await bot.say('second', code))).toContain('không dùng được')
  expect(await bot.store.union.grant.count()).toBe(grants + 1)
})

test('all accounts together try a hundred codes an hour', async () => {
  bot.clock.move(2 * HOUR)
  for (let n = 0; n < 30; n++) {
    await bot.arrive(`crowd-${n}`, text('mã mời'))
    for (let guess = 0; guess < 5; guess++) await bot.arrive(`crowd-${n}`, text(`BBBBB-BBB${10 + guess}`))
  }
  await bot.settle()
  const since = new Date(bot.clock.now().getTime() - HOUR)
  expect(await bot.store.union.codeTry.count({ where: { at: { gte: since } } })).toBe(100)
})

test('a code used by two accounts at once binds one', async () => {
  await bot.say('admin', 'quản trị')
  await bot.press('admin', 'Mời người')
  await bot.press('admin', 'cán bộ')
  await bot.say('admin', 'Khê Trung')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(bot.seen('admin').at(-1)?.text ?? '')?.[0] ?? ''
  bot.clock.move(2 * HOUR)
  const grants = await bot.store.union.grant.count()
  await bot.arrive('both-1', text(code))
  await bot.arrive('both-2', text(code))
  await Promise.all([unionTurn(bot.app), unionTurn(bot.app)])
  bot.clock.move(60_000)
  await bot.settle()
  expect(await bot.store.union.grant.count()).toBe(grants + 1)
})
