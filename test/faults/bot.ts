// A bot in a process of its own, to be killed: the real App with a channel over loopback HTTP.
import { once } from 'node:events'
import { Agent } from 'node:http'
import { z } from 'zod'
import { type Arrival, type Channel, ChannelError } from '../../src/bot/channel.ts'
import { makeLog } from '../../src/bot/log.ts'
import { makeApp } from '../../src/bot/start/makeApp.ts'
import { startLoops } from '../../src/bot/runtime.ts'
import { storeArrival } from '../../src/bot/store/inbox.ts'
import { openBlobs } from '../../src/bot/store/openBlobs.ts'
import { makePlanBook } from '../../src/domain/plan/planBook.ts'
import { openStoreIn } from '../support/temporaryInstallation.ts'
import { plainForm, planWith } from '../support/officers.ts'
import { postJson, serveJson } from './httpJson.ts'
import { botOrder, CHANNEL, delivery, QUESTIONS, type Sending } from './order.ts'
import { memoryQueue, withoutTransactions } from './plants.ts'

process.on('disconnect', () => process.exit(0))
// Its modules are loaded; it lives from the moment when the parent says so.
await once(process, 'message')

const order = botOrder.parse(JSON.parse(process.argv[2] ?? '{}'))
const opened = openStoreIn(order)
const store = order.plant === 'no-transaction' ? { ...opened, union: withoutTransactions(opened.union) } : opened
const now = () => new Date()
const log = makeLog(process.env['LOG_LEVEL'] ?? 'silent', { write: (line) => void process.stderr.write(line) })
const channels = new Map([[CHANNEL, fakeChannel(order.channelPort)]])
const made = await makeApp({ store, blobs: openBlobs(order), log, demo: false, now, channels, wake: () => {} })
const app = { ...made, plans: makePlanBook([planWith(plainForm(QUESTIONS), now())]) }
const loops = startLoops(app, { turns: 4, senders: 4 })

const receive = async (arrival: Arrival): Promise<void> => {
  await storeArrival(store, arrival, now())
  loops.wake()
}
const taken = order.plant === 'ack-first' ? memoryQueue(receive) : receive

const { port } = await serveJson(async (body) => {
  const { address, eventKey, text } = delivery.parse(body)
  await taken({ channel: CHANNEL, address, eventKey, what: { kind: 'text', text } })
  return { status: 200 }
})
process.send?.({ port })

function fakeChannel(channelPort: number): Channel {
  const agent = new Agent({ keepAlive: true })
  return {
    name: CHANNEL,
    caps: { textMax: 4096, buttonsMax: 16, labelMax: 40, edit: false, delete: false, seenBy: 'nobody', fileMax: 0 },
    mode: 'push',
    send: async (address, out) => {
      const sent: Sending = { address, text: out.text, tokens: out.buttons.map((one) => one.token) }
      const answer = await postJson(channelPort, sent, agent).catch(() => {
        throw new ChannelError('unknown', 'fake lost')
      })
      if (answer.status === 429) throw new ChannelError('limited', 'fake 429', retryMs.parse(answer.body).afterMs)
      if (answer.status !== 200) throw new ChannelError('bug', `fake ${answer.status}`)
      return {}
    },
  }
}

const retryMs = z.object({ afterMs: z.number() })
