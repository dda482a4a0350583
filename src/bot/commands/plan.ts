import { loadPlan, problemLine } from '../sources/plans.ts'

/** A plan that says `year: current` is checked for one year; any will do. */
const SOME_YEAR = 2026

/** `plan check FILE`: each problem on a line of its own, or what the plan holds. Answers the exit code. */
export async function runPlanCheck(file: string, write: (line: string) => void): Promise<number> {
  const plan = await loadPlan(file, SOME_YEAR)
  if (!plan.ok) {
    for (const problem of plan.error) write(problemLine(problem))
    return 1
  }
  const { forms, indicators, documents } = plan.value
  write(`${file}: ${forms.length} forms, ${indicators.length} rows, ${documents.length} documents`)
  return 0
}
