import type { Chart } from '../../../flows/papers/chart.ts'
import { spread } from './spread.ts'
import { FAINT, FONT, headOfChart, INK, SERIES_COLOURS, SERIES_SYMBOLS, SIDE, TRACK, WIDTH } from './theme.ts'

type Trend = Extract<Chart<string>, { kind: 'trend' }>

const TALL = 640
const NAME = 52
/** Room for the figure at the end of a line. */
const ENDS = 196
/** Two labels nearer than this would touch. */
const APART = 38
const label = { fontFamily: FONT, fontSize: 30, color: FAINT }

function nameOf(name: string, index: number, y: number) {
  const fill = SERIES_COLOURS[index % SERIES_COLOURS.length] ?? INK
  return [
    { type: 'rect' as const, shape: { x: SIDE, y: y + 12, width: 44, height: 8 }, style: { fill } },
    {
      type: 'text' as const,
      x: SIDE + 60,
      y,
      style: {
        text: name,
        fontFamily: FONT,
        fontSize: 30,
        fill: INK,
        width: WIDTH - 2 * SIDE - 60,
        overflow: 'truncate' as const,
      },
    },
  ]
}

/** The figure at the end of each line, beside it or as near as the others leave room. */
function endsOf({ series }: Trend, top: number) {
  const last = series.map((one) => one.values.at(-1) ?? 0)
  const wanted = last.map((value) => top + TALL * (1 - value / 100))
  return spread(wanted, APART, top + TALL).map((y, index) => ({
    type: 'text' as const,
    x: WIDTH - SIDE - ENDS + 22,
    y: y - 15,
    style: {
      text: `${series[index]?.label ?? ''}: ${last[index] ?? 0}%`,
      fontFamily: FONT,
      fontSize: 30,
      fontWeight: 700,
      fill: SERIES_COLOURS[index % SERIES_COLOURS.length] ?? INK,
    },
  }))
}

/** A line an indicator, named at its end: nobody must look for a colour in a legend. */
export function trendOption(chart: Trend) {
  const head = headOfChart(chart)
  const top = head.top + 40
  return {
    height: top + TALL + 110 + chart.series.length * NAME,
    option: {
      title: head.option,
      grid: { left: SIDE + 96, right: SIDE + ENDS, top, height: TALL },
      xAxis: {
        type: 'category' as const,
        data: [...chart.points],
        boundaryGap: false,
        axisLine: { lineStyle: { color: FAINT, width: 2 } },
        axisTick: { show: false },
        axisLabel: { ...label, margin: 18 },
      },
      yAxis: {
        type: 'value' as const,
        name: chart.unit,
        nameLocation: 'end' as const,
        nameTextStyle: { ...label, align: 'left' as const, padding: [0, 0, 10, -96] },
        min: 0,
        max: 100,
        interval: 25,
        axisLabel: { ...label, formatter: '{value}%' },
        splitLine: { lineStyle: { color: TRACK, width: 2 } },
      },
      series: chart.series.map((one, index) => {
        const color = SERIES_COLOURS[index % SERIES_COLOURS.length] ?? INK
        return {
          type: 'line' as const,
          name: one.label,
          data: [...one.values],
          symbol: SERIES_SYMBOLS[index % SERIES_SYMBOLS.length] ?? 'circle',
          symbolSize: 20,
          lineStyle: { width: 6, color },
          itemStyle: { color },
        }
      }),
      graphic: [
        ...endsOf(chart, top),
        ...chart.series.flatMap((one, index) => nameOf(one.name, index, top + TALL + 90 + index * NAME)),
      ],
    },
  }
}
