import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Foot, Letterhead } from '../../flows/papers/paper.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }

/** Two columns without lines: who issues it on the left, the State's or the Party's heading on the right. */
export function headTable(head: Letterhead<string>, width: number): WordTable {
  const left = Math.round(width * 0.42)
  return frame(
    [left, width - left],
    [
      [line(head.upper, 24), line(head.organ, 26, { bold: true }), rule(0.35), line(head.number, 26, { before: 80 })],
      [
        ...(head.state === '' ? [] : [line(head.state, 24, { bold: true })]),
        line(head.motto, 26, { bold: true }),
        rule(0.55),
        line(head.placeAndDate, 26, { italics: true, before: 80 }),
      ],
    ],
  )
}

/** Who receives it on the left, who signs on the right, with room for the signature and the stamp. */
export function footTable({ recipients, signature, signer }: Foot<string>, width: number): WordTable {
  const left = Math.round(width * 0.5)
  const receives = recipients.map(
    (text, index) =>
      new Paragraph({
        children: [new TextRun({ text, size: index === 0 ? 24 : 22, bold: index === 0, italics: index === 0 })],
      }),
  )
  return frame(
    [left, width - left],
    [
      receives,
      [
        ...signature.map((text) => line(text, 28, { bold: true })),
        ...Array.from({ length: 4 }, () => line('', 28)),
        line(signer, 28, { bold: true }),
      ],
    ],
  )
}

function frame(widths: readonly number[], cells: readonly (readonly Paragraph[])[]): WordTable {
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new TableCell({
              borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              margins: { left: 0, right: 0 },
              children,
            }),
        ),
      }),
    ],
  })
}

interface Look {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly before?: number
}

const line = (text: string, size: number, { bold = false, italics = false, before = 0 }: Look = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before },
    children: [new TextRun({ text, size, bold, italics })],
  })

/** The thin line under the name of the issuer and under the motto. */
const rule = (share: number): Paragraph => {
  const side = Math.round((1 - share) * 2400)
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { line: 60, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [new TextRun({ text: '', size: 4 })],
  })
}
