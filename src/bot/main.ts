import { readConfig } from './config/config.ts'
import { whenOrphaned } from './start/orphan.ts'
import { demoPeople, start } from './start/startBot.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const config = readConfig(process.env, process.cwd())
const running = await start(config)
say(`Chị Hội: ${running.address}`)
if (config.demo) {
  for (const one of demoPeople()) say(`  ${one.key.padEnd(17)} ${one.role.padEnd(12)} ${one.name} – ${one.unit}`)
}

let stopping = false
const end = (): void => {
  // A second signal does not wait.
  if (stopping) process.exit(1)
  stopping = true
  running.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  )
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
whenOrphaned(process.env, end)
