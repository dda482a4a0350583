import type { Likely } from './likelyForm.ts'
import type { Line } from './line.ts'

const MOST = 3

/** Which forms she is asked about: those that words of the plan name, and always the one that such lines most often were. */
export function askedForms(
  named: readonly string[],
  likely: Likely,
  line: Line,
  allowed: ReadonlySet<string>,
): readonly string[] {
  const learned = isTelling(line) ? likely.forms.filter((form) => allowed.has(form)) : []
  const forms = [...named.slice(0, MOST - 1), ...learned.slice(0, 1), ...named, ...learned]
  return [...new Set(forms)].slice(0, MOST)
}

/** A number or a day in it: without one it is only talk about an activity. */
export const isTelling = (line: Line): boolean =>
  /\d|\b(?:hôm|hom|sáng|chiều|tối|hqua|hnay)\b|\b(?:tuần|tuan) (?:rồi|roi|trước|truoc|qua)\b|\bqu[ýyí] [iv]{1,3}\b/.test(
    line.lower,
  )
