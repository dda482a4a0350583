import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { notFound } from '../../http/error.ts'
import { answerEmpty, breakOff, isSame, takeRawBytes, WEBHOOK_BODY_MAX } from '../../http/webhook.ts'
import { hasUnread, isAbout, type ZaloEvent, zaloEventSchema } from '../../zalo/event.ts'
import { isSigned } from '../../zalo/signature.ts'
import type { Intake } from './intake.ts'

export interface WebhookAccount {
  readonly appId: string
  readonly oaId: string
  /** Zalo shows it only after the address of the webhook is set: without it nothing is taken in. */
  readonly oaSecret?: string
  /** The last part of the address; one for all accounts of an app. */
  readonly path: string
  readonly intake: Pick<Intake, 'keep'>
}

export interface WebhookOptions {
  readonly accounts: readonly WebhookAccount[]
  /** The code of the domain proof: `/zalo_verifier<code>.html`. */
  readonly verifier?: string
  readonly now: () => Date
  readonly warn: (event: string) => void
}

const open = { config: { policy: 'public' } } as const

/** Where Zalo calls. Every answer is empty: a webhook's answer must never be a message. */
export function webhookRoutes(options: WebhookOptions): FastifyPluginAsync {
  return async (app) => {
    answerEmpty(app)
    takeRawBytes(app)
    app.get<{ Params: { readonly path: string } }>('/zalo/:path', open, async (request, reply) => {
      if (accountsAt(options, request.params.path).length === 0) throw notFound()
      return reply.code(200).send()
    })
    app.post<{ Params: { readonly path: string } }>(
      '/zalo/:path',
      { ...open, bodyLimit: WEBHOOK_BODY_MAX },
      (request, reply) => hear(options, request, reply),
    )
    if (options.verifier !== undefined) proveDomain(app, options.verifier)
  }
}

async function hear(
  options: WebhookOptions,
  request: FastifyRequest<{ Params: { readonly path: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const accounts = accountsAt(options, request.params.path)
  if (accounts.length === 0) throw notFound()
  const mac = request.headers['x-zevent-signature']
  // The console tries the address with something unsigned, or signed with a key that it has not shown yet.
  if (mac === undefined || accounts.every(({ oaSecret }) => oaSecret === undefined)) return await reply.code(200).send()
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const event = readEvent(body)
  const signers = event === undefined ? [] : accounts.filter((one) => isFrom(one, body, event.timestamp, mac))
  if (event === undefined || signers.length === 0) {
    options.warn('zalo.forged')
    return await reply.code(401).send()
  }
  if (isStale(event, request.headers['num_retry'], options.now())) {
    options.warn('zalo.stale')
    return await reply.code(403).send()
  }
  const about = signers.filter(({ oaId }) => isAbout(event, oaId))
  if (about.length === 0) {
    options.warn('zalo.otherAccount')
    return await reply.code(200).send()
  }
  if (hasUnread(event)) options.warn('zalo.partNotUnderstood')
  try {
    for (const { intake } of about) await intake.keep(event, body.toString('utf8'))
  } catch {
    // Neither database nor disk.
    options.warn('zalo.notKept')
    return breakOff(request, reply)
  }
  return await reply.code(200).send()
}

const isFrom = ({ appId, oaSecret }: WebhookAccount, body: Buffer, timestamp: string, mac: unknown): boolean =>
  oaSecret !== undefined && isSigned({ appId, secret: oaSecret }, body, timestamp, mac)

function readEvent(body: Buffer): ZaloEvent | undefined {
  try {
    return zaloEventSchema.safeParse(JSON.parse(body.toString('utf8'))).data
  } catch {
    return undefined
  }
}

/** Zalo tries again for less than two hours, and then says so in a header. */
const FRESH_MS = 2 * 3600_000
const RETRIED_MS = 24 * 3600_000
const AHEAD_MS = 10 * 60_000

function isStale({ timestamp }: ZaloEvent, retry: unknown, now: Date): boolean {
  const age = now.getTime() - Number(timestamp)
  const retried = typeof retry === 'string' && /^[1-9]\d?$/.test(retry)
  return age < -AHEAD_MS || age > (retried ? RETRIED_MS : FRESH_MS)
}

const accountsAt = ({ accounts }: WebhookOptions, path: string): readonly WebhookAccount[] =>
  accounts.filter((one) => isSame(one.path, path))

/** What Zalo looks for to know that the domain is ours. */
function proveDomain(app: FastifyInstance, code: string): void {
  const page = `<!DOCTYPE html><html lang="en"><head><meta property="zalo-platform-site-verification" content="${code}" /></head><body>There Is No Limit To What You Can Accomplish Using Zalo!</body></html>`
  app.get(`/zalo_verifier${code}.html`, open, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page),
  )
}
