import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dice, makeDice } from '../../replay/dice.ts'
import { many, patience } from '../../support/many.ts'
import { startTap, type Tap, type Tapped } from '../../support/tap.ts'
import type { TelegramUser } from '../../support/telegramUser.ts'
import type { Phone } from '../../zalo/simulator/phone.ts'
import { startZaloStand, type ZaloStand } from './zalo/stand.ts'

/** What people do in the first thirty days; each of it is brought again one to five times, up to 29 days after it. */
const ACTS = many(45, 5_000)
const DAYS = 30
const LATEST_DAYS = 29
const PHONES = ['2001', '2002', '2003']
const DAY = 24 * 3600_000

let stand: ZaloStand
let tap: Tap
let owner: Client

beforeAll(async () => {
  tap = await startTap(() => stand.address)
  stand = await startZaloStand({ telegram: { publicUrl: tap.url } })
  stand.simulator.world.webhook = stand.webhook.replace(stand.address, tap.url)
  owner = new Client({ connectionString: stand.ownerUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await stand.stop()
  await tap.stop()
})

/** Everything that an event can do: rows of any table, but the counters of its own coming, and words said to anybody. */
/** A press that comes again is answered first of all, as each is; and the bot looks after its webhook once a minute. */
const NO_EFFECT: ReadonlySet<string> = new Set(['answerCallbackQuery', 'getWebhookInfo'])

async function effects(): Promise<Readonly<Record<string, number>>> {
  const { rows: tables } = await owner.query<{ readonly name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'vault') AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await owner.query<{ readonly n: number; readonly print: string }>(
      `SELECT count(*)::int AS n, coalesce(sum(hashtext(t::text)::bigint), 0)::text AS print FROM ${name} t`,
    )
    counts[name] = rows[0]?.n ?? 0
    counts[`${name}, what is in it`] = Number(rows[0]?.print)
  }
  const asked = stand.telegram?.asked().filter(({ method }) => !NO_EFFECT.has(method)) ?? []
  const heard = PHONES.flatMap((id) => stand.simulator.user(id).heard())
  return { ...counts, 'asked of Telegram': asked.length, 'said on Zalo': heard.length }
}

const WORDS = [
  'xin chào',
  'báo cáo',
  'hỏi kín',
  'tôi muốn ly hôn thì cần giấy tờ gì',
  'truyền thông luật đất đai hôm qua, 45 người 30 nữ',
  '45 người',
  'hôm qua',
  'chồng em đang cầm dao đuổi em, cứu em với',
  'thoát',
  'tiếp tục',
  'menu',
]

async function actOnTelegram(user: TelegramUser, dice: Dice): Promise<void> {
  const buttons = user.seen().findLast((one) => one.buttons.length > 0)?.buttons ?? []
  const what = dice.roll(10)
  if (what < 4 && buttons.length > 0) await user.press(dice.roll(buttons.length))
  else if (what < 5 && user.seen().some(({ from }) => from === 'me')) user.edit(dice.pick(WORDS))
  else await user.say(dice.pick(WORDS))
}

async function actOnZalo(phone: Phone, dice: Dice): Promise<void> {
  const titles =
    phone
      .heard()
      .findLast((one) => one.buttons.length > 0)
      ?.buttons.map(({ title }) => title) ?? []
  const what = dice.roll(10)
  if (what < 4 && titles.length > 0) await phone.press(dice.pick(titles))
  else if (what === 4) await phone.unfollow().then(() => phone.follow())
  else await phone.say(dice.pick(WORDS))
}

/** A report, sent: what would be worst to have twice. */
async function report(phone: Phone | undefined): Promise<void> {
  for (const words of [
    'báo cáo',
    'truyền thông',
    'truyền thông nhóm',
    'hôm qua',
    '1,2',
    'hai cuộc',
    '45 người',
    '30 nữ',
  ]) {
    await phone?.say(words)
    await stand.settle()
  }
  for (const title of ['Bỏ qua phần còn lại', 'Gửi']) {
    await phone?.press(title)
    await stand.settle()
  }
}

test(
  `of ${ACTS} acts of people, each brought again up to five times within ${LATEST_DAYS} days, nothing happens twice`,
  async () => {
    const dice = makeDice(29)
    const telegram = [61, 62, 63].map((id) => {
      const user = stand.telegram?.user(id)
      if (user === undefined) throw new Error('no Telegram')
      return user
    })
    const zalo = PHONES.map((id) => stand.simulator.user(id))
    for (const phone of zalo) await phone.follow()
    await stand.settle()
    const officers = [await stand.invite('officer', 'xa-1'), await stand.invite('officer', 'xa-2')]
    await telegram[0]?.say(officers[0] ?? '')
    await zalo[0]?.say(officers[1] ?? '')
    await stand.settle()
    await telegram[0]?.say('menu')
    await report(zalo[0])
    expect(await stand.store.union.report.count()).toBe(1)

    const due: { readonly at: number; readonly request: Tapped }[] = []
    const begin = stand.now()
    let [known, acted, again] = [0, 0, 0]
    for (let day = 0; day < DAYS + LATEST_DAYS; day++) {
      stand.move(begin + day * DAY - stand.now())
      await stand.settle()
      const today = day < DAYS ? Math.ceil(((day + 1) * ACTS) / DAYS) - acted : 0
      for (let n = 0; n < today; n++, acted++) {
        if (dice.chance(0.5)) await actOnTelegram(dice.pick(telegram), dice)
        else await actOnZalo(dice.pick(zalo), dice)
        await stand.settle()
        stand.move(dice.pick([2_000, 40_000, 600_000]))
      }
      for (const request of tap.kept.slice(known))
        for (let times = 1 + dice.roll(5); times > 0; times--)
          due.push({ at: day + dice.roll(LATEST_DAYS + 1), request })
      known = tap.kept.length
      // What is due today, all at once and in no order.
      await stand.settle()
      const before = await effects()
      for (const { at, request } of due) {
        if (at !== day) continue
        again++
        expect([200, 403]).toContain(await tap.again(request, dice.chance(0.5) ? { num_retry: '2' } : {}))
      }
      await stand.settle()
      expect(await effects()).toEqual(before)
    }
    expect(acted).toBe(ACTS)
    expect(again).toBeGreaterThanOrEqual(ACTS)
    expect(stand.log.filter((line) => line.includes('5xx'))).toEqual([])
  },
  patience(400_000),
)

test('an event that only looks like an old one is seen by this measure', async () => {
  const request = tap.kept.find(({ url, body }) => url.startsWith('/telegram/') && body.includes('"text":"menu"'))
  if (request === undefined) throw new Error('nobody said it')
  await stand.settle()
  const before = await effects()
  const body = Buffer.from(request.body.toString().replace(/"update_id":\d+/, '"update_id":799999999'))
  expect(await tap.again({ ...request, body })).toBe(200)
  await stand.settle()
  expect(await effects()).not.toEqual(before)
})
