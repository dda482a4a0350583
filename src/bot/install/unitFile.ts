import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { tidy } from '../../domain/words/fold.ts'
import { StartError } from '../start/startError.ts'

/** One row of a sheet, its cells as text; `row` is the number the spreadsheet shows. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** Reads CSV (comma, semicolon or tab; with or without a byte order mark) or the first sheet of an Excel file. */
export async function readUnitFile(file: string): Promise<readonly SheetRow[]> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw unreadable(file, cause)
  })
  try {
    const rows = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await excelRows(bytes) : csvRows(textOf(bytes))
    return rows
      .map((cells, index) => ({ row: index + 1, cells: cells.map(tidy) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (cause) {
    if (cause instanceof StartError) throw cause
    throw unreadable(file, cause)
  }
}

async function excelRows(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const rows: readonly (readonly unknown[])[] = await readSheet(bytes, { parseNumber: (text) => text })
  return rows.map((row) => row.map(cellText))
}

/** A formula is read as the text that it last showed; a date as its day. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'có' : 'không'
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''
}

function csvRows(text: string): readonly (readonly string[])[] {
  const rows: unknown = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  })
  return Array.isArray(rows) ? rows.map((row: unknown) => (Array.isArray(row) ? row.map(csvCell) : [])) : []
}

/** Excel keeps leading zeros in a CSV by writing ="00123". */
const csvCell = (cell: unknown): string => cellText(cell).replace(/^="(.*)"$/u, '$1')

/** The one that the first lines have most of: Excel in Vietnam writes semicolons. */
function delimiterOf(text: string): string {
  const head = text.split('\n').slice(0, 5).join('\n')
  const count = (mark: string): number => head.split(mark).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

/** Text of an old Windows code page would be garbled without a word; it is refused instead. */
function textOf(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new StartError({
      vi: 'Tệp CSV không phải mã Unicode (UTF-8). Trong Excel chọn "Lưu thành… CSV UTF-8", hoặc lưu thành .xlsx.',
      en: 'The CSV file is not UTF-8. In Excel choose "Save as… CSV UTF-8", or save it as .xlsx.',
      cause,
    })
  }
}

const unreadable = (file: string, cause: unknown): StartError =>
  new StartError({
    vi: `Không đọc được tệp ${path.basename(file)}. Cần tệp .csv (UTF-8) hoặc .xlsx; tệp .xls cũ thì lưu lại thành .xlsx.`,
    en: `The file ${path.basename(file)} cannot be read. It must be .csv (UTF-8) or .xlsx; save an old .xls as .xlsx.`,
    cause,
  })
