import { findDanger } from '../../src/domain/danger/danger.ts'
import { readTokens } from '../../src/domain/danger/token.ts'
import { topicShare } from '../../src/domain/topic/likelyTopic.ts'
import { subjectSigns } from '../../src/domain/topic/topic.ts'
import { type Topic, TOPICS } from '../../src/domain/topic/topics.ts'
import { fold } from '../../src/domain/words/fold.ts'
import { readLabelled } from './labelled.ts'
import { learnPoints, pointsSource, type Read } from './learnPoints.ts'

/**
 * Makes src/domain/topic/likelyTopicWeights.ts: `node test/domain/topicTrainer.ts > /tmp/weights`, then move it there; run it
 * after likenessTrainer.ts, whose word it hears.
 */
const FRESH_WEIGHT = 2

const reads = readLabelled().flatMap(({ text, topic, fresh }): readonly Read<Topic>[] =>
  (topic === undefined ? [] : fresh ? [text, fold(text)] : [text]).flatMap((typed) => {
    const tokens = readTokens(typed)
    const found = findDanger(tokens)
    const weight = fresh ? FRESH_WEIGHT : 1
    return topic === undefined
      ? []
      : [{ signs: [...found.signs, ...subjectSigns(tokens, found)], meant: topic, weight }]
  }),
)
const points = learnPoints(reads, { answers: TOPICS, share: topicShare, rounds: 60, decay: 0.5 })
process.stdout.write(pointsSource(points, { by: 'test/domain/topicTrainer.ts', name: 'SUBJECT_POINTS', width: 2400 }))
