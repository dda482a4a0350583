import { addDays, type LocalDate } from '../../src/domain/calendar.ts'
import type { Answers, Form } from '../../src/domain/plan/form.ts'
import { unionTurn } from '../../src/bot/turns/unionTurn.ts'
import type { Inbound } from '../../src/bot/channel.ts'
import { plan2022 } from '../support/plan2022.ts'
import type { TestBot } from '../support/bot.ts'
import type { Act } from './acts.ts'
import { pressOf, standingOf } from './seat.ts'
import { type Move, moveAt } from './typed.ts'

/** Who does what for a unit: its officer, and the leader in whose queue its reports wait. */
export interface Cast {
  readonly officer: (unit: string) => string
  readonly leader: (unit: string) => string
  /** The name by which a unit is typed. */
  readonly name: (unit: string) => string
}

interface Stage {
  readonly bot: TestBot
  readonly cast: Cast
  /** The bot's own ids of reports, by those of the script. */
  readonly ids: Map<string, string>
  readonly units: Map<string, string>
  readonly forms: Map<string, string>
}

type Player = AsyncGenerator<Inbound, void>

/** Plays the acts day by day: first the leaders, then all officers at once, each her own acts one after the other. */
export async function playYear(bot: TestBot, cast: Cast, acts: readonly Act[], to: LocalDate): Promise<number> {
  const stage: Stage = { bot, cast, ids: new Map(), units: new Map(), forms: new Map() }
  const byDay = Map.groupBy(acts, (one) => one.day)
  let messages = 0
  for (let day = acts[0]?.day ?? to; day <= to; day = addDays(day, 1)) {
    const today = byDay.get(day) ?? []
    bot.clock.set(`${day}T00:05`)
    await bot.settle()
    if (today.length === 0) continue
    bot.clock.set(`${day}T09:00`)
    await bot.settle()
    const [above, below] = [today.filter(isLeaders), today.filter((one) => !isLeaders(one))]
    messages += await playTogether(stage, above)
    messages += await playTogether(stage, below)
  }
  return messages
}

const isLeaders = (act: Act): boolean => act.kind === 'approve' || act.kind === 'return'

async function playTogether(stage: Stage, acts: readonly Act[]): Promise<number> {
  const byKey = Map.groupBy(acts, (one) => keyOf(stage, one))
  let players = [...byKey].map(([key, mine]) => ({ key, play: inTurn(stage, key, mine) }))
  let messages = 0
  while (players.length > 0) {
    const going: typeof players = []
    for (const player of players) {
      const { value, done } = await player.play.next()
      if (done === true || value === undefined) continue
      await stage.bot.arrive(player.key, value)
      going.push(player)
      messages++
    }
    // Only the turns: what is due and what is to be sent comes when the round of the day is over.
    while (await unionTurn(stage.bot.app)) continue
    players = going
  }
  await stage.bot.settle()
  return messages
}

function keyOf({ cast, units }: Stage, act: Act): string {
  const unit = act.kind === 'send' || act.kind === 'none' ? act.unit : (units.get(act.ref) ?? '')
  return isLeaders(act) ? cast.leader(unit) : cast.officer(unit)
}

async function* inTurn(stage: Stage, key: string, acts: readonly Act[]): Player {
  for (const act of acts) {
    yield text('menu')
    yield* playAct(stage, key, act)
  }
}

const text = (said: string): Inbound => ({ kind: 'text', text: said })

async function* playAct(stage: Stage, key: string, act: Act): Player {
  switch (act.kind) {
    case 'send':
    case 'none':
      return yield* playNew(stage, key, act)
    case 'approve':
    case 'return':
      return yield* playReview(stage, key, act)
    case 'mend': {
      yield { kind: 'press', token: await mendToken(stage, key, act.ref) }
      const form = formOf(stage.forms.get(act.ref) ?? '')
      return yield* answerAll(stage, { key, form, answers: { [act.field]: act.value } })
    }
    case 'amend':
    case 'stage':
    case 'withdraw':
      return yield* playOwn(stage, key, act)
  }
}

/** Of the notice of this report: on one day several may have come back to her. */
async function mendToken({ bot, ids }: Stage, key: string, ref: string): Promise<string> {
  const { code } = await bot.store.union.report.findUniqueOrThrow({ where: { id: ids.get(ref) ?? '' } })
  const button = bot
    .seen(key)
    .filter((out) => out.text.includes(code))
    .flatMap((out) => out.buttons)
    .findLast(({ label }) => label === 'Sửa theo góp ý')
  if (button === undefined) throw new Error(`${key} was never told that ${code} came back`)
  return button.token
}

