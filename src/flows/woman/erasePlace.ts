import { requestClocks } from '../../domain/case/requestClocks.ts'
import type { CaseId } from '../../domain/ids.ts'
import { isOnlyHeard } from '../../domain/words/yesNo.ts'
import { readErase } from '../exit.ts'
import type { Input } from '../heard.ts'
import { ask, choice, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { isUnlocked, type Place } from '../vault/place.ts'
import { leave } from './leave.ts'
import { keepUnsent } from './unsent.ts'

type ErasePlace = Extract<Place, { at: 'erase' }>

/** The wish to erase: unlocked she is asked, in danger too; locked it is an exit, with the same face. */
export function wishToErase(place: Place): VaultDecision {
  if (place.at === 'erase') return askErase(place.id, place.back)
  if (place.at === 'danger') return isUnlocked(place.back) ? askErase(place.back.id, place) : leave()
  return isUnlocked(place) ? askErase(place.id) : leave()
}

export const askErase = (id: CaseId, back?: Place): VaultDecision => ({
  place: back === undefined ? { at: 'erase', id } : { at: 'erase', id, back },
  says: [ask([t('erase.ask')], [choice('yes', t('erase.yes'), 'danger'), choice('no', t('erase.no'))])],
  effects: [],
})

/** One confirming act, tapped or typed, then it is gone: the key of the case is destroyed, and with it every word. */
export function* erasePlace(place: ErasePlace, input: Input, ctx: Ctx, back: (place: Place) => Flow): Flow {
  if (input.kind === 'enter') return askErase(place.id, place.back)
  if (input.kind === 'said' && isOnlyHeard(input.text)) {
    const again = askErase(place.id, place.back)
    return { ...again, says: [say(t('case.plainly')), ...again.says] }
  }
  const isYes = input.kind === 'said' ? readErase(input.text) : input.kind === 'picked' && input.id === 'yes'
  if (isYes === true) return erased(place.id, ctx)
  if (input.kind === 'said' && isYes === undefined)
    return yield* keepUnsent(place, input.text, askErase(place.id, place.back))
  return yield* back(place.back ?? { at: 'case', id: place.id })
}

function erased(id: CaseId, ctx: Ctx): VaultDecision {
  const clocks = requestClocks('erase', ctx.now, ctx.calendar)
  return {
    place: { at: 'left' },
    says: [say(t('erase.done'))],
    effects: [
      { do: 'requestOf', id: ctx.newId(), kind: 'erase', case: id, ...clocks, done: true },
      { do: 'eraseCase', case: id },
      { do: 'closeSession' },
    ],
  }
}
