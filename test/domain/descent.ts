/** One example of a yes-or-no question: which signs it has and how strongly, and the answer. */
export interface Example {
  readonly signs: readonly (readonly [number, number])[]
  readonly meant: boolean
  readonly weight: number
}

const STEP = 0.5

/** Logistic regression with a step of its own for each sign (Adagrad); the last point is where one starts. */
export function descend(
  examples: readonly Example[],
  { size, rounds, decay }: { readonly size: number; readonly rounds: number; readonly decay: number },
): Float64Array {
  const points = new Float64Array(size + 1)
  const seen = new Float64Array(size + 1).fill(1e-8)
  for (let round = 0; round < rounds; round++) {
    const slope = new Float64Array(size + 1)
    for (const { signs, meant, weight } of examples) {
      let sum = points[size] ?? 0
      for (const [at, value] of signs) sum += (points[at] ?? 0) * value
      const error = (1 / (1 + Math.exp(-sum)) - (meant ? 1 : 0)) * weight
      for (const [at, value] of signs) slope[at] = (slope[at] ?? 0) + error * value
      slope[size] = (slope[size] ?? 0) + error
    }
    for (let at = 0; at <= size; at++) {
      const point = points[at] ?? 0
      const turn = (slope[at] ?? 0) + (at < size ? decay * point : 0)
      const steps = (seen[at] ?? 0) + turn * turn
      seen[at] = steps
      points[at] = point - (STEP * turn) / Math.sqrt(steps)
    }
  }
  return points
}
