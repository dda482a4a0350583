import type { FastifyPluginAsync } from 'fastify'
import { notFound } from '../../http/error.ts'
import { answerEmpty, isSame, takeRawBytes, WEBHOOK_BODY_MAX } from '../../http/webhook.ts'

export interface WebhookOptions {
  /** The last part of the address. */
  readonly path: string
  /** What Telegram says in a header of each call. */
  readonly secret: string
  /** Resolves when the update is kept. */
  readonly take: (update: unknown) => Promise<void>
  readonly warn: (event: string) => void
}

const HEADER = 'x-telegram-bot-api-secret-token'

/** Where Telegram calls. It would do what it reads in an answer, so every answer is empty. */
export function webhookRoutes({ path, secret, take, warn }: WebhookOptions): FastifyPluginAsync {
  return async (app) => {
    answerEmpty(app)
    takeRawBytes(app)
    app.post<{ Params: { readonly path: string } }>(
      '/telegram/:path',
      { config: { policy: 'public' }, bodyLimit: WEBHOOK_BODY_MAX },
      async (request, reply) => {
        if (!isSame(request.params.path, path)) throw notFound()
        const said = request.headers[HEADER]
        if (typeof said !== 'string' || !isSame(said, secret)) {
          warn('telegram.forged')
          return await reply.code(401).send()
        }
        const update = readJson(request.body)
        if (update === undefined) return await reply.code(400).send()
        try {
          await take(update)
        } catch {
          // Telegram delivers it again, and what else she wrote behind it.
          warn('telegram.notKept')
          return await reply.code(503).send()
        }
        return await reply.code(200).send()
      },
    )
  }
}

function readJson(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return undefined
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
