import { Readable } from 'node:stream'
import type { WebMessage, WebPorts } from './ports.ts'
import type { WebSession } from './session.ts'

export interface StreamOptions {
  readonly ports: Pick<WebPorts, 'waiting' | 'subscribe' | 'findSession'>
  readonly session: WebSession
  readonly pingMs: number
  /** Hears why a stream broke off; the page comes again by itself. */
  readonly failed: (error: unknown) => void
}

export interface EventStream {
  readonly readable: Readable
  end(): void
}

/** What waits for the person, and then what comes, as server-sent events, until she or the session ends it. */
export function openStream({ ports, session, pingMs, failed }: StreamOptions): EventStream {
  const shown = new Set<string>()
  let ended = false
  let looking = false
  let again = false
  const readable = new Readable({
    read() {},
    destroy(error, done) {
      clearInterval(timer)
      unsubscribe()
      done(error)
    },
  })

  const look = async () => {
    for (const message of await news()) write(eventOf(message))
  }
  const news = async () => {
    const waiting = await ports.waiting(session.address)
    const ids = new Set(waiting.map((message) => message.id))
    for (const id of shown) if (!ids.has(id)) shown.delete(id)
    return waiting.filter((message) => !shown.has(message.id) && shown.add(message.id))
  }
  const write = (text: string) => {
    if (ended || readable.destroyed) return
    readable.push(text)
    // She does not read: what she has not acknowledged is kept, so nothing is lost by hanging up.
    if (readable.readableLength > bufferMax) readable.destroy()
  }
  const end = () => {
    if (ended || readable.destroyed) return
    ended = true
    readable.push(null)
  }
  const wake = () => {
    again = true
    if (looking) return
    looking = true
    lookWhileNeeded().catch((error: unknown) => {
      failed(error)
      readable.destroy()
    })
  }
  const lookWhileNeeded = async () => {
    while (again && !readable.destroyed) {
      again = false
      await look()
    }
    looking = false
  }
  const ping = async () => {
    if ((await ports.findSession(session.token)) === undefined) return end()
    write(': ping\n\n')
    // Another process may have spoken to her without a call to this one.
    wake()
  }

  const unsubscribe = ports.subscribe(session.address, wake)
  const timer = setInterval(() => {
    ping().catch((error: unknown) => {
      failed(error)
      readable.destroy()
    })
  }, pingMs)
  write(': ok\n\n')
  wake()
  return { readable, end }
}

const bufferMax = 1024 * 1024

const eventOf = (message: WebMessage): string => `event: message\ndata: ${JSON.stringify(message)}\n\n`

/** The open streams of this process, so that the end of a session ends them at once. */
export interface OpenStreams {
  add(token: string, stream: EventStream): void
  endOf(token: string): void
  endAll(): void
}

export function openStreams(): OpenStreams {
  const streamsByToken = new Map<string, Set<EventStream>>()
  const endOf = (token: string) => {
    for (const stream of streamsByToken.get(token) ?? []) stream.end()
    streamsByToken.delete(token)
  }
  return {
    add(token, stream) {
      const streams = streamsByToken.get(token) ?? new Set()
      streamsByToken.set(token, streams.add(stream))
      stream.readable.once('close', () => {
        streams.delete(stream)
        if (streams.size === 0 && streamsByToken.get(token) === streams) streamsByToken.delete(token)
      })
      const [oldest] = streams
      if (streams.size > streamsMax && oldest) {
        streams.delete(oldest)
        oldest.end()
      }
    },
    endOf,
    endAll: () => streamsByToken.forEach((_streams, token) => endOf(token)),
  }
}

const streamsMax = 4
