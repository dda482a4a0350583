import { describe, expect, test } from 'vitest'
import type { Field, FieldKind, Value } from '../../../src/domain/plan/form.ts'
import { aForm, aPlan, day } from '../../support/builders.ts'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

const aField = (id: string, kind: FieldKind, given: Partial<Field> = {}): Field => ({
  id,
  kind,
  label: { vi: `Nhãn ${id}` },
  ask: { vi: `Hỏi ${id}?` },
  optional: false,
  ...given,
})
const list = (given: Partial<Field> = {}): Field =>
  aField('list', 'recordList', { fields: [aField('text', 'text'), aField('n', 'number')], ...given })
const OPTIONS = ['đất đai', 'hôn nhân', 'lao động'].map((vi, n) => ({ id: `o${n + 1}`, label: { vi } }))
const counts = aField('counts', 'countsByOption', { options: OPTIONS, min: 1 })

function filled(field: Field, said: readonly string[]): UnionTalk {
  const form = aForm('F-X', { eventDate: 'held_on', mainText: 'list', fields: [field] })
  const talk = startUnionTalk({ plans: [aPlan([], { forms: [form], to: day('2022-12-31') })] })
  openForm(talk, 'F-X')
  for (const one of said) talk.say(one)
  return talk
}
const two = (given: Partial<Field> = {}) => filled(list(given), ['việc một', '1', 'thêm', 'việc hai', '2', 'đủ rồi'])

function valueOf(talk: UnionTalk, path: string): Value | undefined {
  const [draft] = talk.store.drafts.values()
  const answered = draft?.answers[path]
  return answered?.kind === 'value' ? answered.value : undefined
}
const records = (talk: UnionTalk) => [0, 1, 2].map((n) => ['text', 'n'].map((sub) => valueOf(talk, `list.${n}.${sub}`)))
const placeOf = (talk: UnionTalk) => talk.conversation().place

describe('editing a list from the summary', () => {
  test('shows its items, and nothing is lost when she leaves', () => {
    const talk = two()
    for (const said of ['sửa 1', 'menu', 'tiếp tục']) expect(talk.say(said).effects).toEqual([])
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
    expect(records(talk).slice(0, 2)).toEqual([
      ['việc một', 1],
      ['việc hai', 2],
    ])
  })
  test('one answer of one item is changed, the rest stands', () => {
    const talk = two()
    talk.say('sửa 1')
    for (const id of ['r:1', 's:n']) talk.press(id)
    talk.say('7')
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
    expect(records(talk).slice(0, 2)).toEqual([
      ['việc một', 1],
      ['việc hai', 7],
    ])
  })
  test('an item is added and she is back', () => {
    const talk = two()
    talk.say('sửa 1')
    talk.press('add')
    talk.say('việc ba')
    talk.say('3')
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
    expect(records(talk)[2]).toEqual(['việc ba', 3])
  })
  test('an item is taken away after a yes, those behind it move up', () => {
    const talk = two()
    talk.say('sửa 1')
    for (const id of ['r:0', 'take', 'takeYes']) talk.press(id)
    expect(records(talk)).toEqual([
      ['việc hai', 2],
      [undefined, undefined],
      [undefined, undefined],
    ])
  })
  test('the last item of a list that needs one stays', () => {
    const talk = filled(list({ min: 1 }), ['việc một', '1', 'đủ rồi', 'sửa 1'])
    for (const id of ['r:0', 'take']) talk.press(id)
    expect(spoken(talk.press('takeYes'))).toContain('ít nhất 1')
    expect(records(talk)[0]).toEqual(['việc một', 1])
  })
  test('figures by option: one figure is changed, the others stand', () => {
    const talk = filled(counts, ['1, 3', '4', '5', 'sửa 1'])
    talk.press('c:o3')
    talk.say('6')
    expect([valueOf(talk, 'counts.o1'), valueOf(talk, 'counts.o3')]).toEqual([4, 6])
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
  })
  test('figures by option: another kind is ticked and only its figure is asked; one that is unticked is not sent', () => {
    const talk = filled(counts, ['1, 3', '4', '5', 'sửa 1'])
    for (const id of ['pick', 'm:o1', 'm:o2', 'done']) talk.press(id)
    expect(placeOf(talk)).toMatchObject({ path: 'counts.o2' })
    talk.say('9')
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
    for (const id of ['send', 'sendAnyway']) if (talk.choices().includes(id)) talk.press(id)
    expect([...talk.store.reports.values()][0]?.answers).toEqual({ counts: { o2: 9, o3: 5 } })
  })
})

