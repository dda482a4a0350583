import { z } from 'zod'
import { problemOf, ZaloError, type ZaloHost } from './error.ts'

export interface ZaloCall {
  readonly host: ZaloHost
  readonly url: string
  /** Absent: a GET. */
  readonly body?: string | FormData | URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

const envelope = z.looseObject({
  error: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^-?\d+$/)
        .transform(Number),
    ])
    .optional(),
})

/**
 * One request. Zalo tells of failures inside HTTP 200, so the body decides; whatever goes wrong becomes a ZaloError that holds
 * neither the request nor the answer.
 */
export async function call<T>(request: ZaloCall, answer: z.ZodType<T>): Promise<T> {
  const { host } = request
  const { status, text } = await exchange(request)
  const raw = parseJson(text)
  const read = envelope.safeParse(raw)
  const code = read.success ? (read.data.error ?? 0) : 0
  if (code !== 0) throw new ZaloError(host, problemOf(host, code), code)
  if (status === 429) throw new ZaloError(host, 'limited', status)
  if (status >= 500 || (status < 300 && !read.success)) throw new ZaloError(host, 'unknown', status)
  if (status >= 300) throw new ZaloError(host, 'bug', status)
  const wanted = answer.safeParse(raw)
  // It was done, in words that we do not know.
  if (!wanted.success) throw new ZaloError(host, 'unknown', status)
  return wanted.data
}

async function exchange({ host, url, body, headers, timeoutMs }: ZaloCall) {
  try {
    const response = await fetch(url, {
      headers,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      ...(body === undefined ? {} : { method: 'POST', body }),
    })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    throw new ZaloError(host, isUnreached(error) ? 'retry' : 'unknown')
  }
}

const failure = z.looseObject({ cause: z.looseObject({ code: z.string() }) })
/** No connection came about, so nothing was asked. */
const UNREACHED =
  /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT|CERT_|ERR_TLS|UNABLE_TO_|SELF_SIGNED)/

function isUnreached(error: unknown): boolean {
  const read = failure.safeParse(error)
  return read.success && UNREACHED.test(read.data.cause.code)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
