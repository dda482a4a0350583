import { describe, expect, test } from 'vitest'
import { anomalies } from '../../../src/domain/digest/anomalies.ts'
import type { Report } from '../../../src/domain/report/report.ts'
import { plan2022 } from '../../support/plan2022.ts'
import { aReport, aTree, aUnit, day, unit } from '../../support/builders.ts'

const COMMUNES = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6']
const tree = aTree([aUnit('t', 'province'), ...COMMUNES.map((id) => aUnit(id, 'commune', { parent: 't' }))])

const talk = (id: string, on: string, participants: number, more: Report['answers'] = {}): Report =>
  aReport({ unit: id, on, answers: { kind: 'talk', sessions: 1, participants, ...more } })
const found = (reports: readonly Report[], asOf: string) =>
  anomalies({ plan: plan2022, tree, unit: unit('t'), reports, asOf: day(asOf) })
const kinds = (reports: readonly Report[], asOf: string) => found(reports, asOf).map((one) => [one.kind, one.unit])

describe('ten times the usual participants', () => {
  const past = [talk('x1', '2022-01-05', 40), talk('x1', '2022-02-07', 38), talk('x1', '2022-03-06', 45)]

  test('against the unit’s own past, with both numbers', () => {
    expect(found([...past, talk('x1', '2022-04-01', 400)], '2022-04-10')).toMatchObject([
      { kind: 'tenfold', unit: 'x1', value: 400, usual: 40, against: 'own' },
    ])
  })

  test('nine times is a good day', () => {
    expect(kinds([...past, talk('x1', '2022-04-01', 399)], '2022-04-10')).toEqual([])
  })

  test('against its peers where it has no past of its own', () => {
    const peers = COMMUNES.slice(1).map((id) => talk(id, '2022-03-02', 30))
    expect(found([talk('x1', '2022-04-01', 300), ...peers], '2022-04-10')).toMatchObject([
      { kind: 'tenfold', unit: 'x1', usual: 30, against: 'peers' },
    ])
  })

  test('says nothing of few people, of old reports, of those that were returned, or where there is nothing to compare with', () => {
    const few = [talk('x1', '2022-01-05', 3), talk('x1', '2022-02-07', 4), talk('x1', '2022-03-06', 2)]
    expect(kinds([...few, talk('x1', '2022-04-01', 49)], '2022-04-10')).toEqual([])
    expect(kinds([...past, talk('x1', '2022-04-01', 400)], '2022-06-10')).toEqual([])
    expect(kinds([...past, { ...talk('x1', '2022-04-01', 400), state: 'returned' }], '2022-04-10')).toEqual([])
    expect(kinds([talk('x1', '2022-04-01', 4000)], '2022-04-10')).toEqual([])
  })
})

describe('the same figures every month', () => {
  const months = (days: readonly string[]) => days.map((on) => talk('x2', on, 60, { women: 40 }))

  test('three months in a row', () => {
    expect(found(months(['2022-02-05', '2022-03-05', '2022-04-06']), '2022-04-10')).toMatchObject([
      { kind: 'same', unit: 'x2', months: 3, from: '2022-02-05', to: '2022-04-06' },
    ])
  })

  test('not two, not with a month between, and not when one number is another', () => {
    expect(kinds(months(['2022-03-05', '2022-04-06']), '2022-04-10')).toEqual([])
    expect(kinds(months(['2022-01-05', '2022-03-05', '2022-04-06']), '2022-04-10')).toEqual([])
    const changed = [...months(['2022-02-05', '2022-03-05']), talk('x2', '2022-04-06', 61, { women: 40 })]
    expect(kinds(changed, '2022-04-10')).toEqual([])
  })
})

describe('silent for two periods', () => {
  const heard = ['x1', 'x2', 'x3'].map((id) => talk(id, '2022-04-05', 30))

  test('while half of its peers sent something, with when it was last heard', () => {
    expect(found([...heard, talk('x4', '2022-01-20', 30)], '2022-05-10')).toEqual([
      { kind: 'silent', unit: 'x4', name: 'x4', last: '2022-01-20', peers: 3, of: 6 },
      { kind: 'silent', unit: 'x5', name: 'x5', peers: 3, of: 6 },
      { kind: 'silent', unit: 'x6', name: 'x6', peers: 3, of: 6 },
    ])
  })

  test('nobody where most are silent, and nobody in the first two months of a plan', () => {
    expect(kinds(heard.slice(1), '2022-05-10')).toEqual([])
    expect(
      kinds(
        COMMUNES.slice(1).map((id) => talk(id, '2022-01-05', 30)),
        '2022-02-20',
      ),
    ).toEqual([])
  })
})
