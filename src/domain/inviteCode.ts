import { fold } from './words/fold.ts'

/** Ten characters of Crockford's base 32: 50 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** Random bytes made into a code, shown as 'ABCDE-FGHJK'. Takes 10 bytes. */
export function inviteCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes.slice(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length] ?? '0').join('')
  return asShown(letters)
}

/** With its dash, by which it is one even of letters alone. */
export const asShown = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

const TYPED = /^(?:MA(?: MOI)?[ :]+)?([0-9A-Z]{5})([ -]?)([0-9A-Z]{5})$/

/**
 * A code in what was typed, in its one canonical form; O, I and L are read as the digits they look like. Without its dash it must
 * hold a digit and a letter, so that ordinary words and telephone numbers are never taken for one.
 */
export function readInviteCode(said: string): string | undefined {
  const [, left = '', dash = '', right = ''] = TYPED.exec(fold(said).toUpperCase()) ?? []
  const typed = left + right
  if (typed === '' || (dash !== '-' && !(/\d/.test(typed) && /[A-Z]/.test(typed)))) return undefined
  const letters = typed.replaceAll('O', '0').replaceAll('I', '1').replaceAll('L', '1')
  return [...letters].every((one) => ALPHABET.includes(one)) ? letters : undefined
}

const STANDING = /(?<![\p{L}\p{N}])([0-9A-Za-z]{5})([ -]?)([0-9A-Za-z]{5})(?![\p{L}\p{N}])/gu

/** Words without the codes that stand in them; the same whether or not a code opens anything. Telephone numbers and words stay. */
export const withoutCodes = (said: string): string =>
  said.replaceAll(STANDING, (typed: string, left: string, dash: string, right: string) =>
    readInviteCode(typed) !== undefined && hasLetters(left, right, dash) ? '•••' : typed,
  )

/** The code in what was typed: alone, or where it stands in a sentence («mã em là …»). */
export function codeIn(said: string): string | undefined {
  const alone = readInviteCode(said)
  if (alone !== undefined) return alone
  const found = [...said.matchAll(STANDING)].find(([typed, left = '', dash = '', right = '']) =>
    isSure(typed, left, dash, right),
  )
  return found === undefined ? undefined : readInviteCode(found[0])
}

/** Two words of five letters with a time among them («12h30 chieu») are none. */
const isSure = (typed: string, left: string, dash: string, right: string): boolean =>
  readInviteCode(typed) !== undefined &&
  hasLetters(left, right, dash) &&
  (dash !== ' ' || (/\d/.test(left) && /\d/.test(right)))

const hasLetters = (left: string, right: string, dash: string): boolean =>
  dash === '-' ? /[a-z]/i.test(left + right) : /[a-z]/i.test(left) && /[a-z]/i.test(right)

/** Is there nothing but codes in it? Digits alone are a telephone number. */
export function isCodeAlone(said: string): boolean {
  const rest = withoutCodes(said)
  return (readInviteCode(said) !== undefined && /[a-z]/i.test(said)) || (rest !== said && !/[\p{L}\p{N}]/u.test(rest))
}
