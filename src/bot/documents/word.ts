import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  LeaderType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Block, Paper } from '../../flows/papers/paper.ts'
import { footTable, headTable } from './wordFrame.ts'
import { wordTable } from './wordTable.ts'

/** Half points. Body 14, as Decree 30/2020/NĐ-CP has it; the tables smaller, so that they fit the sheet. */
export const SIZE = { body: 28, small: 22, table: 22 } as const
export const FONT = 'Times New Roman'

/** Twentieths of a point: 20 mm top and bottom, 30 mm left, 15 mm right (Decree 30/2020, Annex I). */
const mm = (n: number): number => Math.round((n * 1440) / 25.4)
const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10), footer: mm(10) }
const A4 = { width: mm(210), height: mm(297) }
export const WIDE = A4.height - MARGINS.left - MARGINS.right
export const TALL = A4.width - MARGINS.left - MARGINS.right

/** An official document stands upright and its tables follow lying down; tables on demand lie down from the first page. */
export async function makeWord(paper: Paper<string>): Promise<Uint8Array> {
  const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  const written = paper.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block]))
  // The signature takes the last sentence along: nobody signs a sheet that holds nothing else.
  const body = written.map((block, index) => paragraphOf(block, index === written.length - 1))
  const sheets = tables.flatMap((table, index) => [
    ...(index === 0 && paper.head === undefined ? titleOf(paper) : []),
    ...wordTable(table, WIDE),
  ])
  const sections: readonly ISectionOptions[] =
    paper.head === undefined
      ? [sheet(sheets, 'landscape')]
      : [
          sheet(
            [
              headTable(paper.head, TALL),
              ...titleOf(paper),
              ...body,
              ...(paper.foot === undefined ? [] : [gap(6), footTable(paper.foot, TALL)]),
            ],
            'portrait',
          ),
          ...(sheets.length === 0 ? [] : [sheet(sheets, 'landscape')]),
        ]
  const document = new Document({
    title: paper.title,
    creator: paper.head?.organ ?? 'Chị Hội',
    styles: { default: { document: { run: { font: FONT, size: SIZE.body, color: '000000' } } } },
    sections,
  })
  return await Packer.toBuffer(document)
}

type Children = ISectionOptions['children']

function sheet(children: Children, way: 'portrait' | 'landscape'): ISectionOptions {
  const orientation = way === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
  })
  return {
    // Given upright: docx turns the sheet itself.
    properties: { page: { size: { ...A4, orientation }, margin: MARGINS }, titlePage: way === 'portrait' },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph('')] }) },
    children,
  }
}

function titleOf({ title, lines }: Paper<string>): readonly Paragraph[] {
  const [first, ...rest] = title.split('\n')
  const centred = (children: readonly ParagraphChild[], before = 0, after = 0): Paragraph =>
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before, after }, children: [...children] })
  return [
    centred([new TextRun({ text: first ?? '', bold: true })], 240, 0),
    ...rest.map((text) => centred([new TextRun({ text, bold: true })])),
    ...lines.map((text, index) => centred([new TextRun({ text })], 0, index === lines.length - 1 ? 200 : 0)),
  ]
}

function paragraphOf(block: Exclude<Block<string>, { kind: 'table' }>, keepNext: boolean): Paragraph {
  const spacing = { before: 80, after: 80, line: 300 }
  const text = new TextRun({ text: block.text, bold: block.kind === 'heading' })
  const first = { firstLine: mm(10) }
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ spacing: { ...spacing, before: 160 }, indent: first, keepNext: true, children: [text] })
    case 'fill':
      return new Paragraph({
        spacing,
        indent: first,
        keepNext,
        tabStops: [{ type: TabStopType.RIGHT, position: TALL, leader: LeaderType.DOT }],
        children: [new TextRun({ text: block.text }), new TextRun({ children: [new Tab()] })],
      })
    case 'text':
      return new Paragraph({ alignment: AlignmentType.JUSTIFIED, spacing, indent: first, keepNext, children: [text] })
  }
}

export const gap = (points: number): Paragraph =>
  new Paragraph({ spacing: { before: points * 20 }, keepNext: true, children: [new TextRun({ text: '', size: 12 })] })
