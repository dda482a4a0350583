import { z } from 'zod'
import { localDate, type LocalDate } from '../calendar.ts'
import { unitId, type UnitId } from '../ids.ts'
import { err, ok, type Result } from '../result.ts'
import { checkSchema, fieldsSchema, stagesSchema } from './fieldFile.ts'
import type { Field, Form } from './form.ts'
import type { Plan, PlanDocument } from './plan.ts'
import { loopsSchema } from './loopFile.ts'
import { rowsSchema } from './rowFile.ts'
import {
  daySchema,
  levelsSchema,
  mapOf,
  nameSchema,
  problemsOfIssues,
  textSchema,
  wordsSchema,
  type PlanProblem,
} from './schemaParts.ts'

/** A plan file, read and typed; what its parts say to each other is for checkPlan. */
export function parsePlan(raw: unknown): Result<Plan, readonly PlanProblem[]> {
  const parsed = planSchema.safeParse(raw, { reportInput: true })
  return parsed.success ? ok(parsed.data) : err(problemsOfIssues(parsed.error.issues))
}

const documentBody: z.ZodType<Omit<PlanDocument, 'id'>> = z.strictObject({
  name: textSchema,
  number: wordsSchema.exactOptional(),
  date: wordsSchema.exactOptional(),
  issuer: wordsSchema.exactOptional(),
  title: wordsSchema.exactOptional(),
  status: wordsSchema.exactOptional(),
})

const formBody: z.ZodType<Omit<Form, 'id'>> = z.strictObject({
  version: z.int().min(1),
  title: textSchema,
  short: textSchema,
  levels: levelsSchema.refine((levels) => levels.length > 0, 'is empty'),
  eventDate: nameSchema,
  eventDateOr: z.array(nameSchema).min(1).exactOptional(),
  mainText: nameSchema,
  dossier: z.boolean().default(false),
  stages: stagesSchema.default([]),
  reached: nameSchema.exactOptional(),
  fields: fieldsSchema,
  checks: z.array(checkSchema).default([]),
  closes: nameSchema.exactOptional(),
  none: z.boolean().default(false),
  words: z.array(wordsSchema).default([]),
  hints: z.array(wordsSchema).exactOptional(),
})

const planSchema: z.ZodType<Plan> = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_.-]*$/, 'is no id: a letter first, then letters, digits, _ . -, as plan-2027'),
    version: z.int().min(1),
    title: textSchema,
    issuer: wordsSchema,
    number: wordsSchema.exactOptional(),
    decidedOn: daySchema.exactOptional(),
    year: z.int().min(1976).max(2999).exactOptional(),
    from: daySchema.exactOptional(),
    to: daySchema.exactOptional(),
    mark: textSchema.exactOptional(),
    root: z
      .custom<string>((id) => typeof id === 'string' && /^[A-Za-z0-9][\w.:-]{0,63}$/.test(id), 'is no unit id')
      .exactOptional(),
    reminders: z
      .array(z.int().min(-60).max(60))
      .max(10)
      .refine((days) => new Set(days).size === days.length, 'names a day twice')
      .exactOptional(),
    documents: mapOf(documentBody).default([]),
    /** Fields of every form, after its own. */
    common: fieldsSchema.default([]),
    forms: mapOf(formBody),
    loops: loopsSchema.default([]),
    indicators: rowsSchema,
  })
  .transform(({ year, from: first, to: last, root, common, forms, indicators, ...head }, context): Plan => {
    const days = daysOf(year, first, last)
    if (days === undefined) {
      context.addIssue({ code: 'custom', path: [], message: 'a plan has either a year, or from and to' })
      return z.NEVER
    }
    return {
      ...head,
      ...days,
      ...(root !== undefined && { root: unitOf(root) }),
      forms: forms.map((form) => ({ ...form, fields: withCommon(form.fields, common) })),
      indicators: indicators.map((row) => ({ ...row, window: row.window ?? days })),
    }
  })

const unitOf = (id: string): UnitId => unitId(id)

function daysOf(
  year: number | undefined,
  from: LocalDate | undefined,
  to: LocalDate | undefined,
): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  if (year !== undefined) {
    return from === undefined && to === undefined
      ? { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) }
      : undefined
  }
  return from !== undefined && to !== undefined ? { from, to } : undefined
}

const withCommon = (own: readonly Field[], common: readonly Field[]): readonly Field[] => [
  ...own,
  ...common.filter((field) => !own.some((one) => one.id === field.id)),
]
