import type { Chart } from '../../../flows/papers/chart.ts'
import { FAINT, FONT, headOfChart, INK, SERIES_COLOURS, SERIES_SYMBOLS, SIDE, TRACK, WIDTH } from './theme.ts'

type Trend = Extract<Chart<string>, { kind: 'trend' }>

const TALL = 640
const NAME = 52
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

/** A line an indicator, named at its end: nobody must look for a colour in a legend. */
export function trendOption(chart: Trend) {
  const head = headOfChart(chart)
  const top = head.top + 40
  return {
    height: top + TALL + 110 + chart.series.length * NAME,
    option: {
      title: head.option,
      grid: { left: SIDE + 96, right: SIDE + 170, top, height: TALL },
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
          endLabel: {
            show: true,
            formatter: `${one.label}: {c}%`,
            distance: 16,
            fontFamily: FONT,
            fontSize: 30,
            fontWeight: 700,
            color,
          },
          labelLayout: { moveOverlap: 'shiftY' as const },
        }
      }),
      graphic: chart.series.flatMap((one, index) => nameOf(one.name, index, top + TALL + 90 + index * NAME)),
    },
  }
}
