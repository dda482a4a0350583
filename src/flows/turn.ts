import type { Instant } from '../domain/calendar.ts'
import { MINUTE } from '../domain/calendar.ts'
import { bareNumber, matchChoice } from '../domain/words/choices.ts'
import { fold } from '../domain/words/fold.ts'
import { areNumbered, type Choice, type Line, type Offered, type Say } from './say.ts'

/**
 * How what is typed is read. 'choices': a number, a label or its beginning names a choice. 'value': it is the answer itself, but for a
 * whole label. 'listed': so too, but a number alone names a choice, as it stands in the list; the answer is given with its unit
 * («7 giờ», «quý 2», «số 1»).
 */
export type Typed = 'choices' | 'value' | 'listed'

/** What stands on the person's screen: a press must carry the nonce, words are matched with the labels. */
export interface Screen {
  readonly nonce: string
  readonly choices: readonly Offered[]
  readonly typed: Typed
}

export interface Conversation<P> {
  readonly place: P
  readonly screen?: Screen
  /** Buttons of a notice that came after the screen; what is typed is matched with them first. */
  readonly offer?: readonly Offered[]
  /** Counts turns; gives each screen its nonce. */
  readonly count: number
  /** A person of the Union writes with her in the account's own tool: until then the bot does not interrupt. */
  readonly quietUntil?: number
  /** She writes as a child does, and is spoken to so as long as the room stays open. */
  readonly isYoung?: boolean
}

/** What a place decides. */
export interface Decision<P, E> {
  readonly place: P
  readonly says: readonly Say[]
  readonly effects: readonly E[]
  /** How what is typed is read on the new screen; 'choices' unless said. */
  readonly typed?: Typed
}

/** One turn: the conversation after it, what is said and what is done. */
export interface Turn<P, E> {
  readonly conversation: Conversation<P>
  readonly says: readonly Say[]
  readonly effects: readonly E[]
}

/** A notice: said without disturbing what stands on the screen. */
export function notice<P, E>(before: Conversation<P>, decision: Decision<P, E>, now: Instant): Turn<P, E> {
  const offer = offered(decision.says, now)
  const conversation = offer.length === 0 ? before : { ...before, offer }
  return { conversation, says: decision.says, effects: decision.effects }
}

/** Gives the one screen of this decision its nonce. Words without choices leave no screen; where nothing is said it stays as it was. */
export function settle<P, E>(before: Conversation<P>, decision: Decision<P, E>, now: Instant): Turn<P, E> {
  const count = before.count + 1
  const choices = offered(decision.says, now)
  const { place, says, effects, typed = 'choices' } = decision
  if (says.length === 0) return { conversation: { ...before, place, count }, says, effects }
  const screen = choices.length === 0 ? {} : { screen: { nonce: count.toString(36), choices, typed } }
  return { conversation: { place, count, ...screen }, says, effects }
}

const offered = (says: readonly Say[], now: Instant): readonly Offered[] =>
  says.flatMap(({ choices = [] }) => (areNumbered(choices) ? choices.map((one) => toOffered(one, now)) : []))

function toOffered(one: Choice, now: Instant): Offered {
  if ('id' in one) return { label: one.label, id: one.id }
  if ('exit' in one) return { label: one.label, exit: true }
  const { kind, payload, minutes } = one.act
  return { label: one.label, act: { kind, payload, until: now + minutes * MINUTE } }
}

/** The choice a press stands for; undefined for a button of an older screen. Nothing in a button is trusted. */
export function readPress(screen: Screen | undefined, token: string): string | undefined {
  const [nonce, index] = token.split('.')
  if (screen === undefined || nonce !== screen.nonce || index === undefined) return undefined
  return screen.choices[Number.parseInt(index, 36)]?.id
}

/** A typed choice: its number, its label, its label without accents. `speak` turns labels into the person's language. */
export function readTyped<P>(
  { screen, offer }: Conversation<P>,
  text: string,
  speak: (line: Line) => string,
): Offered | undefined {
  const matching = { typed: screen?.typed ?? 'choices', speak }
  return match(offer ?? [], text, matching) ?? match(screen?.choices ?? [], text, matching)
}

/** The button that it would be if a number or the beginning of a label were enough, wherever it is read as the answer itself. */
export const readNearly = <P>(
  { screen, offer }: Conversation<P>,
  text: string,
  speak: (line: Line) => string,
): Offered | undefined =>
  match(offer ?? [], text, { typed: 'choices', speak }) ??
  match(screen?.choices ?? [], text, { typed: 'choices', speak })

/** The button whose whole label was typed; undefined for one whose time is over. */
export function readLabel<P>(
  { screen, offer }: Conversation<P>,
  text: string,
  { speak, now }: { readonly speak: (line: Line) => string; readonly now: Instant },
): Offered | undefined {
  const open = [...(offer ?? []), ...(screen?.choices ?? [])].filter(({ act }) => act === undefined || act.until > now)
  return match(open, text, { typed: 'value', speak })
}

/** Would these words be taken for one of its buttons? */
export const isChoiceOf = ({ choices = [] }: Say, text: string, speak: (line: Line) => string): boolean =>
  matchChoice(
    choices.map((one) => speak(one.label)),
    text,
  ) !== undefined

interface Matching {
  readonly typed: Typed
  readonly speak: (line: Line) => string
}

function match(choices: readonly Offered[], text: string, { typed, speak }: Matching): Offered | undefined {
  const labels = choices.map((one) => speak(one.label))
  if (typed === 'choices') {
    const index = matchChoice(labels, text)
    return typeof index === 'number' ? choices[index] : undefined
  }
  const said = plain(text)
  const number = typed === 'listed' ? bareNumber(text) : undefined
  return choices[number === undefined ? labels.findIndex((label) => said !== '' && plain(label) === said) : number - 1]
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
