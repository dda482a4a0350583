import { expect, test } from 'vitest'
import { extendPlan } from '../../../src/domain/plan/extendPlan.ts'

const base = {
  id: 'a',
  year: 2022,
  number: '1/KH',
  forms: { 'F-A': { version: 1, fields: { x: { kind: 'text' }, y: { kind: 'text' } } }, 'F-B': { version: 1 } },
  indicators: {
    'I.1': { wording: 'một', levels: ['commune'], rule: { kind: 'coverage', atLeast: 1 } },
    'I.2': { wording: 'hai' },
  },
}

test('what is not said stays, what is said replaces it, null takes it away', () => {
  const { raw } = extendPlan(base, { extends: 'a.yaml', id: 'b', number: null })
  expect(raw).toEqual({ ...base, id: 'b', number: undefined })
  expect('number' in raw).toBe(false)
  expect('extends' in raw).toBe(false)
})

test.each([
  [{ year: 2023 }, { year: 2023 }],
  [
    { from: '2023-01-01', to: '2023-06-30' },
    { from: '2023-01-01', to: '2023-06-30' },
  ],
])('new days take the place of the old ones: %o', (changes, days) => {
  const { year, from, to } = extendPlan(base, changes).raw
  expect({ year, from, to }).toEqual({ year: undefined, from: undefined, to: undefined, ...days })
})

test('a row keeps the members that are not changed, a list is replaced', () => {
  const { raw } = extendPlan(base, { indicators: { 'I.1': { levels: ['province'], rule: { atLeast: 2 } } } })
  expect(raw.indicators).toEqual({
    'I.1': { wording: 'một', levels: ['province'], rule: { kind: 'coverage', atLeast: 2 } },
    'I.2': { wording: 'hai' },
  })
})

test('a rule of another kind takes nothing over from the old one', () => {
  const { raw } = extendPlan(base, { indicators: { 'I.1': { rule: { kind: 'count' } } } })
  expect(raw.indicators).toMatchObject({ 'I.1': { rule: { kind: 'count' } } })
  expect(JSON.stringify(raw.indicators)).not.toContain('atLeast')
})

test('a field that is called kind is changed like any other', () => {
  const kind = { kind: 'choice', options: { a: 'A', b: 'B' } }
  const old = { ...base, forms: { 'F-A': { version: 1, fields: { kind, x: { kind: 'text' } } } } }
  const { raw } = extendPlan(old, { forms: { 'F-A': { version: 2, fields: { kind: { options: { b: null } } } } } })
  expect(raw.forms).toEqual({
    'F-A': { version: 2, fields: { kind: { kind: 'choice', options: { a: 'A' } }, x: { kind: 'text' } } },
  })
})

test('rows and forms end', () => {
  const { raw, problems } = extendPlan(base, {
    indicators: { 'I.2': { ends: true } },
    forms: { 'F-B': { ends: true } },
  })
  expect(problems).toEqual([])
  expect(raw).toMatchObject({ indicators: { 'I.1': {} }, forms: { 'F-A': {} } })
  expect(JSON.stringify(raw)).not.toMatch(/I\.2|F-B/)
})

test('a new row brings its wording', () => {
  expect(extendPlan(base, { indicators: { 'I.9': { wording: 'chín' } } }).problems).toEqual([])
})

test.each([
  [
    { indicators: { 'I.9': { focus: true } } },
    ['indicators', 'I.9'],
    'changes I.9, which the extended plan does not have',
  ],
  [
    { indicators: { 'I.9': { ends: true } } },
    ['indicators', 'I.9'],
    'changes I.9, which the extended plan does not have',
  ],
  [{ forms: { 'F-Z': { version: 2 } } }, ['forms', 'F-Z'], 'changes F-Z, which the extended plan does not have'],
  [{ forms: { 'F-A': { none: true } } }, ['forms', 'F-A'], 'changes a form without a higher version'],
  [{ forms: { 'F-A': { version: 1 } } }, ['forms', 'F-A'], 'changes a form without a higher version'],
])('%o is refused', (changes, path, reason) => {
  expect(extendPlan(base, changes).problems).toEqual([{ path, reason }])
})

test('a field of a form can be taken away in a new version', () => {
  const { raw, problems } = extendPlan(base, { forms: { 'F-A': { version: 2, fields: { y: null } } } })
  expect(problems).toEqual([])
  expect(raw.forms).toMatchObject({ 'F-A': { version: 2, fields: { x: { kind: 'text' } } } })
  expect(JSON.stringify(raw.forms)).not.toContain('"y"')
})
