import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { doFault } from './api.ts'
import { issuePair, newSecret, takeFault, type World } from './world.ts'

const asked = z.object({
  app_id: z.string(),
  redirect_uri: z.url(),
  code_challenge: z.string().length(43),
  state: z.string(),
})
const fields = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    app_id: z.string(),
    code: z.string(),
    code_verifier: z.string(),
  }),
  z.object({ grant_type: z.literal('refresh_token'), app_id: z.string(), refresh_token: z.string() }),
])

const CODE_MS = 10 * 60_000
const REFRESH_MS = 90 * 24 * 3600_000

/** oauth.zaloapp.com: the consent page, codes and refresh tokens of one use. */
export function oauthRoutes(app: FastifyInstance, world: World): void {
  const { appId, appSecret, oaId, now } = world.options

  app.get('/v4/oa/permission', async (request, reply) => {
    const read = asked.safeParse(request.query)
    if (!read.success || read.data.app_id !== appId) return await reply.code(400).send('wrong app or fields')
    const code = newSecret()
    world.codes.set(code, { challenge: read.data.code_challenge, at: now() })
    const back = new URL(read.data.redirect_uri)
    for (const [name, value] of Object.entries({ code, oa_id: oaId, state: read.data.state }))
      back.searchParams.set(name, value)
    const link = back.href.replaceAll('&', '&amp;')
    const page = `<!DOCTYPE html><meta charset="utf-8"><h1>Mô phỏng: trang đồng ý của Zalo</h1><p><a href="${link}">Đồng ý</a></p>`
    return await reply.type('text/html; charset=utf-8').send(page)
  })

  app.post('/v4/oa/access_token', async (request, reply) => {
    const fault = takeFault(world, '/v4/oa/access_token')
    if (fault !== undefined && fault !== 'lostAfter') return await doFault(reply, fault)
    const answer = grant(request.headers['secret_key'], request.body)
    return fault === 'lostAfter' ? await doFault(reply, 'lost') : answer
  })

  function grant(secret: unknown, body: unknown) {
    const read = fields.safeParse(body)
    if (!read.success || read.data.app_id !== appId) return refusal(-14_001, 'Invalid parameter')
    if (secret !== appSecret) return refusal(-14_004, 'Invalid secret key')
    if (read.data.grant_type === 'refresh_token') return refresh(read.data.refresh_token)
    const code = world.codes.get(read.data.code)
    world.codes.delete(read.data.code)
    const challenge = createHash('sha256').update(read.data.code_verifier).digest('base64url')
    if (code === undefined || now() - code.at > CODE_MS) return refusal(-14_005, 'Invalid authorization code')
    if (code.challenge !== challenge) return refusal(-14_003, 'Invalid code verifier')
    return pairAnswer()
  }

  function refresh(token: string) {
    const pair = world.pairs.find((one) => one.refresh === token)
    if (pair === undefined) return refusal(-14_014, 'Invalid refresh token')
    pair.uses++
    if (pair.uses > 1 || now() - pair.issuedAt > REFRESH_MS) return refusal(-14_014, 'Invalid refresh token')
    return pairAnswer()
  }

  function pairAnswer() {
    const pair = issuePair(world)
    return { access_token: pair.access, refresh_token: pair.refresh, expires_in: String(world.options.accessSeconds) }
  }
}

/** Errors come with HTTP 200 here too. The code of a spent refresh token is not known: this one is made up. */
const refusal = (error: number, name: string) => ({ error, error_name: name, error_reason: name })
