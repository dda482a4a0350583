import { expect } from 'vitest'
import { isLocalDate } from '../../../src/domain/calendar.ts'
import { applies, hasValue } from '../../../src/domain/plan/conditions.ts'
import type { Answers, Field, Form } from '../../../src/domain/plan/form.ts'
import { answersOf, type Draft, isAnswered, recordAt, REST } from '../../../src/flows/form/draft.ts'
import { nextStep, type Step, stepAt } from '../../../src/flows/form/steps.ts'
import type { FormPlace } from '../../../src/flows/union/place.ts'
import { type Dice, doMove, rightAnswer, wrongAnswer } from '../../support/answerForm.ts'
import { openForm, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

const MOST_TURNS = 600

/** A dice of what is in the list; from its end on the plainest choice, so that every walk comes to its end. */
export function diceOf(numbers: readonly number[]): Dice {
  let used = 0
  return (n) => (n <= 1 ? 0 : (numbers[used++] ?? 0) % n)
}

export interface Walk {
  readonly talk: UnionTalk
  readonly form: Form
  readonly dice: Dice
}

/** Fills a form from its first question to its summary and sends it, stumbling as the dice say. */
export function walkForm(form: Form, numbers: readonly number[]): Walk {
  const walk: Walk = { talk: startUnionTalk(), form, dice: diceOf(numbers) }
  openForm(walk.talk, form.id)
  walkOn(walk)
  return walk
}

export function walkOn(walk: Walk): void {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const { place } = walk.talk.conversation()
    if (place.at === 'form') stepOn(walk, place)
    else if (place.at === 'summary') decide(walk)
    else if (place.at === 'editing') edit(walk)
    else if (walk.talk.store.drafts.size === 0) return
    else walk.talk.say('tiếp tục')
  }
  throw new Error('the form does not end')
}

export function draftOf({ talk }: Walk): Draft {
  const [draft] = talk.store.drafts.values()
  if (draft === undefined) throw new Error('there is no draft')
  return draft
}

function stepOn(walk: Walk, place: FormPlace): void {
  const { talk, form, dice } = walk
  const draft = draftOf(walk)
  const step = stepAt(form, draft, place.path)
  if (step === undefined) throw new Error(`no question at ${place.path}`)
  expectAsked(form, draft, step)
  const offered = talk.choices()
  if (offered.includes('summary') && isAnswered(draft, step.path) && dice(3) === 1) return void talk.press('summary')
  switch (dice(12)) {
    case 6:
      return answerWrongly(walk, step)
    case 7:
      return offered.includes('back') && hasAnswers(draft) ? goBack(walk) : answer(walk, step)
    case 8:
      return offered.includes('skip') ? void talk.press('skip') : answer(walk, step)
    case 9:
      return void talk.press('later')
    case 10: {
      const other = ['rest', 'keep', 'done'].find((id) => offered.includes(id))
      return other === undefined ? answer(walk, step) : void talk.press(other)
    }
    case 11:
      expect(talk.pressToken('gone.0').effects).toEqual([])
      return expect(talk.conversation().place).toMatchObject({ at: 'form', path: place.path })
    default:
      return answer(walk, step)
  }
}

/** Only what applies is asked. */
function expectAsked(form: Form, draft: Draft, step: Step): void {
  const owner = form.fields.find((one) => one.id === step.path.split('.')[0])
  expect(applies(owner?.when, answersOf(form, draft)), `${form.id} asks ${step.path}`).toBe(true)
  if (step.kind === 'field' && step.record !== undefined && owner !== undefined)
    expect(applies(step.field.when, recordAt(draft, owner, step.record)), `${form.id} asks ${step.path}`).toBe(true)
}

function answer(walk: Walk, step: Step): void {
  const { talk, form, dice } = walk
  const before = draftOf(walk)
  const editing = talk.conversation().place.at === 'form' && talk.choices().includes('summary')
  doMove(talk, rightAnswer(form, before, step, dice), step)
  const { place } = talk.conversation()
  const after = draftOf(walk)
  if (editing || after === before || gathers(step)) return
  const next = nextStep(form, after)
  expect(place.at === 'form' ? place.path : place.at).toBe(next?.path ?? 'summary')
}