async function* playNew(stage: Stage, key: string, act: Extract<Act, { kind: 'send' | 'none' }>): Player {
  const form = formOf(act.form)
  yield text('báo cáo')
  if (pressOf(await standingOf(stage.bot, key), `k:${form.id}`) === undefined) yield* tap(stage, key, 'all')
  yield* tap(stage, key, `k:${form.id}`)
  if (act.kind === 'none') yield* tap(stage, key, 'none')
  else yield* answerAll(stage, { key, form, answers: act.answers })
  // The clock stands still within a day: what is new is what was not known before.
  const known = new Set(stage.ids.values())
  const all = await stage.bot.store.union.report.findMany({ where: { unit: act.unit, form: act.form } })
  const sent = all.find(({ id }) => !known.has(id))
  if (sent === undefined) throw new Error(`${act.ref} was not sent: ${stage.bot.seen(key).at(-1)?.text}`)
  stage.ids.set(act.ref, sent.id)
  stage.units.set(act.ref, act.unit)
  stage.forms.set(act.ref, act.form)
}

async function* playReview(stage: Stage, key: string, act: Extract<Act, { kind: 'approve' | 'return' }>): Player {
  yield text('chờ duyệt')
  yield* open(stage, key, act.ref)
  if (act.kind === 'approve') return yield* tap(stage, key, 'approve')
  yield* tap(stage, key, 'return')
  yield* tap(stage, key, `f:${act.field}`)
  yield text(act.comment)
}

async function* playOwn(
  stage: Stage,
  key: string,
  act: Extract<Act, { kind: 'amend' | 'stage' | 'withdraw' }>,
): Player {
  yield text('đơn vị tôi')
  yield* tap(stage, key, 'reports')
  yield* open(stage, key, act.ref)
  if (act.kind === 'withdraw') return yield* tap(stage, key, 'withdraw')
  const form = formOf(stage.forms.get(act.ref) ?? '')
  if (act.kind === 'stage') {
    yield* tap(stage, key, `s:${act.stage}`)
    return yield* answerAll(stage, { key, form, answers: act.answers })
  }
  yield* tap(stage, key, 'amend')
  yield* tap(stage, key, 'edit')
  yield* tap(stage, key, `f:${act.field}`)
  yield* answerAll(stage, { key, form, answers: { [act.field]: act.value } })
}

/** Turns the pages of a list until the report is on the screen, and taps it. */
async function* open(stage: Stage, key: string, ref: string): Player {
  const id = stage.ids.get(ref)
  for (let page = 0; page < 200; page++) {
    const standing = await standingOf(stage.bot, key)
    const token = pressOf(standing, `r:${id}`)
    if (token !== undefined) return yield { kind: 'press', token }
    const next = pressOf(standing, 'next')
    if (next === undefined) break
    yield { kind: 'press', token: next }
  }
  throw new Error(`${ref} is in no list of ${key}`)
}

async function* tap({ bot }: Stage, key: string, id: string): Player {
  const standing = await standingOf(bot, key)
  const token = pressOf(standing, id)
  if (token === undefined) {
    const last = bot.seen(key).at(-1)?.text
    throw new Error(`${key} has no button ${id} at ${JSON.stringify(standing.place)}: ${last}`)
  }
  yield { kind: 'press', token }
}

interface Answering {
  readonly key: string
  readonly form: Form
  readonly answers: Answers
}

const LONGEST = 120

/** Answers what is asked until the report is sent; what is read back is confirmed, a warning before sending too. */
async function* answerAll(stage: Stage, { key, form, answers }: Answering): Player {
  const asked = new Map<string, number>()
  for (let step = 0; step < LONGEST; step++) {
    const standing = await standingOf(stage.bot, key)
    const { place } = standing
    if (place.at === 'home') return
    if (place.at === 'summary')
      yield* tap(stage, key, pressOf(standing, 'sendAnyway') === undefined ? 'send' : 'sendAnyway')
    else if (place.at !== 'form') throw new Error(`${key} stands at ${place.at} in the middle of ${form.id}`)
    else if (pressOf(standing, 'sure') !== undefined) yield* tap(stage, key, 'sure')
    else {
      const before = asked.get(place.path) ?? 0
      asked.set(place.path, before + 1)
      yield* move(stage, key, moveAt(form, answers, place.path, before))
    }
  }
  throw new Error(`${form.id} has no end: ${stage.bot.seen(key).at(-1)?.text}`)
}

/** Names of units are typed; of two with the same name the one that is meant is tapped. */
async function* move(stage: Stage, key: string, one: Move): Player {
  if ('tap' in one) return yield* tap(stage, key, one.tap)
  const standing = await standingOf(stage.bot, key)
  const named = stage.cast.name(one.say)
  if (named === one.say) return yield text(one.say)
  const shown = pressOf(standing, `v:${one.say}`)
  if (shown !== undefined) return yield { kind: 'press', token: shown }
  yield text(named)
  const after = await standingOf(stage.bot, key)
  const token = pressOf(after, `v:${one.say}`)
  if (token !== undefined) yield { kind: 'press', token }
}

function formOf(id: string): Form {
  const form = plan2022.forms.find((one) => one.id === id)
  if (form === undefined) throw new Error(`no form ${id}`)
  return form
}
