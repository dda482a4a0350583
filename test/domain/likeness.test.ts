import { expect, test } from 'vitest'
import { LIKENESS } from '../../src/domain/danger/likenessWeights.ts'
import { SUBJECT_POINTS } from '../../src/domain/topic/likelyTopicWeights.ts'
import { readLabelled } from './labelled.ts'
import { trainPoints } from './likenessTrainer.ts'

/** Points of the source, in hundredths, by sign. */
const kept = new Map(
  [...LIKENESS.matchAll(/(\S+):(-?\d+):(-?\d+)/g)].map(([, sign = '', immediate, any]) => [
    sign,
    [Number(immediate), Number(any)] as const,
  ]),
)

test('the points in the source are those learned from the labelled messages', { timeout: 120_000 }, () => {
  const now = trainPoints(readLabelled())
  const far = [...now].filter(([sign, { immediate, any }]) => {
    const [a, b] = kept.get(sign) ?? [0, 0]
    return Math.abs(a - immediate * 100) > 6 || Math.abs(b - any * 100) > 6
  })
  expect(far).toEqual([])
})

test('what is learned names words and concepts, nothing that a person could not read', () => {
  for (const source of [LIKENESS, SUBJECT_POINTS]) expect(source).toMatch(/^[\p{L}\p{N}\p{M}\s:_=@%!#*.'-]+$/u)
})
