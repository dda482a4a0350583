import { z } from 'zod'
import { filterSchema } from './rowFile.ts'
import type { Loop } from './plan.ts'
import { mapOf, nameSchema, textSchema, wordsSchema } from './schemaParts.ts'

const daysSchema = z.strictObject({ field: nameSchema, days: z.int().min(0) })

const loopBody: z.ZodType<Omit<Loop, 'id'>> = z
  .strictObject({
    form: wordsSchema,
    when: filterSchema,
    after: daysSchema.exactOptional(),
    before: daysSchema.exactOptional(),
    stage: nameSchema,
    ask: textSchema,
  })
  .refine(({ after, before }) => (after === undefined) !== (before === undefined), 'has either after or before')

/** What reports leave open, as a plan file writes it. */
export const loopsSchema: z.ZodType<readonly Loop[]> = mapOf(loopBody)
