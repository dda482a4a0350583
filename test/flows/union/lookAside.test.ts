import { describe, expect, test } from 'vitest'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

function atQuestion(form: string, path: string, said: readonly string[]): UnionTalk {
  const talk = startUnionTalk()
  openForm(talk, form)
  for (const one of said) talk.say(one)
  expect(talk.conversation().place).toMatchObject({ at: 'form', path })
  return talk
}

describe.each([
  ['F-COM', 'sessions', ['nói chuyện', '10/6', '1']],
  ['F-SUP', 'supervised_entity', ['Chính sách hỗ trợ hộ nghèo']],
] as const)('in %s, at the question of the %s', (form, path, said) => {
  test.each([
    ['bản nháp', 'Hội LHPN xã Phú An'],
    ['đơn vị tôi', 'Đạt 0 mục'],
    ['báo cáo đã gửi', 'chưa có báo cáo nào'],
    ['việc còn mở', 'Hội LHPN xã Phú An'],
    ['tiếp tục', 'đến câu này'],
  ])('«%s» is shown, and the question stands again', (looked, shown) => {
    const talk = atQuestion(form, path, said)
    const before = talk.choices()
    const turn = talk.say(looked)
    expect(spoken(turn)).toContain(shown)
    expect(turn.effects).toEqual([])
    expect(talk.conversation().place).toMatchObject({ at: 'form', path })
    expect(talk.choices()).toEqual(before)
  })
})
