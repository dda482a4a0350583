import { describe, expect, test } from 'vitest'
import { formsOfLoops, openLoops, unitsWaiting } from '../../../src/domain/digest/openLoops.ts'
import type { Report } from '../../../src/domain/report/report.ts'
import { aReport, aTree, day, PROVINCE } from '../../support/builders.ts'
import { plan2022 } from '../../support/plan2022.ts'

const tree = aTree(PROVINCE)

describe('open loops', () => {
  const answers = (status: string) => ({
    issues: [
      { text: 'a', status },
      { text: 'b', status: 'accepted_full' },
    ],
  })
  const fbk = (status: string, on: string): Report =>
    aReport({ form: 'F-FBK', unit: 'x1', on, answers: answers(status) })
  const pet = (answers: Report['answers'], on: string): Report => aReport({ form: 'F-PET', unit: 'x1', on, answers })
  const loops = (reports: readonly Report[], on: string) => openLoops({ plan: plan2022, reports, asOf: day(on) })

  test('an issue is asked after when it has had no answer for a month, not before', () => {
    const raised = fbk('pending', '2022-03-01')
    expect(loops([{ ...raised, answers: { ...raised.answers, body_kind: 'department' } }], '2022-03-31')).toEqual([])
    const old = loops([{ ...raised, answers: { ...raised.answers, body_kind: 'department' } }], '2022-04-01')
    expect(old).toMatchObject([{ row: 'I.3b', kind: 'unanswered', n: 1, oldest: '2022-03-01' }])
  })

  test('a petition past its day, not one that is closed', () => {
    const open = pet({ kind: 'complaint', due_on: '2022-04-10' }, '2022-03-01')
    const closed = pet({ kind: 'complaint', due_on: '2022-04-10', closed_on: '2022-04-02' }, '2022-03-01')
    expect(loops([open, closed], '2022-04-10')).toEqual([])
    expect(loops([open, closed], '2022-04-11')).toMatchObject([
      { row: 'T2.3.10', kind: 'overdue', n: 1, oldest: '2022-04-10' },
    ])
  })

  test('are of the units whose things wait, the most first', () => {
    const waiting = { ...answers('pending'), body_kind: 'department' }
    const raised = (id: string, on = '2022-02-01'): Report => aReport({ form: 'F-FBK', unit: id, on, answers: waiting })
    const answered: Report = { ...raised('x3'), answers: { ...answers('rejected'), body_kind: 'department' } }
    const reports = [raised('x1'), raised('x2', '2022-02-02'), raised('x2'), answered]
    const asked = { plan: plan2022, reports, asOf: day('2022-04-01') }
    const before = { tree, day: day('2022-04-01') }
    expect(unitsWaiting(asked, before).map((one) => [one.unit, one.row, one.n, one.oldest])).toEqual([
      ['x2', 'I.3b', 2, '2022-02-01'],
      ['x1', 'I.3b', 1, '2022-02-01'],
    ])
    expect(loops(reports, '2022-04-01')).toMatchObject([{ row: 'I.3b', n: 3 }])
  })

  test('stay open over the end of the year, and close with the answer', () => {
    expect(formsOfLoops(plan2022)).toEqual(['F-FBK', 'F-PET'])
    expect(loops([pet({ kind: 'complaint', due_on: '2021-12-20' }, '2021-11-30')], '2022-01-10')).toHaveLength(1)
  })
})
