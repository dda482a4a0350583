import { randomBytes, randomInt } from 'node:crypto'

export interface SimButton {
  readonly title: string
  readonly type: string
  readonly payload: unknown
}

/** One bubble on a person's phone. */
export interface Bubble {
  readonly id: string
  readonly from: 'user' | 'oa' | 'person'
  readonly text: string
  readonly buttons: readonly SimButton[]
  readonly attachment?: { readonly kind: 'image' | 'file' | 'info'; readonly name: string }
}

export interface SimUser {
  readonly id: string
  readonly name: string
  follower: boolean
  /** She restricts what the account may send. */
  blocked: boolean
  lastInteraction: number | undefined
  readonly bubbles: Bubble[]
}

interface Pair {
  readonly refresh: string
  readonly access: string
  readonly issuedAt: number
  accessUntil: number
  /** How often the refresh token came back. */
  uses: number
}

export interface Upload {
  readonly kind: 'image' | 'file'
  readonly name: string
  readonly bytes: Uint8Array
  readonly at: number
}

export interface SimOptions {
  readonly appId: string
  readonly appSecret: string
  readonly oaId: string
  readonly oaSecret: string
  readonly now: () => number
  /** Requests of one minute; Zalo's own figure is 4,000. */
  readonly perMinute: number
  /** What a webhook has to answer within, by a real clock. */
  readonly answerMs: number
  /** '90000' at Zalo: a string. */
  readonly accessSeconds: number
}

/** What happens to the next request instead of its usual answer. */
export interface Fault {
  readonly path: string
  readonly how: 'lost' | 'lostAfter' | 'status500' | { readonly error: number }
}

export interface Asked {
  readonly path: string
  readonly body: unknown
}

/** Everything Zalo would know. Changed by the routes, looked at by tests. */
export interface World {
  readonly options: SimOptions
  readonly users: Map<string, SimUser>
  readonly pairs: Pair[]
  readonly codes: Map<string, { readonly challenge: string; readonly at: number }>
  readonly uploads: Map<string, Upload>
  readonly media: Map<string, { readonly mime: string; readonly bytes: Uint8Array }>
  readonly asked: Asked[]
  readonly faults: Fault[]
  /** What stands in each group that the account has made. */
  readonly groups: Map<string, Bubble[]>
  /** Forms that Zalo has approved, with the names of their fields. */
  readonly templates: Map<string, readonly string[]>
  webhook: string | undefined
  minute: { at: number; count: number }
}

export function makeWorld(options: SimOptions): World {
  return {
    options,
    users: new Map(),
    pairs: [],
    codes: new Map(),
    uploads: new Map(),
    media: new Map(),
    asked: [],
    faults: [],
    groups: new Map(),
    templates: new Map(),
    webhook: undefined,
    minute: { at: -1, count: 0 },
  }
}

export const newSecret = (): string => randomBytes(24).toString('base64url')
/** Longer than a number of JavaScript can hold. */
export const newDigits = (): string => `9${Array.from({ length: 18 }, () => randomInt(10)).join('')}`

export function issuePair(world: World): Pair {
  const now = world.options.now()
  // On success the old access token dies at once.
  for (const pair of world.pairs) pair.accessUntil = Math.min(pair.accessUntil, now)
  const pair: Pair = {
    access: newSecret(),
    refresh: newSecret(),
    issuedAt: now,
    accessUntil: now + world.options.accessSeconds * 1000,
    uses: 0,
  }
  world.pairs.push(pair)
  return pair
}

export function userOf(world: World, id: string, name = 'Người dùng Zalo'): SimUser {
  const known = world.users.get(id)
  if (known !== undefined) return known
  const user: SimUser = { id, name, follower: false, blocked: false, lastInteraction: undefined, bubbles: [] }
  world.users.set(id, user)
  return user
}

export function takeFault(world: World, path: string): Fault['how'] | undefined {
  const index = world.faults.findIndex((fault) => path.startsWith(fault.path))
  return index < 0 ? undefined : world.faults.splice(index, 1)[0]?.how
}
