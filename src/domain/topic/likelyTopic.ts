import { readPoints } from '../words/points.ts'
import { SUBJECT_POINTS } from './likelyTopicWeights.ts'
import { TOPICS, type Topic } from './topics.ts'

const learned = readPoints(SUBJECT_POINTS, TOPICS.length)

/** What a message is most likely about, by signs learned from labelled messages; the words of subjects are among the signs. */
export function likelyTopic(told: readonly Iterable<string>[], count: number): Topic {
  const sums = learned.sum(told, topicShare(count))
  return TOPICS[sums.indexOf(Math.max(...sums))] ?? 'not_legal'
}

/** As in danger: points shrink with the root of the length. */
export const topicShare = (signs: number): number => 3 / Math.sqrt(Math.max(signs, SHORT))
const SHORT = 20
