import { addDays, dateOf, formatDate, type Instant, startOfWeek } from '../../domain/calendar.ts'
import { dayInWeek, DIGEST_HOURS, type DigestTime, nextSlot, slotOf, WEEKDAYS } from '../../domain/digest/time.ts'
import type { UnitId } from '../../domain/ids.ts'
import { readNumber } from '../../domain/words/numbers.ts'
import { readMobile } from '../../domain/words/phone.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, t } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import { type Asking, type DigestWish, myDigestWish, theDigest } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { denied } from './denied.ts'

type SettingsPlace = Extract<Place, { at: 'digestSettings' }>

/** When her digest comes, whether it is sent, and who stands in for her. */
export function* digestSettingsPlace(place: SettingsPlace, input: Input, ctx: Ctx): Flow {
  const units = unitsOf(ctx.who, 'leader')
  if (units.length === 0) return denied()
  const wish = yield* myDigestWish()
  if (input.kind === 'picked') {
    if (input.id === 'day') return askDay(wish)
    if (input.id === 'hour') return askHour(wish)
    if (input.id === 'phone') return askPhone(wish)
    if (input.id === 'noPhone') return yield* setPhone(undefined, wish, ctx)
    if (input.id === 'stop' || input.id === 'start') {
      return yield* changed({ time: wish.time, stopped: input.id === 'stop' }, wish, ctx)
    }
  }
  const weekday = WEEKDAYS.find((one) => input.kind === 'picked' && input.id === `d:${one}`)
  if (weekday !== undefined) return yield* changed({ time: { ...wish.time, weekday }, stopped: false }, wish, ctx)
  if (place.step === 'hour') {
    const hour = hourIn(input)
    if (hour !== undefined) return yield* changed({ time: { ...wish.time, hour }, stopped: false }, wish, ctx)
    if (input.kind === 'said') return askHour(wish, t('digest.hourUnread'))
  }
  if (place.step === 'phone' && input.kind === 'said') {
    const phone = readMobile(input.text)
    return phone === undefined ? askPhone(wish, t('digest.phoneUnread')) : yield* setPhone(phone, wish, ctx)
  }
  return yield* shown(wish, [], ctx)
}

function* setPhone(phone: string | undefined, { time, stopped, deputies }: DigestWish, ctx: Ctx): Flow {
  const now = { time, stopped, deputies, ...(phone === undefined ? {} : { phoneEnd: phone.slice(-3) }) }
  const decision = yield* shown(now, phone === undefined ? [t('digest.phoneGone')] : [], ctx)
  return { ...decision, effects: [{ do: 'setDigestPhone', ...(phone === undefined ? {} : { phone }) }] }
}

const hourIn = (input: Input): number | undefined => {
  if (input.kind === 'picked' && input.id.startsWith('h:')) return wholeHour(Number(input.id.slice(2)))
  if (input.kind !== 'said') return undefined
  const reading = readNumber(input.text.replace(/(?<!\s)\s*(?:h|giờ|gio)\s*(?:00\s*)?$/iu, ''))
  return reading.kind === 'unreadable' ? undefined : wholeHour(reading.value)
}

const wholeHour = (hour: number): number | undefined =>
  Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : undefined

/** A new hour that has already passed this week brings this week's digest now, if there is none yet: no week is left out. */
function* changed({ time, stopped }: Pick<DigestWish, 'time' | 'stopped'>, before: DigestWish, ctx: Ctx): Flow {
  const week = startOfWeek(ctx.today)
  const bring: Effect[] = []
  for (const unit of unitsOf(ctx.who, 'leader')) {
    if (slotOf(week, time) > ctx.now || slotOf(week, before.time) <= ctx.now || (yield* isPrepared(unit, ctx))) continue
    bring.push({ do: 'bringDigest', unit, week, on: dayInWeek(week, time) })
  }
  const wish = { ...before, time, stopped }
  const lines = [
    t(stopped ? 'digest.stopped' : before.stopped ? 'digest.started' : 'digest.timeSet'),
    ...(bring.length > 0 ? [t('digest.bringing')] : []),
  ]
  const decision = yield* shown(wish, lines, ctx)
  return { ...decision, effects: [{ do: 'setDigestTime', time, stopped }, ...bring] }
}

function* isPrepared(unit: UnitId, ctx: Ctx): Asking<boolean> {
  const { digest } = yield* theDigest(unit)
  return digest !== undefined && digest.week >= startOfWeek(ctx.today)
}

function* shown(wish: DigestWish, before: readonly Line[], ctx: Ctx): Flow {
  const [unit] = unitsOf(ctx.who, 'leader')
  const prepared = unit !== undefined && (yield* isPrepared(unit, ctx))
  const next = comingSlot(wish.time, ctx.now, prepared)
  const state = wish.stopped
    ? t('digest.off')
    : t('digest.on', { when: timeWords(wish.time), date: formatDate(dateOf(next)) })
  const phone = wish.phoneEnd === undefined ? [] : [t('digest.phoneOn', { end: wish.phoneEnd })]
  const deputies = wish.deputies.map((one) =>
    t('digest.deputy', { name: one.name, from: formatDate(one.from), to: formatDate(one.to) }),
  )
  return {
    place: { at: 'digestSettings' },
    says: [
      ask(
        [...before, state, ...phone, ...deputies],
        [
          choice('day', t('digest.changeDay')),
          choice('hour', t('digest.changeHour')),
          choice('deputy', t('digest.deputyMenu')),
          ...(ctx.byPhone === true || wish.phoneEnd !== undefined ? [choice('phone', t('digest.phoneMenu'))] : []),
          wish.stopped ? choice('start', t('digest.start'), 'go') : choice('stop', t('digest.stop')),
          choice('digest', t('digest.newest')),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

/** This week's, where it has not come yet; else the next week's. */
function comingSlot(time: DigestTime, now: Instant, prepared: boolean): Instant {
  const week = startOfWeek(dateOf(now))
  return prepared ? slotOf(addDays(week, 7), time) : nextSlot(time, now)
}

const askDay = ({ time }: DigestWish): UnionDecision => ({
  place: { at: 'digestSettings', step: 'day' },
  says: [
    ask(
      [t('digest.whichDay', { when: timeWords(time) })],
      [...WEEKDAYS.map((one) => choice(`d:${one}`, t(`weekday.${one}`))), choice('show', t('page.back'))],
    ),
  ],
  effects: [],
})

const askHour = ({ time }: DigestWish, before?: Line): UnionDecision => ({
  place: { at: 'digestSettings', step: 'hour' },
  says: [
    ask(
      [...(before === undefined ? [] : [before]), t('digest.whichHour', { when: timeWords(time) })],
      [...DIGEST_HOURS.map((one) => choice(`h:${one}`, t('digest.hour', { n: one }))), choice('show', t('page.back'))],
    ),
  ],
  effects: [],
  typed: 'listed',
})

/** She reads what it is for before she gives it, and takes it back in the same place. */
const askPhone = ({ phoneEnd }: DigestWish, before?: Line): UnionDecision => ({
  place: { at: 'digestSettings', step: 'phone' },
  says: [
    ask(
      [...(before === undefined ? [] : [before]), t('digest.whichPhone')],
      [
        ...(phoneEnd === undefined ? [] : [choice('noPhone', t('digest.dropPhone', { end: phoneEnd }))]),
        choice('show', t('page.back')),
      ],
    ),
  ],
  effects: [],
  typed: 'listed',
})

/** «thứ Hai, 7 giờ» */
export const timeWords = ({ weekday, hour }: DigestTime): Line =>
  t('digest.time', { day: t(`weekday.${weekday}`), hour })
