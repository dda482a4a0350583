import type { Locale } from '../../domain/text.ts'
import { cleanText } from '../../domain/words/fold.ts'
import type { Line } from '../say.ts'
import { type Chart, speakChart } from './chart.ts'
import { type Paper, speakPaper } from './paper.ts'

/** A file that is made when it is read: what is kept is what stands in it. */
export type Made<T> = {
  /** An official document is Vietnamese, whoever asks for it. */
  readonly locale?: Locale
} & (
  | { readonly kind: 'word' | 'excel'; readonly paper: Paper<T> }
  | { readonly kind: 'chart'; readonly chart: Chart<T> }
)

/** `speak` turns a line into a sentence; what no document can hold (control characters) is left out. */
export function speakMade(made: Made<Line>, speak: (line: Line) => string): Made<string> {
  const said = (line: Line): string => cleanText(speak(line))
  return made.kind === 'chart'
    ? { kind: 'chart', chart: speakChart(made.chart, said) }
    : { kind: made.kind, paper: speakPaper(made.paper, said) }
}
