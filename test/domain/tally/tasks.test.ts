import { describe, expect, test } from 'vitest'
import type { Indicator, Rule } from '../../../src/domain/plan/plan.ts'
import type { Report } from '../../../src/domain/report/report.ts'
import { anIndicator, aReport, day, type ReportGiven } from '../../support/builders.ts'
import { levelOf, rowOf, standingIn } from '../../support/tallies.ts'

describe('T2.1.2: the province supervises two named topics', () => {
  const named = ['a', 'b'].map((id) => ({ id, label: { vi: id } }))
  const indicator = anIndicator({
    levels: ['province'],
    sources: [{ form: 'F-SUP' }],
    rule: { kind: 'distinct', field: 'topic_code', named },
    target: { atLeast: 2 },
  })
  const topic = (code: string, id = 't'): Report => aReport({ form: 'F-SUP', unit: id, answers: { topic_code: code } })

  test('the same topic twice is one; another topic is listed and does not count', () => {
    const row = rowOf(indicator, [topic('a'), topic('a'), topic('other'), topic('b', 'x1')])
    expect(row.figures).toEqual({
      kind: 'distinct',
      sent: 1,
      approved: 0,
      values: [
        { id: 'a', label: { vi: 'a' }, named: true, sent: 2, approved: 0 },
        { id: 'b', label: { vi: 'b' }, named: true, sent: 0, approved: 0 },
        { id: 'other', named: false, sent: 1, approved: 0 },
      ],
    })
    expect(row.verdict).toBe('open')
    expect(standingIn(row, 't').missing).toEqual({ kind: 'named', values: ['b'] })
  })

  test('both topics are met', () => {
    expect(rowOf(indicator, [topic('a'), topic('b')]).verdict).toBe('met')
  })
})

describe('T2.3.1: people reached', () => {
  const indicator = anIndicator({
    levels: ['province', 'district', 'commune'],
    rule: { kind: 'sum', field: 'participants' },
    by: 'kind',
    carry: 'sum',
  })
  const talk = (participants: number, given: ReportGiven = {}): Report =>
    aReport({ ...given, answers: { participants, kind: 'talk' } })
  const joint = talk(100, { unit: 'x1', joint: ['x2', 'x3'] })
  const asked = (id: string) => rowOf(indicator, [joint, talk(30, { unit: 'x1' })], { unit: id })

  test('a joint event counts its people once above, and in full for each of those who held it', () => {
    expect(asked('t').figures).toMatchObject({ sent: 130, events: { sent: 2 } })
    expect(asked('h1').figures).toMatchObject({ sent: 130 })
    expect(asked('h2').figures).toMatchObject({ sent: 100 })
    expect(asked('x2').figures).toMatchObject({ sent: 100 })
    expect(standingIn(asked('t'), 'x3')).toMatchObject({ standing: 'met', value: 100 })
    expect(levelOf(asked('t'), 'commune').total).toBe(130)
  })

  test('without a target there is no verdict, even after the year', () => {
    expect(rowOf(indicator, [], { asOf: '2023-05-01' }).verdict).toBe('none')
  })

  test('is split by a field', () => {
    const row = rowOf(indicator, [joint, aReport({ answers: { participants: 5, kind: 'group' } })])
    expect(row.by).toEqual([
      { id: 'group', sent: 5, approved: 0, events: { sent: 1, approved: 0 } },
      { id: 'talk', sent: 100, approved: 0, events: { sent: 1, approved: 0 } },
    ])
  })

  test('a count by option is its total, and each option its own part', () => {
    const row = rowOf(anIndicator({ ...indicator, rule: { kind: 'sum', field: 'topics' }, by: 'topics' }), [
      aReport({ answers: { topics: { land: 3, marriage: 4, none: 0 } } }),
    ])
    expect(row.figures).toMatchObject({ sent: 7 })
    expect(row.by?.map(({ id, sent }) => [id, sent])).toEqual([
      ['land', 3],
      ['marriage', 4],
    ])
  })

  test('only those whom the row addresses are summed (a commune’s talk is no work of the province)', () => {
    const own = anIndicator({ ...indicator, levels: ['province'] })
    expect(rowOf(own, [talk(30, { unit: 'x1' }), talk(7, { unit: 't' })]).figures).toMatchObject({ sent: 7 })
  })
})

