// A process of its own for embedded.test.ts: starts the server, says so in one JSON line, and stops when its input ends.
import { startEmbedded } from '../../../src/bot/store/embedded.ts'

const [dataDir = '', graceSeconds = '5', durability = 'temporary', packageDir] = process.argv.slice(2)
const place = { dataDir, graceSeconds: Number(graceSeconds), temporary: durability === 'temporary' }

try {
  const server = await startEmbedded(packageDir === undefined ? place : { ...place, packageDir })
  say({ adopted: server.adopted, ownerUrl: server.ownerUrl, problem: '' })
  process.stdin.resume()
  process.stdin.on('end', () => void server.stop())
} catch (error) {
  const problem = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
  say({ adopted: false, ownerUrl: '', problem })
}

function say(outcome: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(outcome)}\n`)
}
