import { describe, expect, test } from 'vitest'
import {
  type Asked,
  GROUPS,
  type QuarterRelease,
  rangeOf,
  releaseQuarter,
  serviceBand,
  SMALL,
  TOPIC_GROUPS,
} from '../../../src/domain/case/disclosure.ts'
import { TOPICS } from '../../../src/domain/topic/topics.ts'
import { type Random, randomFrom } from '../../faults/random.ts'
import { many } from '../../support/many.ts'

const RUNS = many(100, 5000)
const QUARTERS = 8

/** A quarter of a small province: often nobody or a few, some women with several questions. */
function aQuarter(random: Random): readonly Asked[] {
  const women = Math.floor(random.between(0, 1) ** 2 * 40)
  return Array.from({ length: women }, (_, n) => n).flatMap((n) =>
    Array.from({ length: random.chance(0.25) ? 2 : 1 }, () => ({
      woman: `w${n}`,
      topic: TOPICS[Math.floor(random.between(0, 1) ** 1.5 * TOPICS.length)] ?? 'other_legal',
    })),
  )
}

interface Cell {
  readonly name: string
  readonly low: number
  readonly high: number
}

/**
 * The attacker: knows every release, the rule by which they were made, and that the total lies between the largest group and
 * their sum. Tries every table that could have been printed so, and keeps what each cell can still be.
 */
function attack(release: Printed): readonly Cell[] {
  const seen = new Map<string, { low: number; high: number }>()
  const note = (name: string, value: number): void => {
    const before = seen.get(name)
    if (before === undefined) seen.set(name, { low: value, high: value })
    else {
      before.low = Math.min(before.low, value)
      before.high = Math.max(before.high, value)
    }
  }
  const [a, b, c] = GROUPS.map((group) => values(release.groups[group]))
  for (const x of a ?? [])
    for (const y of b ?? [])
      for (const z of c ?? [])
        for (const all of release.total === undefined ? [undefined] : values(release.total)) {
          if (all !== undefined && (all < Math.max(x, y, z) || all > x + y + z)) continue
          note('family', x)
          note('livelihood', y)
          note('other', z)
          if (all !== undefined) note('total', all)
        }
  return [...seen].map(([name, range]) => ({ name, ...range }))
}

interface Exact {
  readonly exactly: number
}
type Figure = QuarterRelease['groups']['family'] | Exact
interface Printed {
  readonly groups: Readonly<Record<(typeof GROUPS)[number], Figure>>
  readonly total?: Figure
}

function values(figure: Figure): readonly number[] {
  if (typeof figure === 'object') return [figure.exactly]
  const { from, to } = rangeOf(figure)
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}

/** What the attacker found: cells narrower than five values, and small ones that are known exactly. */
function found(print: (quarter: string, asked: readonly Asked[]) => Printed) {
  const random = randomFrom(20261125)
  const narrow: Cell[] = []
  const exact: Cell[] = []
  for (let run = 0; run < RUNS; run++)
    for (let quarter = 0; quarter < QUARTERS; quarter++) {
      const asked = aQuarter(random)
      for (const cell of attack(print(`${2020 + run}-Q${(quarter % 4) + 1}`, asked))) {
        if (cell.high - cell.low + 1 < SMALL) narrow.push(cell)
        if (cell.low === cell.high && cell.low > 0 && cell.low < SMALL) exact.push(cell)
      }
    }
  return { narrow: narrow.length, exact: exact.length }
}

const counts = (asked: readonly Asked[]): Readonly<Record<(typeof GROUPS)[number], number>> => {
  const of = (group: (typeof GROUPS)[number]): number => {
    const topics: readonly string[] = TOPIC_GROUPS[group]
    return new Set(asked.filter((one) => topics.includes(one.topic)).map((one) => one.woman)).size
  }
  return { family: of('family'), livelihood: of('livelihood'), other: of('other') }
}

describe('whoever has every release', () => {
  test('learns of no cell more than five values wide, and no small one exactly', { timeout: 120_000 }, () => {
    expect(found(releaseQuarter)).toEqual({ narrow: 0, exact: 0 })
  })

  test('learns small cells where suppression is off', { timeout: 120_000 }, () => {
    const off = found((_, asked) => {
      const { family, livelihood, other } = counts(asked)
      return { groups: { family: { exactly: family }, livelihood: { exactly: livelihood }, other: { exactly: other } } }
    })
    expect(off.exact).toBeGreaterThan(RUNS)
  })

  test('and where the total is always told', { timeout: 120_000 }, () => {
    const always = found((quarter, asked) => {
      const women = new Set(asked.map((one) => one.woman)).size
      const total = women < SMALL ? ('few' as const) : Math.floor(women / SMALL) * SMALL
      return { groups: releaseQuarter(quarter, asked).groups, total }
    })
    expect(always.narrow).toBeGreaterThan(0)
  })

  test('and where only the small cells are hidden and the rest is exact', { timeout: 120_000 }, () => {
    const plain = found((_, asked) => {
      const hide = (count: number): Figure => (count < SMALL ? 'few' : { exactly: count })
      const { family, livelihood, other } = counts(asked)
      const total = { exactly: new Set(asked.map((one) => one.woman)).size }
      return { groups: { family: hide(family), livelihood: hide(livelihood), other: hide(other) }, total }
    })
    expect(plain.narrow).toBeGreaterThan(RUNS)
  })
})

test('every topic stands in one group, and each group has at least four', () => {
  expect(GROUPS.flatMap((group) => [...TOPIC_GROUPS[group]]).toSorted()).toEqual([...TOPICS].toSorted())
  for (const group of GROUPS) expect(TOPIC_GROUPS[group].length).toBeGreaterThanOrEqual(4)
})

test('one woman with many questions counts once, and nought looks like four', () => {
  const one = (n: number): Asked => ({ woman: `w${n}`, topic: 'debt_credit' })
  const some = (n: number) => Array.from({ length: n }, (_, index) => one(index))
  expect(releaseQuarter('q', [...some(4), ...some(4)]).groups.livelihood).toBe('few')
  expect(releaseQuarter('q', some(4))).toEqual(releaseQuarter('q', []))
  expect(releaseQuarter('q', some(14)).groups.livelihood).toBe(10)
})

describe('how a week is told', () => {
  const of = (kept: readonly boolean[], women = kept.length, quarter = 'q') =>
    kept.map((one, n) => ({ woman: `w${n % women}`, quarter, kept: one }))
  test.each([
    ['nobody', [], 'few'],
    ['four, all broken', of([false, false, false, false]), 'few'],
    [
      'many promises of four women',
      of(
        Array.from({ length: 20 }, () => false),
        4,
      ),
      'few',
    ],
    ['five kept', of([true, true, true, true, true]), 'kept'],
    ['one of five broken', of([true, true, true, true, false]), 'broken'],
    ['one of ten broken', of([true, true, true, true, true, true, true, true, true, false]), 'kept'],
    ['three and three of two quarters', [...of([true, true, true]), ...of([true, true, true], 3, 'p')], 'few'],
  ])('%s', (_, promises, band) => {
    expect(serviceBand(promises)).toBe(band)
  })
})
