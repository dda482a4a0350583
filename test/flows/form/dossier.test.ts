import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applies } from '../../../src/domain/plan/conditions.ts'
import type { Form } from '../../../src/domain/plan/form.ts'
import { flatten } from '../../../src/flows/form/draft.ts'
import { plan2022 } from '../../support/plan2022.ts'
import { openForm, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'
import { diceOf, walkForm, walkOn } from './walk.ts'

const dossiers = plan2022.forms.filter((form) => form.dossier)
const stages = dossiers.flatMap((form) =>
  form.stages
    .filter((stage) => (stage.asks ?? []).length > 0 || form.fields.some((field) => field.stage === stage.id))
    .map((stage) => [form.id, stage.id, form] as const),
)

const reportIn = (talk: UnionTalk) => {
  const [report] = talk.store.reports.values()
  if (report === undefined) throw new Error('nothing was sent')
  return report
}

function openStage(talk: UnionTalk, stage: string): void {
  talk.stand({ at: 'report', report: reportIn(talk).id, back: { at: 'home' } }, [`s:${stage}`])
  talk.press(`s:${stage}`)
}

/** Fields that a stage does not ask: all that must stay as it was. */
const untouched = (form: Form, stage: string): readonly string[] => {
  const asks = form.stages.find((one) => one.id === stage)?.asks ?? []
  return form.fields
    .filter((field) => !asks.includes(field.id) && field.stage !== stage && field.id !== form.reached)
    .map((field) => field.id)
}

describe.each(stages)('%s, stage %s', (_form, stage, form) => {
  test('keeps every answer that it does not ask', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9999), { minLength: 20, maxLength: 60, size: 'max' }), (numbers) => {
        const walk = walkForm(form, numbers)
        const before = reportIn(walk.talk).answers
        openStage(walk.talk, stage)
        walkOn({ ...walk, dice: diceOf([]) })
        const after = reportIn(walk.talk).answers
        // What the new answers no longer ask for is not sent again.
        const stands = untouched(form, stage).filter((id) => {
          const field = form.fields.find((one) => one.id === id)
          return applies(field?.when, after)
        })
        for (const id of stands) expect([id, after[id]]).toEqual([id, before[id]])
      }),
      { numRuns: 2, endOnFailure: true },
    )
  })

  test('is the same dossier, counted once', () => {
    const { talk } = walkForm(form, [])
    openStage(talk, stage)
    walkOn({ talk, form, dice: diceOf([]) })
    expect(talk.store.reports.size).toBe(1)
  })

  test('keeps a value that is asked again and left out', () => {
    const { talk } = walkForm(form, [])
    const before = reportIn(talk).answers
    openStage(talk, stage)
    for (let turn = 0; turn < 30 && talk.conversation().place.at === 'form'; turn++) {
      const choice = ['keep', 'skip', 'enough', 'v:2022-06-15'].find((id) => talk.choices().includes(id))
      talk.press(choice ?? talk.choices()[0] ?? 'later')
    }
    talk.press('send')
    if (talk.choices().includes('sendAnyway')) talk.press('sendAnyway')
    const after = reportIn(talk).answers
    const reached = form.reached === undefined ? {} : { [form.reached]: after[form.reached] }
    expect(after).toEqual({ ...after, ...before, ...reached })
  })
})

test.each(plan2022.forms.map((form) => [form.id, form] as const))(
  '%s: a report opened again and sent again says the same',
  (_id, form) => {
    const { talk } = walkForm(form, [])
    const before = reportIn(talk).answers
    talk.stand({ at: 'report', report: reportIn(talk).id, back: { at: 'home' } }, ['amend'])
    talk.press('amend')
    talk.press('send')
    if (talk.choices().includes('sendAnyway')) talk.press('sendAnyway')
    expect(reportIn(talk).answers).toEqual(before)
    expect(flatten(form, before).every((one) => one.value !== undefined)).toBe(true)
  },
)

