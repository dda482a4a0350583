import { type Standing, STANDINGS } from '../../../domain/tally/standing.ts'
import type { Chart } from '../../../flows/papers/chart.ts'
import { FAINT, FONT, headOfChart, INK, SIDE, STANDING_COLOURS, STANDING_INK, STANDING_SHAPES, WIDTH } from './theme.ts'

type Matrix = Extract<Chart<string>, { kind: 'matrix' }>

const ROW = 50
const NAMES = 400
const LEGEND = 52

/** A table like a map: one line a unit, one column an indicator, a shape and a colour for each standing. */
export function matrixOption(chart: Matrix) {
  const head = headOfChart(chart)
  const legendTop = head.top
  const top = legendTop + Math.ceil(chart.legend.length / 2) * LEGEND + 80
  const tall = Math.max(1, chart.rows.length) * ROW
  const height = top + tall + (chart.note === undefined ? 44 : 100)
  const cells = chart.rows.flatMap((row, y) => row.cells.map((standing, x) => ({ x, y, standing })))
  const nameOf = (standing: Standing): string => chart.legend.find((one) => one.standing === standing)?.label ?? ''
  const present = STANDINGS.filter((standing) => cells.some((one) => one.standing === standing))
  return {
    height,
    option: {
      title: head.option,
      legend: {
        left: SIDE,
        top: legendTop,
        width: WIDTH - 2 * SIDE,
        padding: 0,
        itemGap: 36,
        itemWidth: 34,
        itemHeight: 34,
        data: chart.legend.map(({ standing, label }) => ({ name: label, icon: STANDING_SHAPES[standing] })),
        selectedMode: false,
        textStyle: { fontFamily: FONT, fontSize: 30, color: INK, lineHeight: 40 },
      },
      grid: { left: SIDE + NAMES, right: SIDE, top, height: tall },
      xAxis: {
        type: 'category' as const,
        position: 'top' as const,
        data: [...chart.columns],
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { fontFamily: FONT, fontSize: 30, fontWeight: 700, color: INK, interval: 0, margin: 16 },
      },
      yAxis: {
        type: 'category' as const,
        inverse: true,
        data: chart.rows.map((row) => row.label),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          fontFamily: FONT,
          fontSize: 28,
          color: INK,
          interval: 0,
          margin: NAMES - 8,
          align: 'left' as const,
          width: NAMES - 20,
          overflow: 'truncate' as const,
        },
      },
      visualMap: {
        show: false,
        type: 'piecewise' as const,
        seriesIndex: 0,
        pieces: STANDINGS.map((standing, value) => ({ value, color: STANDING_COLOURS[standing] })),
      },
      series: [
        {
          type: 'heatmap' as const,
          data: cells.map(({ x, y, standing }) => [x, y, STANDINGS.indexOf(standing)]),
          itemStyle: { borderColor: '#FFFFFF', borderWidth: 4 },
        },
        ...present.map((standing) => ({
          type: 'scatter' as const,
          name: nameOf(standing),
          symbol: STANDING_SHAPES[standing],
          symbolSize: standing === 'noReport' ? [26, 7] : [24, 24],
          itemStyle: { color: STANDING_INK[standing], borderWidth: 4 },
          data: cells.filter((one) => one.standing === standing).map(({ x, y }) => [x, y]),
        })),
      ],
      graphic:
        chart.note === undefined
          ? []
          : [{ type: 'text' as const, x: SIDE, y: top + tall + 24, style: style(chart.note, FAINT) }],
    },
  }
}

const style = (text: string, fill: string) => ({ text, fontFamily: FONT, fontSize: 30, fill })
