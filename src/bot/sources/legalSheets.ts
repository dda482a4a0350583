import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { isLocalDate } from '../../domain/calendar.ts'
import { makeSheetSearch, type SheetSearch } from '../../domain/legal/search.ts'
import type { Sheet } from '../../domain/legal/sheet.ts'
import { TOPICS } from '../../domain/topic/topics.ts'
import { StartError } from '../start/startError.ts'

/** The sheets as the file holds them, and how they are found. */
export interface SheetLibrary {
  readonly sheets: readonly Sheet[]
  readonly search: SheetSearch
}

const day = z.string().refine(isLocalDate, 'YYYY-MM-DD')
const text = z.string().trim().min(1)
const entry = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-\d{2}(?:\.\d)?$/),
  topic: z.enum(TOPICS),
  title: text.max(40),
  question: text,
  answer: text.max(1200),
  basis: text,
  from: day,
  to: day.optional(),
  written: day,
  expires: day,
  words: text,
  note: text,
  sources: z.array(z.url()).default([]),
})

const legalDir = path.join(import.meta.dirname, '../../../legal')

/** Reads legal/sheets.yaml; a wrong entry stops the start and is named. */
export async function loadSheets(file = path.join(legalDir, 'sheets.yaml')): Promise<SheetLibrary> {
  const raw: unknown = parse(await readFile(file, 'utf8'), { schema: 'failsafe' })
  const read = z.array(entry).safeParse(raw)
  if (!read.success) throw wrong(file, nameOf(raw, read.error.issues[0]?.path ?? []))
  const sheets = read.data.map(toSheet)
  const twice = sheets.find((one, at) => sheets.findIndex((other) => other.id === one.id) !== at)
  if (twice !== undefined) throw wrong(file, `${twice.id} (hai lần, twice)`)
  return { sheets, search: makeSheetSearch(sheets) }
}

function toSheet({ sources: _sources, to, ...rest }: z.infer<typeof entry>): Sheet {
  const { id, topic, title, question, answer, basis, from, written, expires } = rest
  const read = [id, topic, title, question, answer, basis, from, to ?? '', written, expires]
  const print = createHash('sha256').update(JSON.stringify(read)).digest('hex').slice(0, 32)
  return { ...rest, print, ...(to === undefined ? {} : { to }) }
}

/** `FS-05 title`: the entry by its own name, as whoever edits the file knows it. */
function nameOf(raw: unknown, at: readonly PropertyKey[]): string {
  const [index, ...rest] = at
  const found: unknown = Array.isArray(raw) && typeof index === 'number' ? raw[index] : undefined
  const id = typeof found === 'object' && found !== null && 'id' in found ? String(found.id) : String(index ?? '?')
  return [id, ...rest.map(String)].join(' ')
}

const wrong = (file: string, where: string): StartError =>
  new StartError({
    vi: `Tệp phiếu pháp luật ${file} có chỗ sai: ${where}.`,
    en: `The file of legal sheets ${file} is wrong at ${where}.`,
  })
