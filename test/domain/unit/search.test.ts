import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareName, findUnits } from '../../../src/domain/unit/search.ts'
import { fold } from '../../../src/domain/words/fold.ts'
import { aTree, aUnit, day } from '../../support/builders.ts'

const TREE = aTree([
  aUnit('t', 'province', { name: 'Hội LHPN tỉnh Khê Giang' }),
  aUnit('h1', 'district', { name: 'Hội LHPN huyện Đông Hà', parent: 't', to: '2025-06-30' }),
  aUnit('h2', 'district', { name: 'Hội LHPN thị xã Phú An', parent: 't', to: '2025-06-30' }),
  aUnit('x1', 'commune', { name: 'Hội LHPN xã Phú An', parent: 'h1' }),
  aUnit('x2', 'commune', { name: 'Hội LHPN xã Phú An', parent: 'h2' }),
  aUnit('x3', 'commune', { name: 'Hội LHPN xã Tân Phú An', parent: 'h2' }),
  aUnit('x4', 'commune', { name: 'Hội LHPN phường Đồng Tâm', parent: 'h2' }),
  aUnit('x5', 'commune', { name: 'Hội LHPN phường Đồng Tân', parent: 'h2', to: '2022-05-31' }),
  aUnit('x6', 'commune', { name: 'Hội LHPN xã Thanh Sơn', parent: 'h1' }),
])
const TODAY = day('2022-03-10')
const found = (said: string, on = TODAY) => findUnits(TREE, said, on).map((one) => String(one.unit))

describe('the whole name finds exactly that place', () => {
  test.each([
    ['Hội LHPN xã Thanh Sơn', ['x6']],
    ['xã Thanh Sơn', ['x6']],
    ['thị xã Phú An', ['h2']],
    ['huyện Đông Hà', ['h1']],
    ['Hội Liên hiệp Phụ nữ huyện Đông Hà', ['h1']],
    ['hpn phuong dong tam', ['x4']],
  ])('%s', (said, units) => {
    expect(found(said)).toEqual(units)
  })
})

test('two letters are the beginning of nothing: «bỏ» is no unit', () => {
  expect([found('th'), found('bỏ'), found('tha')]).toEqual([[], [], ['x6']])
})

describe('the bare name is enough', () => {
  test.each([
    ['Thanh Sơn', ['x6']],
    ['thanh son', ['x6']],
    ['THANHSON', ['x6']],
    ['Đồng Tâm', ['x4']],
    ['p. Đồng Tâm', ['x4']],
  ])('%s', (said, units) => {
    expect(found(said)).toEqual(units)
  })
})

describe('units of one name are all found, the caller asks back', () => {
  test('two communes of one whole name', () => {
    expect(found('xã Phú An')).toEqual(['x1', 'x2'])
  })
  test('the bare name finds the district of that name too', () => {
    expect(found('Phú An').toSorted()).toEqual(['h2', 'x1', 'x2'])
  })
  test('levels narrow it', () => {
    expect(findUnits(TREE, 'Phú An', TODAY, ['district']).map((one) => one.unit)).toEqual(['h2'])
  })
})

describe('the beginning, then a part', () => {
  test('the beginning finds all that begin so', () => {
    expect(found('Đồng')).toEqual(['h1', 'x4', 'x5'])
  })
  test('a part of three letters or more finds what holds it', () => {
    expect(found('Sơn')).toEqual(['x6'])
  })
  test('a part of two letters finds nothing', () => {
    expect(found('ơn')).toEqual([])
  })
  test('an exact name comes before a longer one that holds it', () => {
    expect(found('Phú An')).not.toContain('x3')
  })
})

test('a unit that has ended, or has not begun, is not found', () => {
  expect(found('Đồng Tân')).toEqual(['x5'])
  expect(found('Đồng Tân', day('2022-06-01'))).toEqual([])
})

test.each(['', '   ', '!!!', 'xã', 'Hội LHPN', 'Không Có Nơi Này'])('«%s» finds nothing', (said) => {
  expect(found(said)).toEqual([])
})

test('every unit is found by its name as the register has it, with and without accents', () => {
  const units = TREE.inForce(TODAY)
  fc.assert(
    fc.property(fc.constantFrom(...units), fc.constantFrom('whole', 'bare', 'folded'), (unit, how) => {
      const said = how === 'whole' ? unit.name : how === 'bare' ? bareName(unit.name) : fold(unit.name)
      expect(found(said)).toContain(unit.unit)
    }),
  )
})
