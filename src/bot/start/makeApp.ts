import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { makePlanBook } from '../../domain/plan/planBook.ts'
import type { App } from '../app.ts'
import type { Channel } from '../channel.ts'
import { openDocuments } from '../documents/documents.ts'
import { openFiles } from '../files.ts'
import { loadSheets } from '../sources/legalSheets.ts'
import type { Log } from '../log.ts'
import { loadPlans } from '../sources/plans.ts'
import { makeSpeaker } from '../sources/speak.ts'
import { registerCache } from '../store/register.ts'
import type { Blobs } from '../store/blobs.ts'
import type { Store } from '../store/store.ts'
import { loadCalendar } from '../sources/workingDays.ts'

export interface AppOptions {
  readonly store: Store
  /** Where sealed evidence lies. */
  readonly blobs: Blobs
  readonly log: Log
  readonly demo: boolean
  readonly now: () => Date
  readonly channels: ReadonlyMap<string, Channel>
  readonly wake: () => void
  readonly base?: () => string | undefined
  readonly said?: (channel: string, address: string) => void
}

export const plansDir = path.join(import.meta.dirname, '../../../plans')

/** Puts a bot together around an open store. */
export async function makeApp(options: AppOptions): Promise<App> {
  const { store, blobs, log, demo, now, channels, wake } = options
  const plans = await loadPlans({ dir: plansDir, ...(demo ? { demoYears: demoYearsOf(now()) } : {}) })
  const documents = openDocuments()
  return {
    store,
    log,
    demo,
    now,
    channels,
    wake,
    said: options.said ?? (() => {}),
    base: options.base ?? (() => undefined),
    documents,
    files: openFiles({
      store,
      documents,
      blobs,
      now,
      newId: () => randomBytes(12).toString('hex'),
    }),
    plans: makePlanBook(plans),
    calendar: await loadCalendar(path.join(plansDir, 'calendar')),
    legal: await loadSheets(),
    speak: await makeSpeaker(),
    tree: registerCache(store),
  }
}

const TWO_TIERS = 2025

/** Years for which the demonstration has a plan: from the year in which the districts ended to the next. */
export function demoYearsOf(now: Date): readonly number[] {
  const last = now.getUTCFullYear() + 1
  return Array.from({ length: Math.max(0, last - TWO_TIERS + 1) }, (_, index) => TWO_TIERS + index)
}
