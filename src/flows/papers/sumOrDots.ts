import type { Report } from '../../domain/report/report.ts'
import { amountIn } from '../../domain/tally/values.ts'
import { grouped } from '../../domain/words/grouped.ts'

/** To be filled in by hand, as other dots of a paper are. */
const DOTS = '……'

/**
 * What the reports say of a field, added up. Nobody answered it: dots, since a paper that is signed states no 0 that nobody told.
 * `above`: fields whose 0 answers it too, as no recommendation is none accepted.
 */
export function sumOrDots(reports: readonly Report[], field: string, ...above: readonly string[]): string {
  const isTold = ({ answers }: Report): boolean =>
    answers[field] !== undefined || above.some((one) => answers[one] === 0)
  return reports.length > 0 && !reports.some(isTold)
    ? DOTS
    : grouped(reports.reduce((sum, one) => sum + amountIn(one.answers[field]), 0))
}
