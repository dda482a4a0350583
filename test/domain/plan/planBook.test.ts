import { expect, test } from 'vitest'
import { localDate } from '../../../src/domain/calendar.ts'
import { unitId } from '../../../src/domain/ids.ts'
import type { Form } from '../../../src/domain/plan/form.ts'
import type { Plan } from '../../../src/domain/plan/plan.ts'
import { makePlanBook } from '../../../src/domain/plan/planBook.ts'

const aForm = (version: number, title = 'Giám sát'): Form => ({
  id: 'F-SUP',
  version,
  title: { vi: title },
  short: { vi: title },
  levels: ['commune'],
  eventDate: 'held_on',
  mainText: 'held_on',
  dossier: false,
  stages: [],
  fields: [],
  checks: [],
  none: false,
  words: [],
})
const aPlan = (id: string, from: string, to: string, changes: Partial<Plan> = {}): Plan => ({
  id,
  version: 1,
  title: { vi: id },
  issuer: 'BTV',
  from: localDate(from),
  to: localDate(to),
  documents: [],
  loops: [],
  forms: [aForm(1)],
  indicators: [],
  ...changes,
})

const y2022 = aPlan('2022', '2022-01-01', '2022-12-31')
const y2023 = aPlan('2023', '2023-01-01', '2023-12-31', { forms: [aForm(2, 'Giám sát xã hội')] })
const amended = aPlan('2022b', '2022-07-01', '2022-12-31')
const idOn = (plans: readonly Plan[], day: string, root?: string) =>
  makePlanBook(plans).planOn(localDate(day), root === undefined ? undefined : unitId(root))?.id

test.each([
  ['2022-01-01', '2022'],
  ['2022-12-31', '2022'],
  ['2023-01-01', '2023'],
  ['2021-12-31', undefined],
  ['2024-01-01', undefined],
])('on %s the plan in force is %s', (day, id) => {
  expect(idOn([y2022, y2023], day)).toBe(id)
})

test.each([
  ['2022-06-30', '2022'],
  ['2022-07-01', '2022b'],
])('a plan amended from July holds from July: %s', (day, id) => {
  expect(idOn([y2022, amended], day)).toBe(id)
  expect(idOn([amended, y2022], day)).toBe(id)
})

test('of two plans of the same days the one that extends the other holds', () => {
  expect(idOn([y2022, aPlan('extending', '2022-01-01', '2022-12-31')], '2022-05-01')).toBe('extending')
})

test('a plan of one province holds there and nowhere else', () => {
  const own = aPlan('own', '2022-01-01', '2022-12-31', { root: unitId('p1') })
  expect(idOn([own, amended, y2022], '2022-08-01', 'p1')).toBe('own')
  expect(idOn([own, amended, y2022], '2022-08-01', 'p2')).toBe('2022b')
  expect(idOn([own], '2022-08-01')).toBeUndefined()
})

test.each([
  ['2022-05-01', '2022'],
  ['2023-01-03', '2022b'],
  ['2023-12-31', '2022b'],
  ['2024-01-01', undefined],
  ['2021-12-31', undefined],
])('where none holds, the one that ended last is the latest for a year: %s', (day, id) => {
  expect(makePlanBook([y2022, amended]).latestOn(localDate(day))?.id).toBe(id)
})

test('the latest of one province is not that of another', () => {
  const book = makePlanBook([aPlan('own', '2022-01-01', '2022-12-31', { root: unitId('p1') })])
  expect(book.latestOn(localDate('2023-01-03'), unitId('p1'))?.id).toBe('own')
  expect(book.latestOn(localDate('2023-01-03'), unitId('p2'))).toBeUndefined()
})

test('a form without a version is the newest, with one the asked one', () => {
  const book = makePlanBook([y2023, y2022])
  expect(book.form('F-SUP')?.version).toBe(2)
  expect(book.form('F-SUP', 1)?.version).toBe(1)
  expect(book.form('F-SUP', 3)).toBeUndefined()
  expect(book.form('F-XXX')).toBeUndefined()
})

test('a form on a day is as the plan of that day has it', () => {
  const book = makePlanBook([y2022, y2023])
  expect(book.formOn(localDate('2022-05-01'), 'F-SUP')?.version).toBe(1)
  expect(book.formOn(localDate('2023-05-01'), 'F-SUP')?.version).toBe(2)
  expect(book.formOn(localDate('2025-05-01'), 'F-SUP')).toBeUndefined()
})

test('two different forms of one version are refused', () => {
  const other = aPlan('2023', '2023-01-01', '2023-12-31', { forms: [aForm(1, 'Khác')] })
  expect(() => makePlanBook([y2022, other])).toThrow('F-SUP@1')
})

test.each([
  ['2023-01-01', '2022'],
  ['2023-12-31', '2022'],
  ['2024-01-01', '2023'],
  ['2022-12-31', undefined],
])('on %s the plan that ended before is %s, whatever holds now', (day, id) => {
  expect(makePlanBook([y2022, y2023]).endedBefore(localDate(day))?.id).toBe(id)
})

test('a form that ended with the last plan can still be reported for a year', () => {
  const summary: Form = { ...aForm(1, 'Tổng kết'), id: 'F-SUM' }
  const book = makePlanBook([{ ...y2022, forms: [aForm(1), summary] }, y2023])
  expect(book.formsOn(localDate('2023-01-10')).map(({ id, version }) => `${id}@${version}`)).toEqual([
    'F-SUP@2',
    'F-SUM@1',
  ])
  expect(book.formOn(localDate('2023-01-10'), 'F-SUM')).toBe(summary)
  expect(book.formOn(localDate('2024-01-01'), 'F-SUM')).toBeUndefined()
})
