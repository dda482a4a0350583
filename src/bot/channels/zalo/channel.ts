import path from 'node:path'
import type { FileId } from '../../../domain/ids.ts'
import type { Channel } from '../../channel.ts'
import { type Alarm, hourly } from '../../alarm.ts'
import type { Sealer } from '../../keys/seal.ts'
import { type ZaloClient, zaloClient } from '../../zalo/client.ts'
import { ZaloError } from '../../zalo/error.ts'
import { accountPace, caps } from './caps.ts'
import { makeEchoes } from './echoes.ts'
import { type Intake, intake, type IntakePorts } from './intake.ts'
import type { StoredFile } from './outFile.ts'
import { pace } from './pace.ts'
import { sender } from './send.ts'
import { openSpool } from './spool.ts'
import { type Tokens, zaloTokens } from './tokens.ts'
import type { GrantRow } from '../../store/zaloGrants.ts'

/** One Official Account; several may run side by side, each under its own name. */
export interface ZaloAccount {
  readonly name: string
  readonly appId: string
  readonly appSecret: string
  readonly oaId: string
  readonly oaSecret?: string
}

export interface ZaloRoots {
  readonly api?: string
  readonly business?: string
  readonly oauth?: string
}

export interface ZaloOptions extends Omit<IntakePorts, 'warn'> {
  readonly account: ZaloAccount
  readonly roots: ZaloRoots
  /** See ZaloClientOptions. */
  readonly templateType?: string
  readonly dataDir: string
  readonly row: GrantRow
  readonly sealer: Pick<Sealer, 'seal' | 'open'>
  readonly readFile: (id: FileId) => Promise<StoredFile | undefined>
  readonly fileNotSent: (id: FileId, name: string) => Promise<string>
  readonly groups?: ReadonlyMap<string, string>
  readonly template?: string
  readonly now: () => Date
  /** `code` is Zalo's, never words. */
  readonly warn: (event: string, code?: string) => void
  /** A person must do something. */
  readonly alarm: Alarm
  readonly budgetMs?: number
  readonly pauseMs?: number
}

export interface ZaloChannel {
  readonly channel: Channel
  readonly account: ZaloAccount
  readonly intake: Intake
  readonly tokens: Tokens
  start(): void
  stop(): Promise<void>
}

const TICK_MS = 60_000
/** Ticks of a minute. */
const CHECK_EVERY = 60

export function zaloChannel(options: ZaloOptions): ZaloChannel {
  const { account, roots, now } = options
  const { name, oaId } = account
  const echoes = makeEchoes()
  const alarm = hourly(options.alarm, now)
  const tokens = zaloTokens({
    app: { ...account, ...(roots.oauth === undefined ? {} : { oauthRoot: roots.oauth }) },
    row: options.row,
    now,
    alarm,
  })
  const client = zaloClient({
    ...(roots.api === undefined ? {} : { apiRoot: roots.api }),
    ...(roots.business === undefined ? {} : { businessRoot: roots.business }),
    ...(options.templateType === undefined ? {} : { templateType: options.templateType }),
  })
  const spool = openSpool({ dir: path.join(options.dataDir, 'zalo-spool', name), sealer: options.sealer, now })
  const incoming = intake({
    ...options,
    account: { channel: name, oaId },
    spool,
    echoes,
    ...(roots.api === undefined ? {} : { trusted: new URL(roots.api).origin }),
  })
  const saying = sender({
    ...options,
    client,
    tokens,
    echoes,
    pace: pace(now),
    alarm: (code) => alarm('zalo.refused', code),
  })
  const look = (): void => {
    void tokens.tick().catch(() => options.warn('zalo.tokensNotLooked'))
    if (ticks++ % CHECK_EVERY === 0) void checkAccount(client, tokens, oaId, alarm)
  }
  let ticks = 0
  let timer: NodeJS.Timeout | undefined

  return {
    channel: { name, caps, pace: accountPace, mode: 'push', ...saying },
    account,
    intake: incoming,
    tokens,
    start: () => {
      incoming.start()
      look()
      timer = setInterval(look, TICK_MS)
      timer.unref()
    },
    stop: async () => {
      clearInterval(timer)
      await incoming.stop()
    },
  }
}

/** Once an hour: does the grant still work, and is it that of the account we think we are? */
export async function checkAccount(
  client: Pick<ZaloClient, 'getOa'>,
  tokens: Pick<Tokens, 'access'>,
  oaId: string,
  alarm: (event: string, code?: string) => void,
): Promise<void> {
  try {
    const oa = await client.getOa(await tokens.access())
    if (oa.id !== oaId) alarm('zalo.otherAccountGranted')
  } catch (error) {
    // A grant that is missing has its own alarm.
    if (error instanceof ZaloError) alarm('zalo.accountNotWell', error.message)
  }
}
