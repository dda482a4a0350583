import type { z } from 'zod'

export type Env = Readonly<Record<string, string | undefined>>

/** Reads one variable of the environment; an empty one is none. What does not fit is told by `wrong`, by its name. */
export const variableReader =
  (env: Env, wrong: (name: string) => Error) =>
  <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const text = env[name]
    if (text === undefined || text === '') return undefined
    const value = schema.safeParse(text)
    if (!value.success) throw wrong(name)
    return value.data
  }
