/** So many of so many, with Wilson's 95 % interval. */
export interface Share {
  readonly n: number
  readonly of: number
  readonly low: number
  readonly high: number
}

export function share(n: number, of: number): Share {
  if (of === 0) return { n, of, low: 0, high: 1 }
  const z = 1.96
  const p = n / of
  const middle = p + (z * z) / (2 * of)
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return { n, of, low: round((middle - half) / whole), high: round((middle + half) / whole) }
}

const round = (x: number): number => Math.round(x * 1000) / 1000
