import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const source = path.join(root, 'src/bot/channels/web/page')
const cache = path.join(root, '.cache')

/** What the server serves; src/bot has the same path, since it may not import a script. */
const output = path.join(cache, 'page')
const stampName = '.stamp'
const copied = ['index.html', 'page.css', 'calendar.css', 'icon.svg', 'figures.html', 'figures.css']
/** The web chat, and the page of figures. */
const bundles = { 'page.js': 'main.tsx', 'figures.js': 'figures/main.tsx' } as const

/** Bundles the page of the web chat and gives its folder. Does nothing when it already fits its sources. */
export async function buildPage(): Promise<string> {
  const stamp = stampOf()
  if (readStamp() === stamp) return output
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(path.join(cache, 'page-'))
  try {
    const built = path.join(work, 'page')
    mkdirSync(built)
    for (const [name, entry] of Object.entries(bundles)) await bundle(entry, path.join(built, name))
    for (const name of copied) copyFileSync(path.join(source, name), path.join(built, name))
    writeFileSync(path.join(built, stampName), stamp)
    putInPlace(work, built, stamp)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return output
}

/** esbuild is loaded only when there is something to build, so that an ordinary start does not pay for it. */
async function bundle(entry: string, outfile: string): Promise<void> {
  const { build } = await import('esbuild')
  await build({
    entryPoints: [path.join(source, entry)],
    outfile,
    tsconfig: path.join(source, 'tsconfig.json'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome100', 'firefox104', 'safari15.4'],
    legalComments: 'none',
    logLevel: 'warning',
  })
}

function stampOf(): string {
  const hash = createHash('sha256')
  const read = createRequire(import.meta.url)
  const manifests = ['preact', 'esbuild'].map((name) => read.resolve(`${name}/package.json`))
  const sources = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.relative(source, path.join(one.parentPath, one.name)))
    .sort()
  const files = [import.meta.filename, ...manifests, ...sources.map((name) => path.join(source, name))]
  for (const file of files) hash.update(path.basename(file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function readStamp(): string | undefined {
  const file = path.join(output, stampName)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** As for the Prisma client: the old folder steps aside, and whoever comes second with the same leaves it be. */
function putInPlace(work: string, built: string, stamp: string): void {
  if (existsSync(output)) {
    try {
      renameSync(output, path.join(work, 'old'))
    } catch (error) {
      if (existsSync(output)) throw error
    }
  }
  try {
    renameSync(built, output)
  } catch (error) {
    if (readStamp() !== stamp) throw error
  }
}
