import { createServer, type IncomingMessage, Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { type Body, readBody, readField } from './telegramBody.ts'
import { callMethod, type Inner, Refusal } from './telegramMethods.ts'
import { telegramCheck } from './telegramSchema.ts'
import type { Limits } from './telegramLimits.ts'
import { forgetOld, waitUntil, type World } from './telegramWorld.ts'

/** What shall go wrong with one request. */
export type Fault =
  | { readonly kind: 'refuse'; readonly code: number; readonly description: string; readonly retryAfter?: number }
  /** It is done, and nobody is told. */
  | { readonly kind: 'loseAnswer' }
  /** It is not done, and nobody is told. */
  | { readonly kind: 'drop' }

export interface Asked {
  readonly method: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Why it broke Telegram's rules. */
  readonly broken?: string
}

export interface Front {
  readonly url: string
  readonly asked: readonly Asked[]
  /** The next request for this method meets the fault; several wait in line. */
  fail(method: string, fault: Fault): void
  stop(): Promise<void>
}

/** The server the bot speaks to: checks, breaks on demand, and hands on to `inner`. */
export async function startFront(world: World, token: string, inner: Inner, limits?: Limits): Promise<Front> {
  const check = telegramCheck()
  const asked: Asked[] = []
  const faults = new Map<string, Fault[]>()
  const ending = new AbortController()
  let poll = new AbortController()

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => refuse(response, error))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    asked,
    fail: (method, fault) => faults.set(method, [...(faults.get(method) ?? []), fault]),
    stop: () =>
      new Promise((resolve) => {
        ending.abort()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = request.url?.split(`/file/bot${token}/files/`)[1]
    if (file !== undefined) {
      const fault = faults.get('file')?.shift()
      if (fault !== undefined) return void response.destroy()
      return void response.end(world.files.get(file)?.bytes)
    }
    const address = new URL(request.url ?? '/', 'http://127.0.0.1')
    const method = address.pathname.split(`/bot${token}/`)[1]
    if (method === undefined) throw new Refusal(401, 'Unauthorized')
    const sent = await readBody(request)
    // Some clients name the method again among its parameters, and Telegram passes over it.
    const { method: again, ...payload } = { ...paramsIn(address), ...sent.payload }
    const body = { ...sent, payload: again === undefined || again === method ? payload : { ...payload, method: again } }
    const broken = check(method, body.payload)
    asked.push({ method, payload: body.payload, ...(broken !== undefined && { broken }) })
    world.emit('change')
    if (broken !== undefined) throw new Refusal(400, `Bad Request: against the schema: ${broken}`)

    const retryAfter = limits?.refuse(method, body.payload['chat_id'])
    if (retryAfter !== undefined) throw new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, retryAfter)
    const fault = faults.get(method)?.shift()
    if (fault?.kind === 'drop') return void response.destroy()
    if (fault?.kind === 'refuse') throw new Refusal(fault.code, fault.description, fault.retryAfter)
    const result =
      method === 'getUpdates' ? await getUpdates(body, response) : await callMethod(world, inner, method, body)
    if (fault?.kind === 'loseAnswer') return void response.destroy()
    write(response, 200, { ok: true, result })
  }

  /** telegram-test-api answers at once and delivers at most once; Telegram waits, and delivers until confirmed. */
  async function getUpdates({ payload }: Body, response: ServerResponse): Promise<unknown> {
    if (world.webhook.url !== '') {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    }
    const { offset, limit, timeout } = wanted.parse(payload)
    poll.abort()
    poll = new AbortController()
    const mine = poll
    response.on('close', () => mine.abort())
    world.updates = world.updates.filter(({ update_id }) => update_id >= offset)
    forgetOld(world)
    world.emit('change')
    const found = (): typeof world.updates | undefined =>
      world.updates.length > 0 ? world.updates.slice(0, limit) : undefined
    const until = AbortSignal.any([mine.signal, ending.signal, AbortSignal.timeout(Math.min(timeout, 50) * 1000)])
    const updates = found() ?? (timeout > 0 ? await waitUntil(world, found, until).catch(() => []) : [])
    if (mine.signal.aborted && !response.closed) {
      throw new Refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      )
    }
    return updates
  }
}

/** Parameters may stand in the address as well. */
const paramsIn = ({ searchParams }: URL): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...searchParams].map(([name, value]) => [name, readField(name, value)]))

const wanted = z.object({
  offset: z.number().default(0),
  limit: z.number().default(100),
  timeout: z.number().default(0),
})

function refuse(response: ServerResponse, error: unknown): void {
  const { code, message, retryAfter } =
    error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: the stand: ${String(error)}`)
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }
  write(response, code, { ok: false, error_code: code, description: message, ...parameters })
}

function write(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

export function portOf(server: unknown): number {
  const address = z.instanceof(Server).parse(server).address()
  return z.object({ port: z.number() }).parse(address).port
}
