import { expect, test } from 'vitest'
import { league } from '../../../src/domain/digest/league.ts'
import type { Report } from '../../../src/domain/report/report.ts'
import { anIndicator, aReport, aTree, PROVINCE } from '../../support/builders.ts'
import { tallyOf } from '../../support/tallies.ts'

const tree = aTree(PROVINCE)
const supervise = anIndicator({ id: 'I.2', sources: [{ form: 'F-SUP' }], target: { percent: 100 } })
const talk = anIndicator({ id: 'T2.3.2' })
const sup = (unit: string, given: Partial<Report> = {}): Report => ({ ...aReport({ form: 'F-SUP', unit }), ...given })

test('units right below stand by the share that they and all below them have met', () => {
  const reports = [sup('x1'), sup('h1', { state: 'approved' }), sup('x3')]
  const lines = league(tallyOf([supervise, talk], reports, { asOf: '2022-06-01' }), tree)
  expect(lines).toEqual([
    { unit: 'h1', name: 'h1', rank: 1, met: 2, of: 3, approvedMet: 1, late: 0 },
    { unit: 'h2', name: 'h2', rank: 2, met: 1, of: 2, approvedMet: 0, late: 0 },
    { unit: 'ca', name: 'Công an', rank: 3, met: 0, of: 0, approvedMet: 0, late: 0 },
  ])
})

test('equal shares have the same place, and what can no longer be met is told apart', () => {
  const lines = league(tallyOf([supervise], [], { asOf: '2023-01-05' }), tree)
  expect(lines.map(({ rank, late }) => [rank, late])).toEqual([
    [1, 3],
    [1, 2],
    [3, 0],
  ])
})

test('of one row alone, also of one without a target', () => {
  const lines = league(tallyOf([supervise, talk], [aReport({ unit: 'x3' })]), tree, 'T2.3.2')
  expect(lines.map(({ unit, met, of }) => [unit, met, of])).toEqual([
    ['h2', 1, 2],
    ['h1', 0, 3],
    ['ca', 0, 0],
  ])
})
