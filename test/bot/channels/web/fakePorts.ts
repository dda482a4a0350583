import { instant } from '../../../../src/domain/calendar.ts'
import { fileId } from '../../../../src/domain/ids.ts'
import type { Arrival } from '../../../../src/bot/channel.ts'
import { webHub } from '../../../../src/bot/channels/web/channel.ts'
import type { StoredFile, WebMessage, WebPorts } from '../../../../src/bot/channels/web/ports.ts'

export interface FakeOptions {
  readonly demo?: boolean
  /** What the bot says to an arrival. */
  readonly answer?: (arrival: Arrival) => readonly Partial<WebMessage>[]
}

/** The rest of the bot, in memory. */
export function fakePorts({ demo = false, answer = () => [] }: FakeOptions = {}) {
  const hub = webHub()
  const addressByToken = new Map<string, string>()
  const waitingByAddress = new Map<string, readonly WebMessage[]>()
  const files = new Map<string, StoredFile>()
  const arrivals: Arrival[] = []
  let count = 0
  const next = () => String(++count)
  const waiting = (address: string) => waitingByAddress.get(address) ?? []

  const say = (address: string, message: Partial<WebMessage>): string => {
    const id = `m${next()}`
    const whole = { id, at: 1_700_000_000_000, text: '', buttons: [], files: [], card: false, ...message }
    waitingByAddress.set(address, [...waiting(address), whole])
    hub.wake(address)
    return whole.id
  }
  const ports: WebPorts = {
    now: () => instant(Date.UTC(2026, 10, 23, 5)),
    async receive(arrival) {
      if (arrivals.some((earlier) => earlier.eventKey === arrival.eventKey)) return
      arrivals.push(arrival)
      for (const message of answer(arrival)) say(arrival.address, message)
    },
    waiting: async (address) => waiting(address),
    async acknowledge(address, ids) {
      waitingByAddress.set(
        address,
        waiting(address).filter((message) => !ids.includes(message.id)),
      )
    },
    subscribe: (address, wake) => hub.subscribe(address, wake),
    async saveFile({ bytes, name }) {
      if (name.endsWith('.exe')) return { kind: 'badFile', why: 'type' }
      const id = `f${next()}`
      files.set(id, { mime: 'image/png', name, bytes })
      return { kind: 'file', file: { id: fileId(id), name, mime: 'image/png', size: bytes.length } }
    },
    readFile: async (_address, id) => files.get(id),
    async openSession(address = `address-${next()}`) {
      const token = `token-of-a-session-${next()}`
      addressByToken.set(token, address)
      return token
    },
    findSession: async (token) => addressByToken.get(token),
    addressOfCookie: async (cookie) => (cookie.startsWith('her-cookie') ? 'her-address' : undefined),
    endCookie: async () => undefined,
    addressOfSeat: async (secret) => (secret.startsWith('her-seat') ? 'her-room' : undefined),
    async endSession(token) {
      addressByToken.delete(token)
    },
    ...(demo
      ? {
          demo: {
            people: () => people,
            addressOf: (key: string) => (isPerson(key) ? `demo-${key}` : undefined),
            mayFill: async () => true,
            fill: async () => 300,
          },
        }
      : {}),
  }
  return { ports, arrivals, files, say, waiting, addressOf: (token: string) => addressByToken.get(token) ?? '' }
}

const people = [
  { key: 'hoa', name: 'Nguyễn Thị Hoa', role: 'Cán bộ Hội', unit: 'Xã Bình Minh' },
  { key: 'lan', name: 'Trần Thị Lan', role: 'Tư vấn viên', unit: 'CLB tỉnh' },
]
const isPerson = (key: string): boolean => people.some((person) => person.key === key)
