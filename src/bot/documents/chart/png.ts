import { Resvg } from '@resvg/resvg-js'
import { HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  GraphicComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  VisualMapComponent,
} from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { createRequire } from 'node:module'
import type { Chart } from '../../../flows/papers/chart.ts'
import { measureLikeOurFont } from './measure.ts'
import { matrixOption } from './matrix.ts'
import { progressOption } from './progress.ts'
import { FONT, WIDTH } from './theme.ts'
import { trendOption } from './trend.ts'

use([
  HeatmapChart,
  LineChart,
  ScatterChart,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  VisualMapComponent,
  LabelLayout,
  SVGRenderer,
])

measureLikeOurFont()

const find = createRequire(import.meta.url)
const fontFiles = ['400Regular', '700Bold'].map((weight) =>
  find.resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`),
)

/** A picture on a light ground. The fonts are ours alone: what a machine happens to have would look different on each. */
export async function makePng(chart: Chart<string>): Promise<Uint8Array> {
  return drawSvg(makeSvg(chart))
}

export function drawSvg(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT },
    background: '#FFFFFF',
  })
  return drawing.render().asPng()
}

function makeSvg(chart: Chart<string>): string {
  const { height, option } = optionOf(chart)
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height })
  try {
    drawing.setOption({ ...option, animation: false, textStyle: { fontFamily: FONT } })
    return drawing.renderToSVGString()
  } finally {
    drawing.dispose()
  }
}

function optionOf(chart: Chart<string>): { readonly height: number; readonly option: EChartsCoreOption } {
  switch (chart.kind) {
    case 'progress':
      return progressOption(chart)
    case 'matrix':
      return matrixOption(chart)
    case 'trend':
      return trendOption(chart)
  }
}
