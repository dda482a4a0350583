import * as fc from 'fast-check'
import { localDate } from '../../../src/domain/calendar.ts'
import type { Condition, Field, Form, Option } from '../../../src/domain/plan/form.ts'
import type { Also, Filter, Indicator, Loop, Plan, Rule, Source } from '../../../src/domain/plan/plan.ts'
import type { Text } from '../../../src/domain/text.ts'
import { LEVELS, type Level } from '../../../src/domain/unit/unit.ts'

/** Plans of every shape that a file can have; what their names lead to is for checkPlan. */
const words: fc.Arbitrary<string> = fc
  .oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom('Số người dự', 'no', 'null', '0', ': #', 'a\nb'))
  .map((text) => text.trim())
  .filter((text) => text !== '')
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
const text: fc.Arbitrary<Text> = fc.oneof(
  words.map((vi) => ({ vi })),
  fc.record({ vi: words, en: words }),
)
const levels: fc.Arbitrary<readonly Level[]> = fc.subarray([...LEVELS], { minLength: 1 })
const day = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)))
const days = fc.record({ from: day, to: day })

const withId = <T extends object>(body: fc.Arbitrary<T>): fc.Arbitrary<readonly (T & { readonly id: string })[]> =>
  fc.uniqueArray(
    fc.tuple(name, body).map(([id, one]) => ({ id, ...one })),
    { maxLength: 3, selector: (one) => one.id },
  )

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: name, in: fc.array(words, { minLength: 1, maxLength: 2 }) }),
  fc.record({ field: name, notIn: fc.array(words, { minLength: 1, maxLength: 2 }) }),
  fc.record({ field: name, set: fc.boolean() }),
  fc.record({ all: fc.array(fc.record({ field: name, is: fc.boolean() }), { minLength: 1, maxLength: 2 }) }),
  fc.record({ any: fc.array(fc.record({ field: name, atLeast: fc.integer() }), { minLength: 1, maxLength: 2 }) }),
)

const option: fc.Arbitrary<Omit<Option, 'id'>> = fc.record(
  { label: text, aliases: fc.array(words, { minLength: 1, maxLength: 2 }) },
  { requiredKeys: ['label'] },
)

const field: fc.Arbitrary<Omit<Field, 'id'>> = fc.record(
  {
    kind: fc.constantFrom('text', 'number', 'date', 'choice', 'many', 'recordList'),
    label: text,
    ask: text,
    help: text,
    example: words,
    optional: fc.boolean(),
    min: fc.integer(),
    options: withId(option),
    fields: withId(fc.record({ kind: fc.constant('text'), label: text, ask: text, optional: fc.boolean() })),
    levels,
    when: condition,
    future: fc.boolean(),
    noNames: fc.boolean(),
  },
  { requiredKeys: ['kind', 'label', 'ask', 'optional'] },
)

const form: fc.Arbitrary<Omit<Form, 'id'>> = fc.record(
  {
    version: fc.integer({ min: 1, max: 9 }),
    title: text,
    short: text,
    levels,
    eventDate: name,
    eventDateOr: fc.array(name, { minLength: 1, maxLength: 2 }),
    mainText: name,
    dossier: fc.boolean(),
    stages: withId(fc.record({ label: text })),
    reached: name,
    fields: withId(field),
    checks: fc.array(
      fc.record({ kind: fc.constant('atMost'), field: name, than: name, severity: fc.constantFrom('block', 'warn') }),
      { maxLength: 2 },
    ),
    none: fc.boolean(),
    words: fc.array(words, { maxLength: 2 }),
  },
  {
    requiredKeys: [
      'version',
      'title',
      'short',
      'levels',
      'eventDate',
      'mainText',
      'dossier',
      'stages',
      'fields',
      'checks',
      'none',
      'words',
    ],
  },
)

const filter: fc.Arbitrary<Filter> = fc.record(
  {
    in: fc.dictionary(name, fc.array(words, { minLength: 1, maxLength: 2 }), { maxKeys: 2, noNullPrototype: true }),
    set: fc.array(name, { minLength: 1, maxLength: 2 }),
    less: fc.dictionary(name, name, { maxKeys: 2, noNullPrototype: true }),
  },
  { requiredKeys: [] },
)
const source: fc.Arbitrary<Source> = fc.record({ form: words, where: filter }, { requiredKeys: ['form'] })
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ kind: fc.constant('coverage'), atLeast: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('count') }),
  fc.record({ kind: fc.constant('sum'), field: name }),
  fc.record({ kind: fc.constant('onTime'), sentOn: name, due: day }),
)
const also: fc.Arbitrary<Omit<Also, 'id'>> = fc.record(
  { title: text, rule, where: filter, sources: fc.array(source, { minLength: 1, maxLength: 2 }) },
  { requiredKeys: ['title', 'rule'] },
)
const row: fc.Arbitrary<Omit<Indicator, 'id'>> = fc.record(
  {
    kind: fc.constantFrom('indicator', 'task', 'organisation'),
    wording: words,
    title: text,
    levels,
    sources: fc.array(source, { maxLength: 2 }),
    rule,
    also: withId(also),
    target: fc.record({ percent: fc.integer({ min: 1, max: 100 }) }),
    window: days,
    carry: fc.constantFrom('any', 'sum', 'all', 'reset'),
    focus: fc.boolean(),
    explain: text,
    told: fc.boolean(),
    affiliatedByFlag: fc.boolean(),
  },
  {
    requiredKeys: [
      'kind',
      'wording',
      'title',
      'levels',
      'sources',
      'rule',
      'also',
      'window',
      'carry',
      'focus',
      'explain',
      'told',
      'affiliatedByFlag',
    ],
  },
)

const asked = fc.record({ field: name, days: fc.integer({ min: 0, max: 90 }) })
const opened = { form: words, when: filter, stage: name, ask: text }
const loop: fc.Arbitrary<Omit<Loop, 'id'>> = fc.oneof(
  fc.record({ ...opened, after: asked }),
  fc.record({ ...opened, before: asked }),
)

export const arbitraryPlan: fc.Arbitrary<Plan> = fc
  .tuple(
    fc.record(
      {
        id: name,
        version: fc.integer({ min: 1, max: 9 }),
        title: text,
        issuer: words,
        mark: text,
        reminders: fc.uniqueArray(fc.integer({ min: -60, max: 60 }), { maxLength: 10 }),
        documents: withId(fc.record({ name: text, number: words }, { requiredKeys: ['name'] })),
        forms: withId(form),
        loops: withId(loop),
        indicators: withId(row),
      },
      { requiredKeys: ['id', 'version', 'title', 'issuer', 'documents', 'forms', 'loops', 'indicators'] },
    ),
    days,
  )
  .map(([plan, inForce]) => ({ ...plan, ...inForce }))
