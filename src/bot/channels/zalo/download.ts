import type { Attachment } from './parse.ts'

export interface RawFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type Fetched = RawFile | { readonly kind: 'badFile'; readonly why: 'tooBig' | 'unreadable' }

const FETCH_MS = 30_000
const BYTES_MAX = 10 * 1024 * 1024
const UNREADABLE = { kind: 'badFile', why: 'unreadable' } as const

/**
 * Brings a picture or a paper from Zalo's own hosts and from nowhere else: the address stands in a webhook, and must not make us
 * ask a machine of our own network. `trusted`: the origin of the simulator. Throws where another try may help.
 */
export async function download({ url, name }: Attachment, trusted: string | undefined): Promise<Fetched> {
  if (!isZalos(url, trusted)) return UNREADABLE
  const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS), redirect: 'error' })
  if (answer.status >= 500) throw new Error('zalo file')
  if (!answer.ok || answer.body === null) return UNREADABLE
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.byteLength
    if (size > BYTES_MAX) return { kind: 'badFile', why: 'tooBig' }
    chunks.push(chunk)
  }
  return { name, bytes: Buffer.concat(chunks) }
}

const HOST = /(?:^|\.)(?:zdn\.vn|zadn\.vn)$/

export function isZalos(url: string, trusted: string | undefined): boolean {
  const address = URL.parse(url)
  if (address === null || address.username !== '' || address.password !== '') return false
  if (trusted !== undefined && address.origin === trusted) return true
  return address.protocol === 'https:' && address.port === '' && HOST.test(address.hostname)
}
