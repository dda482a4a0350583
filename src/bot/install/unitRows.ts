import { dayOf, isLocalDate, type LocalDate } from '../../domain/calendar.ts'
import { type UnitId, unitId } from '../../domain/ids.ts'
import type { Level } from '../../domain/unit/unit.ts'
import { bareName } from '../../domain/unit/search.ts'
import { canonical } from '../../domain/words/fold.ts'
import type { SheetRow } from './unitFile.ts'
import { type Column, COLUMN_WORDS, type RowProblem } from './unitProblems.ts'

/** One row as it was meant; what the file has no column for is absent. */
export interface UnitRow {
  readonly row: number
  readonly name: string
  readonly level: Level
  readonly id?: UnitId
  readonly code?: string
  readonly parent?: string
  readonly from?: LocalDate
  readonly to?: LocalDate
  readonly grassroots?: boolean
}

export interface ReadRows {
  readonly rows: readonly UnitRow[]
  readonly problems: readonly RowProblem[]
  /** What the rows with problems call their units: a row below one of them is not to blame for it. */
  readonly broken: ReadonlySet<string>
  /** Headings that mean nothing here. */
  readonly ignored: readonly string[]
}

const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'manoibo', 'unit', 'iddonvi'],
  code: ['ma', 'maso', 'madonvi', 'madvhc', 'madonvihanhchinh', 'mahanhchinh', 'code'],
  name: ['ten', 'tendonvi', 'donvi', 'tenhoi', 'name'],
  level: ['cap', 'capdonvi', 'loai', 'loaidonvi', 'level'],
  parent: ['donvicaptren', 'captren', 'thuoc', 'tructhuoc', 'donviquanly', 'donvicha', 'parent'],
  from: ['tungay', 'tu', 'hieuluctu', 'hieuluctungay', 'ngaybatdau', 'ngayhieuluc', 'from'],
  to: ['denngay', 'den', 'hieulucden', 'hieulucdenngay', 'ngayketthuc', 'to'],
  grassroots: ['coso', 'hoicoso', 'tinhlacoso', 'lahoicoso', 'grassroots'],
}

const COLUMNS: readonly Column[] = ['id', 'code', 'name', 'level', 'parent', 'from', 'to', 'grassroots']

const LEVEL_WORDS: Readonly<Record<Level, readonly string[]>> = {
  province: ['tinh', 'captinh', 'thanhphotructhuoctrunguong', 'thanhphotrunguong', 'province'],
  district: ['huyen', 'caphuyen', 'quan', 'thixa', 'tx', 'thanhpho', 'tp', 'thanhphothuoctinh', 'district'],
  commune: ['xa', 'capxa', 'phuong', 'thitran', 'tt', 'dackhu', 'commune'],
  affiliated: ['tructhuoc', 'donvitructhuoc', 'donvi', 'nganh', 'affiliated'],
  board: ['ban', 'vanphong', 'board'],
}

const YES = ['co', 'x', 'yes', 'true', '1', 'dung']
const NO = ['khong', 'no', 'false', '0', 'sai']
/** A heading stands at the top, maybe below the title of an official list. */
const TITLE_ROWS = 12

/** Finds the headings, then reads each row below them; every problem is kept with its row and column. */
export function readUnitRows(sheet: readonly SheetRow[]): ReadRows {
  const head =
    sheet.slice(0, TITLE_ROWS).find(({ cells }) => {
      const found = cells.map(columnOf)
      return found.includes('name') && found.includes('level')
    }) ?? sheet.find(({ cells }) => cells.some((cell) => columnOf(cell) !== undefined))
  const columns = (head?.cells ?? []).map(columnOf)
  const row = head?.row ?? 1
  const missing = (['name', 'level'] as const)
    .filter((column) => !columns.includes(column))
    .map((column): RowProblem => ({ row, column, problem: 'missingColumn', value: '' }))
  const twice = COLUMNS.filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column)).map(
    (column): RowProblem => ({ row, column, problem: 'sameColumn', value: COLUMN_WORDS[column] }),
  )
  const ignored = (head?.cells ?? []).filter((cell, index) => cell !== '' && columns[index] === undefined)
  if (missing.length > 0) return { rows: [], problems: [...missing, ...twice], broken: new Set(), ignored }
  const read = sheet.filter((one) => one.row > row).map((one) => readRow(one, columns))
  return {
    rows: read.flatMap((one) => (one.value === undefined ? [] : [one.value])),
    problems: [...twice, ...read.flatMap((one) => one.problems)],
    broken: new Set(read.flatMap((one) => (one.value === undefined ? one.names : []))),
    ignored,
  }
}

function columnOf(heading: string): Column | undefined {
  const word = canonical(heading)
  return COLUMNS.find((column) => HEADINGS[column].includes(word))
}

function readRow({ row, cells }: SheetRow, columns: readonly (Column | undefined)[]) {
  const problems: RowProblem[] = []
  const text = (column: Column): string => {
    const index = columns.indexOf(column)
    return index < 0 ? '' : (cells[index] ?? '')
  }
  /** The cell read by `read`; an empty one is nothing, one that cannot be read is a problem. */
  const cell = <T>(column: Column, problem: RowProblem['problem'], read: (text: string) => T | undefined) => {
    const value = text(column)
    if (value === '') return {}
    const result = /^[=@]/.test(value) ? undefined : read(value)
    if (result !== undefined) return { [column]: result }
    problems.push({ row, column, problem: value.startsWith('=') ? 'formula' : problem, value })
    return {}
  }
  const name = text('name')
  const level = readLevel(text('level'))
  if (name === '') problems.push({ row, column: 'name', problem: 'empty', value: '' })
  if (/^[=@]/.test(name)) problems.push({ row, column: 'name', problem: 'formula', value: name })
  if (text('level') === '') problems.push({ row, column: 'level', problem: 'empty', value: '' })
  else if (level === undefined) problems.push({ row, column: 'level', problem: 'badLevel', value: text('level') })
  const rest: Omit<UnitRow, 'row' | 'name' | 'level'> = {
    ...cell('id', 'badId', readId),
    ...cell('code', 'formula', (value) => value),
    ...cell('parent', 'formula', (value) => value),
    ...cell('from', 'badDate', readDate),
    ...cell('to', 'badDate', readDate),
    ...cell('grassroots', 'badGrassroots', readYes),
  }
  if (rest.from !== undefined && rest.to !== undefined && rest.to < rest.from)
    problems.push({ row, column: 'to', problem: 'endsBeforeItBegins', value: text('to') })
  const value: UnitRow | undefined =
    level === undefined || problems.length > 0 ? undefined : { row, name, level, ...rest }
  const names = [text('id'), text('code'), canonical(name), bareName(name)]
  return { value, problems, names }
}

function readLevel(text: string): Level | undefined {
  const word = canonical(text)
  const levels: readonly Level[] = ['province', 'district', 'commune', 'affiliated', 'board']
  return levels.find((level) => LEVEL_WORDS[level].includes(word))
}

const readId = (text: string): UnitId | undefined =>
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text) ? unitId(text) : undefined

/** '2025-07-01', '1/7/2025', '01-07-2025', '1.7.2025'. */
function readDate(text: string): LocalDate | undefined {
  if (isLocalDate(text)) return text
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  return found === null ? undefined : dayOf(Number(found[3]), Number(found[2]), Number(found[1]))
}

function readYes(text: string): boolean | undefined {
  const word = text === '✓' ? 'x' : canonical(text)
  return YES.includes(word) ? true : NO.includes(word) ? false : undefined
}
