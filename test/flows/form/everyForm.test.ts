import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../../src/domain/plan/checks.ts'
import { plan2022 } from '../../support/plan2022.ts'
import { missingIn, strangeIn, walkForm } from './walk.ts'

const anyWalk = fc.array(fc.nat(9999), { minLength: 100, maxLength: 300, size: 'max' })

describe.each(plan2022.forms.map((form) => [form.id, form] as const))('%s', (_id, form) => {
  test('plain answers lead to its summary and it is sent', () => {
    const { talk } = walkForm(form, [])
    expect([...talk.store.reports.values()].map((one) => one.form)).toEqual([form.id])
  })

  test('however she stumbles, what is sent is whole and passes its checks', () => {
    fc.assert(
      fc.property(anyWalk, (numbers) => {
        const [report] = walkForm(form, numbers).talk.store.reports.values()
        const answers = report?.answers ?? {}
        expect(strangeIn(form, answers)).toEqual([])
        expect(missingIn(form, answers)).toEqual([])
        expect(problemsOf(form.checks, answers).filter((one) => one.severity === 'block')).toEqual([])
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })
})
