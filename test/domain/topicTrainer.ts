import { findDanger } from '../../src/domain/danger/danger.ts'
import { readTokens } from '../../src/domain/danger/token.ts'
import { TOPIC_START, topicShare } from '../../src/domain/topic/likelyTopic.ts'
import { subjectSigns } from '../../src/domain/topic/topic.ts'
import { TOPICS } from '../../src/domain/topic/topics.ts'
import { fold } from '../../src/domain/words/fold.ts'
import { descend, type Example } from './descent.ts'
import { readLabelled } from './labelled.ts'

/**
 * Makes src/domain/topic/likelyTopicWeights.ts: `node test/domain/topicTrainer.ts > /tmp/weights`, then move it there. One
 * question for each topic, the same plain regression as for danger; run it after likenessTrainer.ts, whose word it hears.
 */
const FRESH_WEIGHT = 2
const FEWEST = 2
const SMALLEST = 8
const WIDTH = 1800

export type TopicPoints = ReadonlyMap<string, readonly number[]>

export function trainTopics(): TopicPoints {
  const reads = readLabelled().flatMap(({ text, topic, fresh }) =>
    (topic === undefined ? [] : fresh ? [text, fold(text)] : [text]).map((typed) => {
      const tokens = readTokens(typed)
      const found = findDanger(tokens)
      return { signs: [...found.signs, ...subjectSigns(tokens, found)], topic, weight: fresh ? FRESH_WEIGHT : 1 }
    }),
  )
  const times = new Map<string, number>()
  for (const { signs } of reads) for (const sign of signs) times.set(sign, (times.get(sign) ?? 0) + 1)
  const kept = [...times].filter(([, count]) => count >= FEWEST).map(([sign]) => sign)
  const places = new Map(kept.map((sign, at) => [sign, at]))
  const placed = reads.map(({ signs }) => {
    const share = topicShare(signs.length)
    return signs.flatMap((sign) => {
      const place = places.get(sign)
      return place === undefined ? [] : [[place, share] as const]
    })
  })
  const models = TOPICS.map((topic) =>
    descend(
      reads.map((read, at): Example => ({ signs: placed[at] ?? [], meant: read.topic === topic, weight: read.weight })),
      { size: kept.length, rounds: 60, decay: 0.5 },
    ),
  )
  const named = [...kept.entries(), [kept.length, TOPIC_START] as const]
  return new Map(named.map(([at, sign]) => [sign, models.map((model) => Math.round((model[at] ?? 0) * 100))]))
}

function toSource(points: TopicPoints): string {
  const lines: string[] = []
  let line = ' '
  for (const [sign, values] of [...points].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const told = values.flatMap((value, at) =>
      Math.abs(value) < SMALLEST ? [] : [`${String.fromCharCode(97 + at)}${value}`],
    )
    if (told.length === 0) continue
    const entry = ` ${sign}:${told.join('')}`
    if (line.length + entry.length > WIDTH) {
      lines.push(line)
      line = ' '
    }
    line += entry
  }
  lines.push(line)
  return [
    '/** Made by test/domain/topicTrainer.ts, not by hand: signs with their points in hundredths, a letter for each topic. */',
    'export const SUBJECT_POINTS = `',
    ...lines,
    '`',
    '',
  ].join('\n')
}

if (import.meta.main) process.stdout.write(toSource(trainTopics()))
