import sharp from 'sharp'
import { expect } from 'vitest'
import { A_DOCUMENT, aPhoto } from '../../../support/photo.ts'
import type { Contract, Fact, FactTests, Person } from './channel.ts'

type Incoming = Extract<Fact, 'once' | 'unknown' | 'oddText' | 'oldButton' | 'fileIn' | 'voiceIn'>

const STALE = 'Câu này đã trả lời rồi'
const textsOf = async (person: Person): Promise<readonly string[]> => (await person.shown()).map(({ text }) => text)

export const incomingFacts: Pick<FactTests, Incoming> = {
  async once(contract) {
    const { stand, someone } = contract
    const woman = await someone()
    await woman.say('chào em')
    await woman.again()
    expect(await stand().waiting()).toEqual([{ kind: 'text', text: 'chào em' }])
    await stand().settle()
    const answered = await textsOf(woman)
    await woman.again()
    await stand().settle()
    expect(await textsOf(woman)).toEqual(answered)
    await expectNothingStuck(contract)
  },

  async unknown(contract) {
    const { channel, stand, bound } = contract
    for (const name of channel.unknowns) {
      const before = await stand().bot.store.union.conversation.count()
      expect([name, await bound().unknown(name)]).toEqual([name, 200])
      expect(await stand().waiting()).toEqual([])
      await stand().settle()
      await expectNothingStuck(contract)
      expect(await stand().bot.store.union.conversation.count()).toBe(before)
    }
    expect(channel.unknowns).not.toEqual([])
  },

  async oddText(contract) {
    const { channel, stand, someone } = contract
    const woman = await someone()
    const texts = oddTexts(channel.textMax)
    for (const text of texts) await woman.say(text)
    expect(await stand().waiting()).toEqual(texts.map((text) => ({ kind: 'text', text })))
    const before = (await woman.shown()).length
    await stand().settle()
    expect((await woman.shown()).length).toBeGreaterThanOrEqual(before + texts.length)
    await expectNothingStuck(contract)
    // The longest was cut, and she was told.
    expect((await textsOf(woman)).join('\n')).toContain('em chỉ đọc được 4.000 ký tự đầu')
    await woman.say('menu')
    await stand().settle()
    expect((await woman.shown()).at(-1)?.buttons).not.toEqual([])
    expect(stand().bot.log.join()).not.toMatch(/lời kín|ệ{20}/)
  },

  async oldButton(contract) {
    const { stand, someone } = contract
    const woman = await someone()
    await woman.say('menu')
    await stand().settle()
    const menu = (await woman.shown()).at(-1)
    const old = menu?.buttons.at(0)?.token ?? ''
    await woman.say('menu')
    await stand().settle()
    const tokens = [old, 'zz9.7', 'a.0123456789abcdef']
    for (const token of tokens) await woman.press(token)
    expect(await stand().waiting()).toEqual(tokens.map((token) => ({ kind: 'press', token })))
    await stand().settle()
    const shown = await woman.shown()
    expect(shown.filter(({ text }) => text.includes(STALE))).toHaveLength(tokens.length)
    // She stands where she stood.
    expect(shown.at(-1)?.buttons.map(({ label }) => label)).toEqual(menu?.buttons.map(({ label }) => label))
    await expectNothingStuck(contract)
  },

  async fileIn(contract) {
    const { stand, someone } = contract
    const woman = await someone()
    const kinds: readonly (readonly [name: string, bytes: Buffer, kind: object])[] = [
      ['anh.jpg', await aPhoto(), { kind: 'file', file: { mime: 'image/jpeg' } }],
      ['bien-ban.pdf', A_DOCUMENT, { kind: 'file', file: { mime: 'application/pdf' } }],
      ['chuong-trinh.exe', Buffer.from('MZ\u0090\u0000 not to be run'), { kind: 'badFile', why: 'type' }],
      ['hong.jpg', (await bigPhoto()).subarray(0, 400), { kind: 'badFile', why: 'unreadable' }],
    ]
    for (const [name, bytes] of kinds) await woman.sendFile(name, bytes)
    expect(await stand().waiting()).toMatchObject(kinds.map(([, , kind]) => kind))
    const before = (await woman.shown()).length
    await stand().settle()
    expect((await woman.shown()).length).toBeGreaterThanOrEqual(before + kinds.length)
    // No question asked for any of them.
    expect(await stand().bot.store.union.file.count({ where: { made: false } })).toBe(0)
    await expectNothingStuck(contract)
  },

  async voiceIn(contract) {
    const { stand, someone } = contract
    const woman = await someone()
    await woman.sendVoice()
    expect(await stand().waiting()).toEqual([{ kind: 'voice' }])
    await stand().settle()
    expect((await textsOf(woman)).join('\n')).toContain('chưa nghe được tin thoại')
    await expectNothingStuck(contract)
  },
}

/** Each says something: only then can it be seen that it came through. */
const oddTexts = (max: number): readonly string[] => [
  'lời kín\0 có số không',
  'nửa chữ \ud83d và \udc69 lời kín',
  '\u200b\u200c\u200d\ufeff',
  '\u202elời kín\u2066 ngược\u2069',
  'lời kín'.normalize('NFD'),
  'ệ'.repeat(max),
]

const bigPhoto = async (): Promise<Buffer> =>
  await sharp({ create: { width: 300, height: 300, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer()

/** All that came in is handled, and nothing is left of it but the key by which it is known again. */
async function expectNothingStuck({ channel, stand }: Contract): Promise<void> {
  const rows = await stand().bot.store.union.inbox.findMany({ where: { channel: channel.name } })
  const left = rows.filter(
    ({ state, body, lane, vaultLane }) => state !== 'done' || [body, lane, vaultLane].some((one) => one !== null),
  )
  expect(left).toEqual([])
}
