import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from '../../../src/bot/documents/chart/spread.ts'

test('heights that are far apart stay as they are', () => {
  expect(spread([100, 20, 300], 38, 600)).toEqual([100, 20, 300])
})

test('what would touch is moved down, and up from the floor', () => {
  expect(spread([10, 12, 30], 38, 600)).toEqual([10, 48, 86])
  expect(spread([600, 600, 590], 38, 600)).toEqual([562, 600, 524])
})

test('whatever is wanted: apart, in order, not below the floor', () => {
  const heights = fc.array(fc.integer({ min: 0, max: 640 }), { maxLength: 5 })
  fc.assert(
    fc.property(heights, (wanted) => {
      const placed = spread(wanted, 38, 640)
      const order = wanted.map((y, index) => ({ y, index })).toSorted((a, b) => a.y - b.y || a.index - b.index)
      const ranked = order.map(({ index }) => placed[index] ?? 0)
      for (const [n, y] of ranked.entries()) {
        expect(y).toBeLessThanOrEqual(640)
        expect(y - (ranked[n - 1] ?? -Infinity)).toBeGreaterThanOrEqual(38)
      }
    }),
  )
})