/** Units, evidence and lists of texts gather answers until "xong". */
const gathers = (step: Step): boolean =>
  step.kind === 'field' && ['units', 'evidence', 'textList'].includes(step.field.kind)

/** Nothing of the draft changes, and the same question stands. */
function answerWrongly(walk: Walk, step: Step): void {
  const before = draftOf(walk)
  expect(walk.talk.say(wrongAnswer(step)).effects).toEqual([])
  expect(draftOf(walk)).toBe(before)
  expect(walk.talk.conversation().place).toMatchObject({ at: 'form', path: step.path })
}

/** Before the first answer «Quay lại» leads out of the form. */
const hasAnswers = (draft: Draft): boolean => draft.order.some((path) => !path.startsWith('$'))

/** The last answer is asked again; the same answer makes the same draft. */
function goBack(walk: Walk): void {
  const { talk, form } = walk
  const before = draftOf(walk)
  const last = before.order.findLast((path) => !path.startsWith('$')) ?? ''
  talk.press('back')
  expect(draftOf(walk).answers[last]).toBeUndefined()
  if (before.answers[REST] !== undefined || walk.dice(2) === 1) return
  const given = before.answers[last]
  const step = stepAt(form, draftOf(walk), last)
  expect(talk.conversation().place).toMatchObject({ at: 'form', path: last })
  if (talk.choices().includes('keep')) talk.press('keep')
  else if (given?.kind === 'skipped') talk.press('skip')
  else if (step?.kind === 'more') talk.press('enough')
  else if (given?.kind === 'value') talk.press(given.value === true ? 'v:yes' : 'v:no')
  expect(withoutMarks(draftOf(walk))).toEqual(withoutMarks(before))
}

/** Where a mark stands among the answers says nothing. */
const withoutMarks = (draft: Draft): Draft => ({ ...draft, order: draft.order.filter((path) => !path.startsWith('$')) })

function decide({ talk, dice }: Walk): void {
  const offered = talk.choices()
  const choice = ['send', 'edit', 'edit', 'edit', 'later', 'rest', 'drop'][dice(7)] ?? 'send'
  if (choice === 'drop' && offered.includes('drop')) {
    talk.press('drop')
    talk.press('show')
  } else if (offered.includes(choice)) talk.press(choice)
  else talk.press(offered.includes('sendAnyway') ? 'sendAnyway' : 'send')
}

function edit({ talk, dice }: Walk): void {
  const offered = talk.choices()
  talk.press(offered[dice(offered.length)] ?? 'summary')
}

/** Required questions that apply and have no answer in what was sent. */
export function missingIn(form: Form, answers: Answers): readonly string[] {
  return form.fields
    .filter((field) => !field.optional && field.stage === undefined && applies(field.when, answers))
    .filter((field) => !hasValue(answers[field.id]))
    .map((field) => field.id)
}

/** Fields whose answer is not of their kind. */
export const strangeIn = (form: Form, answers: Answers): readonly string[] =>
  form.fields
    .filter((field) => answers[field.id] !== undefined && !isOfKind(field, answers[field.id]))
    .map((field) => field.id)

const TYPES: Readonly<Record<Field['kind'], 'string' | 'number' | 'boolean' | 'object'>> = {
  text: 'string',
  number: 'number',
  date: 'string',
  period: 'string',
  yesNo: 'boolean',
  choice: 'string',
  many: 'object',
  unit: 'string',
  units: 'object',
  docRef: 'object',
  evidence: 'object',
  countsByOption: 'object',
  textList: 'object',
  recordList: 'object',
}

function isOfKind(field: Field, value: unknown): boolean {
  if (field.kind === 'date') return typeof value === 'string' && isLocalDate(value)
  if (field.kind === 'choice') return (field.options ?? []).some((one) => one.id === value)
  return typeof value === TYPES[field.kind]
}
