import { fold } from './words/fold.ts'

/** Ten characters of Crockford's base 32: 50 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** Random bytes made into a code, shown as 'ABCDE-FGHJK'. Takes 10 bytes. */
export function inviteCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes.slice(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length] ?? '0').join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

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
