import type { FileId } from '../../../domain/ids.ts'
import type { Caps, Out, OutButton, SentRef } from '../../channel.ts'
import { CAPTION_MAX } from './caps.ts'
import { layChoices } from '../choices.ts'
import { splitText } from '../split.ts'

export interface Button {
  readonly text: string
  readonly callback_data: string
  readonly style?: 'success' | 'danger'
}

export interface Keyboard {
  readonly inline_keyboard: Button[][]
}

export interface TextOptions {
  readonly link_preview_options: { readonly is_disabled: true }
  readonly reply_markup?: Keyboard
  readonly protect_content?: true
}

export interface FileOptions {
  readonly caption?: string
  readonly reply_markup?: Keyboard
  readonly protect_content?: true
}

/** One request to the Bot API, but for the chat and the bytes of a file. Plain text always: nothing is ever parsed as markup. */
export type Call =
  | { readonly kind: 'text'; readonly text: string; readonly options: TextOptions }
  | {
      readonly kind: 'edit'
      readonly message: number
      readonly text: string
      readonly options: TextOptions
      /** The options to send it anew with, where the old message can no longer be changed. */
      readonly anew: TextOptions
    }
  | { readonly kind: 'file'; readonly file: FileId; readonly options: FileOptions }

/**
 * Files first, the words last with the buttons under them, and choices that are too many or too long as a list in the words; a
 * short text goes as caption of the last file. With `before.ref` a card of one message takes the place of the earlier one.
 */
export function render(out: Out, caps: Caps, before: SentRef): readonly Call[] {
  const { text, buttons } = layChoices(out, caps, clean)
  const keyboard = keyboardOf(buttons)
  const common = { ...(out.protect && { protect_content: true as const }) }
  const last = { ...common, ...(keyboard !== undefined && { reply_markup: keyboard }) }
  const split = splitText(text, caps.textMax)
  const parts = split.length === 0 && buttons.length > 0 && out.files.length === 0 ? ['…'] : split
  const [only] = parts

  const captioned = out.files.length > 0 && parts.length <= 1 && (only ?? '').length <= CAPTION_MAX
  if (captioned) {
    const caption = only === undefined ? {} : { caption: only }
    return out.files.map((file, n) => ({
      kind: 'file',
      file,
      options: n === out.files.length - 1 ? { ...last, ...caption } : common,
    }))
  }

  const quiet = { link_preview_options: { is_disabled: true as const } }
  const old = messageOf(before)
  if (out.card && old !== undefined && only !== undefined && parts.length === 1 && out.files.length === 0) {
    const options = keyboard === undefined ? quiet : { ...quiet, reply_markup: keyboard }
    return [{ kind: 'edit', message: old, text: only, options, anew: { ...quiet, ...last } }]
  }
  return [
    ...out.files.map((file): Call => ({ kind: 'file', file, options: common })),
    ...parts.map(
      (text, n): Call => ({
        kind: 'text',
        text,
        options: { ...quiet, ...(n === parts.length - 1 ? last : common) },
      }),
    ),
  ]
}

/** NUL and half characters would make the whole request unreadable. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '').trim()

function messageOf({ ref }: SentRef): number | undefined {
  const id = Number(ref)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}

/** Vietnamese is wide: two labels of up to 18 characters share a row on a 360-pixel phone. */
const HALF_ROW = 18

function keyboardOf(buttons: readonly OutButton[]): Keyboard | undefined {
  if (buttons.length === 0) return undefined
  const rows: Button[][] = []
  let open = false
  for (const button of buttons.map(toButton)) {
    const half = button.text.length <= HALF_ROW
    const row = rows.at(-1)
    if (open && half && row !== undefined) {
      row.push(button)
      open = false
      continue
    }
    rows.push([button])
    open = half
  }
  return { inline_keyboard: rows }
}

const STYLES = { go: 'success', danger: 'danger' } as const

function toButton({ token, label, style }: OutButton): Button {
  const button = { text: label, callback_data: token }
  return style === undefined ? button : { ...button, style: STYLES[style] }
}
