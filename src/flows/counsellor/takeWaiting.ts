import { canonical } from '../../domain/words/fold.ts'
import { say, t } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import { theQueue } from '../vault/needs.ts'
import { takeAlarm } from './alarm.ts'
import { queuePlace } from './deskPlace.ts'
import { gone } from './desk.ts'

/** The button of the page, typed in full: it is obeyed wherever she stands. */
export const isTakeAlarm = (text: string, ctx: Ctx): boolean =>
  canonical(text) === canonical(ctx.speak(t('alarm.take')))

/** Typed, the button does not say which alarm: the one that waits, or she is asked. `last`: the one whose page stands there. */
export function* takeWaiting(ctx: Ctx, last?: string): Flow {
  const { alarms } = yield* theQueue()
  if (alarms.length > 1) {
    const queue = yield* queuePlace({ at: 'queue' }, { kind: 'enter' }, ctx)
    return { ...queue, says: [say(t('alarm.which', { n: alarms.length })), ...queue.says] }
  }
  const id = alarms[0]?.id ?? last
  return id === undefined ? yield* gone(ctx) : yield* takeAlarm(id, ctx)
}
