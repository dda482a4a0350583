import type { Verdict } from '../../../domain/tally/figures.ts'
import type { Standing } from '../../../domain/tally/standing.ts'
import type { Chart } from '../../../flows/papers/chart.ts'

/** Three times the width of a small phone: a letter of 33 is one of 11 there. */
export const WIDTH = 1080
export const SIDE = 44
export const FONT = 'Be Vietnam Pro'
export const INK = '#1B2733'
export const FAINT = '#5A6875'
export const TRACK = '#E7ECF0'

/** Okabe and Ito's colours, told apart by every eye; light and dark differ too, for a print in grey. Each also has its word. */
export const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  met: '#0072B2',
  open: '#E69F00',
  notMet: '#B33C00',
  none: '#7C8FA1',
}

export const STANDING_COLOURS: Readonly<Record<Standing, string>> = {
  met: '#9CCBEA',
  open: '#FBE3AE',
  notMet: '#E9A27F',
  reportedZero: '#D9D2E9',
  noReport: '#F2F2F2',
  notApplicable: '#FFFFFF',
}

/** A shape for each standing, since colour alone tells not everybody; drawn ones, so that no font must have them. */
export const STANDING_SHAPES: Readonly<Record<Standing, string>> = {
  met: 'path://M1,9 L4,6 L8,10 L16,1 L19,4 L8,16 Z',
  open: 'emptyCircle',
  notMet: 'path://M3,1 L10,8 L17,1 L19,3 L12,10 L19,17 L17,19 L10,12 L3,19 L1,17 L8,10 L1,3 Z',
  reportedZero: 'emptyDiamond',
  noReport: 'path://M2,8 L18,8 L18,12 L2,12 Z',
  notApplicable: 'none',
}

export const STANDING_INK: Readonly<Record<Standing, string>> = {
  met: '#003B5C',
  open: '#7A4B00',
  notMet: '#7A1F00',
  reportedZero: '#4A3A75',
  noReport: '#8A8A8A',
  notApplicable: '#C9CFD4',
}

export const SERIES_COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#000000'] as const
export const SERIES_SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'] as const

const LINE = 44

/** What stands over every chart; `top` is where the chart itself begins. */
export function headOfChart({ title, lines }: Chart<string>) {
  return {
    option: {
      text: title,
      subtext: lines.join('\n'),
      left: SIDE,
      top: 36,
      itemGap: 14,
      padding: 0,
      textStyle: { fontFamily: FONT, fontSize: 46, fontWeight: 700, color: INK },
      subtextStyle: { fontFamily: FONT, fontSize: 32, lineHeight: LINE, color: FAINT },
    },
    top: 36 + 58 + 14 + lines.length * LINE + 36,
  }
}
