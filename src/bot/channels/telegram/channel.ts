import { Api } from 'grammy'
import type { FastifyPluginAsync } from 'fastify'
import type { Channel } from '../../channel.ts'
import { caps, pace } from './caps.ts'
import { gate } from './gate.ts'
import { type Menu, showMenus } from './menus.ts'
import { ALLOWED_UPDATES, poll } from './poll.ts'
import { toChannelError } from './problem.ts'
import { type ReadFile, remover, sender } from './send.ts'
import { toApiSignal } from './signal.ts'
import { type Log, taker, type TakeOptions } from './take.ts'
import { watch } from './watch.ts'
import { webhookRoutes } from './webhook.ts'

export interface TelegramOptions extends Pick<TakeOptions, 'saveFile' | 'receive' | 'log' | 'allowedGroups'> {
  readonly token: string
  readonly apiRoot?: string
  /** The name of the instance, where there are several. */
  readonly name?: string
  readonly menus?: readonly Menu[]
  readonly readFile: ReadFile
  /** Telegram calls us there; absent: we poll. */
  readonly webhook?: Webhook
  readonly now?: () => Date
  /** The name of the bot, once Telegram has told it. */
  readonly named?: (username: string) => Promise<void>
  /** See PollOptions and WatchOptions; for tests. */
  readonly pauseMs?: number
  readonly watchMs?: number
}

export interface Webhook {
  /** The whole address. */
  readonly url: string
  /** Its last part. */
  readonly path: string
  readonly secret: string
}

export interface TelegramChannel {
  readonly channel: Channel
  /** None where we poll. */
  readonly routes: readonly FastifyPluginAsync[]
  /** Begins to take in and returns at once: with Telegram out of reach everything else must start all the same. */
  start(): Promise<void>
  /** Resolves when what was being received is kept or given back. */
  stop(): Promise<void>
}

/** Also bounds a poll, so longer than one. */
const TIMEOUT_SECONDS = 60

export function telegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot = 'https://api.telegram.org', name = 'telegram', menus = [], pauseMs = 1_000 } = options
  const { log, webhook, watchMs, now = () => new Date() } = options
  const api = new Api(token, { apiRoot, timeoutSeconds: TIMEOUT_SECONDS })
  api.config.use(gate(() => now().getTime()))
  const incoming = taker({ ...options, api, apiRoot, name })
  const stopped = new AbortController()
  let running: Promise<unknown> | undefined

  const setWebhook = async (): Promise<unknown> =>
    webhook === undefined
      ? await api.deleteWebhook({}, toApiSignal(stopped.signal))
      : await api.setWebhook(
          webhook.url,
          { secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES },
          toApiSignal(stopped.signal),
        )

  return {
    channel: { name, caps, pace, mode: 'push', send: sender(api, options.readFile), takeDown: remover(api) },
    routes:
      webhook === undefined
        ? []
        : [
            webhookRoutes({
              ...webhook,
              take: (update) => incoming.take(incoming.parse(update), 0),
              warn: (event) => log.warn({}, event),
            }),
          ],
    start: async () => {
      running ??= Promise.all([
        webhook === undefined ? poll({ api, taker: incoming, log, pauseMs }, stopped.signal) : undefined,
        watch(
          {
            api,
            log,
            mend: setWebhook,
            ...(webhook === undefined ? {} : { url: webhook.url }),
            ...(watchMs === undefined ? {} : { everyMs: watchMs }),
          },
          stopped.signal,
        ),
        introduce(api, options, stopped.signal),
        showMenus(api, menus, log, stopped.signal),
      ])
    },
    stop: async () => {
      stopped.abort()
      await running
    },
  }
}

async function introduce(
  api: Api,
  { named, log }: { named?: TelegramOptions['named']; log: Log },
  stopped: AbortSignal,
) {
  if (named === undefined) return
  try {
    await named((await api.getMe(toApiSignal(stopped))).username)
  } catch (error) {
    if (!stopped.aborted) log.warn({ problem: toChannelError(error).message }, 'telegram name not known')
  }
}
