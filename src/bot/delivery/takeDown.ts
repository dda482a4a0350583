import type { App } from '../app.ts'
import { ChannelError } from '../channel.ts'
import { type BubbleBox, claimBubbles, forgetBubbles, forgetLateBubbles } from '../store/bubbles.ts'
import type { Traffic } from './traffic.ts'

/**
 * Takes messages of one chat off the person's screen: she has left, or a day has passed. False when nothing is due. What the
 * channel cannot do now is tried again in a minute; after two days it never will.
 */
export async function takeDownOne(app: App, box: BubbleBox, traffic: Traffic): Promise<boolean> {
  const now = app.now()
  const able = [...app.channels.values()].filter((one) => one.takeDown !== undefined)
  const { any } = traffic.open(able, now)
  const due = any.length === 0 ? undefined : await claimBubbles(box, any, now)
  if (due === undefined) {
    const late = await forgetLateBubbles(box, now)
    if (late > 0) app.log.warn({ event: 'takeDown.late', module: 'takeDown', n: late })
    return false
  }
  try {
    await app.channels.get(due.channel)?.takeDown?.(due.address, due.refs)
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    app.log.warn({ event: `takeDown.${error.kind}`, module: 'takeDown', code: error.message, n: due.refs.length })
    if (error.kind === 'limited') traffic.hold(due.channel, error.afterMs, now)
    if (error.kind !== 'gone' && error.kind !== 'bug') return true
  }
  await forgetBubbles(box, due.ids)
  return true
}
