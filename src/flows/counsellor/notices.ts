import { REFERRAL_OUTCOMES, REFERRALS } from '../../domain/case/case.ts'
import { instant } from '../../domain/calendar.ts'
import { caseId } from '../../domain/ids.ts'
import type { OwnEvent } from '../heard.ts'
import { type Choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { type CaseLine, mine, referralsOf, theCase, theGlass } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { clock, isNear, isRefused, kindLine } from './desk.ts'

const DAY = 24 * 60
const WEEK = 7 * DAY

/** Notices to a member: a code, a topic and an age, no words; they never disturb the case on her screen. */
export function* hearMemberEvent(event: OwnEvent, place: Place, ctx: Ctx): Flow {
  const still: VaultDecision = { place, says: [], effects: [] }
  const tell = (line: Line, choices: readonly Choice[] = [], about?: string): VaultDecision => ({
    ...still,
    says: [{ lines: [line], ...(choices.length === 0 ? {} : { choices }), ...(about === undefined ? {} : { about }) }],
  })
  const me = ctx.member?.id
  switch (event.kind) {
    case 'alarm':
      return tell(t('alarm.page'), [button('takeAlarm', { alarm: event.data['alarm'] ?? '' }, DAY, 'alarm.take')])
    case 'dutyTest':
      return tell(t('duty.test'), [button('dutyReached', {}, 15, 'duty.reached')])
    case 'dutyEnds': {
      const own = yield* mine()
      return tell(t('duty.ends', { until: clock(ctx.member?.dutyUntil ?? ctx.now), n: own.length }), [
        button('dutyOff', {}, DAY, own.length === 0 ? 'desk.goOff' : 'dutyEnd.open'),
      ])
    }
    case 'dataRequest': {
      const { alias = '', id = '', kind, answerBy, doneBy } = event.data
      if (kind === 'erase') return tell(t('notice.erased', { alias }))
      const key = doneBy === undefined ? 'notice.request' : 'notice.requestDone'
      return tell(t(key, { alias, at: clock(instant(Number(doneBy ?? answerBy))) }), [
        button('openRequest', { request: id }, WEEK, 'notice.openRequest'),
      ])
    }
    case 'glassAsked': {
      const glass = yield* theGlass(event.data['glass'] ?? '')
      const { found } = yield* theCase(caseId(event.data['case'] ?? 'x'), 'no')
      if (glass === undefined || glass.approved || found === undefined) return still
      const why = t(glassReasonKey(glass.reason))
      return tell(t('notice.glassAsked', { name: glass.askedByName, alias: found.alias, why }), [
        button('approveGlass', { glass: glass.id }, 60, 'notice.glassAgree'),
      ])
    }
    default:
  }
  const { found } = yield* theCase(caseId(event.data['case'] ?? 'x'), 'no')
  if (event.kind === 'stoodDown') return { ...still, says: [say(...stoodDownLines(event, found))] }
  if (event.kind === 'erasedInDanger') {
    const at = clock(instant(Number(event.data['at'])))
    return tell(found === undefined ? t('alarm.erased', { at }) : t('alarm.erasedOf', { alias: found.alias, at }))
  }
  if (found === undefined) return still
  const { alias } = found
  const short = { alias, severity: kindLine(found), topic: t(`topic.${found.topic}`) }
  const open = button('openCase', { case: found.id }, WEEK, 'notice.open')
  const take = button('takeCase', { case: found.id }, WEEK, 'notice.take')
  const hers = found.takenBy === me
  const late = found.late === true
  const isHead = ctx.member?.role === 'clubHead'
  switch (event.kind) {
    case 'newCase':
      if (isRefused(found, ctx) || (isNear(found, ctx) && !isHead)) return still
      // Whoever declined it is not offered it again; but the head hears of one that is late, whatever she said before.
      if (found.state !== 'waiting' || (found.declinedBy.some((one) => one === me) && !(late && isHead))) return still
      return tell(t(late ? 'notice.lateCase' : 'notice.newCase', short), [
        take,
        button('declineCase', { case: found.id }, WEEK, 'notice.decline'),
      ])
    case 'newWords':
      return hers ? tell(t('notice.newWords', { alias }), [open], found.id) : still
    case 'offered':
      return found.offeredTo === me
        ? tell(t('notice.offered', short), [button('acceptCase', { case: found.id }, DAY, 'notice.accept')])
        : still
    case 'offerOver':
      return tell(t('notice.offerOver', { alias }))
    case 'accepted':
      return tell(t('notice.accepted', { alias }))
    case 'promise':
      return found.state === 'closed'
        ? still
        : tell(
            t('notice.promise', { alias, at: clock(found.promiseAt) }),
            hers ? [open] : found.state === 'waiting' ? [take] : [],
          )
    case 'nobodyLeft':
      return found.state === 'waiting' ? tell(t('notice.nobodyLeft', short), [take]) : still
    case 'window': {
      const key = event.data['end'] === 'free' ? 'notice.window.free' : 'notice.window.shut'
      return found.state !== 'closed' && (hers || found.takenBy === undefined)
        ? tell(t(key, { alias }), hers ? [open] : [], found.id)
        : still
    }
    case 'handoverWithdrawn':
      return hers || found.takenBy === undefined
        ? tell(t('notice.handoverWithdrawn', { alias }), hers ? [open] : [], found.id)
        : still
    case 'womanLeft':
      return hers ? tell(t('notice.womanLeft', { alias })) : still
    case 'silent':
      return tell(t('notice.silent', { alias }))
    case 'takenOver':
      return tell(t('notice.takenOver', { alias }))
    case 'refused':
      return tell(t('notice.refused', { alias }))
    case 'closeAsked':
      return found.readAs === 'second'
        ? tell(t('notice.closeAsked', short), [button('readCase', { case: found.id }, WEEK, 'notice.look')])
        : still
    case 'closeAgreed':
      return tell(t('notice.closeAgreed', { alias }))
    case 'closeRefused':
      return tell(t('notice.closeRefused', { alias }), hers ? [open] : [])
    case 'referral':
    case 'referralOutcome':
      return hers ? yield* referralNotice(event, found, tell) : still
    case 'glassOpen':
      return tell(t('notice.glassOpen', { alias }), [button('readCase', { case: found.id }, 60, 'notice.look')])
    case 'glassTold':
      return tell(t('notice.glassTold', { alias }))
    default:
      return still
  }
}

/** Which alarm is over: by its case, or, where nobody took it and it has no name yet, by its time; and what still waits. */
function stoodDownLines({ data }: OwnEvent, found: CaseLine | undefined): readonly Line[] {
  const at = data['at']
  const others = Number(data['others'] ?? 0)
  const which =
    found !== undefined
      ? t('alarm.stoodDownOf', { alias: found.alias })
      : at === undefined
        ? t('alarm.stoodDown')
        : t('alarm.stoodDownAt', { at: clock(instant(Number(at))) })
  return [which, ...(others > 0 ? [t('alarm.stillOpen', { n: others })] : [])]
}

type Tell = (line: Line, choices?: readonly Choice[], about?: string) => VaultDecision

function* referralNotice(event: OwnEvent, found: CaseLine, tell: Tell): Flow {
  const one = (yield* referralsOf(found.id)).find(({ id }) => id === event.data['referral'])
  const kind = REFERRALS.find((name) => name === one?.kind)
  if (one === undefined || kind === undefined) return tell(t('notice.newWords', { alias: found.alias }))
  const place = t(`referral.${kind}`)
  if (event.kind === 'referral') {
    const open = button('openCase', { case: found.id }, WEEK, 'notice.open')
    const yes = one.state === 'agreed'
    return tell(t(yes ? 'notice.referralYes' : 'notice.referralNo', { alias: found.alias, place }), [open], found.id)
  }
  return tell(
    t('notice.referralOutcome', { alias: found.alias, place }),
    REFERRAL_OUTCOMES.map(
      (outcome): Choice => ({
        act: { kind: 'endReferral', payload: { case: found.id, referral: one.id, outcome }, minutes: WEEK },
        label: t(`referralOutcome.${outcome}`),
      }),
    ),
  )
}

const glassReasonKey = (reason: string) =>
  reason === 'lifeAtRisk'
    ? 'glassReason.lifeAtRisk'
    : reason === 'counsellorGone'
      ? 'glassReason.counsellorGone'
      : 'glassReason.complaint'

type Label =
  | 'alarm.take'
  | 'duty.reached'
  | 'desk.goOff'
  | 'dutyEnd.open'
  | 'notice.take'
  | 'notice.decline'
  | 'notice.open'
  | 'notice.accept'
  | 'notice.look'
  | 'notice.openRequest'
  | 'notice.glassAgree'

const STYLE: Readonly<Partial<Record<Label, 'go' | 'danger'>>> = {
  'alarm.take': 'danger',
  'duty.reached': 'go',
  'notice.take': 'go',
  'notice.accept': 'go',
  'notice.look': 'go',
  'notice.glassAgree': 'danger',
}

function button(kind: string, payload: Readonly<Record<string, string>>, minutes: number, label: Label): Choice {
  const act = { kind, payload, minutes }
  const style = STYLE[label]
  return style === undefined ? { act, label: t(label) } : { act, label: t(label), style }
}
