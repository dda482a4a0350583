import { describe, expect, test } from 'vitest'
import {
  type BoundChannel,
  type ChannelUnderTest,
  type Contract,
  type Fact,
  FACTS,
  type FactTests,
  type Person,
} from './channel.ts'
import { incomingFacts } from './incoming.ts'
import { outgoingFacts } from './outgoing.ts'
import type { Stand } from './stand.ts'

const facts: FactTests = { ...incomingFacts, ...outgoingFacts }
const names = Object.keys(FACTS).filter((name): name is Fact => name in FACTS)

/** The same facts for each channel, but for those that it cannot have; its fixture says why. */
export function describeChannel(channel: ChannelUnderTest, stand: () => Stand): void {
  describe(`on ${channel.name}`, () => {
    let one: BoundChannel | undefined
    const bound = (): BoundChannel => (one ??= channel.bind(stand()))
    const contract: Contract = { channel, stand, bound, someone: greeted(stand, bound) }
    for (const name of names.filter((fact) => channel.skips[fact] === undefined)) {
      test(`${name}: ${FACTS[name]}`, async () => {
        expect.hasAssertions()
        await facts[name](contract)
      })
    }
  })
}

const AT_ONCE = 8

/** People come several at a time, because to greet them takes hardly longer than to greet one. */
function greeted(stand: () => Stand, bound: () => BoundChannel): () => Promise<Person> {
  const waiting: Person[] = []
  return async () => {
    if (waiting.length === 0) {
      for (let n = 0; n < AT_ONCE; n++) waiting.push(await bound().newcomer())
      await stand().settle()
    }
    const next = waiting.shift()
    if (next === undefined) throw new Error('nobody came')
    return next
  }
}
