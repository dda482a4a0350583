import { expect, test } from 'vitest'
import { checkPlan } from '../../../src/domain/plan/checkPlan.ts'
import type { Field, Form } from '../../../src/domain/plan/form.ts'
import type { Indicator, Plan } from '../../../src/domain/plan/plan.ts'
import { localDate } from '../../../src/domain/calendar.ts'

const aField = (id: string, kind: Field['kind'], changes: Partial<Field> = {}): Field => ({
  id,
  kind,
  label: { vi: id },
  ask: { vi: `${id}?` },
  optional: false,
  ...changes,
})
const options = [
  { id: 'lead', label: { vi: 'Chủ trì' } },
  { id: 'other', label: { vi: 'Khác' } },
]
const role = aField('role', 'choice', { options })
const heldOn = aField('held_on', 'date')
const women = aField('women', 'number')
const issues = aField('issues', 'recordList', { fields: [aField('status', 'choice', { options })] })

const aForm = (changes: Partial<Form> = {}): Form => ({
  id: 'F-A',
  version: 1,
  title: { vi: 'A' },
  short: { vi: 'A' },
  levels: ['commune'],
  eventDate: 'held_on',
  mainText: 'role',
  dossier: false,
  stages: [],
  fields: [role, heldOn, women, issues],
  checks: [],
  none: false,
  words: [],
  ...changes,
})
const aRow = (changes: Partial<Indicator> = {}): Indicator => ({
  id: 'I.1',
  kind: 'indicator',
  wording: 'x',
  title: { vi: 'x' },
  levels: ['commune'],
  sources: [{ form: 'F-A' }],
  rule: { kind: 'count' },
  also: [],
  window: { from: localDate('2022-01-01'), to: localDate('2022-12-31') },
  carry: 'any',
  focus: false,
  explain: { vi: 'x' },
  told: false,
  affiliatedByFlag: false,
  ...changes,
})
const problems = (plan: Pick<Partial<Plan>, 'forms' | 'loops' | 'indicators'>) => {
  const whole: Plan = {
    id: 'p',
    version: 1,
    title: { vi: 'p' },
    issuer: 'BTV',
    from: localDate('2022-01-01'),
    to: localDate('2022-12-31'),
    documents: [],
    loops: [],
    forms: [aForm()],
    indicators: [aRow()],
    ...plan,
  }
  return checkPlan(whole).map(({ path, reason }) => `${path.join('/')}: ${reason}`)
}

test('a sound plan has no problem', () => {
  expect(problems({})).toEqual([])
})

const stages = [
  { id: 'sent', label: { vi: 'Đã gửi' } },
  { id: 'done', label: { vi: 'Xong' }, asks: ['women'] },
]
const withField = (field: Field): Partial<Form> => ({ fields: [role, heldOn, women, issues, field] })

