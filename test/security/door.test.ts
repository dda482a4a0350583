import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Out } from '../../src/bot/channel.ts'
import { blindIndex, keyedHash } from '../../src/bot/keys/keys.ts'
import { inviteAtServer } from '../../src/bot/store/union/invitations.ts'
import { freeAlias } from '../../src/bot/store/vault/cases.ts'
import { knock } from '../../src/bot/store/vault/door.ts'
import { caseId, conversationId } from '../../src/domain/ids.ts'
import { ask, HOUR, startTestBot, takeFirst, type TestBot } from '../support/bot.ts'

const NAME = 'nguyen-thi-kanari-0912345678'
const WORDS = 'tôi muốn ly hôn, số tôi là 0912 345 678'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
})
afterAll(() => bot.stop())

/** What is on the screen, byte by byte; the counter in a button's token is not. */
const face = (outs: readonly Out[]): string => JSON.stringify(outs).replaceAll(/"token":"[0-9a-z]+\./g, '"token":"')
const told = (key: string): string =>
  bot
    .seen(key)
    .map((one) => face([one]))
    .join('\n')

test('neither side learns who the other is', async () => {
  await ask(bot, NAME, 'tôi muốn ly hôn, tôi phải làm gì')
  await takeFirst(bot, 'counsellor-1')
  await bot.say('counsellor-1', 'Chị viết đơn giúp em')
  await bot.say(NAME, 'cảm ơn chị')
  await bot.say('counsellor-1', 'ca của tôi')
  expect(told(NAME)).toContain('Chị viết đơn giúp em')
  expect(told('counsellor-1')).toContain('tôi muốn ly hôn')
  expect(told('counsellor-1')).not.toMatch(/kanari|0912345678/i)
  expect(told(NAME)).not.toMatch(/counsellor|Tư vấn viên|demo-|CA-/)
})

test('ids of conversations, cases and persons are never shown', async () => {
  const rows = await bot.store.vault.vaultConversation.findMany({ select: { id: true, memberId: true } })
  const cases = await bot.store.vault.case.findMany({ select: { id: true } })
  const ids = [...rows.flatMap((one) => [one.id, one.memberId ?? one.id]), ...cases.map((one) => one.id)]
  const all = [NAME, 'counsellor-1', 'counsellor-2', 'head'].map(told).join('\n')
  expect(ids.filter((id) => all.includes(id))).toEqual([])
})

test.each(['0912 345 678', '+84912345678', '0912.345.678', '012345678901', '001 099 012 345'])(
  'the number %s is masked in what she adds',
  async (number) => {
    await bot.say(NAME, `gọi em số ${number} nhé`)
    const read = face(await bot.press('counsellor-1', 'Mở ca'))
    expect(read).toContain('gọi em số •••')
    expect(read.replace(/[ .]/g, '')).not.toContain(number.replace(/\D/g, ''))
  },
)

/** Two women come back an hour later: one has a case behind her door, with a code word or without, the other never asked. */
async function backAtTheDoor(withCase: string, codeWord?: string): Promise<readonly [string, string]> {
  const without = `${withCase}-none`
  await ask(bot, withCase, WORDS)
  if (codeWord !== undefined) {
    await bot.press(withCase, 'Đặt từ riêng')
    await bot.say(withCase, codeWord)
  }
  await bot.say(withCase, 'thoát')
  await bot.say(without, 'hỏi kín')
  await bot.say(without, 'thoát')
  bot.clock.move(HOUR)
  expect(face(await bot.say(withCase, 'hỏi kín'))).toBe(face(await bot.say(without, 'hỏi kín')))
  return [withCase, without]
}

test.each([
  ['with a code word', 'hoa sim tím'],
  ['with a receipt alone', undefined],
])('a wrong word at the door of a case %s shows the same bytes as where there is no case', async (name, codeWord) => {
  const [one, other] = await backAtTheDoor(`same-${name}`, codeWord)
  for (const wrong of [
    'hoa cúc',
    'AAAAA-AAAA1',
    '12345678',
    'một câu dài hơn của người khác',
    '.',
    'hoa',
    'xem trả lời',
  ])
    expect([wrong, face(await bot.say(one, wrong))]).toEqual([wrong, face(await bot.say(other, wrong))])
})

test('a wrong word does the same statements, in the same order, as where there is no case', async () => {
  const [one, other] = await backAtTheDoor('statements', 'hoa sim tím')
  const statements = vi.spyOn(Client.prototype, 'query')
  const asked = async (key: string, said: string): Promise<string> => {
    const before = statements.mock.calls.length
    await bot.say(key, said)
    const texts = statements.mock.calls.slice(before).map(([first]) => sqlOf(first))
    // Prisma counts its own savepoints and parameters; what is asked is the words.
    return texts.filter((text) => text !== '').join('\n')
  }
  const sentence = 'mã em là AAAAA-AAAA1 từ riêng hoa cúc'
  for (const said of ['hoa cúc', sentence]) {
    const texts = [await asked(one, said), await asked(other, said), await asked(one, said), await asked(other, said)]
    expect(texts[0]?.split('\n').length).toBeGreaterThan(10)
    expect(texts[0]).toContain('door_try')
    expect(new Set(texts).size).toBe(1)
  }
  statements.mockRestore()
})

const sqlOf = (asked: unknown): string =>
  typeof asked === 'string'
    ? asked
    : typeof asked === 'object' && asked !== null && 'text' in asked
      ? String(asked.text)
      : ''

test('a wrong word makes the same hashes as where there is no case', async () => {
  const [one, other] = await backAtTheDoor('hashes', 'hoa sim tím')
  const { vault, keys } = bot.store
  const roomOf = async (key: string) => {
    const lane = blindIndex(keys.vaultLane, 'talk', key)
    const { id, channel } = await vault.vaultConversation.findUniqueOrThrow({ where: { lane } })
    return { id: conversationId(id), lane, channel }
  }
  const used = async (seat: Awaited<ReturnType<typeof roomOf>>, said = 'hoa cúc'): Promise<readonly string[]> => {
    const names: string[] = []
    const watched = new Proxy(keys, {
      get: (target, name, self) => {
        names.push(String(name))
        return Reflect.get(target, name, self)
      },
    })
    await vault.$transaction((tx) => knock({ ...bot.store, keys: watched }, tx, { said, seat, now: bot.clock.now() }))
    return names.toSorted()
  }
  const hashes = await used(await roomOf(one))
  expect(hashes.filter((name) => name === 'codeWord').length).toBeGreaterThan(5)
  expect(await used(await roomOf(other))).toEqual(hashes)
  const sentence = 'mã em là AAAAA-AAAA1 từ riêng hoa cúc'
  expect(await used(await roomOf(one), sentence)).toEqual(await used(await roomOf(other), sentence))
})

const OPENED = /Muộn nhất|đang đọc/
const WRONG = ['hoa cúc', 'hoa lan', 'hoa mai', 'hoa đào', 'hoa bưởi']

test('five wrong words and not even the right one opens for an hour, though she left and came back', async () => {
  const [one, other] = await backAtTheDoor('guesses', 'hoa sim tím')
  for (const wrong of WRONG) {
    await bot.say(one, wrong)
    await bot.say(one, 'thoát')
    await bot.say(one, 'hỏi kín')
  }
  await bot.say(other, 'hoa cúc')
  expect(face(await bot.say(one, 'hoa sim tím'))).toBe(face(await bot.say(other, 'hoa sim tím')))
  bot.clock.move(HOUR)
  await bot.say(one, 'hỏi kín')
  expect(face(await bot.say(one, 'hoa sim tím'))).toMatch(OPENED)
})

test('wrong words are counted at the case from whatever account they come', async () => {
  await backAtTheDoor('shared', 'hoa sim tím')
  const receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(told('shared'))?.[0] ?? ''
  for (const [n, wrong] of WRONG.entries()) {
    await bot.say(`thief-${n}`, 'hỏi kín')
    await bot.say(`thief-${n}`, receipt)
    await bot.say(`thief-${n}`, wrong)
  }
  await bot.say('thief-6', 'hỏi kín')
  await bot.say('thief-6', receipt)
  expect(face(await bot.say('thief-6', 'hoa sim tím'))).not.toMatch(OPENED)
  bot.clock.move(HOUR)
  await bot.say('thief-6', 'hỏi kín')
  await bot.say('thief-6', receipt)
  expect(face(await bot.say('thief-6', 'hoa sim tím'))).toMatch(OPENED)
})

test('codes of invitations typed at the door are limited, for an account and in all', async () => {
  const { store, clock } = bot
  const invited = async (): Promise<string> =>
    await store.union.$transaction((tx) =>
      inviteAtServer(store, tx, { role: 'counsellor', unit: 'tinh', now: clock.now() }),
    )
  // A good code closes the room and is typed once more outside, where it is checked against the Union's roles.
  const asMember = async (key: string): Promise<boolean> => {
    const code = await invited()
    if (!face(await bot.say(key, code)).includes('gõ lại mã')) return false
    return face(await bot.say(key, code)).includes('thành viên')
  }
  await bot.say('guesser', 'hỏi kín')
  for (let n = 0; n < 5; n++) await bot.say('guesser', `AAAAA-AAA${n}0`)
  expect(await asMember('guesser')).toBe(false)
  await bot.say('calm', 'hỏi kín')
  const subject = keyedHash(store.keys.codeWord, 'try|codes')
  await store.vault.doorTry.createMany({ data: Array.from({ length: 100 }, () => ({ subject, at: clock.now() })) })
  expect(await asMember('calm')).toBe(false)
  clock.move(HOUR)
  await bot.say('calm', 'hỏi kín')
  expect(await asMember('calm')).toBe(true)
})

test('a sentence is no try', async () => {
  const [one] = await backAtTheDoor('sentences', 'hoa sim tím')
  for (let n = 0; n < 8; n++) {
    await bot.say(one, 'Em muốn hỏi chuyện đất đai nhà em để lại cho các con mà chưa biết bắt đầu từ đâu cho đúng')
  }
  expect(face(await bot.say(one, 'hoa sim tím'))).toMatch(OPENED)
})

test('the exit button of any bubble leaves, also after the room was closed', async () => {
  await ask(bot, 'leaver', WORDS)
  const exits = bot.seen('leaver').flatMap((one) => one.buttons.filter((button) => button.label === 'Thoát ngay'))
  expect(new Set(exits.map((one) => one.token)).size).toBe(1)
  const token = exits[0]?.token ?? ''
  const pressed = async () => (await bot.hear('leaver', { kind: 'press', token })).map((one) => [one.text, one.buttons])
  expect(await pressed()).toEqual([['Chào chị ạ.', []]])
  expect(await pressed()).toEqual([['Chào chị ạ.', []]])
  bot.clock.move(30 * 24 * HOUR)
  expect(await pressed()).toEqual([['Chào chị ạ.', []]])
})

test('two cases whose names would be the same get different ones', async () => {
  const id = caseId('collides')
  const names = new Set<string>()
  for (const n of [0, 1, 2]) {
    const alias = await bot.store.vault.$transaction((tx) => freeAlias(tx, id))
    names.add(alias)
    const row = await bot.store.vault.case.findFirstOrThrow()
    await bot.store.vault.case.create({ data: { ...row, id: `collides-${n}`, alias, receipt: null } })
  }
  expect(names.size).toBe(3)
})

test('old words come back with the code word, from another phone with the receipt before it', async () => {
  await backAtTheDoor('returns', 'Hoa Sim Tím')
  const opened = /Muộn nhất|đang đọc/
  expect(face(await bot.say('returns', 'hoa sim tim'))).toMatch(opened)
  const receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(told('returns'))?.[0] ?? ''
  await bot.say('returns', 'thoát')
  await bot.say('another-phone', 'hỏi kín')
  expect(face(await bot.say('another-phone', receipt.toLowerCase()))).not.toMatch(opened)
  expect(face(await bot.say('another-phone', 'HOA SIM TÍM'))).toMatch(opened)
})

test.each([
  (code: string) => `mã em là ${code} từ riêng hoa mai vàng`,
  (code: string) => `em vào lại với mã ${code.toLowerCase()}, từ riêng của em là hoa mai vàng ạ`,
])('a receipt and its word in one sentence open from another phone, and a wrong word does not', async (said) => {
  const name = `in-a-sentence-${said('x').length}`
  await backAtTheDoor(name, 'hoa mai vàng')
  const receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(told(name))?.[0] ?? ''
  const none = `${name}-none-2`
  for (const key of [`${name}-phone`, none]) await bot.say(key, 'hỏi kín')
  const wrong = (code: string): string => said(code).replace('mai', 'lan')
  expect(face(await bot.say(`${name}-phone`, wrong(receipt)))).toBe(face(await bot.say(none, wrong('Q7W2E-R4T5Y'))))
  expect(face(await bot.say(`${name}-phone`, said(receipt)))).toMatch(OPENED)
})

test('her word said beside her code reaches no counsellor, neither before her case nor in it', async () => {
  await backAtTheDoor('said-aloud', 'hoa mai vàng')
  const receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(told('said-aloud'))?.[0] ?? ''
  const said = `mã là ${receipt} từ riêng hoa mai vàng`
  for (const words of ['hỏi kín', 'tiện', 'đồng ý', said, said]) await bot.say('said-aloud', words)
  await bot.say('said-aloud', 'từ riêng của em là hoa mai vàng, em muốn hỏi tiếp chuyện con')
  const kept = await bot.store.vault.case.count()
  await bot.press('said-aloud', 'Mục khác')
  const copy = face(await bot.press('said-aloud', 'Xem l'))
  expect(copy).toContain('em muốn hỏi tiếp chuyện con')
  expect(copy).not.toContain('hoa mai')
  expect(await bot.store.vault.case.count()).toBe(kept)
})

test('a code word of signs alone opens to no other word of signs', async () => {
  await backAtTheDoor('signs', '!!! ???')
  expect(face(await bot.say('signs', '...'))).not.toMatch(/Muộn nhất|đang đọc/)
})

test('after «Tiện» her receipt and her word open her case, and neither ever stands in it', async () => {
  const [one, other] = await backAtTheDoor('after-now', 'hoa mai vàng')
  const receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(told(one))?.[0] ?? ''
  const phone = 'after-now-phone'
  for (const key of [one, other, phone]) {
    await bot.say(key, 'hỏi kín')
    await bot.say(key, 'tiện')
  }
  for (const wrong of ['AAAAA-AAAA1', 'hoa cúc'])
    expect([wrong, face(await bot.say(one, wrong))]).toEqual([wrong, face(await bot.say(other, wrong))])
  await bot.say(phone, receipt)
  await bot.say(phone, 'tiện')
  expect(face(await bot.say(phone, 'hoa mai vàng'))).toMatch(OPENED)
  await bot.say(phone, receipt)
  await bot.say(phone, `mã của em là ${receipt}, em hỏi tiếp`)
  await bot.press(phone, 'Mục khác')
  await bot.press(phone, 'Yêu cầu về lời của tôi')
  await bot.say(phone, 'hoa mai vàng')
  await bot.say(phone, `đừng cho ai biết mã ${receipt}`)
  await bot.press(phone, 'Mục khác')
  const kept = face(await bot.press(phone, 'Xem l'))
  expect(kept).toContain('mã của em là •••')
  expect(kept).toContain('đừng cho ai biết mã •••')
  expect(kept).not.toMatch(new RegExp(`${receipt}|hoa mai vàng`))
})
