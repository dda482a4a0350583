import { expect, test } from 'vitest'
import { nullNetwork } from './network.ts'
import { openOurs } from './ours.ts'
import { expected, questions, script } from './script.ts'
import { makeStrings } from './strings.ts'

test.each([3, 12, 40])('our engine fills the form of %i questions that is measured', async (count) => {
  const asked = questions(count)
  const network = nullNetwork()
  const filled: unknown[] = []
  const handle = await openOurs({
    asked,
    network,
    strings: makeStrings(),
    done: (answers) => void filled.push(answers),
  })
  for (const step of script(asked)) await handle(network.update(5_000_000_000, step))
  expect(filled).toEqual([expected(asked)])
})
