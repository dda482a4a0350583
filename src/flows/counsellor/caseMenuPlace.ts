import { type Danger, RETURN_REASONS } from '../../domain/case/case.ts'
import { type CaseId, memberId } from '../../domain/ids.ts'
import type { Input } from '../heard.ts'
import { choice, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Effect } from '../vault/effects.ts'
import { type CaseLine, otherMembers, theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { answerCase, openAtCase } from './atCasePlace.ts'
import { askCorrection } from './correctPlace.ts'
import { memberLabel, menuCard, menuPlace, notHers, toDesk } from './desk.ts'
import { refer } from './referPlace.ts'

type CaseMenu = Extract<Place, { at: 'caseMenu' }>

const CANNED = ['read', 'moreDetails', 'safeNow', 'papers', 'thanks'] as const
const SEVERITIES: readonly Danger[] = ['immediate', 'violence', 'none']

/** What a counsellor does with her case besides answering: note, ready sentences, hand on, give back, severity. */
export function* caseMenuPlace(place: CaseMenu, input: Input, ctx: Ctx): Flow {
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.takenBy !== ctx.member?.id || found.state !== 'taken') return yield* notHers(ctx)
  if (input.kind === 'picked' && input.id === 'open') return yield* openAtCase(place.id, ctx)
  if (input.kind === 'picked' && input.id === 'correct') return yield* askCorrection(found, ctx)
  const { doing } = place
  if (doing === undefined) return input.kind === 'picked' ? yield* begin(place.id, input.id, ctx) : showMenu(found)
  switch (doing) {
    case 'note':
      return input.kind === 'said' ? noted(found, input.text, ctx) : showNote(found)
    case 'canned': {
      const one = input.kind === 'picked' ? CANNED.find((key) => input.id === `r:${key}`) : undefined
      return one === undefined ? showCanned(found) : answerCase(found, ctx.speak(t(`canned.${one}`)), ctx)
    }
    case 'transfer':
      return yield* transfer(found, input, ctx)
    case 'return': {
      const reason = input.kind === 'picked' ? RETURN_REASONS.find((one) => input.id === `r:${one}`) : undefined
      return reason === undefined ? showReturn(found) : returned(found, reason, ctx)
    }
    case 'refer':
      return yield* refer(found, input, ctx)
    case 'severity': {
      const severity = input.kind === 'picked' ? SEVERITIES.find((one) => input.id === `s:${one}`) : undefined
      if (severity === undefined) return showSeverity(found)
      const opened = yield* openAtCase(place.id, ctx, 'words', severity)
      const set: Effect = { do: 'setSeverity', case: found.id, severity }
      const audit: Effect = { do: 'audit', act: `severity.${severity}`, subject: found.alias }
      return {
        ...opened,
        says: [say(t('caseMenu.severitySet', { severity: t(`severity.${severity}`) })), ...opened.says],
        effects: [set, audit, ...opened.effects],
      }
    }
  }
}

const showMenu = (found: CaseLine): VaultDecision =>
  menuCard(
    found,
    undefined,
    [t('caseMenu.head', { alias: found.alias })],
    [
      choice('note', t('caseMenu.note')),
      choice('canned', t('caseMenu.canned')),
      choice('look', t('caseMenu.look')),
      choice('transfer', t('caseMenu.transfer')),
      choice('return', t('caseMenu.return')),
      choice('severity', t('caseMenu.severity')),
      choice('refer', t('caseMenu.refer')),
      choice('correct', t('caseMenu.correct')),
    ],
  )

function* begin(id: CaseId, picked: string, ctx: Ctx): Flow {
  const doing = DOINGS.find((one) => one === picked)
  return yield* caseMenuPlace(menuPlace(id, doing), { kind: 'enter' }, ctx)
}

const DOINGS = ['note', 'canned', 'transfer', 'return', 'severity', 'refer'] as const

const showNote = (found: CaseLine): VaultDecision =>
  menuCard(found, 'note', [t('caseMenu.noteAsk', { alias: found.alias })], [])

/** Kept with the case, sealed; the woman never sees it. */
const noted = (found: CaseLine, text: string, ctx: Ctx): VaultDecision => ({
  ...menuCard(found, undefined, [t('caseMenu.noted', { alias: found.alias })], []),
  effects: [{ do: 'addWords', case: found.id, id: ctx.newId(), from: 'note', text }],
})

const showCanned = (found: CaseLine): VaultDecision =>
  menuCard(
    found,
    'canned',
    [
      t('caseMenu.cannedAsk', { alias: found.alias }),
      ...CANNED.map((key, n) => t('caseMenu.cannedLine', { n: n + 1, text: t(`canned.${key}`) })),
    ],
    CANNED.map((key) => choice(`r:${key}`, t(`cannedName.${key}`))),
  )

/** The receiver accepts before the case is hers; until then it stays where it is. */
function* transfer(found: CaseLine, input: Input, ctx: Ctx): Flow {
  const members = (yield* otherMembers()).filter(({ id }) => !found.refusedBy.some((one) => one === id))
  const to = input.kind === 'picked' ? members.find((one) => input.id === `to:${one.id}`) : undefined
  if (to === undefined) {
    const choices = members.map((one) => choice(`to:${one.id}`, memberLabel(one)))
    return menuCard(
      found,
      'transfer',
      [t(members.length === 0 ? 'caseMenu.nobody' : 'caseMenu.toWhom', { alias: found.alias })],
      choices,
    )
  }
  const opened = yield* openAtCase(found.id, ctx)
  return {
    ...opened,
    says: [say(t('caseMenu.offered', { name: to.name, alias: found.alias })), ...opened.says],
    effects: [
      { do: 'offerCase', case: found.id, to: memberId(to.id) },
      {
        do: 'tellMember',
        member: memberId(to.id),
        event: { kind: 'offered', data: { case: found.id } },
        key: `offer:${ctx.newId()}`,
      },
      { do: 'audit', act: 'offer', subject: found.alias },
      ...opened.effects,
    ],
  }
}

const showReturn = (found: CaseLine): VaultDecision =>
  menuCard(
    found,
    'return',
    [t('caseMenu.whyReturn', { alias: found.alias })],
    RETURN_REASONS.map((one) => choice(`r:${one}`, t(`returnReason.${one}`))),
  )

const returned = (found: CaseLine, reason: string, ctx: Ctx): VaultDecision =>
  toDesk(
    [t('caseMenu.returned', { alias: found.alias })],
    [
      { do: 'returnCase', case: found.id, ...(reason === 'refused' ? { refused: true as const } : {}) },
      {
        do: 'tellDuty',
        case: found.id,
        event: { kind: 'newCase', data: { case: found.id } },
        key: `back:${ctx.newId()}`,
      },
      { do: 'audit', act: `return.${reason}`, subject: found.alias },
    ],
  )

const showSeverity = (found: CaseLine): VaultDecision =>
  menuCard(
    found,
    'severity',
    [t('caseMenu.severityNow', { alias: found.alias, severity: t(`severity.${found.severity}`) })],
    SEVERITIES.filter((one) => one !== found.severity).map((one) => choice(`s:${one}`, t(`severity.${one}`))),
  )
