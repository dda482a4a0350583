import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '../../../src/domain/calendar.ts'
import { personId } from '../../../src/domain/ids.ts'
import { isAskedNow, openLoops } from '../../../src/domain/report/loops.ts'
import { owedBy, remindersOn } from '../../../src/domain/report/reminders.ts'
import { answerableFor, unitsToday } from '../../../src/domain/unit/successor.ts'
import { tally } from '../../../src/domain/tally/tally.ts'
import { aReport, aTree, aUnit, day, PROVINCE, unit } from '../../support/builders.ts'
import { plan2022 } from '../../support/plan2022.ts'

const today = localDate('2022-06-15')
const loopsOf = (form: string, answers: object, given: object = {}) =>
  openLoops(plan2022, [aReport({ form, answers: { ...answers }, ...given })], today).map((one) => [
    one.loop.id,
    one.askOn,
  ])

describe('what a report leaves open', () => {
  test('a comment that waits for its answer, 30 days after it was sent', () => {
    const pending = {
      sent_on: '2022-05-10',
      issues: [
        { text: 'x', status: 'accepted_full' },
        { text: 'y', status: 'pending' },
      ],
    }
    expect(loopsOf('F-FBK', pending)).toEqual([['feedback_reply', '2022-06-09']])
    expect(loopsOf('F-FBK', { ...pending, issues: [{ text: 'y', status: 'rejected' }] })).toEqual([])
  })
  test('a supervision until it is concluded, then the recommendations that were not answered', () => {
    const done = { role: 'lead', conducted_on: '2022-03-01' }
    expect(loopsOf('F-SUP', done)).toEqual([['supervision_conclusion', '2022-03-31']])
    const concluded = { ...done, concluded_on: '2022-04-01', recommendations: 3 }
    expect(loopsOf('F-SUP', concluded)).toEqual([['supervision_answers', '2022-05-01']])
    expect(loopsOf('F-SUP', { ...concluded, answered: 3 })).toEqual([])
  })
  test('a petition before its due date, a dialogue whose proposals wait', () => {
    expect(loopsOf('F-PET', { due_on: '2022-07-01' })).toEqual([['petition_due', '2022-06-28']])
    expect(loopsOf('F-DLG', { held_on: '2022-05-01', followups: 2, followups_done: 1 })).toEqual([
      ['dialogue_followups', '2022-05-31'],
    ])
  })
  test('nothing of a report that came back or was withdrawn', () => {
    expect(loopsOf('F-PET', { due_on: '2022-07-01' }, { state: 'returned' })).toEqual([])
  })
  test('is asked for within two weeks of its day, and a petition again when its due date is another', () => {
    const [loop] = openLoops(plan2022, [aReport({ form: 'F-PET', answers: { due_on: '2022-06-20' } })], today)
    if (loop === undefined) throw new Error('no loop')
    const on = [-1, 0, 13, 14].map((n) => isAskedNow(loop, addDays(loop.askOn, n)))
    expect(on).toEqual([false, true, true, false])
    expect(loop.key).toContain('2022-06-20')
  })
})

describe('reminders of due dates', () => {
  test('fall 7 days and 1 day before, and 3 days after', () => {
    const on = (text: string) => remindersOn(plan2022, localDate(text)).filter(({ due }) => due === '2022-12-31')
    expect([on('2022-12-23'), on('2022-12-24'), on('2022-12-30'), on('2023-01-03')]).toEqual([
      [],
      [{ due: '2022-12-31', step: -7 }],
      [{ due: '2022-12-31', step: -1 }],
      [{ due: '2022-12-31', step: 3 }],
    ])
  })
  test('fall on the days that a plan names instead', () => {
    const on = (text: string) =>
      remindersOn({ ...plan2022, reminders: [-30, 0, 10] }, localDate(text)).filter(({ due }) => due === '2022-12-31')
    expect([on('2022-12-01'), on('2022-12-24'), on('2022-12-31'), on('2023-01-10')]).toEqual([
      [{ due: '2022-12-31', step: -30 }],
      [],
      [{ due: '2022-12-31', step: 0 }],
      [{ due: '2022-12-31', step: 10 }],
    ])
    expect(remindersOn({ ...plan2022, reminders: [] }, localDate('2022-12-31'))).toEqual([])
  })
  test('one that was to come before the day never comes after it', () => {
    expect(remindersOn(plan2022, localDate('2023-01-01'))).toEqual([])
  })
  test('the Day of Women and the Law has its own day', () => {
    expect(remindersOn(plan2022, localDate('2022-11-02'))).toContainEqual({ due: '2022-11-09', step: -7 })
  })
  test.each([
    ['month', '2022-01-31', false],
    ['year', '2022-12-31', true],
  ] as const)('nothing told of January settles what is asked every month alone: %s', (every, due, isOwed) => {
    const indicators = plan2022.indicators.map((row) =>
      row.rule.kind === 'cadence' ? { ...row, rule: { ...row.rule, every } } : row,
    )
    const plan = { ...plan2022, indicators }
    const owing = (none: boolean) => {
      const reports = none ? [aReport({ form: 'F-MTG', unit: unit('x1'), on: '2022-01-15', none })] : []
      const asked = { plan, tree: aTree(PROVINCE), reports, unit: unit('x1'), asOf: day('2022-01-24') }
      return owedBy(tally(asked), plan, unit('x1'), day(due)).map((one) => one.row)
    }
    expect([owing(false).includes('I.4'), owing(true).includes('I.4')]).toEqual([true, isOwed])
  })
  test('only rows that the unit has not met; nothing told of one month is not the whole year', () => {
    const tree = aTree(PROVINCE)
    const owing = (reports: Parameters<typeof tally>[0]['reports']) =>
      owedBy(
        tally({ plan: plan2022, tree, reports, unit: unit('x1'), asOf: day('2022-11-02') }),
        plan2022,
        unit('x1'),
        day('2022-11-09'),
      ).map((one) => one.row)
    const held = { form: 'F-COM', unit: unit('x1'), eventDate: day('2022-11-01') }
    expect(owing([])).toEqual(['T2.3.2'])
    expect(owing([aReport({ ...held, answers: { kind: 'law_day', held_on: '2022-11-01' } })])).toEqual([])
    expect(owing([aReport({ form: 'F-COM', unit: unit('x1'), on: '2022-02-15', none: true })])).toEqual(['T2.3.2'])
  })
})

describe('who answers for a report', () => {
  const [lan, hoa] = [personId('lan'), personId('hoa')]
  test('she who sent it while she is an officer of the unit, then all who are', () => {
    expect([answerableFor({ by: lan }, [hoa, lan]), answerableFor({ by: lan }, [hoa])]).toEqual([[lan], [hoa]])
  })
  test('for a unit that was merged, those of the unit that it became', () => {
    const tree = aTree(
      [
        aUnit('t', 'province'),
        aUnit('a', 'commune', { parent: 't', to: '2022-05-31' }),
        aUnit('ab', 'commune', { parent: 't', from: '2022-06-01' }),
      ],
      [{ kind: 'merge', on: day('2022-06-01'), from: [unit('a')], to: [unit('ab')], basis: 'x' }],
    )
    expect(unitsToday(tree, unit('a'), today)).toEqual([unit('ab')])
  })
})
