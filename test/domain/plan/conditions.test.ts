import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applies, hasValue } from '../../../src/domain/plan/conditions.ts'
import type { Answers, Condition } from '../../../src/domain/plan/form.ts'

const NOTHING: Answers = {}

describe('in, notIn', () => {
  const inList: Condition = { field: 'role', in: ['lead', 'co_lead'] }
  const notIn: Condition = { field: 'role', notIn: ['online'] }

  test.each([
    ['a choice of the list', { role: 'lead' }, true],
    ['another choice', { role: 'participant' }, false],
    ['several choices, one of the list', { role: ['participant', 'co_lead'] }, true],
    ['several choices, none of the list', { role: ['participant'] }, false],
    ['no choice yet', NOTHING, false],
  ])('in: %s', (_what, answers, holds) => {
    expect(applies(inList, answers)).toBe(holds)
  })
  test.each([
    ['a choice of the list', { role: 'online' }, false],
    ['another choice', { role: 'talk' }, true],
    ['several choices, one of the list', { role: ['talk', 'online'] }, false],
    ['no choice yet: nothing follows from it', NOTHING, false],
  ])('notIn: %s', (_what, answers, holds) => {
    expect(applies(notIn, answers)).toBe(holds)
  })
})

describe('set', () => {
  test.each([
    ['a text', 'x', true],
    ['an empty list', [], false],
    ['a list', ['a'], true],
    ['nought', 0, true],
    ['no', false, true],
    ['nothing', undefined, false],
  ])('%s', (_what, value, isSet) => {
    expect(applies({ field: 'a', set: true }, { a: value })).toBe(isSet)
    expect(applies({ field: 'a', set: false }, { a: value })).toBe(!isSet)
    expect(hasValue(value)).toBe(isSet)
  })
})

describe('is', () => {
  test.each([
    [true, true],
    [false, false],
    ['true', false],
    [1, false],
    [undefined, false],
  ])('%s is yes: %s', (value, holds) => {
    expect(applies({ field: 'a', is: true }, { a: value })).toBe(holds)
  })
  test('no answer is not a no', () => {
    expect(applies({ field: 'a', is: false }, NOTHING)).toBe(false)
  })
})

describe('atLeast', () => {
  test.each([
    [0, false],
    [1, true],
    [2, true],
    ['2', false],
    [undefined, false],
  ])('%s is at least one: %s', (value, holds) => {
    expect(applies({ field: 'n', atLeast: 1 }, { n: value })).toBe(holds)
  })
})

describe('all, any', () => {
  const yes: Condition = { field: 'n', atLeast: 1 }
  const no: Condition = { field: 'n', atLeast: 9 }
  const answers = { n: 5 }

  test('all of them', () => {
    expect(applies({ all: [yes, yes] }, answers)).toBe(true)
    expect(applies({ all: [yes, no] }, answers)).toBe(false)
    expect(applies({ all: [] }, answers)).toBe(true)
  })
  test('any of them', () => {
    expect(applies({ any: [no, yes] }, answers)).toBe(true)
    expect(applies({ any: [no, no] }, answers)).toBe(false)
    expect(applies({ any: [] }, answers)).toBe(false)
  })
  test('one inside another', () => {
    expect(applies({ all: [yes, { any: [no, { all: [yes] }] }] }, answers)).toBe(true)
  })
})

test('without a guard it always applies', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (answers) => {
      expect(applies(undefined, answers)).toBe(true)
    }),
  )
})
