/**
 * Folding of Vietnamese text: what a person typed, made comparable.
 *
 * Three strengths. `tidy` keeps every visible letter; `fold` drops accents; `canonical` keeps letters and digits only.
 */

const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]|\uDB40[\uDC00-\uDFFF]/g
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g
const MARKS = /[\u0300-\u036F]/g

/** User text at the edge: well formed, NFC, no NUL or other control characters except newline and tab. */
export function cleanText(raw: string): string {
  return raw.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(CONTROL, '')
}

/** Without invisible characters, with single spaces, trimmed; accents and case are kept. */
export function tidy(text: string): string {
  return cleanText(text).replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** Lower case without accents, đ → d; spaces and punctuation are kept. */
export function fold(text: string): string {
  return tidy(text).toLowerCase().normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd').normalize('NFC')
}

/** Letters and digits of the folded text only: for comparing a whole message with a word (security.md §2.7). */
export function canonical(text: string): string {
  return fold(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '')
}

/** Letter by letter lower case without accents, full-width forms made plain: places in it are places in the text. */
export const foldInPlace = (text: string): string =>
  text.replace(/[^\n\x20-\x40\x5B-\x7E]/g, (one) => {
    const plain = one.toLowerCase().normalize('NFKD').replace(MARKS, '').replace('đ', 'd')
    return plain.length === 1 ? plain : one
  })
