import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Out } from '../../src/bot/channel.ts'
import { fileId } from '../../src/domain/ids.ts'
import { type Random, randomFrom } from '../faults/random.ts'
import { ask, startTestBot, takeFirst, type TestBot } from '../support/bot.ts'
import { type Canary, formsOf, hits } from '../support/leaks.ts'
import { many, patience } from '../support/many.ts'
import { aPhoto } from '../support/photo.ts'

const TALKS = many(4, 1000)
const TURNS = 5
const COUNSELLOR = 'counsellor-1'
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
}, 180_000)
afterAll(() => bot.stop())

const digits = (random: Random, n: number): string =>
  Array.from({ length: n }, () => Math.floor(random.between(0, 10))).join('')
const grouped = (text: string, by: number, sign: string): string =>
  text.match(new RegExp(`.{1,${by}}`, 'g'))?.join(sign) ?? text

/** Who she is, in every form in which a person gives herself away. */
interface Identity {
  readonly phone: string
  readonly card: string
  readonly street: string
  readonly mail: string
  readonly account: string
  readonly file: string
}

const anIdentity = (random: Random, n: number): Identity => ({
  phone: `09${digits(random, 8)}`,
  card: `0${digits(random, 11)}`,
  street: `Kanari${n}phố`,
  mail: `kanari${n}@gmail.com`,
  account: `new:kanari-taikhoan-${n}`,
  file: `Kanari tệp ${n}`,
})

function sentence(random: Random, who: Identity): string {
  const { phone, card, street, mail } = who
  const kinds = [
    `số em là ${phone} chị nhé`,
    `gọi em ${grouped(phone, 4, ' ')} buổi tối`,
    `sdt:${grouped(phone, 3, '.')}, đừng gọi ban ngày`,
    `em tên thật, cccd ${card}`,
    `căn cước ${grouped(card, 3, ' ')} ạ`,
    `nhà em số nhà ${Math.floor(random.between(1, 99))} đường ${street}`,
    `em ở ngõ ${Math.floor(random.between(1, 99))} ${street}, gần chợ`,
    `mail ${mail} hoặc facebook.com/${mail.split('@')[0]}`,
    'em chỉ muốn hỏi thủ tục thôi',
  ]
  return kinds[Math.floor(random.between(0, kinds.length))] ?? ''
}

/** What the counsellor was given, the photos too; numbers without what stands between their digits. */
async function given(outs: readonly Out[]): Promise<Buffer> {
  const photos = await Promise.all(outs.flatMap((one) => one.files).map((id) => bot.app.files.read(fileId(id))))
  const text = JSON.stringify(outs)
  return Buffer.concat([
    Buffer.from(text),
    Buffer.from(text.replace(/(?<=\d)[ .-](?=\d)/g, '')),
    ...photos.map((one) => Buffer.from(one?.bytes ?? [])),
  ])
}

const canariesOf = (who: Identity): readonly Canary[] =>
  Object.entries(who).map(([name, value]) => ({ name: `${name} of ${who.account}`, forms: formsOf(value) }))
const asTyped = ({ name, forms }: Canary): Canary => ({ name, forms: forms.slice(0, 1) })

test(`in ${TALKS} talks no counsellor is given one thing by which a woman could be known`, {
  timeout: patience(120_000),
}, async () => {
  const random = randomFrom(20261125)
  const women: Identity[] = []
  const found: string[] = []
  for (let n = 0; n < TALKS; n++) {
    const who = anIdentity(random, n)
    women.push(who)
    const before = bot.seen(COUNSELLOR).length
    await ask(bot, who.account, `Tôi hỏi việc chia đất, ${sentence(random, who)}`)
    await takeFirst(bot, COUNSELLOR)
    for (let turn = 0; turn < TURNS; turn++) {
      if (random.chance(0.3)) {
        const saved = await bot.app.files.save({ bytes: await aPhoto(who.file), name: `${who.file}.jpg` })
        await bot.hear(who.account, saved)
        await bot.press(who.account, random.chance(0.5) ? 'Gửi ảnh' : 'Không gửi')
      } else await bot.say(who.account, sentence(random, who))
      await bot.press(COUNSELLOR, 'Mở ca')
      await bot.say(COUNSELLOR, `em nghe chị ${turn}`)
    }
    await bot.press(COUNSELLOR, 'Đóng ca')
    await bot.press(COUNSELLOR, 'Đã trả lời')
    const received = await given(bot.seen(COUNSELLOR).slice(before))
    found.push(...hits(received, canariesOf(who)))
    // The same scan finds what is planted.
    expect(hits(Buffer.concat([received, Buffer.from(who.phone)]), canariesOf(who)).length).toBeGreaterThan(0)
  }
  expect(found).toEqual([])
  // Nor does one woman's talk show another.
  const all = await given(bot.seen(COUNSELLOR).map((out) => ({ ...out, files: [] })))
  expect(all.toString()).toContain('•••')
  expect(hits(all, women.flatMap(canariesOf).map(asTyped))).toEqual([])
})