test.each<[string, Partial<Form>]>([
  ['forms/F-A/eventDate: no such field "day"', { eventDate: 'day' }],
  ['forms/F-A/eventDate: "role" is a choice, not a date or period', { eventDate: 'role' }],
  ['forms/F-A/eventDateOr/0: no such field "day"', { eventDateOr: ['day'] }],
  [
    'forms/F-A/eventDate: a report could be sent without this date',
    { fields: [role, { ...heldOn, optional: true }, women, issues] },
  ],
  ['forms/F-A/mainText: no such field "title"', { mainText: 'title' }],
  [
    'forms/F-A/mainText: "women" is a number, not a text or choice or many or docRef or period or unit or textList or date',
    { mainText: 'women' },
  ],
  ['forms/F-A/dossier: a dossier has stages, and nothing else has', { dossier: true }],
  ['forms/F-A/dossier: a dossier has stages, and nothing else has', { stages }],
  [
    'forms/F-A/stages/sent/asks/0: no such field "x"',
    { dossier: true, stages: [{ id: 'sent', label: { vi: 'Gửi' }, asks: ['x'] }] },
  ],
  [
    'forms/F-A/reached: its options must be the stages, in order: sent, done',
    { dossier: true, stages, reached: 'role' },
  ],
  ['forms/F-A/reached: "held_on" is a date, not a choice', { dossier: true, stages, reached: 'held_on' }],
  ['forms/F-A/fields/x/stage: no such stage "later"', withField(aField('x', 'text', { stage: 'later' }))],
  ['forms/F-A/fields/x/options: needs two options or more', withField(aField('x', 'choice'))],
  ['forms/F-A/fields/x/options: a date has no options', withField(aField('x', 'date', { options }))],
  [
    'forms/F-A/fields/x/options/b: cannot be told from "a" without accents',
    withField(
      aField('x', 'many', {
        options: [
          { id: 'a', label: { vi: 'Đạt' } },
          { id: 'b', label: { vi: 'Khác' }, aliases: ['dat'] },
        ],
      }),
    ),
  ],
  ['forms/F-A/fields/x/min: min is above max', withField(aField('x', 'number', { min: 2, max: 1 }))],
  ['forms/F-A/fields/x/min: a yesNo has no min', withField(aField('x', 'yesNo', { min: 2 }))],
  ['forms/F-A/fields/x/levels: a text has no levels', withField(aField('x', 'text', { levels: ['commune'] }))],
  ['forms/F-A/fields/x/future: a text has no future', withField(aField('x', 'text', { future: true }))],
  ['forms/F-A/fields/x/place: a number has no place', withField(aField('x', 'number', { place: true }))],
  ['forms/F-A/fields/x/unasked: must be optional', withField(aField('x', 'text', { unasked: true }))],
  ['forms/F-A/fields/x/noNames: a number has no noNames', withField(aField('x', 'number', { noNames: true }))],
  ['forms/F-A/fields/x/fields: has no fields', withField(aField('x', 'recordList'))],
  [
    'forms/F-A/fields/x/fields/y: a record holds no further list of records',
    withField(aField('x', 'recordList', { fields: [aField('y', 'recordList')] })),
  ],
  [
    'forms/F-A/fields/x/fields/y/when/field: no field "role" here, or none before',
    withField(aField('x', 'recordList', { fields: [aField('y', 'text', { when: { field: 'role', in: ['lead'] } })] })),
  ],
  [
    'forms/F-A/fields/x/checks/0/fields/1: no field "z" here, or none before',
    withField(
      aField('x', 'recordList', {
        fields: [aField('y', 'text')],
        checks: [{ kind: 'oneOf', fields: ['y', 'z'], severity: 'block' }],
      }),
    ),
  ],
  [
    'forms/F-A/fields/x/when/field: no field "x" here, or none before',
    withField(aField('x', 'text', { when: { field: 'x', set: true } })),
  ],
  [
    'forms/F-A/fields/x/when/any/0/field: no field "later" here, or none before',
    withField(aField('x', 'text', { when: { any: [{ field: 'later', set: true }] } })),
  ],
  [
    'forms/F-A/fields/x/when/in/0: "role" has no option "boss"',
    withField(aField('x', 'text', { when: { field: 'role', in: ['boss'] } })),
  ],
  [
    'forms/F-A/fields/x/when/notIn/0: "role" has no option "boss"',
    withField(aField('x', 'text', { when: { field: 'role', notIn: ['boss'] } })),
  ],
  [
    'forms/F-A/fields/x/when/all/0/field: "role" is a choice, not a yesNo',
    withField(aField('x', 'text', { when: { all: [{ field: 'role', is: true }] } })),
  ],
  [
    'forms/F-A/fields/x/when/field: "role" is a choice, not a number',
    withField(aField('x', 'text', { when: { field: 'role', atLeast: 1 } })),
  ],
  [
    'forms/F-A/checks/0/than: no field "participants" here, or none before',
    { checks: [{ kind: 'atMost', field: 'women', than: 'participants', severity: 'block' }] },
  ],
  [
    'forms/F-A/checks/0/parts/1: "role" is a choice, not a number',
    { checks: [{ kind: 'sumEquals', total: 'women', parts: ['women', 'role'], severity: 'block' }] },
  ],
  [
    'forms/F-A/checks/0/when/in/0: "role" has no option "x"',
    { checks: [{ kind: 'requiredWhen', field: 'women', when: { field: 'role', in: ['x'] }, severity: 'warn' }] },
  ],
  [
    'forms/F-A/checks/0/fields/1: "women" is a number, not a date',
    { checks: [{ kind: 'ordered', fields: ['held_on', 'women'], severity: 'warn' }] },
  ],
  [
    'forms/F-A/checks/0/than: "role" is a choice, not a date',
    { checks: [{ kind: 'onOrAfter', field: 'held_on', than: 'role', severity: 'warn' }] },
  ],
  [
    'forms/F-A/checks/0/day: 02-29 is not in every year',
    { checks: [{ kind: 'nearDay', field: 'held_on', day: '02-29', days: 15, severity: 'warn' }] },
  ],
])('%s', (problem, changes) => {
  expect(problems({ forms: [aForm(changes)] })).toContain(problem)
})

test('two forms with one short title are told', () => {
  expect(problems({ forms: [aForm(), aForm({ id: 'F-B' })] })).toEqual([
    'forms/F-B/short: another form has the same short title',
  ])
})

