import writeExcelFile from 'write-excel-file/node'
import type { Cell, Paper, Table } from '../../flows/papers/paper.ts'

const LINE = { borderStyle: 'thin', borderColor: '#000000' } as const
const BOLD = { fontWeight: 'bold' } as const
const ITALIC = { fontStyle: 'italic' } as const
/** Characters of the whole row, shared out by the widths of its columns: what a sheet of A4 across holds. */
const CHARACTERS = 125
/** Bold letters are wider: this much of a column is left for them. */
const BOLD_HOLDS = 0.75
/** One line of a cell, in points. */
const TALL = 15

/**
 * One sheet a table. Words of people are cells of text with the format "text": never a formula, neither when the file is
 * opened nor when somebody edits the cell; only our own counts are numbers.
 */
export async function makeExcel(paper: Paper<string>): Promise<Uint8Array> {
  const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  const names = new Set<string>()
  const sheets = tables.map((table) => ({
    data: sheetData(paper, table),
    sheet: sheetName(table.title, names),
    columns: table.columns.map(({ width }) => ({ width: Math.max(6, widthOf(width, table)) })),
    orientation: 'landscape' as const,
    stickyRowsCount: paper.lines.length + 4,
  }))
  return await writeExcelFile(sheets, { fontFamily: 'Times New Roman', fontSize: 11 }).toBuffer()
}

const widthOf = (width: number, { columns }: Table<string>): number =>
  Math.round((width * CHARACTERS) / columns.reduce((sum, one) => sum + one.width, 0))

function sheetData({ title, lines }: Paper<string>, table: Table<string>) {
  const first = [
    [text(title.replaceAll('\n', ' '), BOLD)],
    ...lines.map((line) => [text(line)]),
    [],
    [text(table.title, BOLD)],
  ]
  const head = table.columns.map((column) =>
    text(column.head, {
      ...LINE,
      ...BOLD,
      align: 'center',
      alignVertical: 'center',
      wrap: true,
      backgroundColor: '#E8EEF4',
    }),
  )
  const row = (cells: readonly Cell<string>[], bold: boolean) =>
    table.columns.map((column, index) => {
      const cell = cells[index]
      const style = { ...LINE, alignVertical: 'top', ...(bold ? BOLD : {}) } as const
      if (typeof cell === 'number') return { ...style, value: cell, type: Number, format: '#,##0' }
      return text(cell ?? '', { ...style, wrap: true, ...(column.align === undefined ? {} : { align: column.align }) })
    })
  const heads = table.columns.map((column) => column.head)
  return [
    ...first,
    tallEnough(head, heads, { table, bold: true }),
    ...table.rows.map((one) => tallEnough(row(one, false), one, { table, bold: false })),
    ...(table.total === undefined ? [] : [tallEnough(row(table.total, true), table.total, { table, bold: true })]),
    ...(table.note === undefined ? [] : [[text(table.note, ITALIC)]]),
  ]
}

/** Neither program makes a row of wrapped text as high as it needs to be when it opens a file. */
function tallEnough<C extends object>(
  row: readonly C[],
  said: readonly Cell<string>[],
  { table, bold }: { readonly table: Table<string>; readonly bold: boolean },
) {
  const lines = table.columns.map(({ width }, index) =>
    linesOf(String(said[index] ?? ''), widthOf(width, table) * (bold ? BOLD_HOLDS : 1)),
  )
  const height = Math.max(...lines) * TALL
  return row.map((cell, index) => (index === 0 ? { ...cell, height } : cell))
}

/** Words are not torn apart, so that a line is seldom full. */
function linesOf(said: string, width: number): number {
  const lines = said.split('\n').map((line) => {
    let [count, used] = [1, 0]
    for (const word of line.split(' ')) {
      const next = used === 0 ? word.length : used + 1 + word.length
      if (next > width && used > 0) count++
      used = next > width && used > 0 ? word.length : next
      if (used > width) count += Math.ceil(used / width) - 1
    }
    return count
  })
  return lines.reduce((sum, one) => sum + one, 0)
}

/** Excel's own limit of one cell. */
const CELL_MAX = 32_767

const text = <S extends object>(value: string, style?: S) => ({
  ...style,
  value: value.slice(0, CELL_MAX),
  type: String,
  format: '@',
})

/** At most 31 characters, none of those that Excel refuses, and each once. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = title
    .replace(/[\\/?*[\]:']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 28)
    .trim()
  let name = plain === '' ? 'Sheet' : plain
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain} ${n}`
  taken.add(name.toLowerCase())
  return name
}
