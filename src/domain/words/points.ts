/** Points that signs were given in learning, for one of several answers each. */
export interface Points {
  /** Adds up what these signs say, each times `share`, for every answer in its order; where one starts is in it. */
  sum(told: readonly Iterable<string>[], share: number): Float64Array
}

/** Name under which the starting points are kept. */
export const START_SIGN = '*'

const HUNDREDTHS = 100
const FIRST = 97

/**
 * `sign:a12c-5 …`: a letter for the answer by its place (at most 26), then its points in hundredths. The points of a sign are read
 * when it is met: most signs of thousands never are.
 */
export function readPoints(source: string, answers: number): Points {
  const known = bySign(source)
  const starts = new Float64Array(answers)
  add(starts, known.get(START_SIGN), 1)
  return {
    sum(told, share) {
      const sums = Float64Array.from(starts)
      for (const signs of told) for (const sign of signs) add(sums, known.get(sign), share)
      return sums
    },
  }
}

/** What is told of each sign, behind the first colon. */
export function bySign(source: string): ReadonlyMap<string, string> {
  return new Map(
    source
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const colon = entry.indexOf(':')
        return [entry.slice(0, colon), entry.slice(colon + 1)] as const
      }),
  )
}

const POINTS = /([a-z])(-?\d+)/g

function add(sums: Float64Array, told: string | undefined, share: number): void {
  if (told === undefined) return
  for (const [, letter = 'a', value] of told.matchAll(POINTS)) {
    const answer = letter.charCodeAt(0) - FIRST
    sums[answer] = (sums[answer] ?? 0) + (Number(value) / HUNDREDTHS) * share
  }
}
