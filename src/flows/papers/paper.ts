import type { Line } from '../say.ts'

/**
 * A document as plain data: what stands in it, not how it looks. A flow writes it with lines; `speakPaper` makes sentences of
 * them; whoever makes the file needs to know nothing else.
 */
export interface Paper<T> {
  readonly title: T
  /** Under the title: unit, plan, day. */
  readonly lines: readonly T[]
  readonly blocks: readonly Block<T>[]
  /** An official document has them; tables on demand do not. */
  readonly head?: Letterhead<T>
  readonly foot?: Foot<T>
}

export type Block<T> =
  /** fill: what only a person can know; dots up to the margin. */
  | { readonly kind: 'heading' | 'text' | 'fill'; readonly text: T }
  /** A part that stands on a sheet of its own, lying down. */
  | { readonly kind: 'table'; readonly table: Table<T> }

export interface Table<T> {
  readonly title: T
  readonly columns: readonly Column<T>[]
  readonly rows: readonly (readonly Cell<T>[])[]
  readonly total?: readonly Cell<T>[]
  /** Said under the table, or in place of its rows. */
  readonly note?: T
}

export interface Column<T> {
  readonly head: T
  /** Share of the width of the page. */
  readonly width: number
  readonly align?: 'center' | 'right'
}

/** A number stays a number in a sheet; undefined is an empty cell. */
export type Cell<T> = T | number | undefined

/** The two columns over an official document: who issues it, and the State's or the Party's heading. */
export interface Letterhead<T> {
  readonly upper: T
  readonly organ: T
  readonly number: T
  readonly state: T
  readonly motto: T
  readonly placeAndDate: T
}

export interface Foot<T> {
  readonly recipients: readonly T[]
  /** Line by line, as 'TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH'; the name comes under the signature. */
  readonly signature: readonly T[]
  readonly signer: T
}

export function speakPaper(paper: Paper<Line>, speak: (line: Line) => string): Paper<string> {
  const { title, lines, blocks, head, foot } = paper
  return {
    title: speak(title),
    lines: lines.map(speak),
    blocks: blocks.map((block) =>
      block.kind === 'table'
        ? { kind: 'table', table: speakTable(block.table, speak) }
        : { kind: block.kind, text: speak(block.text) },
    ),
    ...(head === undefined
      ? {}
      : {
          head: {
            upper: speak(head.upper),
            organ: speak(head.organ),
            number: speak(head.number),
            state: speak(head.state),
            motto: speak(head.motto),
            placeAndDate: speak(head.placeAndDate),
          },
        }),
    ...(foot === undefined
      ? {}
      : {
          foot: {
            recipients: foot.recipients.map(speak),
            signature: foot.signature.map(speak),
            signer: speak(foot.signer),
          },
        }),
  }
}

export function speakTable(
  { title, columns, rows, total, note }: Table<Line>,
  speak: (line: Line) => string,
): Table<string> {
  const cell = (one: Cell<Line>): Cell<string> => (typeof one === 'object' ? speak(one) : one)
  return {
    title: speak(title),
    columns: columns.map((column) => ({ ...column, head: speak(column.head) })),
    rows: rows.map((row) => row.map(cell)),
    ...(total === undefined ? {} : { total: total.map(cell) }),
    ...(note === undefined ? {} : { note: speak(note) }),
  }
}