describe('T2.2.2 and T2.3.8: what is in force', () => {
  const rule: Rule = { kind: 'inForce', from: 'valid_from', to: 'valid_to' }
  const indicator = anIndicator({ sources: [{ form: 'F-AGR' }], rule, levels: ['province', 'commune'] })
  const agreement = (from: string, to?: string, id = 't'): Report =>
    aReport({ form: 'F-AGR', unit: id, on: from, answers: { valid_from: from, ...(to ? { valid_to: to } : {}) } })
  const all = [
    agreement('2019-11-04', '2022-12-31'),
    agreement('2022-05-01'),
    agreement('2021-01-01', '2022-02-28'),
    agreement('2022-05-01', undefined, 'x1'),
  ]

  test.each([
    ['2022-02-28', 2],
    ['2022-03-01', 1],
    ['2022-05-01', 3],
    ['2024-01-01', 3],
  ])('on %s there are %i, whenever they were signed', (asOf, sent) => {
    expect(rowOf(indicator, all, { asOf }).figures).toMatchObject({ kind: 'inForce', sent })
  })

  test('by unit it is a share of units, and one regulation cited by many minutes is one', () => {
    const cited = (): Report =>
      aReport({ form: 'F-MTG', answers: { regulation: { symbol: '05/QCPH', date: '2021-03-01' } } })
    const row = rowOf(
      anIndicator({
        levels: ['commune'],
        sources: [{ form: 'F-MTG' }],
        rule: { kind: 'inForce', from: 'regulation', per: 'unit' },
        target: { percent: 100 },
      }),
      [cited(), cited(), cited()],
      { asOf: '2022-12-31' },
    )
    expect(row.figures).toMatchObject({ met: 1, of: 3, sent: 1 })
    expect(row.verdict).toBe('open')
  })
})

test('I.3b: the uptake is given of the answered and of all raised', () => {
  const issue = (status: string) => ({ text: 'x', status })
  const row = rowOf(
    anIndicator({
      sources: [{ form: 'F-FBK' }],
      rule: {
        kind: 'uptake',
        list: 'issues',
        status: 'status',
        accepted: ['accepted_full'],
        part: ['accepted_part'],
        rejected: ['rejected'],
        noReply: ['no_reply'],
      },
    }),
    [
      aReport({
        form: 'F-FBK',
        joint: ['x3'],
        answers: { issues: ['accepted_full', 'rejected', 'pending'].map(issue) },
      }),
      aReport({
        form: 'F-FBK',
        unit: 'x2',
        state: 'approved',
        answers: { issues: ['accepted_part', 'no_reply'].map(issue) },
      }),
    ],
  )
  expect(row.figures).toEqual({
    kind: 'uptake',
    sent: {
      raised: 5,
      pending: 1,
      full: 1,
      part: 1,
      rejected: 1,
      noReply: 1,
      answered: 3,
      accepted: 2,
      ofAnswered: 0.666667,
      ofRaised: 0.4,
    },
    approved: {
      raised: 2,
      pending: 0,
      full: 0,
      part: 1,
      rejected: 0,
      noReply: 1,
      answered: 1,
      accepted: 1,
      ofAnswered: 1,
      ofRaised: 0.5,
    },
  })
  expect(row.verdict).toBe('none')
})

describe('T2.2.4: the summary is sent in time', () => {
  const onTime = (due?: string): Indicator =>
    anIndicator({
      levels: ['district', 'commune'],
      sources: [{ form: 'F-SUM' }],
      rule: { kind: 'onTime', sentOn: 'sent_on', ...(due ? { due: day(due) } : {}) },
    })
  const summary = (on: string, id: string): Report => aReport({ form: 'F-SUM', unit: id, on, answers: { sent_on: on } })
  const reports = [summary('2022-08-31', 'x1'), summary('2022-09-05', 'x2')]

  test('with a due date there is on time, late and missing', () => {
    const row = rowOf(onTime('2022-08-31'), reports, { asOf: '2022-09-30' })
    expect(row.figures).toMatchObject({ met: 1, of: 5, received: { sent: 2 }, late: { sent: 1 }, due: '2022-08-31' })
    expect(standingIn(row, 'x2')).toMatchObject({
      standing: 'notMet',
      missing: { kind: 'late', sentOn: '2022-09-05', days: 5 },
    })
    expect(standingIn(row, 'x3').standing).toBe('noReport')
  })

  test('without one (chưa đặt hạn) nobody is late: what was received is counted', () => {
    const { figures } = rowOf(onTime(), reports, { asOf: '2022-09-30' })
    expect(figures).toMatchObject({ kind: 'onTime', met: 2, of: 5, received: { sent: 2 }, late: { sent: 0 } })
    expect(figures).not.toHaveProperty('due')
  })
})

test('a row that is only told has no figures', () => {
  const row = rowOf(anIndicator({ told: true }), [aReport()])
  expect(row).toMatchObject({ kind: 'told', figures: { kind: 'told' }, levels: [], verdict: 'none' })
})
