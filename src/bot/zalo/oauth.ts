import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { call } from './call.ts'

export interface ZaloApp {
  readonly appId: string
  readonly appSecret: string
  readonly oauthRoot?: string
}

/** A refresh token is good for one use, and that use ends the access token beside it. */
export interface TokenPair {
  readonly access: string
  readonly refresh: string
  readonly expiresInSeconds: number
}

export interface Pkce {
  readonly verifier: string
  readonly challenge: string
}

export function makePkce(verifier = randomBytes(32).toString('base64url')): Pkce {
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

const usualRoot = 'https://oauth.zaloapp.com'
/** Longer than for other calls: a lost answer costs the grant. */
const TIMEOUT_MS = 20_000

/** Where an administrator of the account says yes. */
export function consentUrl(
  { appId, oauthRoot = usualRoot }: Pick<ZaloApp, 'appId' | 'oauthRoot'>,
  asked: { readonly redirect: string; readonly challenge: string; readonly state: string },
): string {
  const query = new URLSearchParams({
    app_id: appId,
    redirect_uri: asked.redirect,
    code_challenge: asked.challenge,
    state: asked.state,
  })
  return `${oauthRoot}/v4/oa/permission?${query.toString()}`
}

/** The code of the callback, for the first pair; it lives for 10 minutes and one use. */
export const exchangeCode = (app: ZaloApp, code: string, verifier: string): Promise<TokenPair> =>
  ask(app, { code, app_id: app.appId, grant_type: 'authorization_code', code_verifier: verifier })

/** Spends the refresh token. Never call it twice with the same one, unless the answer of the first was lost. */
export const refreshPair = (app: ZaloApp, refresh: string): Promise<TokenPair> =>
  ask(app, { refresh_token: refresh, app_id: app.appId, grant_type: 'refresh_token' })

/** `expires_in` comes as a string. */
const pair = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
})

async function ask(app: ZaloApp, fields: Readonly<Record<string, string>>): Promise<TokenPair> {
  const { access_token, refresh_token, expires_in } = await call(
    {
      host: 'oauth',
      url: `${app.oauthRoot ?? usualRoot}/v4/oa/access_token`,
      body: new URLSearchParams(fields),
      headers: { secret_key: app.appSecret },
      timeoutMs: TIMEOUT_MS,
    },
    pair,
  )
  return { access: access_token, refresh: refresh_token, expiresInSeconds: expires_in }
}
