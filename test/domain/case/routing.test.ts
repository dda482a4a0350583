import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, routeTo, unitsNamed } from '../../../src/domain/case/routing.ts'

const UNITS = [
  { unit: 'xa-1', name: 'Hội LHPN xã Phú An' },
  { unit: 'xa-2', name: 'xã Bình Hòa' },
  { unit: 'p-3', name: 'phường Tân' },
]

describe('units that her words name', () => {
  test.each([
    ['em ở xã Phú An ạ', ['xa-1']],
    ['em o xa phu an', ['xa-1']],
    ['nhà em gần chợ Bình Hòa', ['xa-2']],
    ['em mới đến, tân ạ', []],
    ['em ở phường Tân', ['p-3']],
    ['Phú an ủi em', ['xa-1']],
    ['em không nói em ở đâu', []],
  ])('«%s»', (text, units) => {
    expect(unitsNamed(text, UNITS)).toEqual(units)
  })
})

const member = fc.record({
  id: fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5', 'm6'),
  unit: fc.constantFrom('xa-1', 'xa-2', 'p-3'),
  load: fc.nat(12),
  capacity: fc.constantFrom(5, 10),
})
const some = <T>(of: readonly T[]) => fc.subarray([...of])

test('of 10,000 assignments none goes to her commune, to whom she refused, or to who is full unless it is danger', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(member, { selector: (one) => one.id }),
      some(['m1', 'm2', 'm3']),
      some(['xa-1', 'p-3']),
      fc.constantFrom('immediate' as const, 'violence' as const, 'none' as const),
      (members, declinedBy, avoid, severity) => {
        const routed = routeTo(members, { declinedBy, avoid, severity })
        const bad = (one: Candidate): boolean =>
          avoid.includes(one.unit ?? '') ||
          declinedBy.includes(one.id) ||
          (severity !== 'immediate' && one.load >= one.capacity)
        expect(routed.filter(bad)).toEqual([])
        expect(members.filter((one) => !routed.includes(one) && !bad(one))).toEqual([])
        expect(routed.map((one) => one.load)).toEqual(routed.map((one) => one.load).toSorted((a, b) => a - b))
      },
    ),
    { numRuns: 10_000 },
  )
})
