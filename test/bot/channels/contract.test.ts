import { afterAll, beforeAll, expect, test } from 'vitest'
import { FACTS } from './contract/channel.ts'
import { type Stand, startStand } from './contract/stand.ts'
import { describeChannel } from './contract/suite.ts'
import { telegram } from './contract/telegram.ts'
import { web } from './contract/web.ts'
import { zalo } from './contract/zalo.ts'

let stand: Stand

beforeAll(async () => {
  stand = await startStand()
})

afterAll(() => stand.stop())

const channels = [telegram, zalo, web]
for (const channel of channels) describeChannel(channel, () => stand)

test('each fact is held by two channels at least', () => {
  for (const fact of Object.keys(FACTS)) {
    const held = channels.filter(({ skips }) => !(fact in skips)).map(({ name }) => name)
    expect([fact, held.length >= 2]).toEqual([fact, true])
  }
})
