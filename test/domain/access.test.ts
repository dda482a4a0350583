import { describe, expect, test } from 'vitest'
import {
  type Action,
  ACTIONS,
  CLUB_ROLES,
  may,
  type Relation,
  type Role,
  UNION_ROLES,
} from '../../src/domain/access.ts'

const ROLES: readonly Role[] = [...UNION_ROLES, ...CLUB_ROLES, 'visitor', 'woman']
const RELATIONS: readonly Relation[] = ['own', 'below', 'other']

/** The whole table again, written out by hand: what is not here is refused. */
const ALLOWED: ReadonlySet<string> = new Set([
  'officer report.write own',
  'officer report.read own',
  'leader report.read own',
  'leader report.read below',
  'leader report.review below',
  'leader report.reviewOwn own',
  'officer progress.read own',
  'leader progress.read own',
  'leader progress.read below',
  'leader unit.nudge below',
  'leader digest.read own',
  'leader digest.read below',
  'admin unit.invite own',
  'admin unit.invite below',
  'admin unit.revoke own',
  'admin unit.revoke below',
  'admin unit.import own',
  'admin unit.import below',
  'visitor case.open own',
  'woman case.open own',
  'woman case.read own',
  'counsellor case.read own',
  'clubHead case.read own',
  'counsellor case.take other',
  'clubHead case.take other',
  'counsellor case.answer own',
  'clubHead case.answer own',
  'counsellor case.close own',
  'clubHead case.close own',
  'clubHead case.board other',
  'counsellor alarm.take other',
  'clubHead alarm.take other',
  'provinceDuty alarm.take other',
  'provinceDuty case.read own',
  'provinceDuty case.answer own',
  'provinceDuty case.close own',
  'woman case.erase own',
  'counsellor request.answer own',
  'clubHead request.answer own',
  'clubHead request.answer other',
  'counsellor duty.change own',
  'clubHead duty.change own',
])

const all = ROLES.flatMap((role) =>
  ACTIONS.flatMap((action) => RELATIONS.map((relation) => ({ role, action, relation }))),
)
const isCase = (action: Action): boolean =>
  action.startsWith('case.') || ['duty.change', 'alarm.take', 'request.answer'].some((one) => one === action)

describe('the table', () => {
  test.each(all)('$role, $action, $relation', ({ role, action, relation }) => {
    expect(may([role], action, relation)).toBe(ALLOWED.has(`${role} ${action} ${relation}`))
  })

  test('names no role, action or relation that does not exist', () => {
    expect(all.filter((one) => ALLOWED.has(`${one.role} ${one.action} ${one.relation}`))).toHaveLength(ALLOWED.size)
  })
})

test('one without a role may do nothing', () => {
  expect(ACTIONS.flatMap((action) => RELATIONS.filter((relation) => may([], action, relation)))).toEqual([])
})

test('no role of the Union, nor all of them together, reaches a case', () => {
  expect(ACTIONS.filter(isCase).filter((action) => RELATIONS.some((one) => may(UNION_ROLES, action, one)))).toEqual([])
})

test('no role of the club reaches a report, a figure or a unit', () => {
  const others = ACTIONS.filter((action) => !isCase(action))
  expect(others.filter((action) => RELATIONS.some((one) => may(CLUB_ROLES, action, one)))).toEqual([])
})

test('several roles may do what one of them may, and no more', () => {
  for (const { action, relation } of all)
    expect(may(ROLES, action, relation)).toBe(ROLES.some((role) => may([role], action, relation)))
})
