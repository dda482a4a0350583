import type { Door, Topic } from '../../domain/case/case.ts'
import { triage } from '../../domain/triage.ts'
import { caseId } from '../../domain/ids.ts'
import { inviteCode } from '../../domain/inviteCode.ts'
import { hasHers } from '../../domain/case/personalDetails.ts'
import { promiseFor } from '../../domain/case/promise.ts'
import { withOffers } from '../legal/sheetCard.ts'
import { ask, choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Effect } from '../vault/effects.ts'
import { newAlias, onDuty } from '../vault/needs.ts'
import { CONSENT_VERSION } from './consent.ts'
import { showChoice } from './caseChoices.ts'
import { promiseLine } from './promiseLine.ts'

/** She has agreed and written: the case is opened and sealed, she gets a receipt and a promise she can hold us to. */
export function* hearWords(text: string, asked: Asked, ctx: Ctx): Flow {
  const { danger, doubtful } = triage(text)
  return doubtful && danger === 'none' ? askDoubt(text, asked.door) : yield* openCase(text, asked, ctx)
}

/** Which door she came through, and what she chose the subject to be. */
export interface Asked {
  readonly topic?: Topic
  readonly door?: Door
}

/** Opened in danger it says no more than what is hers to keep: the numbers and the alarm come around it, from `withAlarm`. */
export function* openCase(text: string, { topic, door = 'ask' }: Asked, ctx: Ctx): Flow {
  const found = triage(text)
  const { danger } = found
  const id = caseId(ctx.newId())
  const message = ctx.newId()
  const alias = yield* newAlias(id)
  const receipt = inviteCode(ctx.newSecret())
  const promiseAt = promiseFor(danger, ctx.now, ctx.calendar)
  const duty = yield* onDuty()
  const effects: readonly Effect[] = [
    {
      do: 'openCase',
      id,
      alias,
      severity: danger,
      topic: topic ?? found.topic,
      promiseAt,
      receipt: receipt.replace('-', ''),
      consent: CONSENT_VERSION,
      door,
      child: found.child,
    },
    { do: 'addWords', case: id, id: message, from: 'woman', text },
    { do: 'tellDuty', case: id, event: { kind: 'newCase', data: { case: id } }, key: `new:${id}` },
    { do: 'audit', act: 'open', subject: alias },
  ]
  if (danger === 'immediate') {
    const says = [say(t('receipt.got'), t('receipt.code', { code: receipt }), t('receipt.noPush'))]
    return { place: { at: 'case', id }, says, effects, typed: 'value' }
  }
  const masked = hasHers(text)
  const lines: readonly Line[] = [
    t('receipt.got'),
    ...(masked ? [t('case.masked')] : []),
    promiseLine(promiseAt),
    ...(duty === 0 ? [t('receipt.nobodyNow')] : []),
    t('receipt.code', { code: receipt }),
    ...(found.child ? [t('child.numbers')] : danger === 'none' ? [] : [t('danger.numbersShort')]),
    t('receipt.noPush'),
  ]
  const opened: VaultDecision = {
    place: { at: 'case', id },
    says: [
      ask(lines, [
        ...(masked ? [showChoice(message)] : []),
        ...(danger === 'none' ? [] : [choice('flags', t('flags.open'))]),
        choice('codeWord', t('case.setCodeWord')),
        ...(door === 'bystander' ? [choice('formal', t('which.toFormal'))] : []),
        choice('more', t('case.more')),
        choice('erase', t('case.erase')),
      ]),
    ],
    effects,
    typed: 'value',
  }
  return yield* withOffers(opened, { said: text, topic: topic ?? found.topic })
}

/** Without accents the words may mean danger, or nothing of the kind: one short question instead of silence. */
export const askDoubt = (words: string, door: Door = 'ask'): VaultDecision => ({
  place: door === 'ask' ? { at: 'doubt', words } : { at: 'doubt', words, door },
  says: [ask([t('doubt.danger')], [choice('yes', t('danger.yes'), 'danger'), choice('no', t('doubt.no'))])],
  effects: [],
})
