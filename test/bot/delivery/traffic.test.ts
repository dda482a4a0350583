import { expect, test } from 'vitest'
import type { Caps, Channel, Pace } from '../../../src/bot/channel.ts'
import { makeTraffic } from '../../../src/bot/delivery/traffic.ts'

const pace: Pace = {
  burst: 4,
  perSecond: 2,
  reserved: 1,
  chat: { burst: 2, perSecond: 1 },
  group: { burst: 1, perSecond: 0.1 },
}
const caps: Caps = { textMax: 9, buttonsMax: 1, labelMax: 9, edit: false, delete: false, fileMax: 9, seenBy: 'nobody' }
const channel: Channel = { name: 'c', caps, mode: 'push', pace, send: async () => ({}) }
const at = (ms: number): Date => new Date(Date.UTC(2022, 0, 1) + ms)

test('a few go at once, then so many a second, and a clock that goes back gives nothing away', () => {
  const traffic = makeTraffic({ paced: true })
  for (const chat of ['1', '2', '3', '4']) expect(traffic.take(channel, chat, at(0))).toBeUndefined()
  expect(traffic.take(channel, '5', at(0))).toBe(500)
  expect(traffic.take(channel, '5', at(-60_000))).toBe(500)
  expect(traffic.take(channel, '5', at(-59_500))).toBeUndefined()
})

test('what nobody waits for leaves room for answers', () => {
  const traffic = makeTraffic({ paced: true })
  for (const chat of ['1', '2', '3']) traffic.take(channel, chat, at(0))
  expect(traffic.open([channel], at(0))).toEqual({ any: ['c'], bulk: [] })
  expect(traffic.wait([channel], at(0))).toBe(500)
  expect(traffic.open([channel], at(500))).toEqual({ any: ['c'], bulk: ['c'] })
})

test('a chat and a group have a pace of their own, and a message of several calls pays for all', () => {
  const traffic = makeTraffic({ paced: true })
  expect([0, 0].map((ms) => traffic.take(channel, '1', at(ms)))).toEqual([undefined, undefined])
  expect(traffic.take(channel, '1', at(0))).toBe(1000)
  expect(traffic.take(channel, '-9', at(0))).toBeUndefined()
  expect(traffic.take(channel, '-9', at(2000))).toBe(8000)
  traffic.took(channel, '1', 2)
  expect(traffic.take(channel, '1', at(2000))).toBe(1000)
})

test('a pause holds the whole channel, and a shorter one does not end it', () => {
  const traffic = makeTraffic({ paced: false })
  traffic.hold('c', 3000, at(0))
  traffic.hold('c', 1000, at(0))
  expect(traffic.take(channel, '7', at(2999))).toBe(1)
  expect(traffic.open([channel], at(2999)).any).toEqual([])
  expect(traffic.take(channel, '7', at(3000))).toBeUndefined()
})
