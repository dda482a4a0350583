import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeLineage } from '../../../src/domain/unit/lineage.ts'
import { registerProblems } from '../../../src/domain/unit/registerProblems.ts'
import { compareNames } from '../../../src/domain/unit/tree.ts'
import { aMerge, aTree, aUnit, day, MERGER, PROVINCE, REORGANISED, unit } from '../../support/builders.ts'

const ids = (versions: readonly { readonly unit: string }[]): readonly string[] => versions.map((one) => one.unit)

describe('the tree of 2022', () => {
  const tree = aTree(PROVINCE)
  const on = day('2022-06-01')

  test('knows the units of a level', () => {
    expect(ids(tree.inForce(on, 'commune'))).toEqual(['x1', 'x2', 'x3'])
    expect(tree.inForce(on)).toHaveLength(8)
  })

  test('gives a unit with all below it, in the order of the tree', () => {
    expect(ids(tree.subtreeOn(unit('t'), on))).toEqual(['t', 'ban', 'ca', 'h1', 'x1', 'x2', 'h2', 'x3'])
    expect(ids(tree.subtreeOn(unit('x3'), on))).toEqual(['x3'])
  })

  test('climbs to the root', () => {
    expect(ids(tree.ancestorsOn(unit('x1'), on))).toEqual(['h1', 't'])
  })

  test('says who is within whom', () => {
    expect(tree.isWithin(unit('x1'), unit('h1'), on)).toBe(true)
    expect(tree.isWithin(unit('h1'), unit('h1'), on)).toBe(true)
    expect(tree.isWithin(unit('x3'), unit('h1'), on)).toBe(false)
    expect(tree.isWithin(unit('h1'), unit('x1'), on)).toBe(false)
  })

  test('has nothing before its first day, and nothing of a unit it does not know', () => {
    expect(tree.inForce(day('2019-12-31'))).toEqual([])
    expect(tree.subtreeOn(unit('zz'), on)).toEqual([])
    expect(tree.versionOn(unit('zz'), on)).toBeUndefined()
  })
})

describe('the tree across 30/06/2025', () => {
  const tree = aTree(REORGANISED, MERGER)

  test('the last day of a unit is still its own, the next is not', () => {
    expect(ids(tree.inForce(day('2025-06-30'), 'district'))).toEqual(['h1', 'h2'])
    expect(tree.inForce(day('2025-07-01'), 'district')).toEqual([])
  })

  test('communes stand directly below the province from 01/07', () => {
    expect(ids(tree.childrenOn(unit('t'), day('2025-06-30')))).toEqual(['h1', 'h2'])
    expect(ids(tree.childrenOn(unit('t'), day('2025-07-01')))).toEqual(['x3', 'xm'])
  })

  test('the latest version of an ended unit is still known', () => {
    expect(tree.latest(unit('h1'))?.to).toBe('2025-06-30')
    expect(tree.latest(unit('x3'))?.parent).toBe('t')
  })
})

describe('a register with faults', () => {
  test('a circle neither hangs nor loses a unit', () => {
    const tree = aTree([aUnit('a', 'commune', { parent: 'b' }), aUnit('b', 'commune', { parent: 'a' })])
    expect(ids(tree.subtreeOn(unit('a'), day('2022-01-01')))).toEqual(['a', 'b'])
    expect(ids(tree.ancestorsOn(unit('a'), day('2022-01-01')))).toEqual(['b', 'a'])
  })

  test('a unit whose parent is not there stands as a root', () => {
    const tree = aTree([aUnit('a', 'commune', { parent: 'gone' })])
    expect(ids(tree.subtreeOn(unit('a'), day('2022-01-01')))).toEqual(['a'])
  })

  test.each([
    ['overlap', [aUnit('a', 'commune', { to: '2022-05-01' }), aUnit('a', 'commune', { from: '2022-05-01' })]],
    ['endsBeforeItBegins', [aUnit('a', 'commune', { from: '2022-05-01', to: '2022-04-30' })]],
    ['unknownParent', [aUnit('a', 'commune', { parent: 'gone' })]],
    ['cycle', [aUnit('a', 'commune', { parent: 'a' })]],
    ['outlivesParent', [aUnit('t', 'province', { to: '2022-05-01' }), aUnit('a', 'commune', { parent: 't' })]],
    ['sameCode', [aUnit('a', 'commune', { code: '00001' }), aUnit('b', 'commune', { code: '00001' })]],
  ])('%s is a problem', (reason, versions) => {
    expect(registerProblems({ versions, lineage: [] }).map((one) => one.reason)).toContain(reason)
  })

  test('a circle of two is told once for each', () => {
    const versions = [aUnit('a', 'commune', { parent: 'b' }), aUnit('b', 'commune', { parent: 'a' })]
    expect(registerProblems({ versions, lineage: [] })).toEqual([
      { unit: 'a', reason: 'cycle' },
      { unit: 'b', reason: 'cycle' },
    ])
  })

  test('a reorganisation that names a unit nobody knows is a problem', () => {
    const lineage = [aMerge('2025-07-01', ['x1', 'zz'], 'xm')]
    expect(registerProblems({ versions: REORGANISED, lineage })).toEqual([{ unit: 'zz', reason: 'unknownInLineage' }])
  })

  test('a unit merged away and still in force is a problem', () => {
    const lineage = [aMerge('2025-07-01', ['x1', 'x2', 'x3'], 'xm')]
    expect(registerProblems({ versions: REORGANISED, lineage })).toEqual([{ unit: 'x3', reason: 'mergedButInForce' }])
  })

  test('the register of a real reorganisation has none', () => {
    expect(registerProblems({ versions: REORGANISED, lineage: MERGER })).toEqual([])
    expect(registerProblems({ versions: PROVINCE, lineage: [] })).toEqual([])
  })

  test('parents that take turns cover their child', () => {
    const versions = [
      aUnit('t', 'province', { to: '2022-05-01' }),
      aUnit('t', 'province', { from: '2022-05-02', name: 'Tỉnh mới' }),
      aUnit('a', 'commune', { parent: 't' }),
    ]
    expect(registerProblems({ versions, lineage: [] })).toEqual([])
  })
})

