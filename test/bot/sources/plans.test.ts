import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { loadPlan, loadPlans } from '../../../src/bot/sources/plans.ts'
import { localDate } from '../../../src/domain/calendar.ts'
import type { Field } from '../../../src/domain/plan/form.ts'
import type { Plan } from '../../../src/domain/plan/plan.ts'
import { makePlanBook } from '../../../src/domain/plan/planBook.ts'
import { parsePlan } from '../../../src/domain/plan/planFile.ts'
import type { Text } from '../../../src/domain/text.ts'
import { planToRaw } from '../../domain/plan/planToRaw.ts'
import { temporaryFolder } from '../../support/folder.ts'

/** One bullet of the paper has its accents as separate characters; here, as everywhere, text is NFC. */
const official = (await readFile('test/data/ke-hoach-2022.txt', 'utf8')).normalize('NFC')
const planIn = async (file: string): Promise<Plan> => {
  const plan = await loadPlan(file, 2026)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error, undefined, 1))
  return plan.value
}
const plan2022 = await planIn('plans/2022.yaml')
const demo = await planIn('plans/demo.yaml')

const range = (prefix: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`)
const ROWS = [
  'I.1',
  'I.2',
  'I.3a',
  'I.3b',
  'I.4',
  ...range('T2.1.', 6),
  ...range('T2.2.', 4),
  ...range('T2.3.', 12),
  ...range('T2.4.', 4),
  ...range('O.', 6),
]
const FORMS = 'F-SUP F-FBK F-COM F-MTG F-DLG F-CNS F-PET F-MED F-AGR F-EXM F-SUM F-DIR F-OPN F-ISS F-PLN F-RPT'.split(
  ' ',
)
const row = (plan: Plan, id: string) => plan.indicators.find((one) => one.id === id)

test('the plan of 2022 has every indicator, task and duty', () => {
  expect(plan2022.indicators.map((one) => one.id)).toEqual(ROWS)
})

test('the plan of 2022 has every form and every document', () => {
  expect(plan2022.forms.map((form) => form.id)).toEqual(FORMS)
  expect(plan2022.documents.map((one) => one.id)).toEqual(range('R', 21).map((id) => id.replace(/^R(\d)$/, 'R0$1')))
})

test.each([...plan2022.indicators, ...demo.indicators].map(({ id, wording }) => [id, wording]))(
  'the wording of %s stands in the plan word for word',
  (_id, wording) => {
    expect(official).toContain(wording)
  },
)

test('only the targets that the plan states', () => {
  const targets = plan2022.indicators.flatMap(({ id, target }) => (target === undefined ? [] : [[id, target]]))
  expect(Object.fromEntries(targets)).toEqual({
    'I.1': { atLeast: 1 },
    'I.2': { percent: 100 },
    'I.3a': { percent: 100 },
    'I.4': { percent: 100 },
    'T2.1.2': { atLeast: 2 },
    'T2.1.4': { atLeast: 1 },
  })
})

test('dossiers are the six forms that live for months', () => {
  const dossiers = plan2022.forms.filter((form) => form.dossier).map((form) => form.id)
  expect(dossiers.sort()).toEqual(['F-AGR', 'F-DLG', 'F-FBK', 'F-ISS', 'F-PET', 'F-SUP'])
})

const fieldsIn = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...fieldsIn(field.fields ?? [])])
const allFields = plan2022.forms.flatMap((form) =>
  fieldsIn(form.fields).map((field): [string, Field] => [`${form.id} ${field.id}`, field]),
)
const lengths = ({ vi, en = '' }: Text): number => Math.max(vi.length, en.length)

test.each(allFields)('%s: the question fits a phone, its labels fit a button', (_name, field) => {
  expect(lengths(field.ask)).toBeLessThanOrEqual(160)
  expect(lengths(field.label)).toBeLessThanOrEqual(32)
  for (const option of field.options ?? []) expect(lengths(option.label)).toBeLessThanOrEqual(32)
})

test.each(plan2022.forms.map((form) => [form.id, form] as const))('%s: short names fit, words name it', (_id, form) => {
  expect(lengths(form.short)).toBeLessThanOrEqual(18)
  for (const stage of form.stages) expect(lengths(stage.label)).toBeLessThanOrEqual(32)
  expect(form.words.length).toBeGreaterThan(0)
})

test('every text has both languages, and none is empty', () => {
  const missing = (value: unknown, path: string): readonly string[] => {
    if (typeof value !== 'object' || value === null) return []
    const members = Object.entries(value)
    const own = 'vi' in value && !members.some(([key, text]) => key === 'en' && text !== '') ? [path] : []
    return [...own, ...members.flatMap(([key, one]) => missing(one, `${path}/${key}`))]
  }
  expect([plan2022, demo].flatMap((plan) => missing(plan, plan.id))).toEqual([])
})

test('a quick report is at most eight questions', () => {
  const asked = plan2022.forms.map((form) => {
    const quick = form.fields.filter((field) => !field.optional && field.stage === undefined)
    return [form.id, quick.length] as const
  })
  expect(asked.filter(([, count]) => count > 8)).toEqual([])
})

test.each(plan2022.forms.map((form) => [form.id, form] as const))(
  'joint units, evidence and a note can be given in %s',
  (_id, form) => {
    const ids = form.fields.map((field) => field.id)
    expect(ids).toEqual(expect.arrayContaining(['joint_units', 'evidence', 'note']))
  },
)

test.each([plan2022, demo])('the real plans can be written down and read again', (plan) => {
  expect(parsePlan(parse(stringify(planToRaw(plan))))).toEqual({ ok: true, value: plan })
})

test('the demonstration is the plan of 2022 moved to its year, without what ended', () => {
  expect([demo.id, demo.from, demo.to, demo.mark?.vi]).toEqual(['demo-2026', '2026-01-01', '2026-12-31', 'minh họa'])
  expect(demo.indicators.map((one) => one.id)).toEqual(
    ROWS.filter((id) => !['T2.2.3', 'T2.2.4', 'T2.3.9'].includes(id)),
  )
  expect(new Set(demo.indicators.map((one) => one.window.from))).toEqual(new Set(['2026-01-01']))
  expect(row(demo, 'T2.1.2')?.rule).toMatchObject({ named: [{ id: 'b' }] })
  expect(row(demo, 'T2.1.2')?.target).toBeUndefined()
  expect(row(demo, 'I.2')).toEqual({ ...row(plan2022, 'I.2'), window: { from: demo.from, to: demo.to } })
})

test('both plans are in force side by side, each in its year', async () => {
  const book = makePlanBook(await loadPlans({ dir: 'plans', demoYears: [2026] }))
  expect(book.planOn(localDate('2022-06-01'))?.id).toBe('plan-2022')
  expect(book.planOn(localDate('2026-06-01'))?.id).toBe('demo-2026')
  expect(book.planOn(localDate('2024-06-01'))).toBeUndefined()
})

test.each([undefined, 2022])('with the demonstration in %s only the real plan is loaded', async (demoYear) => {
  const plans = await loadPlans({ dir: 'plans', demoYears: demoYear === undefined ? [] : [demoYear] })
  expect(plans.map((plan) => plan.id)).toEqual(['plan-2022'])
})

test('a folder with a bad plan stops the start, with file and line', async () => {
  const dir = temporaryFolder()
  await writeFile(join(dir, 'bad.yaml'), 'id: x\ncolour: red\n')
  await expect(loadPlans({ dir })).rejects.toThrow('bad.yaml:2: unknown key "colour" (colour)')
})
