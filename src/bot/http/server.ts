import type { Socket } from 'node:net'
import Fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyReply } from 'fastify'
import { HttpError, type HttpProblem, notFound, problemBody } from './error.ts'
import { securityHeaders } from './headers.ts'
import { checkPolicy, obeyPolicy } from './policy.ts'
import { StartError } from '../start/startError.ts'

export interface HttpOptions {
  /** Each declares a policy for each of its routes. */
  readonly routes: readonly FastifyPluginAsync[]
  /** PUBLIC_URL is https: a proxy stands before us, and says who calls. */
  readonly secure: boolean
  /** Can an event be taken in right now? */
  readonly ready: () => Promise<boolean>
  /** Hears of every answer 5xx; `route` is the pattern, never the address that was asked for. */
  readonly failed: (route: string, error: unknown) => void
  /** For tests. */
  readonly graceMs?: number
}

/** What is being answered when the bot stops may take so long; the sender of anything longer sends it again. */
const GRACE_MS = 5_000

export async function buildHttp(options: HttpOptions): Promise<FastifyInstance> {
  const headers = securityHeaders(options.secure)
  const app = Fastify({
    logger: false,
    bodyLimit: 256 * 1024,
    // A photo over a slow line in the hills.
    requestTimeout: 5 * 60_000,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    trustProxy: options.secure ? ['loopback', 'uniquelocal'] : false,
    // Node answers a request without Host by itself, and without our headers.
    http: { requireHostHeader: false },
    clientErrorHandler: (error, socket) => answerBroken(socket, errorCode(error), headers),
    frameworkErrors: (_error, _request, reply) => {
      void answer(reply.headers(headers), broken)
    },
  })
  app.removeContentTypeParser('text/plain')
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    // A connection on which nothing is asked, as browsers open them in advance, would hold up the stop for as long as it likes.
    setTimeout(() => app.server.closeAllConnections(), options.graceMs ?? GRACE_MS).unref()
  })
  app.addHook('onRoute', function (route) {
    checkPolicy(this, route)
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (request.headers.host === undefined) throw new HttpError(broken)
    if (closing) throw new HttpError(stopping)
  })
  app.addHook('onRequest', obeyPolicy)
  app.setNotFoundHandler((_request, reply) => answer(reply, notFound().problem))
  app.setErrorHandler((error, request, reply) => {
    const problem = errorToProblem(error)
    if (problem.status >= 500 && problem !== stopping) options.failed(request.routeOptions.url ?? '', error)
    return answer(reply, problem)
  })
  app.server.on('checkExpectation', (_request, response) => {
    response.writeHead(417, { ...headers, 'content-length': '0' }).end()
  })
  app.get('/healthz', { config: { policy: 'public' } }, async () => ({ ok: true }))
  app.get('/readyz', { config: { policy: 'public' } }, async (_request, reply) => {
    const ready = await options.ready()
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  for (const routes of options.routes) await app.register(routes)
  await app.ready()
  return app
}

/** The port of the setting PORT; 0 is any that is free. */
export function parsePort(text: string | undefined): number {
  if (text === undefined || text === '') return 8080
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new StartError({
    vi: 'PORT phải là một số từ 0 đến 65535, ví dụ PORT=8080.',
    en: 'PORT must be a number from 0 to 65535, for example PORT=8080.',
  })
}

/** Listens, and says at which address. */
export async function listen(app: FastifyInstance, port: number, host: string): Promise<string> {
  try {
    return await app.listen({ port, host })
  } catch (error) {
    throw errorToStartError(error, port, host)
  }
}

function errorToStartError(error: unknown, port: number, host: string): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartError({
        vi: `Cổng ${port} đang có chương trình khác dùng. Tắt chương trình đó, hoặc chọn cổng khác: PORT=${port + 1}.`,
        en: `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1}.`,
        cause: error,
      })
    case 'EACCES':
      return new StartError({
        vi: `Không được phép mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên, ví dụ PORT=8080.`,
        en: `Port ${port} may not be opened by this user. Choose one from 1024 up, for example PORT=8080.`,
        cause: error,
      })
    case 'EADDRNOTAVAIL':
      return new StartError({
        vi: `Máy này không có địa chỉ ${host}.`,
        en: `This machine has no address ${host}.`,
        cause: error,
      })
    default:
      return error
  }
}

const broken: HttpProblem = { status: 400, code: 'badRequest', message: 'The request cannot be read.' }
const stopping: HttpProblem = { status: 503, code: 'stopping', message: 'Stopping; ask again.', retryAfterSeconds: 5 }
const internal: HttpProblem = { status: 500, code: 'internal', message: 'Something failed here; send it again.' }
const badJson: HttpProblem = { status: 400, code: 'badJson', message: 'The body is not JSON.' }
const tooBig: HttpProblem = { status: 413, code: 'tooBig', message: 'The body is too big.' }

/** Fastify's own sentences are not passed on: they quote what was sent. */
const problemByCode: Readonly<Record<string, HttpProblem>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: badJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: badJson,
  FST_ERR_CTP_BODY_TOO_LARGE: tooBig,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'badType', message: 'Content-Type must be application/json.' },
}

function errorToProblem(error: unknown): HttpProblem {
  if (error instanceof HttpError) return error.problem
  const known = problemByCode[errorCode(error)]
  if (known) return known
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? { ...broken, status } : internal
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

function answer(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds)
  return reply.code(problem.status).type('application/json; charset=utf-8').send(problemBody(problem))
}

/** What is not even HTTP never becomes a request, so it is answered on the socket. */
function answerBroken(socket: Socket, code: string, headers: Readonly<Record<string, string>>): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status =
    code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  const body = JSON.stringify(problemBody(broken))
  const all = { ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': `${body.length}` }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}connection: close\r\n\r\n${body}`)
}
