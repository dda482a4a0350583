import { Client } from 'pg'

/** One statement as Prisma handed it to pg; `answered` is the first value of the first row that came back. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  readonly answered?: unknown
}

/** All that one update of the bot asks of the database, in order. */
export type Update = readonly Statement[]

interface Query {
  readonly text: string
  readonly values?: readonly unknown[]
}

/** Runs `work` and gives the statements that it caused; for one worker at a time. */
export async function record(work: () => Promise<void>): Promise<Update> {
  const heard: { text: string; values: readonly unknown[]; answered?: unknown }[] = []
  const original: unknown = Reflect.get(Client.prototype, 'query')
  if (typeof original !== 'function') throw new Error('pg has no query')
  const listening = function (this: unknown, ...args: readonly unknown[]): unknown {
    const statement: (typeof heard)[number] = statementIn(args[0])
    heard.push(statement)
    const result: unknown = Reflect.apply(original, this, args)
    return result instanceof Promise ? result.then((value: unknown) => remember(statement, value)) : result
  }
  Reflect.set(Client.prototype, 'query', listening)
  try {
    await work()
  } finally {
    Reflect.set(Client.prototype, 'query', original)
  }
  return heard
}

function statementIn(query: unknown): { text: string; values: readonly unknown[] } {
  if (typeof query === 'string') return { text: query, values: [] }
  if (!isQuery(query)) throw new Error('not a query')
  return { text: query.text, values: [...(query.values ?? [])] }
}

const isQuery = (query: unknown): query is Query => typeof query === 'object' && query !== null && 'text' in query

function remember(statement: { answered?: unknown }, result: unknown): unknown {
  const rows: unknown = typeof result === 'object' && result !== null && 'rows' in result ? result.rows : undefined
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined
  if (Array.isArray(first)) statement.answered = first[0]
  return result
}
