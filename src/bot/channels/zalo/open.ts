import type { FastifyPluginAsync } from 'fastify'
import { t } from '../../../flows/say.ts'
import { linkPath } from '../../pages/linkRoutes.ts'
import { unionLinks } from '../../store/links.ts'
import type { App } from '../../app.ts'
import { type ZaloChannel, zaloChannel } from './channel.ts'
import { consentRoutes } from './consent.ts'
import { webhookRoutes } from './webhook.ts'
import { keyedHash } from '../../keys/keys.ts'
import { codeOf } from '../../log.ts'
import { noteEvent, storeArrival } from '../../store/inbox.ts'
import type { Store } from '../../store/store.ts'
import { zaloConsents } from '../../store/zaloConsents.ts'
import { forgetPerson } from '../../store/zaloEvents.ts'
import { zaloGrantRow } from '../../store/zaloGrants.ts'
import type { ZaloConfig } from '../../config/zalo.ts'

export interface ZaloParts {
  readonly app: App
  readonly config: ZaloConfig
  readonly dataDir: string
  /** The address people use, once it is known. */
  readonly base: () => string
  /** See IntakeOptions; for tests. */
  readonly budgetMs?: number
  readonly pauseMs?: number
}

export interface Zalo {
  readonly channels: readonly ZaloChannel[]
  readonly routes: readonly FastifyPluginAsync[]
  /** What the one at the keyboard must know: where Zalo calls, and a link of consent for each account that needs one. */
  readonly notes: () => Promise<readonly string[]>
}

/** A file that Zalo does not take waits so long behind its link. */
const FILE_MINUTES = 24 * 60

/** The Zalo accounts of the configuration, on the store. */
export function openZalo({ app, config, dataDir, base, ...pace }: ZaloParts): Zalo {
  const { store, log, now } = app
  const warn = (event: string, code?: string): void =>
    log.warn({ event, module: 'zalo', ...(code === undefined ? {} : { code }) })
  const rows = new Map(config.accounts.map(({ name }) => [name, zaloGrantRow(store, name)]))
  const channels = config.accounts.map((account) =>
    zaloChannel({
      ...pace,
      account,
      roots: config.roots,
      ...(config.templateType === undefined ? {} : { templateType: config.templateType }),
      dataDir,
      now,
      warn,
      alarm: (event, code) => log.error({ event, module: 'zalo', ...(code === undefined ? {} : { code }) }),
      row: rows.get(account.name) ?? zaloGrantRow(store, account.name),
      sealer: store.seals.inbox,
      readFile: (id) => app.files.read(id),
      saveFile: (file) => app.files.save(file),
      fileNotSent: async (id, name) => {
        const link = { purpose: 'file', subject: id, minutes: FILE_MINUTES, now: now(), alone: true } as const
        const secret = await unionLinks(store).make(link)
        return app.speak(t('link.file', { name, url: `${base()}${linkPath(secret)}` }), 'vi')
      },
      ...(account.name === 'zalo' ? config.digest : {}),
      receive: async (arrival) => {
        await storeArrival(store, arrival, now())
        app.wake()
      },
      note: (channel, eventKey) => noteEvent(store, channel, eventKey, now()),
      withdraw: (channel, address, eventKey) => forgetPerson(store, { channel, address, eventKey }, now()),
    }),
  )
  const consents = zaloConsents(store)
  const webhook = webhookRoutes({
    now,
    warn,
    accounts: channels.map((one) => ({ ...one.account, intake: one.intake, path: zaloPath(store, one.account.appId) })),
    ...(config.verifier === undefined ? {} : { verifier: config.verifier }),
  })
  const consent = consentRoutes({
    base,
    warn,
    findLink: (link) => consents.findLink(link, now()),
    begin: (link, verifier) => consents.begin(link, verifier, now()),
    finish: (state) => consents.finish(state, now()),
    accounts: channels.map(({ account }) => ({
      name: account.name,
      oaId: account.oaId,
      app: { ...account, ...(config.roots.oauth === undefined ? {} : { oauthRoot: config.roots.oauth }) },
      begin: async (pair) => {
        await rows.get(account.name)?.begin(pair, now())
        app.wake()
      },
    })),
  })
  const notes = async (): Promise<readonly string[]> => {
    const lines: string[] = []
    for (const { account } of channels) {
      lines.push(`Zalo (${account.name}) webhook: ${base()}/zalo/${zaloPath(store, account.appId)}`)
      const grant = await rows.get(account.name)?.read()
      if (grant !== undefined && grant.state !== 'needsConsent') continue
      const link = await consents.makeLink(account.name, now())
      lines.push(`  quản trị OA mở một lần, trong 1 giờ / to be opened once: ${base()}/zalo/consent/${link}`)
    }
    return lines
  }
  return { channels, routes: [webhook, consent], notes }
}

/** The part of the webhook's address that nobody can guess; the same after each start. */
export const zaloPath = (store: Store, appId: string): string =>
  Buffer.from(keyedHash(store.ring.derive('zalo-path/v1', 1), appId))
    .subarray(0, 18)
    .toString('base64url')

/** Starts them; what came while the bot was down is in the spool. */
export function startZalo({ channels }: Zalo, app: App): () => Promise<void> {
  for (const one of channels) one.start()
  return async () => {
    for (const one of channels) {
      await one.stop().catch((error: unknown) => {
        app.log.warn({ event: 'zalo.stop', module: 'zalo', code: codeOf(error) })
      })
    }
  }
}