describe('“kỳ này không có”', () => {
  test.each(plan2022.forms.map((form) => [form.id, form.none, form] as const))(
    '%s offers it: %s',
    (_id, none, form) => {
      const talk = startUnionTalk()
      openForm(talk, form.id)
      expect(talk.choices().includes('none')).toBe(none)
    },
  )
  test('is one tap: a report without answers, of today, and the draft is gone', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-COM')
    talk.press('none')
    expect(reportIn(talk)).toMatchObject({ none: true, answers: {}, eventDate: '2022-06-15' })
    expect(talk.store.drafts.size).toBe(0)
  })
  test('is not offered any more after the first answer', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-COM')
    talk.press('v:talk')
    expect(talk.choices()).not.toContain('none')
  })
})

test('figures of before that are still to be asked do not stand in the way of new ones', () => {
  const talk = startUnionTalk()
  openForm(talk, 'F-SUP')
  fillIn(talk, { recommendations: '43', answered: '36', accepted: '25' })
  expect(reportIn(talk).answers).toMatchObject({ recommendations: 43, answered: 36, accepted: 25 })
  openStage(talk, 'concluded')
  fillIn(talk, { recommendations: '43', answered: '20', accepted: '4' })
  expect(reportIn(talk).answers).toMatchObject({ recommendations: 43, answered: 20, accepted: 4 })
})

test('what was left out and no longer fits is named before it is sent', () => {
  const talk = startUnionTalk()
  openForm(talk, 'F-SUP')
  fillIn(talk, { recommendations: '43', answered: '36', accepted: '25' })
  openStage(talk, 'concluded')
  fillIn(talk, { recommendations: '43', answered: '20' })
  expect(reportIn(talk).answers).toMatchObject({ answered: 36, accepted: 25 })
  expect(talk.conversation().place.at).not.toBe('home')
})

test('which recommendations were answered is asked at once, and is no step back', () => {
  const talk = startUnionTalk()
  openForm(talk, 'F-SUP')
  fillIn(talk, { recommendations: '5', answered: '2', accepted: '2' })
  openStage(talk, 'concluded')
  fillIn(talk, { recommendations: '5', answered: '2', accepted: '2' })
  openStage(talk, 'answered')
  expect(talk.conversation().place).toMatchObject({ at: 'form', path: 'answered' })
  fillIn(talk, { answered: '5', accepted: '4' })
  const told = { reached: 'concluded', concluded_on: '2022-06-14', recommendations: 5, answered: 5, accepted: 4 }
  expect(reportIn(talk).answers).toMatchObject(told)
  expect(plan2022.loops.find(({ id }) => id === 'supervision_answers')?.stage).toBe('answered')
})

test('where no recommendation was made, none is offered as answered', () => {
  const talk = startUnionTalk()
  openForm(talk, 'F-SUP')
  fillIn(talk, { recommendations: '0' })
  talk.stand({ at: 'report', report: reportIn(talk).id, back: { at: 'home' } })
  talk.back()
  expect(talk.choices()).toContain('s:concluded')
  expect(talk.choices()).not.toContain('s:answered')
})

/** A supervision that was carried out, with these figures; what is not told is kept or left out. Then it is sent. */
function fillIn(talk: UnionTalk, figures: Readonly<Record<string, string>>): void {
  const said: Readonly<Record<string, string>> = {
    policy_title: 'Chính sách nhà ở cho hộ nghèo',
    supervised_entity: 'UBND xã',
    role: 'chủ trì',
    mode: 'lập đoàn',
    reached: 'đã tiến hành giám sát',
    selected_on: '1/6',
    conducted_on: '10/6',
    concluded_on: '14/6',
    ...figures,
  }
  for (let turn = 0; turn < 40; turn++) {
    const { place } = talk.conversation()
    if (place.at !== 'form') break
    const answer = said[place.path]
    const choice = ['sure', ...(answer === undefined ? ['keep', 'skip', 'enough'] : [])].find((id) =>
      talk.choices().includes(id),
    )
    if (choice !== undefined) talk.press(choice)
    else talk.say(answer ?? 'bỏ qua')
  }
  talk.press('send')
  if (talk.choices().includes('sendAnyway')) talk.press('sendAnyway')
}
