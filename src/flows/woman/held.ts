import type { CaseId } from '../../domain/ids.ts'
import { type Choice, choice, type Line, type Say, t } from '../say.ts'
import type { Flow, VaultDecision } from '../vault/context.ts'
import type { Effect } from '../vault/effects.ts'
import { type Held, isUnlocked, type Place } from '../vault/place.ts'
import { photoChoices, photoLine } from './photoCard.ts'

/** What she has begun is kept through every step aside, and offered to her again when she is back at her case. */
export function* keepHeld(before: Place, flow: Flow): Flow {
  return offered(carried(before, yield* flow))
}

function carried(before: Place, decision: VaultDecision): VaultDecision {
  const { place, effects } = decision
  if (!isUnlocked(place) || place === before) return decision
  const { id, unsent, formal, files } = heldIn(before)
  const isHere = id === place.id
  const kept: Held = {
    ...(unsent !== undefined && isHere && !isUsed(effects, unsent) ? { unsent } : {}),
    ...(files !== undefined && isHere && !isAnswered(before, place) ? { files } : {}),
    ...(formal === undefined ? {} : { formal }),
  }
  return Object.keys(kept).length === 0 ? decision : { ...decision, place: { ...kept, ...place } }
}

/** Behind an alarm stands where she was before; inside a case all but the report is of that case. */
function heldIn(place: Place): Held & { readonly id?: CaseId } {
  if (place.at === 'danger') return place.back.at === 'formal' ? { formal: place.back } : heldIn(place.back)
  return isUnlocked(place)
    ? { ...(place.at === 'erase' && place.back !== undefined ? heldIn(place.back) : {}), ...place }
    : {}
}

/** Sent to her case, or set as her word: that above all is never offered for sending. */
const isUsed = (effects: readonly Effect[], unsent: string): boolean =>
  effects.some((one) => ('text' in one && one.text === unsent) || ('word' in one && one.word === unsent))

/** Asked whether they go, she has said yes or no; only from the question to erase is she led back to it. */
const isAnswered = (before: Place, place: Place): boolean => before.at === 'photo' && place.at !== 'erase'

/** At her case each of them stands on the card; where it is closed she asks a new question, and its photos go nowhere. */
function offered(decision: VaultDecision): VaultDecision {
  const { place, says } = decision
  const card = says.at(-1)
  if (place.at !== 'case' || card === undefined) return decision
  const { files, ...rest } = place
  const choices = card.choices ?? []
  const isClosed = choices.some((one) => 'id' in one && one.id === 'new')
  const unsent: readonly Choice[] =
    place.unsent === undefined || isClosed ? [] : [choice('sendWords', t('unsent.sendLater'), 'go')]
  const formal: readonly Choice[] = place.formal === undefined ? [] : [choice('resume', t('formal.resume'))]
  const lines: readonly Line[] =
    place.formal !== undefined && isSafe(decision.effects) ? [...card.lines, t('formal.held')] : card.lines
  const shown: Say = { ...card, lines, choices: [...unsent, ...formal, ...choices] }
  if (files === undefined) return { ...decision, says: [...says.slice(0, -1), shown] }
  if (isClosed) return { ...decision, place: rest, says: [...says.slice(0, -1), shown] }
  return {
    ...decision,
    place: { ...rest, at: 'photo', files },
    says: [...says.slice(0, -1), { ...shown, lines: [...lines, photoLine(files)], choices: photoChoices() }],
    typed: 'value',
  }
}

const isSafe = (effects: readonly Effect[]): boolean =>
  effects.some((one) => one.do === 'standDown' || one.do === 'standDownOf')

/** Photos that the conversation holds, wherever she stands. */
export const heldFiles = (place: Place) => heldIn(place).files ?? []
