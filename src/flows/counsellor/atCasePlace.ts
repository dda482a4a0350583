import type { CaseId } from '../../domain/ids.ts'
import { personalDetails } from '../../domain/case/personalDetails.ts'
import { promiseFor } from '../../domain/case/promise.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, t, words } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { type CaseLine, type CaseWords, theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { handoverLine } from '../woman/handoverLine.ts'
import { askDetails } from './askDetails.ts'
import { perhapsNotForHer } from './askMeant.ts'
import { askOutcome } from './closingPlace.ts'
import { clock, kindLine, notHers } from './desk.ts'

type AtCase = Extract<Place, { at: 'atCase' }>

/** A case stands on her screen, named on every card: what she writes goes to that woman and nowhere else. */
export function* atCasePlace(place: AtCase, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'close') return yield* askOutcome(place.id, ctx)
  if (input.kind === 'picked' && input.id === 'reopen') return yield* reopen(place.id, ctx)
  if (input.kind !== 'said') return yield* openAtCase(place.id, ctx)
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.takenBy !== ctx.member?.id) return yield* notHers(ctx)
  if (found.state === 'closed') return yield* openAtCase(place.id, ctx)
  const asked = perhapsNotForHer(found, input, ctx)
  if (asked !== undefined) return asked
  return personalDetails(input.text).length > 0 ? askDetails(found, input.text) : answerCase(found, input.text, ctx)
}

/** Her words go to this woman, sealed; she sees them when the rule allows. */
export function answerCase(found: CaseLine, text: string, ctx: Ctx): VaultDecision {
  const id = ctx.newId()
  const tell = { kind: 'answer', data: { case: found.id } }
  return {
    place: { at: 'atCase', id: found.id },
    says: [ask([t('atCase.sent', { alias: found.alias })], caseChoices(found))],
    effects: [
      { do: 'addWords', case: found.id, id, from: 'counsellor', text },
      ...(found.conversation === undefined
        ? []
        : [{ do: 'tell' as const, to: found.conversation, event: tell, key: `answer:${id}` }]),
      { do: 'audit', act: 'answer', subject: found.alias },
    ],
    typed: 'value',
  }
}

/**
 * Opens a case that is hers: all words so far, oldest first, and what became of each of her answers. `severity`: what she has just
 * made it, since what a turn does is done after it.
 */
export function* openAtCase(
  id: CaseId,
  ctx: Ctx,
  open: 'words' | 'taking' = 'words',
  severity?: CaseLine['severity'],
): Flow {
  const { found: before, words: all } = yield* theCase(id, open)
  const found = before === undefined || severity === undefined ? before : { ...before, severity }
  const hers = found?.takenBy === ctx.member?.id || (open === 'taking' && found?.state === 'waiting')
  if (found === undefined || !hers) return yield* notHers(ctx)
  const closed = found.state === 'closed'
  const lines: readonly Line[] = [
    ...wordLines(found, all),
    ...(found.closing === undefined ? [] : [t('atCase.closeWaits')]),
    t(found.erased === true ? 'atCase.erased' : closed ? 'atCase.isClosed' : 'atCase.write', { alias: found.alias }),
  ]
  const reopens = found.erased === true ? [] : [choice('reopen', t('atCase.reopen'))]
  const choices = closed ? [...reopens, choice('desk', t('desk.open'))] : caseChoices(found)
  return {
    place: { at: 'atCase', id },
    says: [{ ...ask(lines, choices), files: photosIn(all) }],
    effects: [{ do: 'markShown', case: id, from: 'woman' }],
    typed: 'value',
  }
}

/** The head of the case and its words, as a member reads them. */
export function wordLines(found: CaseLine, all: readonly CaseWords[]): readonly Line[] {
  let photos = 0
  const head = t('atCase.head', {
    alias: found.alias,
    severity: kindLine(found),
    topic: t(`topic.${found.topic}`),
    due: clock(found.promiseAt),
  })
  const lines = all.map((one) => {
    if (one.photo !== undefined) return t('atCase.photo', { n: ++photos })
    if (one.from === 'woman') return t('atCase.woman', { text: words(one.text) })
    if (one.from === 'note') return t('atCase.note', { text: words(one.text) })
    return t('atCase.you', { text: words(one.text), went: t(`went.${one.went ?? 'waiting'}`) })
  })
  const told = found.handover
  const handover = told === undefined ? [] : [t('handover.head', { alias: found.alias }), handoverLine(told)]
  return [head, ...handover, ...lines]
}

export const photosIn = (all: readonly CaseWords[]) =>
  all.flatMap((one) => (one.photo === undefined ? [] : [one.photo]))

/** She may write again: the promise begins anew. */
function* reopen(id: CaseId, ctx: Ctx): Flow {
  const opened = yield* openAtCase(id, ctx)
  const { found } = yield* theCase(id, 'no')
  if (opened.place.at !== 'atCase' || found?.state !== 'closed' || found.erased === true) return opened
  const promiseAt = promiseFor(found.severity, ctx.now, ctx.calendar)
  return {
    ...opened,
    says: [ask([t('atCase.reopened', { alias: found.alias })], caseChoices(found))],
    effects: [
      { do: 'reopenCase', case: id, promiseAt },
      { do: 'audit', act: 'reopen', subject: found.alias },
      ...opened.effects,
    ],
  }
}

const caseChoices = (found?: CaseLine): readonly Choice[] => [
  ...(found?.handover === undefined ? [] : [choice('handover', t('handover.open'), 'go')]),
  choice('close', t('atCase.close')),
  choice('menu', t('caseMenu.open')),
  choice('mine', t('desk.mine')),
  choice('desk', t('desk.open')),
]
