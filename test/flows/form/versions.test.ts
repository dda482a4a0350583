import { describe, expect, test } from 'vitest'
import type { Field, Form } from '../../../src/domain/plan/form.ts'
import type { Plan } from '../../../src/domain/plan/plan.ts'
import { at } from '../../../src/domain/calendar.ts'
import { aForm, aPlan, day } from '../../support/builders.ts'
import { memoryUnion } from '../../support/memoryUnion.ts'
import { OFFICER, openForm, spoken, startUnionTalk } from '../../support/unionTalk.ts'

const question = (id: string, given: Partial<Field> = {}): Field => ({
  id,
  kind: 'number',
  label: { vi: `Nhãn ${id}` },
  ask: { vi: `Hỏi ${id}?` },
  optional: false,
  ...given,
})
const fields = (...ids: readonly string[]) => ids.map((id) => question(id))
const first = aForm('F-X', { eventDate: 'd', fields: fields('people', 'women', 'sessions') })
const second = aForm('F-X', { version: 2, eventDate: 'd', fields: fields('people', 'leaflets', 'sessions') })
const planOf = (id: string, from: string, to: string, form: Form): Plan =>
  aPlan([], { id, forms: [form], from: day(from), to: day(to) })
const OLD = planOf('old', '2022-01-01', '2022-06-30', first)
const NEW = planOf('new', '2022-07-01', '2022-12-31', second)

const before = at(day('2022-06-15'), 9)
const after = at(day('2022-07-02'), 9)

/** Begun under the first version with these answers, then left. */
function begun(plan = OLD, said: readonly string[] = ['45']) {
  const store = memoryUnion(OFFICER.id, before)
  const talk = startUnionTalk({ now: before, plans: [plan], store })
  openForm(talk, 'F-X')
  for (const one of said) talk.say(one)
  return store
}
const resumed = (plans: readonly Plan[], store = begun()) => startUnionTalk({ now: after, plans, store })

describe('a draft that was begun under an older version of its form', () => {
  test.each([
    ['both plans are known', [OLD, NEW]],
    ['only the new plan is known', [NEW]],
  ])('moves to the version of today when %s', (_what, plans) => {
    const talk = resumed(plans)
    const turn = talk.say('tiếp tục')
    expect(spoken(turn)).toContain('bản mới.\nEm giữ 1 câu')
    expect(spoken(turn)).toContain('Hỏi leaflets?')
    expect([...talk.store.drafts.values()][0]).toMatchObject({
      formVersion: 2,
      answers: { people: { kind: 'value', value: 45 } },
    })
  })
  test('she is told once', () => {
    const talk = resumed([OLD, NEW])
    talk.say('tiếp tục')
    expect(spoken(talk.say('7'))).not.toContain('bản mới')
  })
  test('the new questions are named', () => {
    expect(spoken(resumed([OLD, NEW]).say('tiếp tục'))).toContain('Câu mới: Nhãn leaflets')
  })
  test('an answer that no longer fits is asked again and named', () => {
    const tight = aForm('F-X', { version: 2, eventDate: 'd', fields: [question('people', { max: 40 })] })
    const talk = resumed([OLD, planOf('new', '2022-07-01', '2022-12-31', tight)])
    const told = spoken(talk.say('tiếp tục'))
    expect(told).toContain('Hỏi lại vì không còn khớp: Nhãn people')
    expect(told).toContain('Hỏi people?')
    expect([...talk.store.drafts.values()][0]?.answers).toEqual({})
  })
  test('while its question stands on the screen: what she says to it is not lost on another question', () => {
    const store = begun()
    const old = startUnionTalk({ now: before, plans: [OLD], store })
    old.say('tiếp tục')
    const talk = resumed([OLD, NEW], store)
    talk.stand(old.conversation().place)
    expect(spoken(talk.say('12'))).toContain('Hỏi leaflets?')
    expect([...store.drafts.values()][0]?.answers).toEqual({ people: { kind: 'value', value: 45 } })
  })
  test('about a day of the old plan: it stays in the version of that day', () => {
    const dated = (form: Form): Form => ({ ...form, fields: [question('d', { kind: 'date' }), ...form.fields] })
    const [old, next] = [
      planOf('old', '2022-01-01', '2022-06-30', dated(first)),
      planOf('new', '2022-07-01', '2022-12-31', dated(second)),
    ]
    const talk = resumed([old, next], begun(old, ['10/6/2022', '45']))
    expect(spoken(talk.say('tiếp tục'))).toContain('Hỏi women?')
  })
  test('is gone, and she is told, when no plan has that form any more', () => {
    const other = aForm('F-Y', { eventDate: 'd', fields: fields('people') })
    const talk = resumed([planOf('new', '2022-07-01', '2022-12-31', other)])
    expect(spoken(talk.say('tiếp tục'))).toContain('không còn')
    expect(talk.conversation().place).toEqual({ at: 'home' })
  })
  test('a new report of the same kind is asked in the new version', () => {
    const talk = resumed([OLD, NEW])
    openForm(talk, 'F-X')
    expect(spoken(talk.say('12'))).toContain('Hỏi leaflets?')
  })
})
