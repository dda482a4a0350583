import { EventEmitter } from 'node:events'
import type { SentFile } from './telegramBody.ts'

export interface SeenButton {
  readonly label: string
  readonly data: string
  readonly style?: string
}

/** A message as it stands in the chat now. */
export interface Seen {
  readonly id: number
  readonly from: 'bot' | 'me'
  readonly text: string
  readonly buttons: readonly SeenButton[]
  readonly rows: readonly (readonly SeenButton[])[]
  readonly file?: SentFile & { readonly kind: 'photo' | 'document' }
  readonly protect: boolean
  readonly edits: number
}

export type Update = Readonly<Record<string, unknown>>

export type Queued = Update & { readonly update_id: number }

/** What Telegram's servers would know: chats, files, updates not yet confirmed. Tells of each change by 'change'. */
export interface World extends EventEmitter {
  readonly chats: Map<number, Seen[]>
  readonly blockedBy: Set<number>
  readonly left: Set<number>
  readonly files: Map<string, SentFile>
  /** Presses that wait for their answer, since when. */
  readonly queries: Map<string, number>
  readonly now: () => number
  readonly menus: Map<string, unknown>
  webhook: { readonly url: string; readonly secret: string }
  updates: readonly Queued[]
  readonly queuedAt: Map<number, number>
  nextUpdate: number
}

export function newWorld(now: () => number = Date.now): World {
  const events = new EventEmitter()
  events.setMaxListeners(0)
  return Object.assign(events, {
    chats: new Map<number, Seen[]>(),
    blockedBy: new Set<number>(),
    left: new Set<number>(),
    files: new Map<string, SentFile>(),
    queries: new Map<string, number>(),
    queuedAt: new Map<number, number>(),
    now,
    menus: new Map<string, unknown>(),
    webhook: { url: '', secret: '' },
    updates: [],
    nextUpdate: 700_000_001,
  })
}

const PRESS_LIVES_MS = 150_000
const UPDATE_LIVES_MS = 24 * 3600_000

/** A press that nobody fetched in 150 seconds is gone, anything else after a day. */
export function forgetOld(world: World): void {
  world.updates = world.updates.filter((update) => {
    const age = world.now() - (world.queuedAt.get(update.update_id) ?? world.now())
    return age <= ('callback_query' in update ? PRESS_LIVES_MS : UPDATE_LIVES_MS)
  })
}

export const isAnswerable = (world: World, query: string): boolean =>
  world.now() - (world.queries.get(query) ?? Number.NEGATIVE_INFINITY) <= PRESS_LIVES_MS

export function queue(world: World, update: Update): void {
  world.queuedAt.set(world.nextUpdate, world.now())
  // The id comes first, as Telegram writes it: there are clients that count on it.
  const content = Object.fromEntries(Object.entries(update).filter(([key]) => key !== 'update_id'))
  world.updates = [...world.updates, { update_id: world.nextUpdate++, ...content }]
  world.emit('change')
}

export function show(world: World, chat: number, seen: Seen): void {
  const messages = world.chats.get(chat) ?? []
  const at = messages.findIndex(({ id }) => id === seen.id)
  world.chats.set(chat, at === -1 ? [...messages, seen] : messages.with(at, seen))
  world.emit('change')
}

/** Resolves with what `find` finds, now or after some change; `signal` gives up. */
export async function waitUntil<T>(world: World, find: () => T | undefined, signal: AbortSignal): Promise<T> {
  const now = find()
  if (now !== undefined) return now
  return new Promise((resolve, reject) => {
    const end = (): void => {
      world.off('change', look)
      signal.removeEventListener('abort', giveUp)
    }
    const look = (): void => {
      const found = find()
      if (found === undefined) return
      end()
      resolve(found)
    }
    const giveUp = (): void => {
      end()
      reject(new Error('waited in vain'))
    }
    world.on('change', look)
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
  })
}
