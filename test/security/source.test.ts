import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { codeOf, type LogFields, makeLog } from '../../src/bot/log.ts'

const root = path.join(import.meta.dirname, '../..')

interface Line {
  readonly at: string
  readonly text: string
}

const linesOf = (folder: string, ending: RegExp): readonly Line[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !file.includes('generated'))
    .flatMap((file) =>
      readFileSync(path.join(root, folder, file), 'utf8')
        .split('\n')
        .map((text, n) => ({ at: `${folder}/${file}:${n + 1}`, text })),
    )

const SOURCE = linesOf('src', /\.tsx?$/)
const isComment = (text: string): boolean => /^\s*(\/\/|\*|\/\*)/.test(text)
const found = (lines: readonly Line[], pattern: RegExp, except: RegExp = /(?!)/): readonly string[] =>
  lines
    .filter((line) => pattern.test(line.text) && !isComment(line.text) && !except.test(line.text))
    .map((line) => `${line.at} ${line.text.trim()}`)

const DATABASE_CLOCK =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\(\)|\bCURRENT_(TIMESTAMP|TIME|DATE)\b|\bLOCALTIME/i

test('the sources are really read', () => {
  expect(SOURCE.length).toBeGreaterThan(5000)
  expect(found(SOURCE, /export function seal\(/)).toHaveLength(1)
})

test('no statement but a lease uses the clock of the database', () => {
  const sql = [
    ...linesOf('prisma', /\.(sql|prisma)$/),
    ...SOURCE.filter((line) => line.at.startsWith('src/bot/store/')),
  ]
  const clocks = found(sql, DATABASE_CLOCK, /leaseUntil|Date\.now\(\)|\bnow\(\)\.|: \(\) => now\(\)|now: \(\)/)
  // Prisma's own table of migrations says when each was applied.
  expect(clocks.filter((line) => !line.startsWith('src/bot/store/migrate.ts'))).toEqual([])
})

test('nothing is ever forwarded: words are copied', () => {
  expect(found(SOURCE, /forwardMessage|copyMessage|forward_message|copy_message/)).toEqual([])
})

test('nothing is written to the console', () => {
  expect(found(SOURCE, /\bconsole\./)).toEqual([])
})

test('no text of a person is put together with SQL', () => {
  expect(found(SOURCE, /\$(queryRaw|executeRaw)Unsafe|Prisma\.raw\(/)).toEqual([])
})

test('nothing runs text as code', () => {
  expect(found(SOURCE, /\beval\(|new Function\(|innerHTML|dangerouslySetInnerHTML|insertAdjacentHTML/)).toEqual([])
})

test('no markup mode of a channel is used for what people wrote', () => {
  expect(found(SOURCE, /parse_mode/)).toEqual([])
})

test('every cipher names the length of its tag', () => {
  const ciphers = found(SOURCE, /create(Dec|C)ipheriv\(/)
  expect(ciphers.length).toBeGreaterThan(1)
  expect(ciphers.filter((line) => !line.includes('authTagLength'))).toEqual([])
})

test('a log line holds the allowed fields and nothing else', () => {
  const lines: string[] = []
  const log = makeLog('info', { write: (line) => void lines.push(line) })
  const fields = { event: 'turn.failed', module: 'turns', text: 'KANARI', address: 'KANARI', err: new Error('KANARI') }
  const loose: LogFields = fields
  log.info(loose)
  log.warn(loose)
  log.error(loose)
  expect(lines).toHaveLength(3)
  for (const line of lines) {
    expect(line).not.toContain('KANARI')
    expect(Object.keys(JSON.parse(line)).toSorted()).toEqual(['event', 'level', 'module', 'time'])
  }
})

test('of an error a log line has its kind and code, never its message', () => {
  const error = Object.assign(new TypeError('KANARI'), { code: '23505', detail: 'KANARI', meta: 'KANARI' })
  expect(codeOf(error)).toBe('TypeError.23505')
  expect(codeOf('KANARI')).toBe('unknown')
  expect(codeOf(undefined)).toBe('unknown')
})
