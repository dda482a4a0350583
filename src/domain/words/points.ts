/** Points that signs were given in learning, for one of several answers each. */
export interface Points {
  /** Adds up what these signs say, each times `share`, for every answer in its order; where one starts is in it. */
  sum(told: readonly Iterable<string>[], share: number): Float64Array
}

/** Name under which the starting points are kept. */
export const START_SIGN = '*'

const HUNDREDTHS = 100
const FIRST = 97

interface Found {
  readonly answers: Uint8Array
  readonly points: Float64Array
}

/** `sign:a12c-5 …`: a letter for the answer by its place (at most 26), then its points in hundredths. */
export function readPoints(source: string, answers: number): Points {
  const found: ReadonlyMap<string, Found> = new Map(
    source
      .trim()
      .split(/\s+/)
      .map((entry): [string, Found] => {
        const [sign = '', told = ''] = entry.split(':')
        const read = [...told.matchAll(/([a-z])(-?\d+)/g)]
        return [
          sign,
          {
            answers: Uint8Array.from(read, ([, answer = 'a']) => answer.charCodeAt(0) - FIRST),
            points: Float64Array.from(read, ([, , value]) => Number(value) / HUNDREDTHS),
          },
        ]
      }),
  )
  const starts = new Float64Array(answers)
  add(starts, found.get(START_SIGN), 1)
  return {
    sum(told, share) {
      const sums = Float64Array.from(starts)
      for (const signs of told) for (const sign of signs) add(sums, found.get(sign), share)
      return sums
    },
  }
}

function add(sums: Float64Array, found: Found | undefined, share: number): void {
  if (found === undefined) return
  const { answers, points } = found
  for (let at = 0; at < answers.length; at++) {
    const answer = answers[at] ?? 0
    sums[answer] = (sums[answer] ?? 0) + (points[at] ?? 0) * share
  }
}
