import { expect, test } from 'vitest'
import { checkRegexes } from '../../scripts/regexes.ts'

const problemsOf = (regex: string): readonly string[] =>
  checkRegexes([{ file: 'src/some.ts', code: `const a = 1\nexport const found = ${regex}` }])

test('no regular expression of the bot takes more than linear time', () => {
  expect(checkRegexes()).toEqual([])
})

test.each([
  ['/^(a+)+$/', 'a repetition inside a repetition'],
  ['/^\\s*a?\\s*$/', 'two repetitions'],
  ['/\\s+$/u', 'tried anew'],
])('%s is named with its place', (regex, kind) => {
  const [problem] = problemsOf(regex)
  expect(problem).toMatch(/^src\/some\.ts:2: /)
  expect(problem).toContain(kind)
})

test.each(['/^\\s*(?:a\\s*)?$/', '/(?<!\\s)\\s+$/u', '/\\d+/g'])('%s is none', (regex) => {
  expect(problemsOf(regex)).toEqual([])
})
