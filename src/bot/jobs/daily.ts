import { dateOf, instant } from '../../domain/calendar.ts'
import type { App } from '../app.ts'
import { auditChains, forgetAudit } from '../store/auditChain.ts'
import { unionLinks } from '../store/links.ts'
import { sweepDrafts } from '../store/union/drafts.ts'
import { turnCaseKeys } from '../store/vault/caseKeys.ts'
import { forgetTries } from '../store/vault/door.ts'
import { releaseFigures } from '../store/vault/releases.ts'
import { endWhatIsDue } from '../store/vault/retention.ts'
import { acceptSilently } from './accept.ts'
import { planLoops } from './loops.ts'
import { planReminders } from './reminders.ts'
import { planReviewNotices } from './reviewNotices.ts'
import { treeNow } from './treeNow.ts'

const KEY_DAYS = 30

/**
 * Once a day: keys of cases turn, old drafts and keys of events go, reports nobody looked at are accepted, and what is to be
 * told on this day is planned.
 */
export async function daily(app: App, now: Date): Promise<number> {
  const today = dateOf(instant(now.getTime()))
  const slot = { job: 'daily', slot: today }
  if ((await app.store.union.jobRun.count({ where: slot })) > 0) return 0
  await acceptSilently(app, now)
  const first = await app.store.union.$transaction(async (tx) => {
    const { count } = await tx.jobRun.createMany({
      data: [{ ...slot, at: now }],
      skipDuplicates: true,
    })
    if (count === 0) return false
    await sweepDrafts(tx, now)
    await tx.inbox.deleteMany({
      where: { state: 'done', doneAt: { lt: new Date(now.getTime() - KEY_DAYS * 24 * 3600_000) } },
    })
    const tree = await treeNow(app, tx)
    await planLoops(app, tx, tree, now)
    await planReminders(app, tx, now)
    await planReviewNotices(app, tx, now)
    return true
  })
  if (!first) return 0
  await app.files.sweep()
  await unionLinks(app.store).sweep(now)
  await app.store.vault.$transaction(async (tx) => {
    await turnCaseKeys(app.store, tx, now)
    await releaseFigures(tx, now)
    await endWhatIsDue(tx, now)
    await forgetTries(tx, now)
  })
  for (const chain of auditChains(app.store)) await forgetAudit(chain, now)
  return 1
}
