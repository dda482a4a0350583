import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import path from 'node:path'
import { z } from 'zod'
import { type Locale, textIn } from '../../domain/text.ts'
import type { Line, LineValue } from '../../flows/say.ts'

export type Speak = (line: Line, locale: Locale) => string

const catalogue = z.record(z.string(), z.string())

/** The one place where keys become sentences. Words of people and plans are put in as they are, never read for keys. */
export async function makeSpeaker(folder = path.join(import.meta.dirname, '../../../locales')): Promise<Speak> {
  const texts = (locale: Locale) =>
    catalogue.parse(JSON.parse(readFileSync(path.join(folder, `${locale}.json`), 'utf8')))
  const instance = createInstance()
  await instance.init({
    lng: 'vi',
    fallbackLng: 'vi',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: { vi: { translation: texts('vi') }, en: { translation: texts('en') } },
  })
  const speakers = { vi: instance.getFixedT('vi'), en: instance.getFixedT('en') }
  const speak: Speak = (line, locale) => {
    if ('text' in line) return textIn(line.text, locale)
    const values = Object.fromEntries(
      Object.entries(line.values ?? {}).map(([name, value]) => [name, spoken(value, locale)]),
    )
    return speakers[locale](line.key, values)
  }
  const spoken = (value: LineValue, locale: Locale): string => {
    if (typeof value === 'string') return value
    if (typeof value === 'number') return String(value)
    return isLines(value) ? value.map((one) => speak(one, locale)).join(', ') : speak(value, locale)
  }
  return speak
}

const isLines = (value: Line | readonly Line[]): value is readonly Line[] => Array.isArray(value)
