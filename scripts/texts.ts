// node scripts/texts.ts   fails when a sentence is missing, unused, untranslated, or unsafe on a lock screen
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { checkPrivateTexts } from './privateTexts.ts'
import { literalsIn } from './literals.ts'
import { readSources, root, type Source } from './sources.ts'

export interface Texts {
  readonly vi: Readonly<Record<string, string>>
  readonly en: Readonly<Record<string, string>>
  /** What is said otherwise to somebody young. */
  readonly young: Readonly<Record<string, string>>
  readonly sources: readonly Source[]
}

/** What is wrong with the sentences of the bot, one line each. */
export function checkTexts(texts: Texts = readTexts()): readonly string[] {
  const young = { ...texts.vi, ...texts.young }
  return [
    ...checkLanguages(texts),
    ...checkYoung(texts),
    ...checkUse(texts),
    ...checkPrivateTexts(texts.vi),
    ...checkPrivateTexts(young)
      .filter((problem) => texts.young[problem.split(':')[0] ?? ''] !== undefined)
      .map((problem) => `vi.young.json: ${problem}`),
  ]
}

function readTexts(): Texts {
  const catalogue = (locale: string) =>
    z
      .record(z.string(), z.string())
      .parse(JSON.parse(readFileSync(path.join(root, 'locales', `${locale}.json`), 'utf8')))
  return { vi: catalogue('vi'), en: catalogue('en'), young: catalogue('vi.young'), sources: readSources() }
}

/** Both languages say the same things with the same values. */
function checkLanguages({ vi, en }: Texts): readonly string[] {
  const keys = [...new Set([...Object.keys(vi), ...Object.keys(en)])]
  return keys.flatMap((key) => {
    const [one, other] = [vi[key], en[key]]
    if (one === undefined) return [`${key}: only in en.json`]
    if (other === undefined) return [`${key}: only in vi.json`]
    if (one.trim() === '' || other.trim() === '') return [`${key}: is empty`]
    const [values, others] = [valuesIn(one), valuesIn(other)]
    return values === others ? [] : [`${key}: vi has the values ${values || 'none'}, en has ${others || 'none'}`]
  })
}

/** The same values under keys that exist, and nobody young is «chị» there: only the line that she may get one day is quoted. */
function checkYoung({ vi, young }: Texts): readonly string[] {
  return Object.entries(young).flatMap(([key, text]) => {
    const usual = vi[key]
    if (usual === undefined) return [`${key}: only in vi.young.json`]
    if (valuesIn(usual) !== valuesIn(text)) return [`${key}: vi.young.json has other values than vi.json`]
    const said = text.replaceAll(`«${vi['nudge.line'] ?? ''}»`, '')
    return /(?<!\p{L})chị(?!\p{L})/iu.test(said) ? [`${key}: vi.young.json says «chị»`] : []
  })
}

const valuesIn = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map((found) => found[1] ?? ''))].sort().join(', ')

/** Every key is said somewhere, every key that is said exists, and no flow holds a sentence of its own. */
function checkUse({ vi, sources }: Texts): readonly string[] {
  const found = sources.map(({ file, code }) => ({ file, literals: literalsIn(file, code) }))
  const said = new Set(found.flatMap(({ literals }) => literals.whole.map((one) => one.text)))
  const heads = [...new Set(found.flatMap(({ literals }) => literals.heads))]
  const unused = Object.keys(vi)
    .filter((key) => !said.has(key) && !heads.some((head) => key.startsWith(head)))
    .map((key) => `${key}: nothing in src says it`)
  const missing = found.flatMap(({ file, literals }) => [
    ...literals.keys.filter((key) => vi[key] === undefined).map((key) => `${file}: ${key} is not in vi.json`),
    ...literals.keyHeads
      .filter((head) => !Object.keys(vi).some((key) => key.startsWith(head)))
      .map((head) => `${file}: no key of vi.json begins with ${head}`),
  ])
  const sentences = found
    .filter(({ file }) => file.startsWith('src/flows/'))
    .flatMap(({ file, literals }) =>
      literals.whole
        .filter((one) => /[^\p{ASCII}]/u.test(one.text) && /\p{L}/u.test(one.text.replaceAll(/\p{ASCII}/gu, '')))
        .map((one) => `${file}:${one.line}: a sentence belongs into vi.json: ${one.text}`),
    )
  return [...unused, ...missing, ...sentences]
}

if (import.meta.main) {
  const problems = checkTexts()
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}
