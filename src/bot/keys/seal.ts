import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** What a sealed value belongs to: moved to another place it does not open. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly row: string
  readonly case?: string
}

export type Sealed = Uint8Array<ArrayBuffer>

const VERSION = 1
const IV = 12
const TAG = 16
const HEAD = 3

const aadOf = ({ table, column, row, case: owner = '' }: Place): Buffer =>
  Buffer.from(`v1|${table}|${column}|${row}|${owner}`)

/** AES-256-GCM: version, key id (2 bytes), nonce (12), text, tag (16). */
export function seal(key: Buffer, kid: number, place: Place, text: string | Uint8Array): Sealed {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG })
  cipher.setAAD(aadOf(place))
  const body = typeof text === 'string' ? cipher.update(text, 'utf8') : cipher.update(text)
  const last = cipher.final()
  return Uint8Array.from(
    Buffer.concat([Buffer.from([VERSION, kid >> 8, kid & 255]), iv, body, last, cipher.getAuthTag()]),
  )
}

export const keyIdOf = (sealed: Uint8Array): number => ((sealed[1] ?? 0) << 8) | (sealed[2] ?? 0)

/** Throws when the value was changed, moved, cut or sealed with another key; never says what was in it. */
export function openBytes(key: Buffer, place: Place, sealed: Uint8Array): Buffer {
  if (sealed[0] !== VERSION || sealed.length < HEAD + IV + TAG)
    throw new Error(`not a sealed value: ${place.table}.${place.column}`)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(HEAD, HEAD + IV), { authTagLength: TAG })
  decipher.setAAD(aadOf(place))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD + IV, sealed.length - TAG)), decipher.final()])
  } catch (error) {
    throw new Error(`a sealed value does not open: ${place.table}.${place.column}`, { cause: error })
  }
}

export const open = (key: Buffer, place: Place, sealed: Uint8Array): string =>
  openBytes(key, place, sealed).toString('utf8')

/** Seals and opens for one purpose of the key ring, whatever root a value was sealed with. */
export interface Sealer {
  seal(place: Place, text: string | Uint8Array): Sealed
  open(place: Place, sealed: Uint8Array): string
  openBytes(place: Place, sealed: Uint8Array): Buffer
}

export function sealerFor(
  ring: { derive(purpose: string, root?: number): Buffer; readonly rootId: number },
  purpose: string,
): Sealer {
  return {
    seal: (place, text) => seal(ring.derive(purpose), ring.rootId, place, text),
    open: (place, sealed) => open(ring.derive(purpose, keyIdOf(sealed)), place, sealed),
    openBytes: (place, sealed) => openBytes(ring.derive(purpose, keyIdOf(sealed)), place, sealed),
  }
}
