import type { WebMessage } from '../ports.ts'
import { parseJson, readCode, readMessage } from './read.ts'

/** noSession: the token is of no use any more. refused: never send this again. later: the line or the server is away. */
export type Reply =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'noSession' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'later'; readonly afterMs: number }

const away: Reply = { kind: 'later', afterMs: 0 }

/** `cookie`: the one call that may bring a person of the Union back into her conversation. */
export async function post(path: string, body: object, token?: string, cookie = false): Promise<Reply> {
  const headers = { 'content-type': 'application/json', ...authorization(token) }
  const credentials = cookie ? 'same-origin' : 'omit'
  return call(path, { method: 'POST', headers, body: JSON.stringify(body), credentials })
}

export const get = (path: string): Promise<Reply> => call(path, {})

export async function fetchFile(id: string, token: string): Promise<Blob | undefined> {
  try {
    const answer = await fetch(`/chat/files/${encodeURIComponent(id)}`, { ...quiet, headers: authorization(token) })
    return answer.ok ? await answer.blob() : undefined
  } catch {
    return undefined
  }
}

export interface Upload {
  readonly id: string
  readonly file: File
  /** The same for files that were chosen at once: the bot answers them once. */
  readonly set?: string
  readonly token: string
  /** From 0 to 1. */
  readonly progress: (part: number) => void
}

/** XMLHttpRequest, because fetch does not say how much has gone. */
export function upload({ id, file, set, token, progress }: Upload): Promise<Reply> {
  const form = new FormData()
  form.set('id', id)
  if (set !== undefined) form.set('set', set)
  form.set('file', file)
  const request = new XMLHttpRequest()
  request.open('POST', '/chat/files')
  request.setRequestHeader('authorization', `Bearer ${token}`)
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
  return new Promise((resolve) => {
    request.addEventListener('load', () =>
      resolve(toReply(request.status, request.responseText, request.getResponseHeader('retry-after'))),
    )
    request.addEventListener('error', () => resolve(away))
    request.addEventListener('abort', () => resolve(away))
    request.send(form)
  })
}

export interface Listener {
  readonly token: string
  readonly opened: () => void
  readonly message: (message: WebMessage) => void
  readonly signal: AbortSignal
}

/** Resolves when the stream is over, with the reason. */
export async function listen({ token, opened, message, signal }: Listener): Promise<'noSession' | 'lost'> {
  // AbortSignal.any and .timeout are too new for the phones that come here.
  const both = new AbortController()
  const abort = () => both.abort()
  signal.addEventListener('abort', abort)
  let timer = 0
  const heard = () => {
    clearTimeout(timer)
    timer = setTimeout(abort, silenceMs)
  }
  heard()
  try {
    const headers = authorization(token)
    const answer = await fetch('/chat/stream', { ...quiet, headers, signal: both.signal })
    if (answer.status === 401) return 'noSession'
    if (!answer.ok || answer.body === null) return 'lost'
    opened()
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return 'lost'
      heard()
      const events = (rest + value).split('\n\n')
      rest = events.pop() ?? ''
      for (const found of events.map(eventToMessage)) if (found !== undefined) message(found)
    }
  } catch {
    return 'lost'
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
    abort()
  }
}

/** The server speaks every 20 s; a line that died in silence is noticed so. */
const silenceMs = 50_000
const callMs = 20_000
const quiet = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const

async function call(path: string, init: RequestInit): Promise<Reply> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), callMs)
  try {
    const answer = await fetch(path, { ...quiet, ...init, signal: late.signal })
    return toReply(answer.status, await answer.text(), answer.headers.get('retry-after'))
  } catch {
    return away
  } finally {
    clearTimeout(timer)
  }
}

const authorization = (token: string | undefined): Readonly<Record<string, string>> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` }

function toReply(status: number, text: string, retryAfter: string | null): Reply {
  if (status >= 200 && status < 300) return { kind: 'ok', body: parseJson(text) }
  if (status === 401) return { kind: 'noSession' }
  const passes = status === 0 || status === 408 || status === 429 || status >= 500
  if (passes) return { kind: 'later', afterMs: Number(retryAfter ?? 0) * 1000 || 0 }
  return { kind: 'refused', code: readCode(parseJson(text)) }
}

function eventToMessage(event: string): WebMessage | undefined {
  const lines = event.split('\n')
  if (!lines.includes('event: message')) return undefined
  const data = lines.find((line) => line.startsWith('data: '))
  return data === undefined ? undefined : readMessage(parseJson(data.slice('data: '.length)))
}
