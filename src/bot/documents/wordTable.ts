import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Cell, Column, Table } from '../../flows/papers/paper.ts'
import { grouped } from '../../domain/words/grouped.ts'

const SIZE = 22

/** A titled table over the whole width; its head comes again on each page and no row is torn in two. */
export function wordTable(table: Table<string>, width: number): readonly (Paragraph | WordTable)[] {
  const { title, columns, rows, total, note } = table
  const widths = shares(columns, width)
  const heading = new Paragraph({
    spacing: { before: 240, after: 100 },
    keepNext: true,
    children: [new TextRun({ text: title, bold: true, size: 26 })],
  })
  const said =
    note === undefined
      ? []
      : [
          new Paragraph({
            spacing: { before: 60, after: 60 },
            children: [new TextRun({ text: note, italics: true, size: SIZE })],
          }),
        ]
  if (rows.length === 0) return [heading, ...said]
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          shading: { fill: 'E8EEF4' },
          margins: PADDING,
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: column.head, bold: true, size: SIZE })],
            }),
          ],
        }),
    ),
  })
  const row = (cells: readonly Cell<string>[], bold: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      children: columns.map((column, index) => cellOf(cells[index], column, { width: widths[index] ?? 0, bold })),
    })
  return [
    heading,
    new WordTable({
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: [...widths],
      borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
      rows: [head, ...rows.map((one) => row(one, false)), ...(total === undefined ? [] : [row(total, true)])],
    }),
    ...said,
  ]
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const PADDING = { top: 40, bottom: 40, left: 80, right: 80 }

function cellOf(
  cell: Cell<string>,
  column: Column<string>,
  { width, bold }: { readonly width: number; readonly bold: boolean },
): TableCell {
  const text = typeof cell === 'number' ? grouped(cell) : (cell ?? '')
  const align =
    column.align === 'center'
      ? AlignmentType.CENTER
      : column.align === 'right' || typeof cell === 'number'
        ? AlignmentType.RIGHT
        : AlignmentType.LEFT
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: PADDING,
    children: text
      .split('\n')
      .map((line) => new Paragraph({ alignment: align, children: [new TextRun({ text: line, bold, size: SIZE })] })),
  })
}

/** Whole twentieths of a point that add up to the width. */
function shares(columns: readonly Column<string>[], width: number): readonly number[] {
  const all = columns.reduce((sum, one) => sum + one.width, 0)
  const sizes = columns.map((one) => Math.floor((one.width * width) / all))
  const rest = width - sizes.reduce((sum, one) => sum + one, 0)
  return sizes.map((size, index) => (index === sizes.length - 1 ? size + rest : size))
}
