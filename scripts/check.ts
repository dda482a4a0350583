import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const root = path.join(import.meta.dirname, '..')

interface Step {
  readonly name: string
  readonly command: readonly string[]
}

const steps: readonly Step[] = [
  { name: 'types', command: [bin('@typescript/native', 'tsc'), '-p', '.'] },
  { name: 'page types', command: [bin('@typescript/native', 'tsc'), '-p', 'src/bot/channels/web/page'] },
  { name: 'lint', command: [bin('oxlint', 'oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', command: [bin('@biomejs/biome', 'biome'), 'format'] },
  {
    name: 'layers',
    command: [bin('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', 'src', 'scripts', 'test'],
  },
  { name: 'dead code', command: [bin('knip', 'knip'), '--no-progress'] },
  { name: 'texts', command: ['--disable-warning=ExperimentalWarning', 'scripts/texts.ts'] },
  { name: 'regexes', command: ['--disable-warning=ExperimentalWarning', 'scripts/regexes.ts'] },
  { name: 'migrations', command: ['--disable-warning=ExperimentalWarning', 'scripts/migrate.ts', 'check'] },
]

let failed = 0
for (const step of steps) {
  const { code, said, ms } = await run(step)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name.padEnd(10)} ${String(ms).padStart(6)} ms`)
  if (code !== 0) {
    failed++
    console.log(said)
  }
}
if (failed > 0) process.exitCode = 1

async function run(step: Step) {
  const started = performance.now()
  // oxlint looks for tsgolint on the path.
  const PATH = `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`
  const child = spawn(process.execPath, step.command, { cwd: root, env: { ...process.env, PATH } })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
  return { code, said: said.join(''), ms: Math.round(performance.now() - started) }
}

function bin(name: string, program: string): string {
  const folder = path.join(root, 'node_modules', name)
  const manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) })
  const { bin } = manifest.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')))
  return path.join(folder, typeof bin === 'string' ? bin : (bin[program] ?? ''))
}
