import { type Api, GrammyError } from 'grammy'
import type { Inbound } from '../../channel.ts'
import { DOWNLOAD_MAX } from './caps.ts'
import type { Attachment } from './parse.ts'
import { isTooBig, toChannelError } from './problem.ts'

export interface RawFile {
  readonly name: string
  /** As the sender's program says: to be checked against the bytes. */
  readonly mime: string
  readonly bytes: Uint8Array
}

export type FileInbound = Extract<Inbound, { readonly kind: 'file' | 'badFile' }>

export interface Source {
  readonly api: Api
  readonly apiRoot: string
}

const FETCH_MS = 30_000

/** Brings the bytes of a file, or says why it never will; throws where another try may help. */
export async function download(
  { api, apiRoot }: Source,
  { fileId, name, mime, size = 0 }: Attachment,
): Promise<RawFile | (FileInbound & { readonly kind: 'badFile' })> {
  if (size > DOWNLOAD_MAX) return { kind: 'badFile', why: 'tooBig' }
  try {
    const { file_path } = await api.getFile(fileId)
    if (file_path === undefined) return { kind: 'badFile', why: 'unreadable' }
    const bytes = await fetchBytes(`${apiRoot}/file/bot${api.token}/${file_path}`)
    return bytes === undefined ? { kind: 'badFile', why: 'tooBig' } : { name, mime, bytes }
  } catch (error) {
    if (isTooBig(error)) return { kind: 'badFile', why: 'tooBig' }
    if (error instanceof GrammyError && error.error_code === 400) return { kind: 'badFile', why: 'unreadable' }
    throw toChannelError(error)
  }
}

/** undefined: more bytes than Telegram promised. The error of a failed fetch names the address and so the token: it stays here. */
async function fetchBytes(url: string): Promise<Uint8Array | undefined> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) })
  if (!answer.ok || answer.body === null) throw new Error('telegram file')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.byteLength
    if (size > DOWNLOAD_MAX) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
