import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import path from 'node:path'
import { z } from 'zod'
import { textIn, type Voice } from '../../domain/text.ts'
import type { Line, LineValue } from '../../flows/say.ts'

export type Speak = (line: Line, voice: Voice) => string

/** A tag of its own within Vietnamese, as languages are tagged (BCP 47). */
const YOUNG = 'vi-x-young'
const catalogue = z.record(z.string(), z.string())

/** The one place where keys become sentences. Words of people and plans are put in as they are, never read for keys. */
export async function makeSpeaker(folder = path.join(import.meta.dirname, '../../../locales')): Promise<Speak> {
  const texts = (name: string) => catalogue.parse(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')))
  const instance = createInstance()
  await instance.init({
    lng: 'vi',
    fallbackLng: 'vi',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: {
      vi: { translation: texts('vi') },
      en: { translation: texts('en') },
      // What is not said otherwise to somebody young is said as to everybody.
      [YOUNG]: { translation: texts('vi.young') },
    },
  })
  const speakers = {
    vi: instance.getFixedT('vi'),
    en: instance.getFixedT('en'),
    viYoung: instance.getFixedT(YOUNG),
  }
  const speak: Speak = (line, voice) => {
    if ('text' in line) return textIn(line.text, voice)
    const values = Object.fromEntries(
      Object.entries(line.values ?? {}).map(([name, value]) => [name, spoken(value, voice)]),
    )
    return speakers[voice](line.key, values)
  }
  const spoken = (value: LineValue, voice: Voice): string => {
    if (typeof value === 'string') return value
    if (typeof value === 'number') return String(value)
    return isLines(value) ? value.map((one) => speak(one, voice)).join(', ') : speak(value, voice)
  }
  return speak
}

const isLines = (value: Line | readonly Line[]): value is readonly Line[] => Array.isArray(value)
