import { type Action, may, type Relation } from '../../domain/access.ts'
import { dateOf, formatDate, type Instant, timeOf } from '../../domain/calendar.ts'
import type { CaseId } from '../../domain/ids.ts'
import { ask, type Choice, choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Effect } from '../vault/effects.ts'
import { type CaseLine, type MemberLine, mine, openRequests, theQueue } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'

/** The desk: on duty or not, how much waits, what is hers. Words written here go nowhere. */
export function* showDesk(ctx: Ctx): Flow {
  const queue = yield* theQueue()
  const own = yield* mine()
  const requests = yield* openRequests()
  const on = ctx.member?.dutyUntil !== undefined && ctx.member.dutyUntil > ctx.now
  const hasDuty = mayAsMember(ctx, 'duty.change', 'own')
  const lines: readonly Line[] = [
    t('desk.head', { name: ctx.member?.name ?? '' }),
    on && ctx.member?.dutyUntil !== undefined
      ? t('desk.isOn', { until: clock(ctx.member.dutyUntil) })
      : t(hasDuty ? 'desk.isOff' : 'desk.isLast'),
    t('desk.counts', { waiting: queue.cases.length, alarms: queue.alarms.length, mine: own.length }),
  ]
  const choices: readonly Choice[] = [
    ...(queue.cases.length + queue.alarms.length > 0 ? [choice('queue', t('desk.queue'), 'go')] : []),
    ...(ctx.member?.role === 'clubHead' ? [choice('board', t('desk.board'))] : []),
    ...(own.length > 0 ? [choice('mine', t('desk.mine'))] : []),
    ...(requests.length > 0 ? [choice('requests', t('desk.requests', { n: requests.length }))] : []),
    choice('look', t('home.look')),
    ...(ctx.member?.role === 'clubHead' ? [choice('sheets', t('desk.sheets'))] : []),
    ...(hasDuty ? [on ? choice('dutyOff', t('desk.goOff')) : choice('dutyOn', t('desk.goOn'), 'go')] : []),
    choice('own', t('own.enter')),
    choice('leave', t('desk.leave')),
  ]
  return { place: { at: 'desk' }, says: [ask(lines, choices)], effects: [] }
}

/** May this member do so to a case or a duty that stands so to her? */
export const mayAsMember = (ctx: Ctx, action: Action, relation: Relation): boolean =>
  ctx.member !== undefined && may([ctx.member.role], action, relation)

/** How urgent it is, by which door it came where that was not a plain question, and whether it is about a child. */
export const kindLine = ({ severity, door, child }: Pick<CaseLine, 'severity' | 'door' | 'child'>): Line =>
  [...(door === 'ask' ? [] : [t(`desk.door.${door}`)]), ...(child ? [t('desk.child')] : [])].reduce<Line>(
    (line, more) => t('desk.kind', { line, more }),
    t(`severity.${severity}`),
  )

export const caseLabel = (one: CaseLine, now: Instant): Line =>
  t('queue.case', {
    alias: one.alias,
    severity: kindLine(one),
    topic: t(`topic.${one.topic}`),
    age: ageLine(one.openedAt, now),
    due: t(one.late === true ? 'queue.late' : 'queue.due', { at: clock(one.promiseAt) }),
  })

export const minutesSince = (from: Instant, now: Instant): number => Math.max(0, Math.floor((now - from) / 60_000))

export function ageLine(from: Instant, now: Instant): Line {
  const minutes = minutesSince(from, now)
  if (minutes < 60) return t('age.minutes', { n: minutes })
  if (minutes < 48 * 60) return t('age.hours', { n: Math.floor(minutes / 60) })
  return t('age.days', { n: Math.floor(minutes / (24 * 60)) })
}

export function clock(at: Instant): string {
  const { hour, minute } = timeOf(at)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} ${formatDate(dateOf(at)).slice(0, 5)}`
}

export const memberLabel = (one: MemberLine): Line =>
  t(one.onDuty ? 'caseMenu.memberOn' : 'caseMenu.memberOff', { name: one.name, n: one.load })

/** Done: nothing stands on her screen but the way back to the desk. */
export const toDesk = (lines: readonly Line[], effects: readonly Effect[]): VaultDecision => ({
  place: { at: 'desk' },
  says: [ask(lines, [choice('desk', t('desk.open'), 'go')])],
  effects,
})

/** While an alarm of the case waits it is not closed, by one member or by two. */
export const alarmFirst = (found: CaseLine): VaultDecision => ({
  place: { at: 'desk' },
  says: [
    ask(
      [t('closing.alarm', { alias: found.alias })],
      [choice('queue', t('desk.queue'), 'go'), choice('desk', t('desk.open'))],
    ),
  ],
  effects: [],
})

type CaseMenu = Extract<Place, { at: 'caseMenu' }>

export const menuPlace = (id: CaseId, doing?: CaseMenu['doing']): CaseMenu =>
  doing === undefined ? { at: 'caseMenu', id } : { at: 'caseMenu', id, doing }

/** A card of the menu of one case, which it names; back is the menu or the case. */
export const menuCard = (
  found: CaseLine,
  doing: CaseMenu['doing'],
  lines: readonly Line[],
  choices: readonly Choice[],
): VaultDecision => ({
  place: menuPlace(found.id, doing),
  says: [ask(lines, [...choices, choice('open', t('page.back'))])],
  effects: [],
  ...(doing === 'note' ? { typed: 'value' as const } : {}),
})

/** The case is another's now, or closed: what she wrote went nowhere. */
export function* notHers(ctx: Ctx): Flow {
  const shown = yield* showDesk(ctx)
  return { ...shown, says: [say(t('atCase.notYours')), ...shown.says] }
}

export function* gone(ctx: Ctx): Flow {
  const shown: VaultDecision = yield* showDesk(ctx)
  return { ...shown, says: [say(t('queue.gone')), ...shown.says] }
}

/** She has asked for somebody else: the case is not this member's any more, however it waits. */
export const isRefused = ({ refusedBy }: CaseLine, { member }: Ctx): boolean =>
  refusedBy.some((one) => one === member?.id)

export const refusedHer = (): VaultDecision => toDesk([t('queue.refused')], [])

/** Her words name the place where this member works: they may know each other. */
export const isNear = ({ avoid }: CaseLine, { member }: Ctx): boolean =>
  member?.unit !== undefined && avoid.includes(member.unit)
