import { besideSecrets } from '../../domain/case/secretsSaid.ts'
import { codeIn, isCodeAlone } from '../../domain/inviteCode.ts'
import { canonical } from '../../domain/words/fold.ts'
import type { Input } from '../heard.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { knock } from '../vault/needs.ts'
import { type BeforeCase, isBeforeCase } from '../vault/place.ts'
import { showReturned } from './casePlace.ts'
import { dangerReturned } from './dangerPlace.ts'
import { asksWhoWeAre } from './help.ts'
import { keptWords } from './keptWords.ts'
import { showDoor } from './showDoor.ts'

/** No word that opens is longer. */
const WORD_MAX = 60

/**
 * Her receipt and her word open her case wherever she types them before one is open, and are never taken for words. A code that
 * opens nothing and a receipt whose word is still to come meet the same door.
 */
export function* beforeCase(place: BeforeCase, input: Input, ctx: Ctx, handled: (input: Input) => Flow): Flow {
  if (place.at === 'door' || input.kind !== 'said') return claiming(place, yield* handled(input))
  const { text } = input
  if (!mayOpen(text)) return claiming(place, yield* handled(beside(text)))
  const { found, alarm, claimed = place.claimed } = yield* knock(text, place.claimed)
  if (found !== undefined) return yield* showReturned(found.id)
  if (alarm !== undefined) return yield* dangerReturned(alarm)
  const stands = {
    ...place,
    ...(claimed === undefined ? {} : { claimed }),
    ...(codeIn(text) === undefined ? {} : { tried: true as const }),
  }
  // What she has answered already of a formal report is not lost over a code.
  if (place.at === 'formal')
    return claiming(stands, yield* handled(namesNothingElse(text) ? { kind: 'enter' } : beside(text)))
  const isTry = namesNothingElse(text) || (place.tried === true && keptWords(undefined, text, ctx) === undefined)
  if (!isTry) return claiming(stands, yield* handled(beside(text)))
  const words = 'words' in place ? place.words : undefined
  return claiming(stands, showDoor(words === undefined ? { at: 'door' } : { at: 'door', words }))
}

/** Her own sentences are no tries, unless a code stands in them. */
const mayOpen = (text: string): boolean =>
  !asksWhoWeAre(text) && (canonical(text).length <= WORD_MAX || codeIn(text) !== undefined)

/** A code, or which her word is, and nothing to be asked beside it. */
const namesNothingElse = (text: string): boolean => isCodeAlone(text) || besideSecrets(text) === ''

const beside = (text: string): Input => ({ kind: 'said', text: besideSecrets(text) })

/** The receipt that she typed is remembered until a case is open. */
const claiming = ({ claimed, tried }: BeforeCase, decision: VaultDecision): VaultDecision =>
  isBeforeCase(decision.place)
    ? {
        ...decision,
        place: {
          ...(claimed === undefined ? {} : { claimed }),
          ...(tried === undefined ? {} : { tried }),
          ...decision.place,
        },
      }
    : decision
