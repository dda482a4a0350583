import { benchSize } from './atSize.ts'
import { benchDurable } from './durable.ts'
import { benchOutage } from './outage.ts'
import { benchRotation } from './rotation.ts'
import { benchStart } from './start.ts'
import { benchSteps } from './steps.ts'
import { benchTriage } from './triage.ts'

const benches = {
  steps: benchSteps,
  durable: benchDurable,
  triage: benchTriage,
  rotation: benchRotation,
  outage: benchOutage,
  start: benchStart,
  size: benchSize,
}

/** `npm run bench` measures everything; `npm run bench -- steps` one part. Prints JSON lines. */
const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench((figures) => console.log(JSON.stringify(figures)))
}
