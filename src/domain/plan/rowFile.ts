import { z } from 'zod'
import type { Also, Filter, Indicator, Rule, Source, Target } from './plan.ts'
import { daySchema, levelsSchema, mapOf, nameSchema, textSchema, wordsSchema } from './schemaParts.ts'

/** Rows of a plan (indicators, tasks, organisation) as a plan file writes them. */
const values = z.array(wordsSchema).min(1)
const names = z.array(nameSchema).min(1)
const labelled = { id: nameSchema, label: textSchema }

export const filterSchema: z.ZodType<Filter> = z.strictObject({
  in: z.record(nameSchema, values).exactOptional(),
  set: names.exactOptional(),
  notSet: names.exactOptional(),
  past: names.exactOptional(),
  is: z.record(nameSchema, z.boolean()).exactOptional(),
  some: z.record(nameSchema, z.record(nameSchema, values)).exactOptional(),
  less: z.record(nameSchema, nameSchema).exactOptional(),
})

const sourceSchema: z.ZodType<Source> = z.strictObject({ form: wordsSchema, where: filterSchema.exactOptional() })

const ruleSchema: z.ZodType<Rule> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('coverage'), atLeast: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('cadence'),
    every: z.enum(['year', 'half', 'quarter', 'month']),
    atLeast: z.int().min(1),
    graceDays: z.int().min(0).default(0),
    label: textSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('count'), below: z.boolean().exactOptional() }),
  z.strictObject({ kind: z.literal('sum'), field: nameSchema }),
  z.strictObject({
    kind: z.literal('stages'),
    steps: z.array(z.strictObject({ ...labelled, field: nameSchema })).min(2),
  }),
  z.strictObject({
    kind: z.literal('distinct'),
    field: nameSchema,
    named: z.array(z.strictObject(labelled)).min(1).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('inForce'),
    from: nameSchema,
    to: nameSchema.exactOptional(),
    per: z.literal('unit').exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('uptake'),
    list: nameSchema,
    status: nameSchema,
    accepted: values,
    part: z.array(wordsSchema),
    rejected: z.array(wordsSchema),
    noReply: z.array(wordsSchema),
  }),
  z.strictObject({ kind: z.literal('onTime'), sentOn: nameSchema, due: daySchema.exactOptional() }),
])

const alsoBody: z.ZodType<Omit<Also, 'id'>> = z.strictObject({
  title: textSchema,
  rule: ruleSchema,
  where: filterSchema.exactOptional(),
  sources: z.array(sourceSchema).min(1).exactOptional(),
})

const targetSchema: z.ZodType<Target> = z
  .strictObject({
    percent: z.int().min(1, 'is no percentage (1–100)').max(100, 'is no percentage (1–100)').exactOptional(),
    atLeast: z.int().min(1).exactOptional(),
  })
  .refine((target) => Object.keys(target).length > 0, 'states nothing')

/** The window of a row is that of the plan unless the row has its own. */
type RowFile = Omit<Indicator, 'window'> & Partial<Pick<Indicator, 'window'>>

const rowBody: z.ZodType<Omit<RowFile, 'id'>> = z.strictObject({
  kind: z.enum(['indicator', 'task', 'organisation']),
  wording: wordsSchema,
  title: textSchema,
  levels: levelsSchema.refine((levels) => levels.length > 0, 'is empty'),
  sources: z.array(sourceSchema).default([]),
  rule: ruleSchema,
  also: mapOf(alsoBody).default([]),
  target: targetSchema.exactOptional(),
  by: nameSchema.exactOptional(),
  window: z.strictObject({ from: daySchema, to: daySchema }).exactOptional(),
  carry: z.enum(['any', 'sum', 'all', 'reset']).default('any'),
  evidence: textSchema.exactOptional(),
  focus: z.boolean().default(false),
  explain: textSchema,
  told: z.boolean().default(false),
  affiliatedByFlag: z.boolean().default(false),
})

export const rowsSchema: z.ZodType<readonly RowFile[]> = mapOf(rowBody)
