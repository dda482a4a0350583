import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe } from 'vitest'
import { quickParent } from './quickParent.ts'

const run = promisify(execFile)
const places = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']
const program = places.find((place) => existsSync(place))

/** Tests with LibreOffice. Where there is none they are skipped by name, but never with CI=true. */
export function describeInOffice(name: string, tests: () => void): void {
  const skip = program === undefined && process.env['CI'] !== 'true'
  const reason = skip ? ' (skipped: no LibreOffice; Debian: apt-get install libreoffice-writer libreoffice-calc)' : ''
  describe.skipIf(skip)(`${name}${reason}`, () => {
    tests()
  })
}

export interface OfficeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Opens these files in one run of LibreOffice and saves each as `to`: what a person would see. KEEP_PAPERS keeps them all. */
export async function openInOffice(files: readonly OfficeFile[], to: 'pdf'): Promise<readonly Buffer[]> {
  if (program === undefined) throw new Error(`no LibreOffice in ${places.join(', ')}`)
  const keep = process.env['KEEP_PAPERS']
  const folder = mkdtempSync(path.join(keep ?? quickParent(), 'chihoi-office-'))
  try {
    // Numbered: a workbook and a document may share a name.
    const inputs = files.map(({ name, bytes }, index) => ({ name: `${index}-${name}`, bytes }))
    for (const { name, bytes } of inputs) writeFileSync(path.join(folder, name), bytes)
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
    const names = inputs.map(({ name }) => path.join(folder, name))
    await run(program, [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', folder, ...names], {
      timeout: 120_000,
    })
    return inputs.map(({ name }) => readFileSync(path.join(folder, `${path.parse(name).name}.${to}`)))
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** The words of a PDF as they stand on its pages. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const folder = mkdtempSync(path.join(quickParent(), 'chihoi-pdf-'))
  try {
    const file = path.join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    const { stdout } = await run('pdftotext', ['-layout', file, '-'])
    return stdout.normalize('NFC')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
