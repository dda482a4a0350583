import { randomBytes } from 'node:crypto'
import { instant } from '../../../domain/calendar.ts'
import { fileId } from '../../../domain/ids.ts'
import { type Files, shownName } from '../../files.ts'
import type { WebHub } from './channel.ts'
import type { DemoPerson, WebMessage, WebPorts } from './ports.ts'
import { blindIndex, keyedHash } from '../../keys/keys.ts'
import { storeArrival } from '../../store/inbox.ts'
import { acknowledge, outboxes, waitingFor } from '../../store/outbox.ts'
import { endPersonSession, findPersonSession } from '../../store/union/personSessions.ts'
import { roomLinks } from '../../store/vault/ownPage.ts'
import type { Store } from '../../store/store.ts'
import { EXIT_TOKEN } from '../../../flows/exit.ts'
import { isAction } from '../../turns/heardOf.ts'

export interface WebPortsOptions {
  readonly store: Store
  readonly files: Files
  readonly hub: WebHub
  readonly now: () => Date
  readonly wake: () => void
  readonly demo?: { readonly people: readonly DemoPerson[]; readonly fill: () => Promise<number> }
}

const IDLE_MS = 24 * 3600_000
const lasts = (token: string): boolean => isAction(token) || token === EXIT_TOKEN

/** Another process may have written: the page's stream looks again this often. */
const LOOK_AGAIN_MS = 3_000

/** What the web chat needs, on the store. A file may be fetched only by the session to which it was shown. */
export function webPorts({ store, files, hub, now, wake, demo }: WebPortsOptions): WebPorts {
  const [union, vault] = outboxes(store)
  const shownFiles = new Map<string, Set<string>>()
  const lanes = (address: string) => ({
    union: blindIndex(store.keys.unionLane, 'web', address),
    vault: blindIndex(store.keys.vaultLane, 'web', address),
  })
  return {
    now: () => instant(now().getTime()),
    async receive(arrival) {
      await storeArrival(store, arrival, now())
      // Only what a person does keeps a session alive, not a page that listens.
      if (arrival.what.kind !== 'back') {
        await store.union.webSession.updateMany({ where: { address: arrival.address }, data: { seenAt: now() } })
      }
      wake()
    },
    async waiting(address) {
      const lane = lanes(address)
      const rows = [
        ...(await waitingFor(union, lane.union)).map((row) => ({ ...row, box: 'u' })),
        ...(await waitingFor(vault, lane.vault)).map((row) => ({ ...row, box: 'v' })),
      ].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
      const ids = rows.flatMap((row) => row.out.files)
      const known = ids.length === 0 ? [] : await store.union.file.findMany({ where: { id: { in: [...ids] } } })
      const kept = new Map(known.map((one) => [one.id, one]))
      if (ids.length > 0) shownFiles.set(address, new Set([...(shownFiles.get(address) ?? []), ...ids]))
      return rows.map(
        (row): WebMessage => ({
          id: `${row.box}${row.id}`,
          at: row.createdAt.getTime(),
          text: row.out.text,
          buttons: row.out.buttons.map((one) => (lasts(one.token) ? { ...one, lasts: true } : one)),
          files: row.out.files.map((id) => ({
            id,
            name: shownName(kept.get(id)),
            mime: kept.get(id)?.mime ?? 'image/jpeg',
          })),
          card: row.out.buttons.some((one) => !lasts(one.token)),
          ...(row.out.clears === true ? { clears: true } : {}),
        }),
      )
    },
    async acknowledge(address, ids) {
      const lane = lanes(address)
      const of = (box: string) =>
        ids.filter((id) => id.startsWith(box) && /^.\d{1,18}$/.test(id)).map((id) => BigInt(id.slice(1)))
      await acknowledge(union, lane.union, of('u'), now())
      await acknowledge(vault, lane.vault, of('v'), now())
    },
    subscribe(address, listener) {
      const leave = hub.subscribe(address, listener)
      const timer = setInterval(listener, LOOK_AGAIN_MS)
      timer.unref()
      return () => {
        clearInterval(timer)
        leave()
      }
    },
    saveFile: (input) => files.save(input),
    async readFile(address, id) {
      return shownFiles.get(address)?.has(id) === true ? await files.read(fileId(id)) : undefined
    },
    async openSession(address) {
      const token = randomBytes(32).toString('base64url')
      const at = now()
      const whose = address ?? `s-${randomBytes(16).toString('hex')}`
      await store.union.webSession.create({
        data: { hash: keyedHash(store.keys.session, token), address: whose, createdAt: at, seenAt: at },
      })
      return token
    },
    async findSession(token) {
      const hash = keyedHash(store.keys.session, token)
      const row = await store.union.webSession.findUnique({ where: { hash } })
      const at = now()
      if (row === null || row.endedAt !== null || at.getTime() - row.seenAt.getTime() > IDLE_MS) return undefined
      return row.address
    },
    async endSession(token) {
      await store.union.webSession.updateMany({
        where: { hash: keyedHash(store.keys.session, token) },
        data: { endedAt: now() },
      })
    },
    async addressOfCookie(cookie) {
      // In the demonstration whoever sits here is whom she chooses to be.
      return demo === undefined ? (await findPersonSession(store, cookie, now()))?.address : undefined
    },
    endCookie: (cookie) => endPersonSession(store, cookie, now()),
    addressOfSeat: async (secret) => (await roomLinks(store).use('seat', secret, now()))?.data,
    ...(demo === undefined
      ? {}
      : {
          demo: {
            people: () => demo.people,
            addressOf: (key: string) => (demo.people.some((one) => one.key === key) ? key : undefined),
            mayFill: async () => (await store.union.report.count()) === 0,
            fill: demo.fill,
          },
        }),
  }
}
