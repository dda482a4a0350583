import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { buildPage } from './buildPage.ts'

const root = path.join(import.meta.dirname, '..')
const resolvePackage = createRequire(import.meta.url).resolve

const project = {
  schemaFile: path.join(root, 'prisma/schema.prisma'),
  output: path.join(root, 'src/bot/store/generated'),
  cache: path.join(root, '.cache'),
}

/** Makes what neither git nor npm brings: the Prisma client and the page. Does nothing where they fit their sources. */
export async function prepare(): Promise<void> {
  await generateClient(project)
  await buildPage()
}

export interface ClientPlaces {
  readonly schemaFile: string
  readonly output: string
  readonly cache: string
}

export async function generateClient(places: ClientPlaces): Promise<void> {
  const schema = readFileSync(places.schemaFile, 'utf8')
  const stamp = stampOf(schema)
  if (readStamp(places.output) === stamp) return
  mkdirSync(places.cache, { recursive: true })
  const work = mkdtempSync(path.join(places.cache, 'prisma-'))
  try {
    const copy = path.join(work, 'schema.prisma')
    writeFileSync(copy, withOutput(schema, './generated'))
    await runPrisma(['generate', '--schema', copy, '--no-hints'])
    writeFileSync(path.join(work, 'generated', stampName), stamp)
    putInPlace(work, places.output, stamp)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const stampName = '.stamp'

const packageVersion = z.object({ version: z.string() })

function stampOf(schema: string): string {
  const manifest: unknown = JSON.parse(readFileSync(resolvePackage('prisma/package.json'), 'utf8'))
  return createHash('sha256').update(packageVersion.parse(manifest).version).update('\n').update(schema).digest('hex')
}

function readStamp(output: string): string | undefined {
  const file = path.join(output, stampName)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function withOutput(schema: string, output: string): string {
  const line = /^(\s*output\s*=\s*)"[^"]*"/mu
  if (!line.test(schema)) throw new Error('schema.prisma: the generator has no line `output = "…"`')
  return schema.replace(line, `$1"${output}"`)
}

/**
 * The command line insists on an engine binary which generating never runs; where binaries.prisma.sh cannot be reached
 * it would fail, so any existing file stands in for it.
 */
async function runPrisma(args: readonly string[]): Promise<void> {
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
  const cli = path.join(path.dirname(resolvePackage('prisma/package.json')), 'build/index.js')
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(`prisma ${args.join(' ')} ended with ${code}:\n${said.join('')}`)
}

/** A folder cannot replace a folder in one step: the old one steps aside, and whoever comes second leaves it be. */
function putInPlace(work: string, output: string, stamp: string): void {
  mkdirSync(path.dirname(output), { recursive: true })
  if (existsSync(output)) {
    try {
      renameSync(output, path.join(work, 'old'))
    } catch (error) {
      if (existsSync(output)) throw error
    }
  }
  try {
    renameSync(path.join(work, 'generated'), output)
  } catch (error) {
    if (readStamp(output) !== stamp) throw error
  }
}
