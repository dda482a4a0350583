import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bySeverityThenAge, type Danger, isTopic, raised } from '../../../src/domain/case/case.ts'
import { caseAlias } from '../../../src/domain/case/alias.ts'
import { caseId } from '../../../src/domain/ids.ts'
import { TOPICS } from '../../../src/domain/topic/topics.ts'

const ORDER: readonly Danger[] = ['none', 'violence', 'immediate']
const anyDanger = fc.constantFrom(...ORDER)
const anyId = fc.stringMatching(/^[0-9a-z]{20}$/).map((text) => caseId(text))

test('words raise the severity of a case and never lower it', () => {
  for (const before of ORDER)
    for (const words of ORDER) {
      expect(ORDER.indexOf(raised(before, words))).toBe(Math.max(ORDER.indexOf(before), ORDER.indexOf(words)))
    }
})

test('the queue is by severity, then by age', () => {
  const queue = [
    { severity: 'none' as const, openedAt: 1 },
    { severity: 'immediate' as const, openedAt: 9 },
    { severity: 'violence' as const, openedAt: 3 },
    { severity: 'immediate' as const, openedAt: 5 },
    { severity: 'violence' as const, openedAt: 2 },
  ]
  expect(queue.toSorted(bySeverityThenAge).map((one) => one.openedAt)).toEqual([5, 9, 2, 3, 1])
})

test('the order of the queue does not depend on the order in which cases came in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.infiniteStream(anyDanger), (ages, dangers) => {
      const queue = ages.map((openedAt) => ({ openedAt, severity: dangers.next().value ?? 'none' }))
      expect(queue.toReversed().toSorted(bySeverityThenAge)).toEqual(queue.toSorted(bySeverityThenAge))
    }),
  )
})

test('a topic is one of the list and nothing else', () => {
  expect(TOPICS.every(isTopic)).toBe(true)
  expect(['', 'Family_violence', 'constructor', 'family_violence '].filter(isTopic)).toEqual([])
})

test('an alias is short and has no letter that is mistaken for another', () => {
  fc.assert(
    fc.property(anyId, (id) => {
      expect(caseAlias(id)).toMatch(/^CA-[2-9A-HJKMNP-TV-Z]{5}$/)
    }),
  )
})

test('a case keeps its alias', () => {
  fc.assert(
    fc.property(anyId, (id) => {
      expect(caseAlias(caseId(String(id)))).toBe(caseAlias(id))
    }),
  )
})

test('an alias shows nothing of the id it was made from', () => {
  fc.assert(
    fc.property(anyId, (id) => {
      expect(id.toUpperCase()).not.toContain(caseAlias(id).slice(3))
    }),
    { numRuns: 500 },
  )
})

test('of two thousand cases hardly two bear one alias', () => {
  const aliases = new Set(Array.from({ length: 2000 }, (_, n) => caseAlias(caseId(`case-${n}-${(n * 7919) % 10007}`))))
  expect(aliases.size).toBeGreaterThan(1990)
})
