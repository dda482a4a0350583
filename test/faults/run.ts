import { parseArgs } from 'node:util'
import { runFaults } from './faults.ts'
import { PLANTS } from './order.ts'

/** `npm run faults -- --kills 100 [--seed N] [--plant ack-first]`: one JSON line, and exit code 1 where a promise was broken. */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string' }, plant: { type: 'string' } },
})
const plant = PLANTS.find((one) => one === values.plant)
if (values.plant !== undefined && plant === undefined) throw new Error(`no such plant; known: ${PLANTS.join(', ')}`)

const report = await runFaults({
  kills: Number(values.kills),
  seed: Number(values.seed ?? Date.now() % 1_000_000),
  ...(plant === undefined ? {} : { plant }),
})
console.log(JSON.stringify(report))
if (!report.ok) process.exitCode = 1
