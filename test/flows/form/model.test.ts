import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field } from '../../../src/domain/plan/form.ts'
import { aForm, aPlan, day } from '../../support/builders.ts'
import { openForm, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'
import { many } from '../../support/many.ts'

/**
 * A form of numbers against a model that knows nothing of drafts: what she last said to each question, in which order. Whatever
 * she does, in any order, exactly that is sent, once.
 */
const IDS = ['people', 'women', 'leaflets', 'sessions'] as const
type Id = (typeof IDS)[number]

const fields: readonly Field[] = IDS.map((id) => ({
  id,
  kind: 'number',
  label: { vi: `Nhãn ${id}` },
  ask: { vi: `Hỏi ${id}?` },
  optional: false,
}))
const PLAN = aPlan([], {
  forms: [aForm('F-X', { eventDate: 'd', mainText: 'people', fields, none: false })],
  to: day('2022-12-31'),
})

interface Model {
  readonly answers: Map<Id, number>
  /** Answered last stands last. */
  order: Id[]
  /** The question on the screen; undefined: the summary. */
  at: Id | undefined
  /** Came from the summary to change one answer. */
  editing: boolean
  readonly tokens: string[]
}

const next = (model: Model): Id | undefined => IDS.find((id) => !model.answers.has(id))

function put(model: Model, id: Id, n: number): void {
  model.answers.set(id, n)
  model.order = [...model.order.filter((one) => one !== id), id]
}

type Step = fc.Command<Model, UnionTalk>

function expectStands(model: Model, talk: UnionTalk): void {
  const { place } = talk.conversation()
  expect(place.at === 'form' ? place.path : place.at).toBe(model.at ?? 'summary')
  const { screen } = talk.conversation()
  if (screen !== undefined) model.tokens.push(`${screen.nonce}.0`)
}

const step = (name: string, check: (model: Model) => boolean, run: (model: Model, talk: UnionTalk) => void): Step => ({
  check: (model) => check(model),
  run(model, talk) {
    run(model, talk)
    expectStands(model, talk)
  },
  toString: () => name,
})

const answer = (n: number): Step =>
  step(
    `says ${n}`,
    (model) => model.at !== undefined,
    (model, talk) => {
      if (model.at !== undefined) put(model, model.at, n)
      model.at = next(model)
      model.editing = false
      talk.say(String(n))
    },
  )

const goBack: Step = step(
  'goes back',
  (model) => model.at !== undefined && !model.editing && model.order.length > 0,
  (model, talk) => {
    const last = model.order.at(-1)
    if (last !== undefined) model.answers.delete(last)
    model.order = model.order.slice(0, -1)
    model.at = last
    talk.say('quay lại')
  },
)

const leaveAndResume: Step = step(
  'leaves and comes back',
  () => true,
  (model, talk) => {
    talk.say('để sau')
    talk.say('tiếp tục')
    model.at = next(model)
    model.editing = false
  },
)

const cancelAndKeep: Step = step(
  'cancels, then keeps',
  () => true,
  (model, talk) => {
    talk.say('hủy')
    if (talk.choices().includes('show')) talk.press('show')
    model.at = next(model)
    model.editing = false
  },
)

const editAt = (k: number): Step =>
  step(
    `edits ${k + 1}`,
    (model) => model.at === undefined,
    (model, talk) => {
      model.at = IDS[k]
      model.editing = true
      talk.say(`sửa ${k + 1}`)
    },
  )

const putRight = (n: number): Step =>
  step(
    `à nhầm, ${n}`,
    (model) => model.order.length > 0 && !model.editing,
    (model, talk) => {
      const last = model.order.at(-1)
      if (last !== undefined) put(model, last, n)
      talk.say(`à nhầm, ${n}`)
    },
  )

const pressStale = (k: number): Step =>
  step(
    `presses an old button (${k})`,
    (model) => model.tokens.length > 1,
    (model, talk) => {
      const old = model.tokens.slice(0, -1)
      const turn = talk.pressToken(old[k % old.length] ?? 'gone.0')
      expect(turn.effects).toEqual([])
    },
  )

const number = fc.integer({ min: 0, max: 400 })
const steps = [
  number.map(answer),
  number.map(answer),
  fc.constant(goBack),
  fc.constant(leaveAndResume),
  fc.constant(cancelAndKeep),
  fc.integer({ min: 0, max: 3 }).map(editAt),
  number.map(putRight),
  fc.nat(50).map(pressStale),
]

const RUNS = many(150, 5_000)

test('whatever she does, what is sent is what she last said, and it is sent once', () => {
  fc.assert(
    fc.property(fc.commands([...steps], { size: 'max', maxCommands: 30 }), (commands) => {
      const talk = startUnionTalk({ plans: [PLAN] })
      openForm(talk, 'F-X')
      const model: Model = { answers: new Map(), order: [], at: 'people', editing: false, tokens: [] }
      fc.modelRun(() => ({ model, real: talk }), commands)
      // To the end: what is missing is answered, then it is sent, and pressed once more.
      if (model.editing) talk.press('summary')
      for (let id = next(model); id !== undefined; id = next(model)) {
        talk.say('tiếp tục')
        put(model, id, 7)
        talk.say('7')
      }
      if (talk.conversation().place.at !== 'summary') talk.say('tiếp tục')
      const send = `${talk.conversation().screen?.nonce}.0`
      talk.pressToken(send)
      for (const id of ['sendAnyway', 'send']) if (talk.choices().includes(id)) talk.press(id)
      expect(talk.pressToken(send).effects).toEqual([])
      expect(talk.store.reports.size).toBe(1)
      expect([...talk.store.reports.values()][0]?.answers).toEqual(Object.fromEntries(model.answers))
      expect(talk.store.drafts.size).toBe(0)
    }),
    { numRuns: RUNS },
  )
})
