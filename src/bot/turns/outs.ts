import type { Voice } from '../../domain/text.ts'
import { EXIT_TOKEN } from '../../flows/exit.ts'
import { areNumbered, type Choice, type Say } from '../../flows/say.ts'
import type { Out, OutButton } from '../channel.ts'
import type { Speak } from '../sources/speak.ts'

export interface ActionRow {
  readonly id: string
  readonly kind: string
  readonly payload: Readonly<Record<string, string>>
  readonly minutes: number
}

export interface Spoken {
  readonly outs: readonly Out[]
  readonly actions: readonly ActionRow[]
}

export interface Speaking {
  readonly says: readonly Say[]
  /** Of the screen that stands after the turn; absent when there is none. */
  readonly nonce: string | undefined
  readonly voice: Voice
  readonly speak: Speak
  readonly newId: () => string
  /** A press: the first card may take the place of the one that was pressed. */
  readonly pressed: boolean
  readonly protect: boolean
}

/** Says become messages: sentences in the person's language, buttons with their tokens. */
export function toOuts({ says, nonce, voice, speak, newId, pressed, protect }: Speaking): Spoken {
  const actions: ActionRow[] = []
  let index = 0
  const button = (one: Choice): OutButton => {
    const label = speak(one.label, voice)
    const style = one.style === undefined ? {} : { style: one.style }
    if ('act' in one) {
      const id = newId()
      actions.push({ id, ...one.act })
      index++
      return { token: `a.${id}`, label, ...style }
    }
    if ('exit' in one) {
      index++
      return { token: EXIT_TOKEN, label, ...style }
    }
    return { token: `${nonce ?? '-'}.${(index++).toString(36)}`, label, ...style }
  }
  const buttonsOf = (choices: readonly Choice[]): readonly OutButton[] => {
    const before = index
    const buttons = choices.map(button)
    if (!areNumbered(choices)) index = before
    return buttons
  }
  const outs = says.map((one, n) => ({
    text: one.lines.map((line) => speak(line, voice)).join('\n'),
    buttons: buttonsOf(one.choices ?? []),
    files: one.files ?? [],
    card: one.card === true && pressed && n === 0,
    protect,
    ...(one.clears === true ? { clears: true } : {}),
    ...(one.digest === undefined ? {} : { digest: one.digest }),
  }))
  return { outs, actions }
}
