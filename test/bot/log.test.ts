import { describe, expect, test } from 'vitest'
import { codeOf, makeLog } from '../../src/bot/log.ts'

function linesOf(level: string, write: (log: ReturnType<typeof makeLog>) => void): readonly unknown[] {
  const lines: unknown[] = []
  write(makeLog(level, { write: (line) => void lines.push(JSON.parse(line)) }))
  return lines
}

test('a line has the fields of the list and no other', () => {
  const more = {
    event: 'turn',
    module: 'turns',
    ms: 3,
    n: 1,
    code: 'P2002',
    id: 'abc',
    text: 'chồng đánh',
    phone: '0912',
  }
  const [line] = linesOf('info', (log) => log.info(more))
  expect(line).toEqual({
    level: 30,
    time: expect.anything(),
    event: 'turn',
    module: 'turns',
    ms: 3,
    n: 1,
    code: 'P2002',
    id: 'abc',
  })
})

test('a level keeps what lies below it silent', () => {
  const write = (log: ReturnType<typeof makeLog>): void => {
    log.info({ event: 'a', module: 'm' })
    log.warn({ event: 'b', module: 'm' })
    log.error({ event: 'c', module: 'm' })
  }
  expect(linesOf('warn', write)).toHaveLength(2)
  expect(linesOf('silent', write)).toHaveLength(0)
})

describe('the code of an error', () => {
  const named = Object.assign(new TypeError('chị Lan 0912345678'), { code: 'P2002' })

  test('is its name and its code, never its message', () => {
    expect(codeOf(named)).toBe('TypeError.P2002')
    expect(codeOf(new Error('chị Lan'))).toBe('Error')
  })
  test.each([undefined, null, 'chị Lan', 42, {}, []])('of what is no error (%j) is unknown', (thrown) => {
    expect(codeOf(thrown)).toBe('unknown')
  })
})
