import { expect, test } from 'vitest'
import { checkPlan } from '../../../src/domain/plan/checkPlan.ts'
import { plan2022 } from '../../support/plan2022.ts'

const petition = {
  id: 'l',
  form: 'F-PET',
  when: {},
  before: { field: 'due_on', days: 3 },
  stage: 'closed',
  ask: { vi: 'Xong chưa ạ?' },
}
const problems = (changes: object) =>
  checkPlan({ ...plan2022, loops: [{ ...petition, ...changes }] }).map(
    ({ path, reason }) => `${path.join('/')}: ${reason}`,
  )

test('a loop that fits its form has no problem', () => {
  expect(problems({})).toEqual([])
})

test.each([
  ['another form', { form: 'F-ZZZ' }, 'loops/l/form: no such form "F-ZZZ"'],
  ['a stage', { stage: 'open' }, 'loops/l/stage: F-PET has no stage "open"'],
  ['a day', { before: { field: 'domain', days: 1 } }, 'loops/l/before/field: "domain" is a choice, not a date'],
  ['numbers', { when: { less: { kind: 'domain' } } }, 'loops/l/when/less/kind: "kind" is a choice, not a number'],
])('a loop names %s that is there', (_, changes, problem) => {
  expect(problems(changes)).toContain(problem)
})
