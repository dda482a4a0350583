import type { Chart } from '../../../flows/papers/chart.ts'
import { FAINT, FONT, headOfChart, INK, SIDE, TRACK, VERDICT_COLOURS, WIDTH } from './theme.ts'

type Progress = Extract<Chart<string>, { kind: 'progress' }>

const ROW = 128
const BAR = 40
const BAR_SHARE = 0.55
const PLAIN = 38
/** Letters of a plain figure that a line surely holds. */
const LETTERS = 66

/** A bar a row, its name above it: long names of indicators need the whole width of a phone. */
export function progressOption(chart: Progress) {
  const head = headOfChart(chart)
  const rows = chart.rows
  const height = head.top + rows.length * ROW + (chart.plain.length === 0 ? 0 : 30 + tallOf(chart.plain)) + 50
  const wide = WIDTH - 2 * SIDE
  const verdict = (one: (typeof rows)[number]): string =>
    one.verdict === 'none' ? '' : ` · ${chart.legend[one.verdict]}`
  const drawn = rows.flatMap((row, index) => {
    const y = head.top + index * ROW
    const share = row.of === 0 ? 0 : row.met / row.of
    return [
      text(SIDE, y, row.label, { width: wide }),
      rect(SIDE, y + 50, wide * BAR_SHARE, TRACK),
      ...(share > 0 ? [rect(SIDE, y + 50, Math.max(8, wide * BAR_SHARE * share), VERDICT_COLOURS[row.verdict])] : []),
      text(SIDE + wide * BAR_SHARE + 20, y + 54, `${row.met}/${row.of} · ${Math.round(share * 100)}%${verdict(row)}`, {
        bold: true,
        size: 28,
      }),
    ]
  })
  const below = head.top + rows.length * ROW + 20
  const plain = chart.plain.map((one, index) =>
    text(SIDE, below + tallOf(chart.plain.slice(0, index)), plainText(one), {
      colour: FAINT,
      size: 26,
      width: wide,
      wraps: true,
    }),
  )
  return { height, option: { title: head.option, graphic: [...drawn, ...plain] } }
}

type Plain = Progress['plain'][number]

const plainText = ({ label, figure }: Plain): string => `${label}: ${figure}`

const tallOf = (plain: readonly Plain[]): number =>
  plain.reduce((sum, one) => sum + Math.ceil(plainText(one).length / LETTERS) * PLAIN + 20, 0)

interface Look {
  readonly bold?: boolean
  readonly size?: number
  readonly colour?: string
  /** Longer than this is cut with dots, or goes on in a new line. */
  readonly width?: number
  readonly wraps?: boolean
}

const CUT = { overflow: 'truncate', ellipsis: '…' } as const
const WRAPS = { overflow: 'break', lineHeight: PLAIN } as const

const text = (
  x: number,
  y: number,
  said: string,
  { bold = false, size = 33, colour = INK, width, wraps = false }: Look = {},
) => ({
  type: 'text' as const,
  x,
  y,
  style: {
    text: said,
    fontFamily: FONT,
    fontSize: size,
    fontWeight: bold ? 700 : 400,
    fill: colour,
    ...(width === undefined ? {} : { width, ...(wraps ? WRAPS : CUT) }),
  },
})

const rect = (x: number, y: number, width: number, fill: string) => ({
  type: 'rect' as const,
  x: 0,
  y: 0,
  shape: { x, y, width, height: BAR, r: 8 },
  style: { fill },
})
