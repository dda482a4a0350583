import { caseId } from '../../src/domain/ids.ts'
import { caseKey, makeCaseKey, turnCaseKeys } from '../../src/bot/store/vault/caseKeys.ts'
import { temporaryInstallation } from '../support/temporaryInstallation.ts'
import { median, round } from './figures.ts'
import type { Print } from './print.ts'

const CASES = 10_000
const ROUNDS = 5
const FIRST = new Date('2026-11-20T02:00:00Z')
const DAY_MS = 24 * 3600_000

/**
 * The key of every living case wrapped anew under the key of the day, in one transaction as each night. Beside it, in turns, one
 * plain statement that writes as many rows of the same table; afterwards every case is opened, so that none was lost.
 */
export async function benchRotation(print: Print): Promise<void> {
  const installation = await temporaryInstallation('temporary')
  const { store } = installation
  try {
    const ids = Array.from({ length: CASES }, (_, n) => caseId(`case-${n}`))
    await store.vault.case.createMany({
      data: ids.map((id, n) => ({
        id,
        alias: `CA-${n}`,
        state: 'waiting',
        severity: 'none',
        topic: 'other_legal',
        openedAt: FIRST,
        promiseAt: FIRST,
        consent: 'bench',
        consentAt: FIRST,
      })),
    })
    await store.vault.$transaction(
      async (tx) => {
        for (const id of ids) await makeCaseKey(store, tx, id, FIRST)
      },
      { timeout: 120_000 },
    )
    const turned: number[] = []
    const plain: number[] = []
    for (let n = 1; n <= ROUNDS; n++) {
      const now = new Date(FIRST.getTime() + n * DAY_MS)
      turned.push(await timed(() => store.vault.$transaction((tx) => turnCaseKeys(store, tx, now))))
      plain.push(await timed(() => store.vault.$executeRaw`UPDATE vault.case_key SET wrapped = wrapped || ''::bytea`))
    }
    const open = await store.vault.$transaction(
      async (tx) => {
        let count = 0
        for (const id of ids) if ((await caseKey(store, tx, id)) !== undefined) count++
        return count
      },
      { timeout: 120_000 },
    )
    print({
      bench: 'rotation',
      cases: CASES,
      open,
      seconds: round(median(turned) / 1000, 2),
      plainSeconds: round(median(plain) / 1000, 2),
      ratio: round(median(turned.map((one, n) => one / (plain[n] ?? Number.NaN))), 1),
    })
    if (open !== CASES) throw new Error(`${CASES - open} cases cannot be opened after their keys were turned`)
  } finally {
    await installation.close()
  }
}

async function timed(work: () => Promise<number>): Promise<number> {
  const started = performance.now()
  const rows = await work()
  if (rows !== CASES) throw new Error(`${rows} rows were written, not ${CASES}`)
  return performance.now() - started
}
