import { expect, test } from 'vitest'
import { instant } from '../../../src/domain/calendar.ts'
import { newestFirst, type Report } from '../../../src/domain/report/report.ts'
import { aReport } from '../../support/builders.ts'

const petition = aReport({ id: 'petition', on: '2022-06-01' })
const talk = aReport({ id: 'talk', on: '2022-06-14' })
const second = { ...aReport({ id: 'second', on: '2022-06-14' }), submittedAt: instant(talk.submittedAt + 1) }
const order = (reports: readonly Report[]) => reports.toSorted(newestFirst).map(({ id }) => id)

test('a list goes by the day of the event, on one day by when it was sent', () => {
  expect(order([petition, talk, second])).toEqual(['second', 'talk', 'petition'])
})

test('a report that is accepted later stays where it is', () => {
  const accepted = {
    ...petition,
    state: 'approved' as const,
    automatic: true,
    changedAt: instant(second.submittedAt + 9),
  }
  expect(order([accepted, talk])).toEqual(['talk', 'petition'])
})
