import { createHmac } from 'node:crypto'

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ids of one turn: random to everybody else, the same ones when the turn is run again. 20 letters, 100 bits. */
export function turnIds(
  key: Buffer,
  seed: string,
): { readonly newId: () => string; readonly newSecret: () => Uint8Array } {
  let count = 0
  const next = (): Buffer => createHmac('sha256', key).update(`${seed}:${count++}`).digest()
  return {
    newId: () => Array.from(next().subarray(0, 20), (byte) => LETTERS[byte & 31]).join(''),
    newSecret: () => Uint8Array.from(next().subarray(0, 10)),
  }
}
