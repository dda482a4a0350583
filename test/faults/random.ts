export interface Random {
  /** At least `from`, below `to`. */
  between(from: number, to: number): number
  chance(probability: number): boolean
}

/** The same numbers for the same seed (mulberry32); good enough to choose what goes wrong. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { between: (from, to) => from + next() * (to - from), chance: (probability) => next() < probability }
}
