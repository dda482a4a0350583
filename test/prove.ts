import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'

const root = path.join(import.meta.dirname, '..')
const counted = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })

/**
 * `npm run prove [-- PART OF A PATH …]`: every test whose count grows (test/support/many.ts), in full, then a thousand kills.
 * One JSON line for each; exit code 1 where a promise was broken. Takes hours.
 */
const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((part) => name.includes(part))
const files = countedFiles()
const unknown = wanted.filter((part) => ![...files, 'faults'].some((name) => name.includes(part)))
if (unknown.length > 0) {
  console.error(`No proof has ${unknown.join(', ')} in its path. There are:\n${[...files, 'faults'].join('\n')}`)
  process.exit(1)
}
let broken = 0
for (const file of files.filter(isWanted)) {
  const started = performance.now()
  const { passed, failed } = await runFile(file)
  if (failed > 0 || passed === 0) broken++
  console.log(
    JSON.stringify({ prove: file, passed, failed, seconds: Math.round((performance.now() - started) / 1000) }),
  )
}
if (isWanted('faults')) {
  const code = await run(process.execPath, ['scripts/run.mjs', 'faults', '--kills', '1000'], 'inherit')
  if (code !== 0) broken++
}
if (broken > 0) process.exitCode = 1

function countedFiles(): readonly string[] {
  return readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.posix.join('test', ...name.split(path.sep)))
    .filter((name) => /\bmany\(/.test(readFileSync(path.join(root, name), 'utf8')))
    .toSorted()
}

/** A file that does not load, or whose error lies between two tests, has failed once. */
async function runFile(file: string): Promise<{ readonly passed: number; readonly failed: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chihoi-prove-'))
  const report = path.join(folder, 'report.json')
  try {
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
    const code = await run(
      process.execPath,
      [vitest, 'run', '--reporter=json', `--outputFile=${report}`, file],
      'ignore',
    )
    const { numPassedTests: passed, numFailedTests: failed } = counted.parse(JSON.parse(readFileSync(report, 'utf8')))
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, args: readonly string[], stdout: 'inherit' | 'ignore'): Promise<number> {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, PROVE: 'full' },
    stdio: ['ignore', stdout, 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
