import type { FileId } from '../../../domain/ids.ts'
import type { Caps, Out, OutButton } from '../../channel.ts'
import type { ZaloButton } from '../../zalo/message.ts'
import { toPayload } from './payload.ts'
import { splitText } from '../split.ts'

/** One request, but for the person and the bytes of a file. */
export type Call =
  | { readonly kind: 'text'; readonly text: string; readonly buttons: readonly ZaloButton[] }
  | { readonly kind: 'file'; readonly file: FileId }

/**
 * Files first, the words last with the buttons under them. More choices than buttons, or a label too long for one, and all of
 * them stand in the text as a numbered list: every choice can also be typed. No card takes the place of another: Zalo cannot edit.
 */
export function render(out: Out, caps: Caps): readonly Call[] {
  const labels = out.buttons.map(({ label }) => clean(label) || '…')
  const fit = labels.length <= caps.buttonsMax && labels.every((label) => label.length <= caps.labelMax)
  const text = fit ? clean(out.text) : [clean(out.text), listOf(out.buttons, labels)].filter(Boolean).join('\n\n')
  const buttons = out.buttons.map(
    ({ token }, n): ZaloButton => ({
      title: toTitle(labels[n] ?? '', caps.labelMax),
      type: 'oa.query.hide',
      payload: toPayload(token),
    }),
  )
  // The last of many is the way out: back, later, exit.
  const shown =
    buttons.length > caps.buttonsMax ? [...buttons.slice(0, caps.buttonsMax - 1), ...buttons.slice(-1)] : buttons
  const split = splitText(text, caps.textMax)
  const parts = split.length === 0 && (buttons.length > 0 || out.files.length === 0) ? ['…'] : split
  return [
    ...out.files.map((file): Call => ({ kind: 'file', file })),
    ...parts.map((part, n): Call => ({ kind: 'text', text: part, buttons: n === parts.length - 1 ? shown : [] })),
  ]
}

/** Accents put together, as Zalo counts them; NUL and half characters would make the request unreadable. */
const clean = (text: string): string => text.normalize('NFC').toWellFormed().replaceAll('\0', '').trim()

/** Numbered as the flow counts what is typed: over all messages of the turn, which the token of a choice tells. */
function listOf(buttons: readonly OutButton[], labels: readonly string[]): string {
  const first = Math.max(0, ...buttons.map(({ token }, n) => indexIn(token) - n))
  return labels.map((label, n) => `${first + n + 1}. ${label}`).join('\n')
}

function indexIn(token: string): number {
  const [nonce, index = ''] = token.split('.')
  return nonce === 'a' || nonce === '-' ? 0 : Number.parseInt(index, 36) || 0
}

function toTitle(label: string, max: number): string {
  if (label.length <= max) return label
  // The cut may halve a character; what is left of it goes too.
  const cut = label.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.trimEnd()}…`
}

/** The words alone: a group takes no buttons, and `[@` would call its members. */
export const groupParts = (text: string, max: number): readonly string[] =>
  splitText(clean(text).replaceAll('[@', '[ @'), max)
