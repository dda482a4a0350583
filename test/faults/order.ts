import { z } from 'zod'

/** Bugs planted on purpose, which the harness must find. They exist here and nowhere else. */
export const PLANTS = ['ack-first', 'no-transaction'] as const
export type Plant = (typeof PLANTS)[number]

/** What the parent tells a bot to be, as its one argument. */
export const botOrder = z.object({
  dataDir: z.string(),
  botUrl: z.string(),
  vaultUrl: z.string(),
  ringFile: z.string(),
  channelPort: z.int(),
  plant: z.enum(PLANTS).optional(),
})
export type BotOrder = z.infer<typeof botOrder>

export const CHANNEL = 'fake'
export const QUESTIONS = 3

/** One event as the channel delivers it. */
export const delivery = z.object({ address: z.string(), eventKey: z.string(), text: z.string() })
export type Delivery = z.infer<typeof delivery>

/** One message as the bot sends it. */
export const sending = z.object({ address: z.string(), text: z.string(), tokens: z.array(z.string()) })
export type Sending = z.infer<typeof sending>
