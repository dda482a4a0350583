import type vi from '../../locales/vi.json'
import type { FileId } from '../domain/ids.ts'
import type { Text } from '../domain/text.ts'

/** A key of locales/vi.json; a wrong one does not compile. */
export type TextKey = keyof typeof vi

export type LineValue = string | number | Line | readonly Line[]

/** One line that a person reads: a sentence of ours by its key, or words of a plan, a register or a person as they are. */
export type Line =
  | { readonly key: TextKey; readonly values?: Readonly<Record<string, LineValue>> }
  | { readonly text: Text }

/** A button. `id` lives as long as its screen; `act` outlives it, as a row bound to this conversation; `exit` works for ever. */
export type Choice = {
  readonly label: Line
  readonly style?: 'go' | 'danger'
} & ({ readonly id: string } | { readonly act: ActionRequest } | { readonly exit: true })

export interface ActionRequest {
  readonly kind: string
  readonly payload: Readonly<Record<string, string>>
  readonly minutes: number
}

/** A button as it can be typed: one of the screen by its id, or one that outlives it by what it does. */
export interface Offered {
  readonly label: Line
  readonly id?: string
  readonly exit?: true
  readonly act?: {
    readonly kind: string
    readonly payload: Readonly<Record<string, string>>
    readonly until: number
  }
}

export interface Say {
  readonly lines: readonly Line[]
  readonly choices?: readonly Choice[]
  /** Takes the place of the earlier card where the channel can edit; is sent anew where it cannot. */
  readonly card?: boolean
  readonly files?: readonly FileId[]
  /** The case it speaks of, where that is not the one on the screen: a reply by the channel's reply goes there. */
  readonly about?: string
  /** What was shown before leaves the screen, where the channel can take it off. */
  readonly clears?: true
  /** The digest of this unit and week. */
  readonly digest?: { readonly unit: string; readonly week: string }
}

/** Are these the choices of a screen, or is the way out the only button? Only those of a screen are numbered. */
export const areNumbered = (choices: readonly Choice[]): boolean => choices.some((one) => !('exit' in one))

export const t = (key: TextKey, values?: Readonly<Record<string, LineValue>>): Line =>
  values === undefined ? { key } : { key, values }

/** Words that are shown as they are. */
export const words = (text: string | Text): Line => ({ text: typeof text === 'string' ? { vi: text } : text })

export const say = (...lines: readonly Line[]): Say => ({ lines })

export const ask = (lines: readonly Line[], choices: readonly Choice[]): Say => ({ lines, choices, card: true })

export const choice = (id: string, label: Line, style?: 'go' | 'danger'): Choice =>
  style === undefined ? { id, label } : { id, label, style }
