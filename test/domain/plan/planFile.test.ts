import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { parsePlan } from '../../../src/domain/plan/planFile.ts'
import { arbitraryPlan } from './arbitraryPlan.ts'
import { planToRaw } from './planToRaw.ts'

test('a plan that is written down and read again is the same plan', () => {
  fc.assert(
    fc.property(arbitraryPlan, (plan) => {
      const read = parsePlan(parse(stringify(planToRaw(plan))))
      expect(read).toEqual({ ok: true, value: plan })
    }),
    { numRuns: 200 },
  )
})

const question = { label: { vi: 'Ngày' }, ask: { vi: 'Ngày nào ạ?' } }
const raw = {
  id: 'p',
  version: 1,
  title: { vi: 'Kế hoạch' },
  issuer: 'BTV',
  year: 2022,
  common: { note: { kind: 'text', optional: true, label: { vi: 'Ghi chú' }, ask: { vi: 'Ghi chú gì ạ?' } } },
  forms: {
    'F-A': {
      version: 1,
      title: { vi: 'A' },
      short: { vi: 'A' },
      levels: ['commune'],
      eventDate: 'held_on',
      mainText: 'held_on',
      fields: { held_on: { kind: 'date', ...question } },
    },
  },
  indicators: {
    'I.1': {
      kind: 'task',
      wording: 'x',
      title: { vi: 'x' },
      levels: ['commune'],
      sources: [{ form: 'F-A' }],
      rule: { kind: 'count' },
      explain: { vi: 'x' },
    },
  },
}
/** As a file would say it: a member that is undefined is not there. */
const read = (changes: object) => parsePlan(JSON.parse(JSON.stringify({ ...raw, ...changes })))
const planOf = (changes: object) => {
  const plan = read(changes)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return plan.value
}
const problemsOf = (changes: object) => {
  const plan = read(changes)
  return plan.ok ? [] : plan.error
}

test('the common fields stand at the end of every form', () => {
  expect(planOf({}).forms[0]?.fields.map((field) => field.id)).toEqual(['held_on', 'note'])
})

test('a form may word a common field in its own way', () => {
  const own = {
    ...raw.forms['F-A'],
    fields: { note: { kind: 'text', ...question }, held_on: { kind: 'date', ...question } },
  }
  const fields = planOf({ forms: { 'F-A': own } }).forms[0]?.fields
  expect(fields?.map((field) => [field.id, field.optional])).toEqual([
    ['note', false],
    ['held_on', false],
  ])
})

test('the window of a row is the year of the plan', () => {
  expect(planOf({}).indicators[0]?.window).toEqual({ from: '2022-01-01', to: '2022-12-31' })
})

test('a plan may say its days instead of a year', () => {
  const plan = planOf({ year: undefined, from: '2021-12-15', to: '2022-12-14' })
  expect([plan.from, plan.to]).toEqual(['2021-12-15', '2022-12-14'])
})

test.each([
  ['no days at all', { year: undefined }, [], 'a plan has either a year, or from and to'],
  ['a year and days', { from: '2022-01-01', to: '2022-12-31' }, [], 'a plan has either a year, or from and to'],
  ['an unknown key', { colour: 'red' }, ['colour'], 'unknown key "colour"'],
  ['a day that is none', { decidedOn: '2022-02-30' }, ['decidedOn'], 'is not a day (YYYY-MM-DD)'],
  ['an empty text', { title: { vi: '  ' } }, ['title', 'vi'], 'is empty'],
  ['a missing member', { issuer: undefined }, ['issuer'], 'is missing'],
  ['a wrong kind of value', { version: 'one' }, ['version'], 'Invalid input: expected number, received string'],
  [
    'a level that is none',
    { forms: { 'F-A': { ...raw.forms['F-A'], levels: ['ward'] } } },
    ['forms', 'F-A', 'levels', 0],
    'is no level (province, district, commune, affiliated, board)',
  ],
  ['a unit id that is none', { root: 'Hà Nội' }, ['root'], 'is no unit id'],
  ['a day of reminding that is named twice', { reminders: [-7, -7] }, ['reminders'], 'names a day twice'],
])('%s is refused', (_what, changes, path, reason) => {
  expect(problemsOf(changes)).toContainEqual({ path, reason })
})
