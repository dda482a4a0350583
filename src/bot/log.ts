import { pino } from 'pino'

/** Only these fields are ever written; anything else does not compile and is dropped. */
export interface LogFields {
  readonly event: string
  readonly module: string
  readonly ms?: number
  readonly n?: number
  readonly code?: string
  readonly id?: string
}

export interface Log {
  info(fields: LogFields): void
  warn(fields: LogFields): void
  error(fields: LogFields): void
}

const ALLOWED = ['event', 'module', 'ms', 'n', 'code', 'id'] as const

export function makeLog(level: string, stream?: { write(line: string): void }): Log {
  const logger = stream === undefined ? pino({ level, base: null }) : pino({ level, base: null }, stream)
  const pick = (fields: LogFields): Record<string, unknown> =>
    Object.fromEntries(ALLOWED.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])))
  return {
    info: (fields) => logger.info(pick(fields)),
    warn: (fields) => logger.warn(pick(fields)),
    error: (fields) => logger.error(pick(fields)),
  }
}

/** A code for an error, never its message: Prisma and PostgreSQL put arguments into theirs. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const name = error instanceof Error ? error.name : 'unknown'
  return code === undefined ? name : `${name}.${code}`
}
