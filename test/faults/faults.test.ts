import { expect, test } from 'vitest'
import { runFaults } from './faults.ts'

// Small numbers of what `npm run faults` does; a planted bug shows that the harness can see.

test('a bot that is killed loses nothing and does nothing twice', async () => {
  const report = await runFaults({ kills: 4, seed: 7, officers: 8 })
  expect(report).toMatchObject({ ok: true, lost: 0, twice: 0, outOfOrder: 0, stuck: 0, repliesMissing: 0 })
  expect(report.events).toBeGreaterThan(20)
}, 240_000)

test('a bot that acknowledges before it stores is found out', async () => {
  const report = await runFaults({ kills: 3, seed: 7, officers: 8, plant: 'ack-first', drainMs: 500 })
  expect(report.ok).toBe(false)
  expect(report.lost).toBeGreaterThan(0)
}, 240_000)
