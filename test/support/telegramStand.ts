import { type Front, startFront } from './telegramFront.ts'
import { startInner } from './telegramInner.ts'
import { type TelegramUser, telegramUser } from './telegramUser.ts'
import { telegramLimits } from './telegramLimits.ts'
import { startWebhooks } from './telegramWebhook.ts'
import { newWorld, queue, type Update, waitUntil, type World } from './telegramWorld.ts'

export interface TelegramStand {
  /** For `apiRoot`. */
  readonly url: string
  readonly token: string
  user(id: number): TelegramUser
  readonly faults: Pick<Front, 'fail'>
  /** Every request of the bot but its polls. */
  asked(): Front['asked']
  /** The requests that broke Telegram's rules and were refused: at the end of a test there should be none. */
  broken(): Front['asked']
  /** An update as Telegram would write it, for what no user of ours does. */
  deliver(update: Update): void
  /** Whoever has the token can set one. */
  setWebhook(url: string): void
  /** Resolves when the bot has confirmed every update. */
  allConfirmed(): Promise<void>
  /** Resolves when `find` finds something, looking again after each change. */
  until<T>(find: (world: World) => T | undefined): Promise<T>
  /** What the webhook answered: status and body. */
  readonly answers: readonly (readonly [number, string])[]
  /** Calls that came although Telegram had asked for a pause. */
  early(): number
  stop(): Promise<void>
}

export interface StandOptions {
  readonly now?: () => number
  /** Telegram's limits are enforced. */
  readonly limited?: boolean
}

const TOKEN = '123456:TEST-secret'
/** A test that waits longer waits in vain. */
const PATIENCE_MS = 60_000

/** bot → front → telegram-test-api, on ports chosen by the system. */
export async function startTelegramStand({ now, limited = false }: StandOptions = {}): Promise<TelegramStand> {
  const world = newWorld(now)
  const limits = limited ? telegramLimits(world.now) : undefined
  const answers: [number, string][] = []
  const stopWebhooks = startWebhooks(world, { retryMs: 20, answers: (...answer) => void answers.push(answer) })
  const inner = await startInner(TOKEN)
  const front = await startFront(
    world,
    TOKEN,
    (method, payload) => inner.post(`/bot${TOKEN}/${method}`, payload),
    limits,
  )
  const users = new Map<number, TelegramUser>()
  const until: TelegramStand['until'] = (find) => waitUntil(world, () => find(world), AbortSignal.timeout(PATIENCE_MS))

  return {
    url: front.url,
    token: TOKEN,
    user: (id) => {
      const user =
        users.get(id) ?? telegramUser({ id, world, token: TOKEN, client: inner.client(id), post: inner.post, until })
      users.set(id, user)
      return user
    },
    faults: front,
    asked: () => front.asked.filter(({ method }) => method !== 'getUpdates'),
    broken: () => front.asked.filter(({ broken }) => broken !== undefined),
    deliver: (update) => queue(world, update),
    setWebhook: (url) => {
      world.webhook = { url, secret: '' }
      world.emit('change')
    },
    allConfirmed: () => until(({ updates }) => updates.length === 0 || undefined).then(() => undefined),
    until,
    answers,
    early: () => limits?.early() ?? 0,
    stop: async () => {
      await stopWebhooks()
      await front.stop()
      await inner.stop()
    },
  }
}