describe('how many a list holds', () => {
  test('a full list is not asked for more', () => {
    const talk = filled(list({ max: 1 }), ['việc một', '1'])
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
    talk.say('sửa 1')
    expect(talk.choices()).not.toContain('add')
  })
  test('one that needs two is not enough with one', () => {
    const talk = filled(list({ min: 2 }), ['việc một', '1'])
    expect(spoken(talk.say('đủ rồi'))).toContain('ít nhất 2')
    expect(placeOf(talk)).toMatchObject({ path: 'list.$done' })
  })
  test('more choices than allowed are refused', () => {
    const talk = filled(aField('list', 'many', { options: OPTIONS, max: 2 }), [])
    expect(talk.say('1,2,3').effects).toEqual([])
    expect(talk.say('1,3').effects).toHaveLength(1)
  })
})

describe('one of two answers of an item must be told', () => {
  const either = list({
    fields: [
      aField('text', 'text'),
      aField('doc', 'docRef', { optional: true }),
      aField('why', 'text', { optional: true }),
    ],
    checks: [{ kind: 'oneOf', fields: ['doc', 'why'], severity: 'block' }],
  })
  test('the last of them is asked before it is sent, and then it goes', () => {
    const talk = filled(either, ['việc một', 'không có văn bản', 'bỏ qua', 'đủ rồi'])
    expect(spoken(talk.say('gửi'))).toContain('«Nhãn doc» hoặc «Nhãn why»')
    expect(placeOf(talk)).toMatchObject({ at: 'form', path: 'list.0.why' })
    talk.say('họ nói đã có luật khác')
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
    expect(talk.say('gửi').effects).toContainEqual(expect.objectContaining({ do: 'sendReport' }))
  })
})

describe('«Thêm mục nữa không ạ?»', () => {
  const ended = (said: string) => filled(list(), ['việc một', '1', said])
  test.each([
    'xong',
    'hết',
    'hết rồi ạ',
    'không',
    'ko',
    'thôi',
    'dạ thôi ạ',
    'đủ rồi',
    'bỏ qua',
    'không thêm nữa',
    'dạ xong rồi ạ',
  ])('«%s» ends the list', (said) => {
    const talk = ended(said)
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
    expect(records(talk)[1]).toEqual([undefined, undefined])
  })
  test('«bỏ qua phần còn lại» ends it, and leaves out what may be left out', () => {
    const form = aForm('F-X', {
      eventDate: 'held_on',
      mainText: 'list',
      fields: [list(), aField('note', 'text', { optional: true })],
    })
    const talk = startUnionTalk({ plans: [aPlan([], { forms: [form], to: day('2022-12-31') })] })
    openForm(talk, 'F-X')
    for (const said of ['việc một', '1', 'bỏ qua phần còn lại']) talk.say(said)
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
  })
  test('the next item itself is taken', () => {
    const talk = ended('Thêm nhà trẻ')
    expect(valueOf(talk, 'list.1.text')).toBe('Thêm nhà trẻ')
    expect(placeOf(talk)).toMatchObject({ at: 'form', path: 'list.1.n' })
  })
  test.each(['có', 'dạ còn nữa ạ', 'thêm một mục'])('«%s» asks for another', (said) => {
    expect(placeOf(ended(said))).toMatchObject({ at: 'form', path: 'list.1.text' })
  })
  test.each(['ok', 'đúng rồi'])('«%s» may be either: it is asked again, and no item', (said) => {
    const talk = ended(said)
    expect(placeOf(talk)).toMatchObject({ at: 'form', path: 'list.$done' })
    expect(valueOf(talk, 'list.1.text')).toBeUndefined()
  })
  test('a number is neither, and the example of no other question is given', () => {
    const said = spoken(filled(list(), ['việc một', '1']).say('45'))
    expect(said).toContain('Chị chọn một mục')
    expect(said).not.toContain('Ví dụ')
  })
})
