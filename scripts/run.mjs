// The one door for every npm script. Plain JavaScript, so that an old Node reaches the sentence that refuses it.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)

const modules = {
  start: 'src/bot/main.ts',
  cli: 'src/bot/cli.ts',
  check: 'scripts/check.ts',
  bench: 'test/bench/run.ts',
  faults: 'test/faults/run.ts',
  prove: 'test/prove.ts',
  'zalo-simulator': 'test/zalo/simulator/main.ts',
}

/** Node reads TypeScript by itself from 22.18 on, and on the 23 line from 23.6 on. */
function readsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major === 22) return minor >= 18
  if (major === 23) return minor >= 6
  return major >= 24
}

function refuseOldNode() {
  const version = process.versions.node
  process.stderr.write(
    `Cần Node 24 (tối thiểu 22.18), máy đang chạy Node ${version}: hãy gọi qua npm (npm start, npm test, npm run cli), ` +
      'và nếu vẫn thấy dòng này thì cài Node 24 rồi chạy lại "npm ci" (đừng dùng --omit=optional).\n' +
      `Node 24 is needed (22.18 at least) and this is Node ${version}: go through npm (npm start, npm test, npm run cli), ` +
      'and if this line stays, install Node 24 and run "npm ci" again (without --omit=optional).\n',
  )
  process.exitCode = 1
}

function refuseUnknown(command) {
  process.stderr.write(
    `Không có lệnh "${command}" / no such command. Có / known: ${Object.keys(modules).join(', ')}, test\n`,
  )
  process.exitCode = 1
}

/** Runs vitest as a child, so that its workers and exit code are its own. */
function runTests(args) {
  const vitest = fileURLToPath(new URL('node_modules/vitest/vitest.mjs', root))
  const child = spawn(process.execPath, [vitest, 'run', ...args], { stdio: 'inherit', cwd: fileURLToPath(root) })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code === null ? 1 : code))
  })
}

async function run(command, args) {
  const { prepare } = await import(new URL('scripts/prepare.ts', root).href)
  await prepare()
  if (command === 'test') {
    process.exitCode = await runTests(args)
    return
  }
  const file = new URL(modules[command], root)
  process.argv = [process.execPath, fileURLToPath(file), ...args]
  await import(file.href)
}

const [command, ...args] = process.argv.slice(2)
if (!readsTypeScript(process.versions.node)) refuseOldNode()
else if (command !== 'test' && !Object.keys(modules).includes(command)) refuseUnknown(command)
else {
  run(command, args).catch((error) => {
    process.stderr.write(`${error && error.name === 'StartError' ? error.message : (error && error.stack) || error}\n`)
    process.exitCode = 1
  })
}
