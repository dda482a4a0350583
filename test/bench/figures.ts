export const round = (n: number, digits: number): number => Number(n.toFixed(digits))

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** A figure beside the one to reach. */
export const goal = (figure: number, met: boolean, wanted: string) =>
  Number.isNaN(figure) ? 'not run' : { figure, goal: wanted, met }
