import { afterAll, beforeAll } from 'vitest'
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

for (const channel of [telegram, zalo, web]) describeChannel(channel, () => stand)
