import type { Caps, OutButton } from '../channel.ts'
import { isVisible } from './split.ts'

/** What is said, and the buttons under it. */
export interface Laid {
  readonly text: string
  readonly buttons: readonly OutButton[]
}

/**
 * More choices than buttons, or a label too long for one, and all of them stand in the text as a numbered list: every choice can
 * also be typed. `clean`: what the channel takes of a text.
 */
export function layChoices(out: Laid, { buttonsMax, labelMax }: Caps, clean: (text: string) => string): Laid {
  const text = clean(out.text)
  const all = out.buttons.map((one) => ({ ...one, label: visible(clean(one.label)) }))
  const fit = all.length <= buttonsMax && all.every(({ label }) => label.length <= labelMax)
  // The last of many is the way out: back, later, exit.
  const shown = all.length > buttonsMax ? [...all.slice(0, buttonsMax - 1), ...all.slice(-1)] : all
  return {
    text: fit ? text : [text, listOf(all)].filter(Boolean).join('\n\n'),
    buttons: shown.map((one) => ({ ...one, label: cutLabel(one.label, labelMax) })),
  }
}

const visible = (label: string): string => (isVisible(label) ? label : '…')

/** Numbered as the flow counts what is typed: over all messages of the turn, which the token of a choice tells. */
function listOf(buttons: readonly OutButton[]): string {
  const first = Math.max(0, ...buttons.map(({ token }, n) => indexIn(token) - n))
  return buttons.map(({ label }, n) => `${first + n + 1}. ${label}`).join('\n')
}

function indexIn(token: string): number {
  const [nonce, index = ''] = token.split('.')
  return nonce === 'a' || nonce === '-' ? 0 : Number.parseInt(index, 36) || 0
}

function cutLabel(label: string, max: number): string {
  if (label.length <= max) return label
  // The cut may halve a character; what is left of it goes too.
  const cut = label.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.trimEnd()}…`
}
