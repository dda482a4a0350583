import { ChannelError } from '../../channel.ts'
import type { GrantRow, ZaloGrant } from '../../store/zaloGrants.ts'
import { refreshPair, type TokenPair, type ZaloApp } from '../../zalo/oauth.ts'
import { ZaloError } from '../../zalo/error.ts'

export type Alarm = 'zalo.needsConsent' | 'zalo.refreshFails' | 'zalo.refreshTokenOld' | 'zalo.refreshUnsure'

export interface TokenOptions {
  readonly app: ZaloApp
  readonly row: GrantRow
  readonly now: () => Date
  readonly alarm: (alarm: Alarm) => void
  /** For tests. */
  readonly refresh?: (app: ZaloApp, token: string) => Promise<TokenPair>
}

export interface Tokens {
  /** A token to call with; refreshed first where it has run out. */
  access(): Promise<string>
  /** Zalo refused this one: a newer one, from whichever process has it. */
  renew(refused: string): Promise<string>
  /** Once a minute: refreshes in time, and calls for a person where one is needed. */
  tick(): Promise<void>
}

const HOUR = 3600_000
const SOON_MS = 60_000
const OLD_MS = 60 * 24 * HOUR
/** How long others wait for the process that refreshes. */
const WAIT_MS = 2_000
const NO_GRANT_MS = 60_000

/**
 * Single-use refresh tokens, by several processes (zalo.md §3). A use is marked in the store before the call; what the call
 * brings is stored before it is used; a lost answer allows one more try, and no more.
 */
export function zaloTokens({ app, row, now, alarm, refresh = refreshPair }: TokenOptions): Tokens {
  /** Brought by Zalo and not yet stored: the old one is spent, so this must not be lost. */
  let held: { readonly fingerprint: string; readonly pair: TokenPair; readonly at: Date } | undefined
  let running: Promise<string> | undefined

  return {
    async access() {
      const grant = await current()
      if (grant.accessUntil.getTime() > now().getTime() + SOON_MS) return grant.access
      return await once(grant)
    },
    async renew(refused) {
      const grant = await current()
      return grant.access === refused ? await once(grant) : grant.access
    },
    async tick() {
      if (held !== undefined) await settle()
      const grant = await row.read()
      if (grant === undefined) return alarm('zalo.needsConsent')
      const at = now().getTime()
      if (grant.state === 'needsConsent' || isSpent(grant)) return alarm('zalo.needsConsent')
      if (at - grant.issuedAt.getTime() > OLD_MS) alarm('zalo.refreshTokenOld')
      if (grant.failingSince !== undefined && at - grant.failingSince.getTime() > HOUR) alarm('zalo.refreshFails')
      if (at >= dueAt(grant) && !grant.leased) await once(grant).catch(ignoreLater)
    },
  }

  async function current(): Promise<ZaloGrant> {
    if (held !== undefined) await settle()
    const grant = await row.read()
    if (grant === undefined) throw noGrant()
    return grant
  }

  /** Many senders meet the same dead token: one of them refreshes. */
  function once(grant: ZaloGrant): Promise<string> {
    running ??= renewPair(grant).finally(() => {
      running = undefined
    })
    return running
  }

  async function renewPair(grant: ZaloGrant): Promise<string> {
    const { fingerprint } = grant
    const token = await row.claim(fingerprint, now())
    if (token === undefined) {
      const newer = await row.read()
      if (newer !== undefined && newer.fingerprint !== fingerprint) return newer.access
      if (newer !== undefined && newer.state !== 'needsConsent' && !isSpent(newer)) {
        throw new ChannelError('limited', 'zalo token is being refreshed', WAIT_MS)
      }
      if (newer?.state !== 'needsConsent') await row.refuse(fingerprint, 'spent', now())
      throw noGrant()
    }
    const pair = await spend(fingerprint, token)
    held = { fingerprint, pair, at: now() }
    await settle()
    return pair.access
  }

  async function spend(fingerprint: string, token: string): Promise<TokenPair> {
    try {
      return await refresh(app, token)
    } catch (error) {
      const problem = error instanceof ZaloError ? error.problem : 'unknown'
      switch (problem) {
        case 'retry':
        case 'limited':
          await row.release(fingerprint, now())
          throw new ChannelError('limited', 'zalo token not refreshed', NO_GRANT_MS)
        case 'unknown':
          alarm('zalo.refreshUnsure')
          await row.unsure(fingerprint, now())
          throw new ChannelError('limited', 'zalo token unsure', NO_GRANT_MS)
        case 'refresh':
        case 'expired':
        case 'gone':
        case 'window':
        case 'bug':
        case 'money':
        case 'configuration':
          await row.refuse(fingerprint, error instanceof Error ? error.message : 'refused', now())
          throw noGrant()
      }
    }
  }

  /** Only the storing is ever tried again, never the call. */
  async function settle(): Promise<void> {
    if (held === undefined) return
    const { fingerprint, pair, at } = held
    try {
      await row.keep(fingerprint, pair, at)
      held = undefined
    } catch {
      throw new ChannelError('limited', 'zalo token not stored', WAIT_MS)
    }
  }

  function noGrant(): ChannelError {
    alarm('zalo.needsConsent')
    // Every request will fail until someone consents, and none of them is lost.
    return new ChannelError('limited', 'zalo needs consent', NO_GRANT_MS)
  }
}

/** At 20 hours of 25; in the same measure should Zalo give shorter ones. */
function dueAt({ issuedAt, accessUntil }: ZaloGrant): number {
  const lifetime = accessUntil.getTime() - issuedAt.getTime()
  return issuedAt.getTime() + Math.min(20 * HOUR, lifetime * 0.8)
}

/** Used twice, and whoever used it is silent. */
const isSpent = ({ state, tries, leased }: ZaloGrant): boolean => state !== 'ok' && tries >= 2 && !leased

/** Told to whoever sends; the next minute tries again. */
const ignoreLater = (error: unknown): void => {
  if (!(error instanceof ChannelError)) throw error
}
