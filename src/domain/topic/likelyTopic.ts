import { SUBJECT_POINTS } from './likelyTopicWeights.ts'
import { TOPICS, type Topic } from './topics.ts'

/** What a message is most likely about, by signs learned from labelled messages; the words of subjects are among the signs. */
export function likelyTopic(told: readonly Iterable<string>[], count: number): Topic {
  const share = topicShare(count)
  const sums = Float64Array.from(starts)
  for (const signs of told) for (const sign of signs) addPoints(sums, weights.get(sign), share)
  return TOPICS[sums.indexOf(Math.max(...sums))] ?? 'not_legal'
}

function addPoints(sums: Float64Array, found: Points | undefined, share: number): void {
  if (found === undefined) return
  const { topics, points } = found
  for (let at = 0; at < topics.length; at++) {
    const topic = topics[at] ?? 0
    sums[topic] = (sums[topic] ?? 0) + (points[at] ?? 0) * share
  }
}

/** As in danger: points shrink with the root of the length. */
export const topicShare = (signs: number): number => 3 / Math.sqrt(Math.max(signs, SHORT))
const SHORT = 20
const HUNDREDTHS = 100
const FIRST = 97

/** Name under which the starting points are kept. */
export const TOPIC_START = '*'

interface Points {
  readonly topics: Uint8Array
  readonly points: Float64Array
}

/** `sign:a12c-5`: a letter for the topic by its place in TOPICS, then its points. */
const weights: ReadonlyMap<string, Points> = new Map(
  SUBJECT_POINTS.trim()
    .split(/\s+/)
    .map((entry): [string, Points] => {
      const [sign = '', told = ''] = entry.split(':')
      const read = [...told.matchAll(/([a-l])(-?\d+)/g)]
      return [
        sign,
        {
          topics: Uint8Array.from(read, ([, topic = 'a']) => topic.charCodeAt(0) - FIRST),
          points: Float64Array.from(read, ([, , value]) => Number(value) / HUNDREDTHS),
        },
      ]
    }),
)
const starts = new Float64Array(TOPICS.length)
const start = weights.get(TOPIC_START)
start?.topics.forEach((topic, at) => {
  starts[topic] = start.points[at] ?? 0
})
