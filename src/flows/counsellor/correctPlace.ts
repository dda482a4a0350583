import { personalDetails } from '../../domain/case/personalDetails.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Input } from '../heard.ts'
import { ask, choice, say, t, words } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import { type CaseLine, theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { askDetails } from './askDetails.ts'
import { perhapsNotForHer } from './askMeant.ts'
import { answerCase, openAtCase } from './atCasePlace.ts'
import { notHers } from './desk.ts'

type Correct = Extract<Place, { at: 'correct' }>

/** The last answer of hers: before the woman saw it the new words take its place, after that they follow it. */
export function* askCorrection(found: CaseLine, ctx: Ctx): Flow {
  const { words: all } = yield* theCase(found.id, 'words')
  const last = all.findLast((one) => one.from === 'counsellor' && one.by === ctx.member?.id)
  if (last === undefined) {
    const opened = yield* openAtCase(found.id, ctx)
    return { ...opened, says: [say(t('correct.nothing')), ...opened.says] }
  }
  const seen = last.shown ? t('correct.seen') : t('correct.notSeen')
  return {
    place: { at: 'correct', id: found.id, message: last.id },
    says: [
      ask(
        [t('correct.ask', { alias: found.alias }), t('correct.old', { text: words(last.text) }), seen],
        [choice('open', t('page.back'))],
      ),
    ],
    effects: [],
    typed: 'value',
  }
}

export function* correctPlace(place: Correct, input: Input, ctx: Ctx): Flow {
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.takenBy !== ctx.member?.id || found.state !== 'taken') return yield* notHers(ctx)
  if (input.kind !== 'said') return yield* askCorrection(found, ctx)
  const asked = perhapsNotForHer(found, input, ctx, place.message)
  if (asked !== undefined) return asked
  return personalDetails(input.text).length > 0
    ? askDetails(found, input.text, place.message)
    : yield* correctCase(place.id, { message: place.message, text: input.text }, ctx)
}

/** The new words: in the place of the old ones, or after them. */
export function* correctCase(
  id: CaseId,
  { message, text }: { readonly message: string; readonly text: string },
  ctx: Ctx,
): Flow {
  const { found, words: all } = yield* theCase(id, 'words')
  if (found === undefined || found.takenBy !== ctx.member?.id || found.state !== 'taken') return yield* notHers(ctx)
  const old = all.find((one) => one.id === message)
  if (old === undefined || old.shown) {
    const after = answerCase(found, `${ctx.speak(t('correct.prefix'))}\n${text}`, ctx)
    return { ...after, says: [say(t('correct.sentAfter')), ...after.says] }
  }
  const opened = yield* openAtCase(id, ctx)
  return {
    ...opened,
    says: [
      ask(
        [t('correct.replaced', { alias: found.alias })],
        [choice('open', t('notice.open')), choice('desk', t('desk.open'))],
      ),
    ],
    effects: [
      { do: 'correctWords', case: found.id, id: message, text },
      { do: 'audit', act: 'correct', subject: found.alias },
      ...opened.effects,
    ],
  }
}
