import { describe, expect, test } from 'vitest'
import { eventDateOf } from '../../../src/domain/plan/eventDate.ts'
import { formsOfAnyDate } from '../../../src/domain/plan/formsOfAnyDate.ts'
import { aForm, anAlso, anIndicator, aPlan, day } from '../../support/builders.ts'
import { plan2022 } from '../../support/plan2022.ts'

const TODAY = day('2022-06-15')

describe('the date that decides', () => {
  const plain = aForm('F', { eventDate: 'held_on' })
  const twice = aForm('F', { eventDate: 'conducted_on', eventDateOr: ['agreed_on', 'selected_on'] })
  const period = aForm('F', { eventDate: 'period' })

  test.each([
    ['the date of the form', plain, { held_on: '2022-03-01', sent_on: '2022-04-01' }, '2022-03-01'],
    ['no date yet', plain, { sent_on: '2022-04-01' }, undefined],
    ['what is no date', plain, { held_on: 'hôm qua' }, undefined],
    [
      'the first choice where both are set',
      twice,
      { conducted_on: '2022-06-01', selected_on: '2022-02-01' },
      '2022-06-01',
    ],
    ['the first that stands in', twice, { agreed_on: '2022-03-01', selected_on: '2022-02-01' }, '2022-03-01'],
    ['the last that stands in', twice, { selected_on: '2022-02-01' }, '2022-02-01'],
    ['of a past period its last day', period, { period: '2022-Q1' }, '2022-03-31'],
    ['of a past month of 28 days', period, { period: '2022-02' }, '2022-02-28'],
    ['of a running period today', period, { period: '2022-H1' }, '2022-06-15'],
    ['of a period that ends today, today', period, { period: '2022-06' }, '2022-06-15'],
    ['of a running year today', period, { period: '2022' }, '2022-06-15'],
    ['of last year its last day', period, { period: '2021' }, '2021-12-31'],
  ])('%s', (_what, form, answers, expected) => {
    expect(eventDateOf(form, answers, TODAY)).toBe(expected)
  })

  test('of a period that ended yesterday it is yesterday', () => {
    expect(eventDateOf(period, { period: '2022-06' }, day('2022-07-01'))).toBe('2022-06-30')
  })
})

describe('forms whose reports of any date are wanted', () => {
  test('those of rows that count what is in force', () => {
    const inForce = { kind: 'inForce', from: 'a' } as const
    const plan = aPlan([
      anIndicator({ id: '1', sources: [{ form: 'F-A' }] }),
      anIndicator({ id: '2', sources: [{ form: 'F-B' }, { form: 'F-C' }], rule: inForce }),
      anIndicator({ id: '3', sources: [{ form: 'F-D' }], also: [anAlso(inForce), anAlso({ kind: 'count' })] }),
      anIndicator({ id: '4', sources: [{ form: 'F-E' }], also: [anAlso(inForce, { sources: [{ form: 'F-B' }] })] }),
    ])
    expect(formsOfAnyDate(plan).toSorted()).toEqual(['F-B', 'F-C', 'F-D'])
  })

  test('in the plan of 2022: regulations and programmes', () => {
    expect(formsOfAnyDate(plan2022).toSorted()).toEqual(['F-AGR', 'F-MTG'])
  })
})
