import type { App } from '../app.ts'
import { nudgeWomen, watchRequests } from '../store/vault/nudges.ts'
import { roomLinks } from '../store/vault/ownPage.ts'
import { forgetFirstWords } from '../store/vault/retention.ts'

const minutes = new WeakMap<App, number>()

/** What may wait for a minute: the neutral line of her hours, requests that fall due, and hourly the words before consent. */
export async function everyMinute(app: App, now: Date): Promise<number> {
  const minute = Math.floor(now.getTime() / 60_000)
  if (minutes.get(app) === minute) return 0
  minutes.set(app, minute)
  return await app.store.vault.$transaction(async (tx) => {
    const nudged = (await nudgeWomen(app.store, tx, now)) + (await watchRequests(app.store, tx, now))
    // First words are promised to be gone after a day, so an hour at most is added to it.
    const hour = { job: 'hourly', slot: now.toISOString().slice(0, 13), at: now }
    const { count } = await tx.jobRun.createMany({ data: [hour], skipDuplicates: true })
    if (count === 0) return nudged
    await roomLinks(app.store, tx).sweep(now)
    return nudged + (await forgetFirstWords(app.store, tx, now))
  })
}
