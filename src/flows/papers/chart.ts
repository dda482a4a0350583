import type { Standing } from '../../domain/tally/standing.ts'
import type { Verdict } from '../../domain/tally/figures.ts'
import type { Line } from '../say.ts'

/** A picture as plain data: what it shows, not how it is drawn. */
export type Chart<T> = {
  readonly title: T
  /** Unit, plan, day. */
  readonly lines: readonly T[]
} & (ProgressChart<T> | MatrixChart<T> | TrendChart<T>)

/** One bar a row: the share of units that are there, with its raw figures. */
export interface ProgressChart<T> {
  readonly kind: 'progress'
  readonly rows: readonly { readonly label: T; readonly met: number; readonly of: number; readonly verdict: Verdict }[]
  readonly legend: Readonly<Record<'met' | 'open' | 'notMet', T>>
  /** Rows that are counted without a share: '12 cuộc'. */
  readonly plain: readonly { readonly label: T; readonly figure: T }[]
}

/** Units × indicators. */
export interface MatrixChart<T> {
  readonly kind: 'matrix'
  readonly columns: readonly T[]
  readonly rows: readonly { readonly label: T; readonly cells: readonly Standing[] }[]
  readonly legend: readonly { readonly standing: Standing; readonly label: T }[]
  /** Units that do not fit on the picture. */
  readonly note?: T
}

/** Shares over the months of the plan. */
export interface TrendChart<T> {
  readonly kind: 'trend'
  readonly points: readonly T[]
  readonly series: readonly { readonly label: T; readonly name: T; readonly values: readonly number[] }[]
  readonly unit: T
}

/** Makes sentences of the lines. */
export function speakChart(chart: Chart<Line>, speak: (line: Line) => string): Chart<string> {
  const { title, lines } = chart
  const head = { title: speak(title), lines: lines.map(speak) }
  switch (chart.kind) {
    case 'progress': {
      const { met, open, notMet } = chart.legend
      return {
        ...head,
        kind: 'progress',
        rows: chart.rows.map((row) => ({ ...row, label: speak(row.label) })),
        legend: { met: speak(met), open: speak(open), notMet: speak(notMet) },
        plain: chart.plain.map(({ label, figure }) => ({ label: speak(label), figure: speak(figure) })),
      }
    }
    case 'matrix':
      return {
        ...head,
        kind: 'matrix',
        columns: chart.columns.map(speak),
        rows: chart.rows.map((row) => ({ ...row, label: speak(row.label) })),
        legend: chart.legend.map((one) => ({ ...one, label: speak(one.label) })),
        ...(chart.note === undefined ? {} : { note: speak(chart.note) }),
      }
    case 'trend':
      return {
        ...head,
        kind: 'trend',
        points: chart.points.map(speak),
        series: chart.series.map((one) => ({ ...one, label: speak(one.label), name: speak(one.name) })),
        unit: speak(chart.unit),
      }
  }
}
