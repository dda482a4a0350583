import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../../src/domain/plan/checks.ts'
import type { Answers, Check, Severity } from '../../../src/domain/plan/form.ts'

const block: Severity = 'block'
const NOTHING: Answers = {}

/** The fields to ask again, for one check. */
const asked = (check: Check, answers: Answers) => problemsOf([check], answers).map((one) => one.field)

describe('atMost', () => {
  const check: Check = { kind: 'atMost', field: 'women', than: 'people', severity: block }

  test.each([
    ['fewer', { women: 3, people: 4 }, []],
    ['as many', { women: 4, people: 4 }, []],
    ['more', { women: 5, people: 4 }, ['women']],
    ['the limit has no value yet', { women: 5 }, []],
    ['nothing', NOTHING, []],
  ])('%s', (_what, answers, fields) => {
    expect(asked(check, answers)).toEqual(fields)
  })
  test('names the other field', () => {
    expect(problemsOf([check], { women: 5, people: 4 })[0]?.others).toEqual(['people'])
  })
})

describe('sumEquals', () => {
  const check: Check = { kind: 'sumEquals', total: 'all', parts: ['won', 'lost', 'open'], severity: block }

  test.each([
    ['equal', { all: 6, won: 1, lost: 2, open: 3 }, []],
    ['all nought', { all: 0, won: 0, lost: 0, open: 0 }, []],
    ['too many: the last part is asked', { all: 6, won: 1, lost: 2, open: 4 }, ['open']],
    ['too few', { all: 6, won: 1, lost: 2, open: 2 }, ['open']],
    ['a part has no value yet', { all: 6, won: 9, lost: 9 }, []],
    ['the total has no value yet', { won: 1, lost: 2, open: 2 }, []],
  ])('%s', (_what, answers, fields) => {
    expect(asked(check, answers)).toEqual(fields)
  })
})

describe('requiredWhen', () => {
  const check: Check = { kind: 'requiredWhen', field: 'doc', when: { field: 'mode', in: ['text'] }, severity: block }

  test.each([
    ['the guard holds and there is none', { mode: 'text' }, ['doc']],
    ['the guard holds and there is one', { mode: 'text', doc: { symbol: '1/A' } }, []],
    ['the guard does not hold', { mode: 'meeting' }, []],
    ['nothing', NOTHING, []],
  ])('%s', (_what, answers, fields) => {
    expect(asked(check, answers)).toEqual(fields)
  })
})

describe('oneOf', () => {
  const check: Check = { kind: 'oneOf', fields: ['doc', 'reason'], when: { field: 'ok', is: true }, severity: block }

  test.each([
    ['the first', { ok: true, doc: 'x' }, []],
    ['the second', { ok: true, reason: 'y' }, []],
    ['both', { ok: true, doc: 'x', reason: 'y' }, []],
    ['neither: the first is asked', { ok: true }, ['doc']],
    ['an empty list is none', { ok: true, doc: [] }, ['doc']],
    ['the guard does not hold', { ok: false }, []],
  ])('%s', (_what, answers, fields) => {
    expect(asked(check, answers)).toEqual(fields)
  })
})

describe('ordered', () => {
  const check: Check = { kind: 'ordered', fields: ['a', 'b', 'c'], severity: 'warn' }

  test.each([
    ['in order', { a: '2022-01-01', b: '2022-02-01', c: '2022-03-01' }, []],
    ['on one day', { a: '2022-01-01', b: '2022-01-01', c: '2022-01-01' }, []],
    ['the second before the first', { a: '2022-02-01', b: '2022-01-01' }, ['b']],
    ['over a gap', { a: '2022-02-01', c: '2022-01-01' }, ['c']],
    ['the first that is out of order', { a: '2022-03-01', b: '2022-02-01', c: '2022-01-01' }, ['b']],
    ['what is no date is passed over', { a: 'x', b: '2022-02-30', c: '2022-01-01' }, []],
  ])('%s', (_what, answers, fields) => {
    expect(asked(check, answers)).toEqual(fields)
  })
  test('only warns', () => {
    expect(problemsOf([check], { a: '2022-02-01', b: '2022-01-01' })[0]?.severity).toBe('warn')
  })
})

describe('onOrAfter', () => {
  const check: Check = { kind: 'onOrAfter', field: 'closed', than: 'got', severity: block }

  test.each([
    ['later', { got: '2022-01-01', closed: '2022-01-02' }, []],
    ['the same day', { got: '2022-01-01', closed: '2022-01-01' }, []],
    ['earlier', { got: '2022-01-02', closed: '2022-01-01' }, ['closed']],
    ['across the end of a year', { got: '2021-12-31', closed: '2022-01-01' }, []],
    ['not closed yet', { got: '2022-01-02' }, []],
  ])('%s', (_what, answers, fields) => {
    expect(asked(check, answers)).toEqual(fields)
  })
})

describe('nearDay', () => {
  const lawDay: Check = { kind: 'nearDay', field: 'held', day: '11-09', days: 15, severity: 'warn' }
  const newYear: Check = { kind: 'nearDay', field: 'held', day: '01-01', days: 10, severity: 'warn' }
  const yearEnd: Check = { kind: 'nearDay', field: 'held', day: '12-31', days: 10, severity: 'warn' }

  test.each([
    ['the day itself', lawDay, '2022-11-09', []],
    ['fifteen days before', lawDay, '2022-10-25', []],
    ['sixteen days before', lawDay, '2022-10-24', ['held']],
    ['fifteen days after', lawDay, '2022-11-24', []],
    ['sixteen days after', lawDay, '2022-11-25', ['held']],
    ['another year', lawDay, '2019-11-10', []],
    ['New Year, from the old year', newYear, '2022-12-22', []],
    ['New Year, a day too early', newYear, '2022-12-21', ['held']],
    ['the last of the year, from the new year', yearEnd, '2023-01-10', []],
    ['the last of the year, a day too late', yearEnd, '2023-01-11', ['held']],
  ])('%s', (_what, check, held, fields) => {
    expect(asked(check, { held })).toEqual(fields)
  })
  test('is silent while its guard does not hold', () => {
    const guarded: Check = { ...lawDay, when: { field: 'kind', in: ['law_day'] } }
    expect(asked(guarded, { held: '2022-01-01', kind: 'talk' })).toEqual([])
    expect(asked(guarded, { held: '2022-01-01', kind: 'law_day' })).toEqual(['held'])
  })
})

test('each check speaks for itself, in the order of the form', () => {
  const checks: readonly Check[] = [
    { kind: 'onOrAfter', field: 'b', than: 'a', severity: 'warn' },
    { kind: 'atMost', field: 'n', than: 'm', severity: block },
  ]
  const problems = problemsOf(checks, { a: '2022-02-01', b: '2022-01-01', n: 2, m: 1 })
  expect(problems.map((one) => [one.kind, one.severity])).toEqual([
    ['onOrAfter', 'warn'],
    ['atMost', 'block'],
  ])
})
