import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../calendar.ts'
import type { Text } from '../text.ts'
import { LEVELS, type Level } from '../unit/unit.ts'

/** Where in a plan file, by keys: ['forms', 'F-COM', 'fields', 'women', 'min']. */
export type PlanPath = readonly (string | number)[]

export interface PlanProblem {
  readonly path: PlanPath
  readonly reason: string
}

const sentence = z.string().trim().min(1, 'is empty')

export const textSchema: z.ZodType<Text> = z.strictObject({ vi: sentence, en: sentence.exactOptional() })
export const wordsSchema = sentence
/** The name of a member of the file; no dot in those of fields, because answers are addressed by path. */
export const nameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'is no name: letters, digits, _')
const keySchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]*$/, 'is no id: a letter first, then letters, digits, _ . -')

export const daySchema: z.ZodType<LocalDate> = z.custom<LocalDate>(
  (raw) => typeof raw === 'string' && isLocalDate(raw),
  'is not a day (YYYY-MM-DD)',
)

const isLevel = (raw: unknown): raw is Level => LEVELS.some((level) => level === raw)
export const levelsSchema: z.ZodType<readonly Level[]> = z
  .array(z.custom<Level>(isLevel, `is no level (${LEVELS.join(', ')})`))
  .refine((levels) => new Set(levels).size === levels.length, 'names a level twice')

/** Things kept under their id in the file, in the order of the file. */
export const mapOf = <T extends object>(body: z.ZodType<T>): z.ZodType<readonly (T & { readonly id: string })[]> =>
  z.record(keySchema, body).transform((map) => Object.entries(map).map(([id, one]) => ({ id, ...one })))

/** What zod found, in the words and paths of a plan file. */
export function problemsOfIssues(issues: readonly z.core.$ZodIssue[]): readonly PlanProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key], reason: `unknown key "${key}"` }))
    }
    const isMissing = issue.code === 'invalid_type' && issue.input === undefined
    return [{ path, reason: isMissing ? 'is missing' : issue.message }]
  })
}
