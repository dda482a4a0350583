import type { FileId } from '../../../domain/ids.ts'
import type { Caps, Out } from '../../channel.ts'
import type { ZaloButton } from '../../zalo/message.ts'
import { layChoices } from '../choices.ts'
import { toPayload } from './payload.ts'
import { splitText } from '../split.ts'

/** One request, but for the person and the bytes of a file. */
export type Call =
  | { readonly kind: 'text'; readonly text: string; readonly buttons: readonly ZaloButton[] }
  | { readonly kind: 'file'; readonly file: FileId }

/**
 * Files first, the words last with the buttons under them, and choices that are too many or too long as a list in the words. No
 * card takes the place of another: Zalo cannot edit.
 */
export function render(out: Out, caps: Caps): readonly Call[] {
  const { text, buttons } = layChoices(out, caps, clean)
  const shown = buttons.map(
    ({ token, label }): ZaloButton => ({ title: label, type: 'oa.query.hide', payload: toPayload(token) }),
  )
  const split = splitText(text, caps.textMax)
  const parts = split.length === 0 && (shown.length > 0 || out.files.length === 0) ? ['…'] : split
  return [
    ...out.files.map((file): Call => ({ kind: 'file', file })),
    ...parts.map((part, n): Call => ({ kind: 'text', text: part, buttons: n === parts.length - 1 ? shown : [] })),
  ]
}

/** Accents put together, as Zalo counts them; NUL and half characters would make the request unreadable. */
const clean = (text: string): string => text.normalize('NFC').toWellFormed().replaceAll('\0', '').trim()

/** The words alone: a group takes no buttons, and `[@` would call its members. */
export const groupParts = (text: string, max: number): readonly string[] =>
  splitText(clean(text).replaceAll('[@', '[ @'), max)