describe('descent', () => {
  test('a merged commune has a line to each of those before it', () => {
    expect(makeLineage(MERGER).historiesOf(unit('xm'), day('2025-12-31'))).toEqual([
      [{ unit: 'xm' }, { unit: 'x1', before: '2025-07-01' }],
      [{ unit: 'xm' }, { unit: 'x2', before: '2025-07-01' }],
    ])
  })

  test('a merger to come is not there yet', () => {
    expect(makeLineage(MERGER).historiesOf(unit('xm'), day('2025-06-30'))).toEqual([[{ unit: 'xm' }]])
  })

  test('one that takes others in keeps its own past in its own line', () => {
    expect(makeLineage([aMerge('2025-07-01', ['x1', 'x2'], 'x1')]).historiesOf(unit('x1'), day('2025-12-31'))).toEqual([
      [{ unit: 'x1' }],
      [
        { unit: 'x1', from: '2025-07-01' },
        { unit: 'x2', before: '2025-07-01' },
      ],
    ])
  })

  test('a merger of mergers goes all the way back', () => {
    const lineage = makeLineage([aMerge('2020-01-01', ['a', 'b'], 'c'), aMerge('2025-07-01', ['c', 'd'], 'e')])
    expect(lineage.historiesOf(unit('e'), day('2025-12-31')).map((line) => ids(line).join('<'))).toEqual([
      'e<c<a',
      'e<c<b',
      'e<d',
    ])
  })
})

const anyRegister = fc
  .array(fc.record({ parent: fc.nat(30), from: fc.nat(5), days: fc.option(fc.nat(5)) }), { maxLength: 30 })
  .map((list) =>
    list.map(({ parent, from, days }, index) =>
      aUnit(`u${index}`, 'commune', {
        parent: `u${parent}`,
        from: `2022-01-0${from + 1}`,
        ...(days === null ? {} : { to: `2022-01-${String(from + 1 + days).padStart(2, '0')}` }),
      }),
    ),
  )

test('whatever the register, every unit in force is in exactly one place of the tree', () => {
  fc.assert(
    fc.property(anyRegister, fc.integer({ min: 1, max: 12 }), (versions, n) => {
      const on = day(`2022-01-${String(n).padStart(2, '0')}`)
      const tree = aTree(versions)
      const inForce = tree.inForce(on)
      expect(new Set(ids(inForce)).size).toBe(inForce.length)
      expect(ids(inForce).toSorted()).toEqual(
        ids(versions.filter((one) => one.from <= on && on <= (one.to ?? '9999'))).toSorted(),
      )
      for (const one of inForce) {
        const below = tree.subtreeOn(one.unit, on)
        expect(ids(below)).toContain(one.unit)
        expect(below.every((child) => tree.isWithin(child.unit, one.unit, on))).toBe(true)
      }
    }),
  )
})

test('names stand as a Vietnamese reader looks for them', () => {
  const names = ['Xã Yên Bình', 'Tổ 10', 'Xã Đại Lộc', 'Xã An Phú', 'Tổ 2', 'Xã Em', 'Xã Ấm Thượng', 'Xã Dương']
  expect(names.toSorted(compareNames)).toEqual([
    'Tổ 2',
    'Tổ 10',
    'Xã An Phú',
    'Xã Ấm Thượng',
    'Xã Dương',
    'Xã Đại Lộc',
    'Xã Em',
    'Xã Yên Bình',
  ])
})
