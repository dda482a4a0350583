import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import { buildPage } from '../../../../scripts/buildPage.ts'
import { type ServerOptions, webServer } from './server.ts'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const program = places.find((place) => existsSync(place))
let browser: Browser | undefined

/** A browser on a machine full of other work loses a race now and then; a fault of ours is there the second time too. */
const RETRIES = process.env['CI'] === 'true' ? 1 : 0

/** Tests in a real browser. Where there is none they are skipped by name, but never with CI=true. */
export function describeInBrowser(name: string, tests: () => void): void {
  const skip = program === undefined && process.env['CI'] !== 'true'
  const reason = skip ? ' (skipped: no Chromium; Debian: apt-get install chromium)' : ''
  describe.skipIf(skip)(`${name}${reason}`, { retry: RETRIES }, () => {
    beforeAll(async () => {
      if (program === undefined) throw new Error(`no Chromium in ${places.join(', ')}`)
      browser = await chromium.launch({ executablePath: program, args: flags })
    })
    afterAll(async () => {
      await browser?.close()
    })
    tests()
  })
}

export interface PageOptions extends ServerOptions {
  readonly context?: BrowserContextOptions
}

/** A server, and a browser of one's own that has opened its page. What goes wrong on the page is in `complaints`. */
export async function openPage({ context: contextOptions, ...options }: PageOptions = {}) {
  const server = await webServer({ ...options, pageDir: await buildPage() })
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...server, origin, ...(await visit(origin, contextOptions)) }
}

/** A browser of one's own that opens this page. */
export async function visit(origin: string, options: BrowserContextOptions = {}) {
  const context = await freshContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', (said) => {
    // Where there is no demonstration, asking for it is answered 404.
    const isExpected = said.location().url.endsWith('/demo/people')
    if (['error', 'warning'].includes(said.type()) && !isExpected) complaints.push(said.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(origin)
  return { context, page, complaints, asked }
}

async function freshContext(options: BrowserContextOptions = {}) {
  if (browser === undefined) throw new Error('outside describeInBrowser')
  const context = await browser.newContext({ locale: 'vi', viewport: { width: 390, height: 844 }, ...options })
  context.setDefaultTimeout(20_000)
  onTestFinished(() => context.close())
  return context
}

/** The bubbles, from top to bottom. */
export const bubblesOf = (page: Page): Promise<readonly string[]> => page.locator('.bubble p').allInnerTexts()
