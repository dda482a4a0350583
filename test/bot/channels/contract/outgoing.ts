import { expect } from 'vitest'
import type { OutButton } from '../../../../src/bot/channel.ts'
import { A_DOCUMENT, aPhoto } from '../../../support/photo.ts'
import type { Contract, Fact, FactTests, Person, Shown } from './channel.ts'
import { type Letter, tell } from './letters.ts'

type Outgoing = Exclude<Fact, 'once' | 'unknown' | 'oddText' | 'oldButton' | 'fileIn' | 'voiceIn'>

const MINUTE = 60_000
const bare = (text: string): string => text.replaceAll(/\s/g, '')
const count = async (person: Person, text: string): Promise<number> =>
  (await person.shown()).filter((one) => one.text === text).length
const at = ({ channel }: Contract, { address }: Person) => ({ channel: channel.name, address })

export const outgoingFacts: Pick<FactTests, Outgoing> = {
  async whole(contract) {
    const woman = await contract.someone()
    // Around the limits of all channels, and characters of two units across each cut.
    const texts = [1, 2001, 4097, 20_000].flatMap((length) => [sentence(length), `x${'😀'.repeat(length / 2 + 1)}`])
    const shown = await shownOf(contract, woman, ...texts.map((text) => ({ text })))
    expect(bare(shown.map(({ text }) => text).join(''))).toBe(bare(texts.join('')))
    expect(shown.every(({ text }) => text.isWellFormed())).toBe(true)
  },

  async choices(contract) {
    const woman = await contract.someone()
    const asked = [...[5, 6, 16, 17, 40].map((n) => choices(n)), choices(3, LONG)]
    const shown = await shownOf(contract, woman, ...asked.map((buttons) => ({ text: 'Chị chọn ạ', buttons })))
    const found = shown.map(({ text, buttons }, n) => {
      const lines = text.split('\n')
      const isShown = ({ token, label }: OutButton, i: number): boolean =>
        buttons.some((one) => one.token === token && one.label === label) || lines.includes(`${i + 1}. ${label}`)
      return { reached: asked[n]?.filter(isShown).length, wayOut: buttons.at(-1)?.token }
    })
    expect(found).toEqual(asked.map((buttons) => ({ reached: buttons.length, wayOut: buttons.at(-1)?.token })))
  },

  async fileOut(contract) {
    const woman = await contract.someone()
    const { files } = contract.stand().bot.app
    const saved = [
      await files.save({ name: 'a', bytes: await aPhoto() }),
      await files.save({ name: 'b', bytes: A_DOCUMENT }),
    ]
    const ids = saved.flatMap((one) => (one.kind === 'file' ? [one.file.id] : []))
    const shown = await shownOf(contract, woman, { text: 'Bản tin tuần', files: ids, buttons: choices(2) })
    expect(shown.flatMap(({ file }) => file ?? [])).toEqual(['minh-chung.jpg', 'minh-chung.pdf'])
    expect(shown.at(-1)).toMatchObject({ text: 'Bản tin tuần', buttons: [{ token: '7.0' }, { token: '7.1' }] })
    await contract.stand().bot.store.union.file.deleteMany({ where: { id: { in: ids } } })
  },

  async unreachable(contract) {
    const { stand, someone } = contract
    const [gone, other] = [await someone(), await someone()]
    gone.block()
    const first = await tell(stand(), { to: at(contract, gone), out: { text: 'một' } })
    const behind = await tell(stand(), { to: at(contract, gone), out: { text: 'hai' } })
    const others = await tell(stand(), { to: at(contract, other), out: { text: 'ba' } })
    await stand().settle()
    expect([await first(), await behind(), await others()]).toEqual(['unreachable', 'unreachable', 'sent'])
    expect(await count(other, 'ba')).toBe(1)
    // Her next word ends it, and what was lost stays lost.
    gone.unblock()
    await gone.say('em đây')
    const again = await tell(stand(), { to: at(contract, gone), out: { text: 'bốn' } })
    await stand().settle()
    expect(await again()).toBe('sent')
    expect([await count(gone, 'một'), await count(gone, 'bốn')]).toEqual([0, 1])
  },

  async retried(contract) {
    const { stand, bound, someone } = contract
    const [woman, other] = [await someone(), await someone()]
    bound().trouble('later')
    const first = await tell(stand(), { to: at(contract, woman), out: { text: 'một' } })
    const behind = await tell(stand(), { to: at(contract, woman), out: { text: 'hai' } })
    await stand().settle()
    expect([await first(), await behind()]).toEqual(['waiting', 'waiting'])
    expect(await count(woman, 'một')).toBe(0)
    const others = await tell(stand(), { to: at(contract, other), out: { text: 'ba' } })
    await stand().settle()
    expect(await count(other, 'ba')).toBe(1)
    stand().bot.clock.move(MINUTE)
    await stand().settle()
    const told = (await woman.shown()).map(({ text }) => text).filter((text) => text === 'một' || text === 'hai')
    expect(told).toEqual(['một', 'hai'])
    expect([await first(), await behind(), await others()]).toEqual(['sent', 'sent', 'sent'])
  },

  async paused(contract) {
    const { stand, bound, someone } = contract
    const [woman, other] = [await someone(), await someone()]
    const to = { channel: 'web', address: (await stand().web.findSession(await stand().web.openSession())) ?? '' }
    await stand().web.receive({ ...to, eventKey: `elsewhere of ${contract.channel.name}`, what: { kind: 'back' } })
    await stand().settle()
    bound().trouble('pause')
    const first = await tell(stand(), { to: at(contract, woman), out: { text: 'một' } })
    const second = await tell(stand(), { to: at(contract, other), out: { text: 'hai' } })
    await tell(stand(), { to, out: { text: 'ba' } })
    await stand().settle()
    expect([await first(), await second()]).toEqual(['waiting', 'waiting'])
    expect((await stand().web.waiting(to.address)).map(({ text }) => text)).toContain('ba')
    stand().bot.clock.move(MINUTE)
    await stand().settle()
    expect([await count(woman, 'một'), await count(other, 'hai')]).toEqual([1, 1])
  },

  async lostReply(contract) {
    const { stand, bound, someone } = contract
    const woman = await someone()
    bound().trouble('lost')
    const reply = await tell(stand(), { to: at(contract, woman), out: { text: 'một' } })
    for (let n = 0; n < 2; n++) {
      await stand().settle()
      expect(await count(woman, 'một')).toBe(1)
      stand().bot.clock.move(MINUTE)
    }
    expect(await reply()).toBe('sent')
  },

  async lostDigest(contract) {
    const { stand, bound, someone } = contract
    const woman = await someone()
    bound().trouble('lost')
    const digest = await tell(stand(), { to: at(contract, woman), out: { text: 'Bản tin' }, kind: 'digest' })
    for (let n = 0; n < 2; n++) {
      await stand().settle()
      expect(await count(woman, 'Bản tin')).toBe(1)
      stand().bot.clock.move(MINUTE)
    }
    // Where an echo told in time that it went out, it counts as sent.
    expect(['unknown', 'sent']).toContain(await digest())
  },
}

const LONG = 'Ban Tuyên giáo, Chính sách và Luật pháp của Hội Liên hiệp Phụ nữ tỉnh'

const choices = (n: number, label = 'Mục'): readonly OutButton[] =>
  Array.from({ length: n }, (_, i) => ({ token: `7.${i.toString(36)}`, label: `${label} ${i}` }))

function sentence(length: number): string {
  const words = Array.from({ length: length / 4 + 1 }, (_, n) => (n % 40 === 39 ? `từ${n}\n\n` : `từ${n}`))
  return `${words.join(' ').slice(0, length - 1)}.`
}

/** What she is shown of messages that go out now. */
async function shownOf(
  contract: Contract,
  person: Person,
  ...outs: readonly Letter['out'][]
): Promise<readonly Shown[]> {
  const before = (await person.shown()).length
  for (const out of outs) await tell(contract.stand(), { to: at(contract, person), out })
  await contract.stand().settle()
  return (await person.shown()).slice(before)
}
