import { EventEmitter, once } from 'node:events'
import type { Arrival, Inbound } from '../../channel.ts'
import { type ZaloEvent, zaloEventSchema } from '../../zalo/event.ts'
import { download, type RawFile } from './download.ts'
import type { Echoes } from './echoes.ts'
import { type Account, type Incoming, parse } from './parse.ts'
import type { Spool } from './spool.ts'

export type FileInbound = Extract<Inbound, { readonly kind: 'file' | 'badFile' }>

export interface IntakePorts {
  readonly receive: (arrival: Arrival) => Promise<void>
  /** Keeps the key of an event that means nothing here. */
  readonly note: (channel: string, eventKey: string) => Promise<void>
  /** Erases what is kept of this person. */
  readonly withdraw: (channel: string, address: string, eventKey: string) => Promise<void>
  readonly saveFile: (file: RawFile) => Promise<FileInbound>
  readonly warn: (event: string, code?: string) => void
}

export interface IntakeOptions extends IntakePorts {
  readonly account: Account
  readonly spool: Spool
  readonly echoes: Echoes
  /** Where the simulator keeps its pictures. */
  readonly trusted?: string
  /** Zalo waits 2 seconds for its answer. */
  readonly budgetMs?: number
  readonly pauseMs?: number
}

export interface Intake {
  /** Resolves when the event is kept, in the database or in the spool; rejects when it is in neither. */
  keep(event: ZaloEvent, body: string): Promise<void>
  /** Once through the spool. False: something is left. */
  drain(): Promise<boolean>
  start(): void
  stop(): Promise<void>
}

const TRIES = 5
const LANES = 4
const DOUBLINGS_MAX = 6

export function intake(options: IntakeOptions): Intake {
  const { account, spool, echoes, budgetMs = 1_200, pauseMs = 500 } = options
  const { channel } = account
  /** Of whom something is in the spool: what she writes next waits behind it. */
  const waiting = new Map<string, number>()
  const failures = new Map<string, number>()
  const signal = new EventEmitter()
  const stopping = new AbortController()
  let loop: Promise<void> | undefined
  /** Something came while the loop was busy. */
  let rung = false

  return {
    async keep(event, body) {
      const incoming = parse(event, account)
      if (incoming.kind === 'echo' && !incoming.byHand) echoes.heard(incoming.address, incoming.text)
      const address = addressOf(incoming)
      if (incoming.kind !== 'attachments' && (address === undefined || !waiting.has(address))) {
        if (await inTime(apply(incoming), budgetMs)) return
        options.warn('zalo.spooled')
      }
      await spool.append(body)
      if (address !== undefined) waiting.set(address, (waiting.get(address) ?? 0) + 1)
      rung = true
      signal.emit('wake')
    },
    drain,
    start: () => {
      loop ??= run()
    },
    stop: async () => {
      stopping.abort()
      await loop
    },
  }

  async function run(): Promise<void> {
    let doublings = 0
    while (!stopping.signal.aborted) {
      rung = false
      const clear = await drain().catch(() => false)
      doublings = clear ? 0 : Math.min(doublings + 1, DOUBLINGS_MAX)
      // An event that comes wakes it; what failed is tried again after a while.
      if (!rung) await rest(clear ? 60_000 : pauseMs * 2 ** doublings)
    }
  }

  async function rest(ms: number): Promise<void> {
    const ended = AbortSignal.any([stopping.signal, AbortSignal.timeout(ms)])
    try {
      await once(signal, 'wake', { signal: ended })
    } catch (error) {
      if (!ended.aborted) throw error
    }
  }

  async function drain(): Promise<boolean> {
    const items: Item[] = []
    for (const name of await spool.names()) {
      const item = await openItem(name)
      if (item !== undefined) items.push(item)
    }
    const lanes = Map.groupBy(items, ({ incoming, name }) => addressOf(incoming) ?? name).values()
    let clear = true
    // All workers draw from one iterator.
    const work = async (): Promise<void> => {
      for (const lane of lanes) if (!(await takeLane(lane))) clear = false
    }
    await Promise.all(Array.from({ length: LANES }, work))
    return clear
  }

  async function openItem(name: string): Promise<Item | undefined> {
    try {
      const body = await spool.read(name)
      return body === undefined
        ? undefined
        : { name, incoming: parse(zaloEventSchema.parse(JSON.parse(body)), account) }
    } catch {
      options.warn('zalo.spoolUnreadable')
      await spool.setAside(name)
      return undefined
    }
  }

  /** In their order; after a failure the rest of this person waits. */
  async function takeLane(lane: readonly Item[]): Promise<boolean> {
    for (const { name, incoming } of lane) {
      try {
        await apply(incoming, name)
      } catch {
        failures.set(name, (failures.get(name) ?? 0) + 1)
        return false
      }
      await spool.remove(name)
      failures.delete(name)
      leave(addressOf(incoming))
    }
    return true
  }

  function leave(address: string | undefined): void {
    if (address === undefined) return
    const left = (waiting.get(address) ?? 1) - 1
    if (left > 0) waiting.set(address, left)
    else waiting.delete(address)
  }

  async function apply(incoming: Incoming, name = ''): Promise<void> {
    switch (incoming.kind) {
      case 'arrivals':
        return await receiveAll(incoming.arrivals)
      case 'attachments':
        return await receiveAll([...(await fetchAll(incoming, name)), ...incoming.words])
      case 'echo':
        if (!incoming.byHand) return await options.note(channel, incoming.eventKey)
        return await options.receive({
          channel,
          address: incoming.address,
          eventKey: incoming.eventKey,
          what: { kind: 'byHand' },
        })
      case 'note':
        return await options.note(channel, incoming.eventKey)
      case 'withdrawn':
        return await options.withdraw(channel, incoming.address, incoming.eventKey)
    }
  }

  async function receiveAll(arrivals: readonly Arrival[]): Promise<void> {
    for (const arrival of arrivals) await options.receive(arrival)
  }

  async function fetchAll(
    { base, attachments }: Incoming & { readonly kind: 'attachments' },
    name: string,
  ): Promise<readonly Arrival[]> {
    const arrivals: Arrival[] = []
    for (const [n, attachment] of attachments.entries()) {
      const fetched = await download(attachment, options.trusted).catch((error: unknown) => {
        if ((failures.get(name) ?? 0) + 1 < TRIES) throw error
        return { kind: 'badFile', why: 'unreadable' } as const
      })
      const saved = 'bytes' in fetched ? await options.saveFile(fetched) : fetched
      const alone = attachments.length === 1 || saved.kind === 'badFile'
      const what = alone ? saved : { ...saved, album: base.eventKey }
      arrivals.push({ ...base, eventKey: n === 0 ? base.eventKey : `${base.eventKey}:${n}`, what })
    }
    return arrivals
  }
}

interface Item {
  readonly name: string
  readonly incoming: Incoming
}

function addressOf(incoming: Incoming): string | undefined {
  switch (incoming.kind) {
    case 'arrivals':
      return incoming.arrivals[0]?.address
    case 'attachments':
      return incoming.base.address
    case 'withdrawn':
      return incoming.address
    case 'echo':
    case 'note':
      return undefined
  }
}

/** False: it failed, or takes too long; what comes of it then is known by its key. */
async function inTime(work: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const done = work.then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([done, late])
  } finally {
    clearTimeout(timer)
  }
}
