export interface Dice {
  /** 0 … n-1. */
  roll(n: number): number
  chance(p: number): boolean
  pick<T>(from: readonly T[]): T
}

/** The same numbers for the same seed, everywhere (mulberry32). */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const roll = (n: number): number => Math.floor(next() * n)
  return {
    roll,
    chance: (p) => next() < p,
    pick: (from) => {
      const found = from[roll(from.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
  }
}
