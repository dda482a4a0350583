import { z } from 'zod'
import type { Check, Condition, Field, FieldKind, Option, Stage } from './form.ts'
import { levelsSchema, mapOf, nameSchema, textSchema, wordsSchema } from './schemaParts.ts'

/** Fields of a form as a plan file writes them: maps by id, so that a later plan can change one of them. */
const FIELD_KINDS = [
  'text',
  'number',
  'date',
  'period',
  'yesNo',
  'choice',
  'many',
  'unit',
  'units',
  'docRef',
  'evidence',
  'countsByOption',
  'textList',
  'recordList',
] as const satisfies readonly FieldKind[]

const values = z.array(wordsSchema).min(1)

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ field: nameSchema, in: values }),
      z.strictObject({ field: nameSchema, notIn: values }),
      z.strictObject({ field: nameSchema, set: z.boolean() }),
      z.strictObject({ field: nameSchema, is: z.boolean() }),
      z.strictObject({ field: nameSchema, atLeast: z.number() }),
      z.strictObject({ all: z.array(conditionSchema).min(1) }),
      z.strictObject({ any: z.array(conditionSchema).min(1) }),
    ],
    'is no condition: {field, in | notIn | set | is | atLeast}, {all} or {any}',
  ),
)

const severity = z.enum(['block', 'warn'])
const two = z.array(nameSchema).min(2)

export const checkSchema: z.ZodType<Check> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('atMost'), field: nameSchema, than: nameSchema, severity }),
  z.strictObject({ kind: z.literal('sumEquals'), total: nameSchema, parts: two, severity }),
  z.strictObject({ kind: z.literal('requiredWhen'), field: nameSchema, when: conditionSchema, severity }),
  z.strictObject({ kind: z.literal('oneOf'), fields: two, when: conditionSchema.exactOptional(), severity }),
  z.strictObject({ kind: z.literal('ordered'), fields: two, severity }),
  z.strictObject({ kind: z.literal('onOrAfter'), field: nameSchema, than: nameSchema, severity }),
  z.strictObject({
    kind: z.literal('nearDay'),
    field: nameSchema,
    day: z.string().regex(/^\d{2}-\d{2}$/, 'is no day of the year (MM-DD)'),
    days: z.int().min(0),
    when: conditionSchema.exactOptional(),
    severity,
  }),
])

const optionBody: z.ZodType<Omit<Option, 'id'>> = z
  .strictObject({
    vi: wordsSchema,
    en: wordsSchema.exactOptional(),
    aliases: values.exactOptional(),
    maybe: values.exactOptional(),
  })
  .transform(({ aliases, maybe, ...label }) => ({ label, ...(aliases && { aliases }), ...(maybe && { maybe }) }))

const stageBody: z.ZodType<Omit<Stage, 'id'>> = z
  .strictObject({ vi: wordsSchema, en: wordsSchema.exactOptional(), asks: z.array(nameSchema).min(1).exactOptional() })
  .transform(({ asks, ...label }) => ({ label, ...(asks && { asks }) }))

const fieldBody: z.ZodType<Omit<Field, 'id'>> = z.lazy(() =>
  z.strictObject({
    kind: z.enum(FIELD_KINDS),
    label: textSchema,
    ask: textSchema,
    help: textSchema.exactOptional(),
    example: wordsSchema.exactOptional(),
    optional: z.boolean().default(false),
    unit: textSchema.exactOptional(),
    min: z.int().exactOptional(),
    max: z.int().exactOptional(),
    options: mapOf(optionBody).exactOptional(),
    fields: mapOf(fieldBody).exactOptional(),
    levels: levelsSchema.exactOptional(),
    when: conditionSchema.exactOptional(),
    checks: z.array(checkSchema).exactOptional(),
    future: z.boolean().exactOptional(),
    stage: nameSchema.exactOptional(),
    noNames: z.boolean().exactOptional(),
    keep: z.boolean().exactOptional(),
    words: values.exactOptional(),
    maybe: values.exactOptional(),
    bare: z.boolean().exactOptional(),
    place: z.boolean().exactOptional(),
    unasked: z.boolean().exactOptional(),
  }),
)

export const fieldsSchema: z.ZodType<readonly Field[]> = mapOf(fieldBody)
export const stagesSchema: z.ZodType<readonly Stage[]> = mapOf(stageBody)
