import type { App } from '../app.ts'
import { planDigests } from '../store/union/digestPlan.ts'
import { pageAlarms } from '../store/vault/alarms.ts'
import { callForWaiting } from '../store/vault/dangerWaits.ts'
import { askOutcomes } from '../store/vault/referrals.ts'
import { closeSilentRooms, remindOfShiftEnd, watchPromises } from '../store/vault/watch.ts'
import { watchWindows, type Window } from '../store/vault/windows.ts'
import { daily } from './daily.ts'
import { everyMinute } from './everyMinute.ts'
import { postDue } from './postDue.ts'

/** What falls due: run every second, and after each move of the clock in a talk. True when something was done. */
export async function tick(app: App): Promise<boolean> {
  const now = app.now()
  const watched = await app.store.vault.$transaction(async (tx) => {
    const called = await callForWaiting(app.store, tx, now)
    const paged = called + (await pageAlarms(app.store, tx, now))
    const warned = await watchPromises(app.store, tx, now, app.calendar)
    const reminded = (await remindOfShiftEnd(app.store, tx, now)) + (await askOutcomes(app.store, tx, now))
    const shutting = await watchWindows(app.store, tx, windowsOf(app), now)
    return paged + warned + reminded + shutting + (await closeSilentRooms(app.store, tx, now))
  })
  const digests = await app.store.union.$transaction((tx) => planDigests(tx, now))
  const swept = (await daily(app, now)) + (await everyMinute(app, now))
  const posted = await app.store.union.$transaction((tx) => postDue(app, tx, now))
  return watched + digests + posted + swept > 0
}

const windowsOf = ({ channels }: App): readonly Window[] =>
  [...channels.values()].flatMap(({ name, caps }) =>
    caps.window === undefined ? [] : [{ channel: name, ...caps.window }],
  )
