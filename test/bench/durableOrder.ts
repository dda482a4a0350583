import { z } from 'zod'
import { makeLog } from '../../src/bot/log.ts'
import { makeApp } from '../../src/bot/start/makeApp.ts'
import type { App } from '../../src/bot/app.ts'
import { makePlanBook } from '../../src/domain/plan/planBook.ts'
import { OPEN_WORD, plainForm, planWith } from '../support/officers.ts'
import { openStoreIn, type Places } from '../support/temporaryInstallation.ts'
import { openBlobs } from '../../src/bot/store/openBlobs.ts'

export const CHANNEL = 'bench'
export const QUESTIONS = 12
/** A form: its name, the answers, the number of the button that sends it. Each officer fills two to warm up, and two that count. */
export const WARM_EVENTS = 2 * (QUESTIONS + 2)
export const EVENTS = 2 * WARM_EVENTS

/** What a worker process is told, as its one argument. */
export const durableOrder = z.object({
  kind: z.enum(['bot', 'raw']),
  dataDir: z.string(),
  botUrl: z.string(),
  vaultUrl: z.string(),
  ringFile: z.string(),
  officers: z.array(z.string()),
  /** Where the recorded statements are. */
  recording: z.string(),
})
export type DurableOrder = z.infer<typeof durableOrder>

export function textOf(n: number): string {
  const step = (n - 1) % (QUESTIONS + 2)
  if (step === 0) return OPEN_WORD
  return step === QUESTIONS + 1 ? '1' : `Điều thứ ${n} mà chị em đã cùng làm`
}

export async function openApp(places: Places): Promise<App> {
  const store = openStoreIn(places)
  const now = () => new Date()
  const log = makeLog('error', { write: (line) => void process.stderr.write(line) })
  const app = await makeApp({
    store,
    blobs: openBlobs(places),
    log,
    demo: false,
    now,
    channels: new Map(),
    wake: () => {},
  })
  return { ...app, plans: makePlanBook([planWith(plainForm(QUESTIONS), now())]) }
}
