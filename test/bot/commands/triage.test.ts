import { expect, test } from 'vitest'
import { runTriage } from '../../../src/bot/commands/triage.ts'

async function run(lines: readonly string[]): Promise<{ readonly exitCode: number; readonly out: readonly unknown[] }> {
  const out: unknown[] = []
  async function* input(): AsyncGenerator<string> {
    yield* lines
  }
  const exitCode = await runTriage(input(), (line) => out.push(JSON.parse(line)))
  return { exitCode, out }
}

test('each line is answered in order', async () => {
  const { exitCode, out } = await run(['{"text":"Chào chị"}', '{"text":"Bố đang đánh mẹ con"}'])
  expect(exitCode).toBe(0)
  expect(out).toMatchObject([
    { text: 'Chào chị', danger: 'none', topic: 'not_legal', why: [] },
    { danger: 'immediate', topic: 'family_violence' },
  ])
})

test('a bad line is named and the rest is done', async () => {
  const { exitCode, out } = await run(['{', '{"text":3}', '{"text":"Chào chị"}'])
  expect(exitCode).toBe(1)
  expect(out).toMatchObject([
    { error: expect.stringContaining('line 1:') },
    { error: expect.stringContaining('line 2:') },
    { danger: 'none' },
  ])
})