test.each<[string, Partial<Indicator>]>([
  ['indicators/I.1/sources/0/form: no such form "F-Z"', { sources: [{ form: 'F-Z' }] }],
  ['indicators/I.1/sources: counts from no form', { sources: [] }],
  ['indicators/I.1/sources: is only told, so it has no sources', { told: true }],
  [
    'indicators/I.1/sources/0/where/in/rôle: no field "rôle" here, or none before',
    { sources: [{ form: 'F-A', where: { in: { rôle: ['lead'] } } }] },
  ],
  [
    'indicators/I.1/sources/0/where/in/role/1: "role" has no option "boss"',
    { sources: [{ form: 'F-A', where: { in: { role: ['lead', 'boss'] } } }] },
  ],
  [
    'indicators/I.1/sources/0/where/set/0: no field "x" here, or none before',
    { sources: [{ form: 'F-A', where: { set: ['x'] } }] },
  ],
  [
    'indicators/I.1/sources/0/where/notSet/0: no field "x" here, or none before',
    { sources: [{ form: 'F-A', where: { notSet: ['x'] } }] },
  ],
  [
    'indicators/I.1/sources/0/where/past/0: "women" is a number, not a date',
    { sources: [{ form: 'F-A', where: { past: ['women'] } }] },
  ],
  [
    'indicators/I.1/sources/0/where/is/women: "women" is a number, not a yesNo',
    { sources: [{ form: 'F-A', where: { is: { women: true } } }] },
  ],
  [
    'indicators/I.1/sources/0/where/some/women: "women" is a number, not a recordList',
    { sources: [{ form: 'F-A', where: { some: { women: { status: ['lead'] } } } }] },
  ],
  [
    'indicators/I.1/sources/0/where/some/issues/status/0: "status" has no option "x"',
    { sources: [{ form: 'F-A', where: { some: { issues: { status: ['x'] } } } }] },
  ],
  [
    'indicators/I.1/rule/field: F-A: no field "people" here, or none before',
    { rule: { kind: 'sum', field: 'people' } },
  ],
  [
    'indicators/I.1/rule/field: F-A: "role" is a choice, not a number or countsByOption or recordList or textList',
    { rule: { kind: 'sum', field: 'role' } },
  ],
  [
    'indicators/I.1/rule/steps/0/field: F-A: "role" is a choice, not a date',
    { rule: { kind: 'stages', steps: [{ id: 's', label: { vi: 's' }, field: 'role' }] } },
  ],
  [
    'indicators/I.1/rule/named/0: "role" has no option "x"',
    { rule: { kind: 'distinct', field: 'role', named: [{ id: 'x', label: { vi: 'x' } }] } },
  ],
  [
    'indicators/I.1/rule/to: F-A: "role" is a choice, not a date',
    { rule: { kind: 'inForce', from: 'held_on', to: 'role' } },
  ],
  [
    'indicators/I.1/rule/part/0: "status" has no option "x"',
    {
      rule: {
        kind: 'uptake',
        list: 'issues',
        status: 'status',
        accepted: ['lead'],
        part: ['x'],
        rejected: [],
        noReply: [],
      },
    },
  ],
  ['indicators/I.1/rule/sentOn: F-A: "role" is a choice, not a date', { rule: { kind: 'onTime', sentOn: 'role' } }],
  [
    'indicators/I.1/also/a/rule/field: F-A: no field "x" here, or none before',
    { also: [{ id: 'a', title: { vi: 'a' }, rule: { kind: 'sum', field: 'x' } }] },
  ],
  [
    'indicators/I.1/also/a/where/set/0: no field "x" here, or none before',
    { also: [{ id: 'a', title: { vi: 'a' }, rule: { kind: 'count' }, where: { set: ['x'] } }] },
  ],
  [
    'indicators/I.1/also/a/sources/0/form: no such form "F-Z"',
    { also: [{ id: 'a', title: { vi: 'a' }, rule: { kind: 'count' }, sources: [{ form: 'F-Z' }] }] },
  ],
  ['indicators/I.1/by: F-A: "held_on" is a date, not a choice or many or countsByOption or yesNo', { by: 'held_on' }],
  ['indicators/I.1/levels/1: no form of this row is open to "province"', { levels: ['commune', 'province'] }],
  ['indicators/I.1/target/percent: count gives no percentage', { target: { percent: 100 } }],
  [
    'indicators/I.1/target/atLeast: coverage gives no single figure',
    { rule: { kind: 'coverage', atLeast: 1 }, target: { atLeast: 1 } },
  ],
  [
    'indicators/I.1/window: ends before it starts',
    { window: { from: localDate('2022-05-01'), to: localDate('2022-04-01') } },
  ],
  [
    'indicators/I.1/window: lies outside the plan (2022-01-01 to 2022-12-31)',
    { window: { from: localDate('2022-05-01'), to: localDate('2023-04-01') } },
  ],
])('%s', (problem, changes) => {
  expect(problems({ indicators: [aRow(changes)] })).toContain(problem)
})
