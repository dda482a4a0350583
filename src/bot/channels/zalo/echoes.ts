import { createHash } from 'node:crypto'

/**
 * Zalo sends back what the account said. Where the answer to a request was lost, its echo tells that it was done after all, so
 * that it is not said twice. In memory: an echo that another process hears, or that comes before a restart, helps nobody.
 */
export interface Echoes {
  /** A text is about to be sent. */
  expect(address: string, text: string): void
  /** It came back. */
  heard(address: string, text: string): void
  /** Did it come back since it was expected? */
  arrived(address: string, text: string): boolean
  forget(address: string, text: string): void
}

const MAX = 2_000

export function makeEchoes(): Echoes {
  const seen = new Map<string, boolean>()
  return {
    expect(address, text) {
      const key = keyOf(address, text)
      if (seen.has(key)) return
      seen.set(key, false)
      const [oldest] = seen.keys()
      if (seen.size > MAX && oldest !== undefined) seen.delete(oldest)
    },
    heard(address, text) {
      const key = keyOf(address, text)
      if (seen.has(key)) seen.set(key, true)
    },
    arrived: (address, text) => seen.get(keyOf(address, text)) === true,
    forget: (address, text) => void seen.delete(keyOf(address, text)),
  }
}

const keyOf = (address: string, text: string): string =>
  createHash('sha256')
    .update(`${address}\n${text.normalize('NFC')}`)
    .digest('base64')
