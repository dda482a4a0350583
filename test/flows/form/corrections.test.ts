import { describe, expect, test } from 'vitest'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

/** In a report of a talk for 54 people, at the question of how many were women. */
function atWomen(): UnionTalk {
  const talk = startUnionTalk()
  openForm(talk, 'F-COM')
  talk.press('v:talk')
  for (const said of ['10/6/2022', '1,2', '1', '54']) talk.say(said)
  return talk
}
const placeOf = (talk: UnionTalk) => talk.conversation().place
const valueOf = (talk: UnionTalk, path: string) => {
  const answered = [...talk.store.drafts.values()][0]?.answers[path]
  return answered?.kind === 'value' ? answered.value : undefined
}

describe('putting an earlier answer right', () => {
  test.each([
    ['à nhầm, 45 chứ không phải 54', 'participants', 45],
    ['a nham 45', 'participants', 45],
    ['sửa 54 thành 45', 'participants', 45],
    ['à nhầm, ngày 9/6 chứ không phải 10/6', 'held_on', '2022-06-09'],
    ['đính chính: 2 buổi', 'sessions', 2],
    ['sửa câu 4 thành 3', 'sessions', 3],
  ])('«%s», and the same question stands again', (said, path, value) => {
    const talk = atWomen()
    expect(spoken(talk.say(said))).toContain('Em sửa')
    expect(valueOf(talk, path)).toEqual(value)
    expect(placeOf(talk)).toMatchObject({ at: 'form', path: 'women' })
  })
  test('what was never answered so is not touched', () => {
    const talk = atWomen()
    expect(talk.say('à nhầm, 45 chứ không phải 99').effects).toEqual([])
    expect(placeOf(talk)).toMatchObject({ path: 'women' })
  })
  test('a correction that breaks a check is refused and explained', () => {
    const talk = atWomen()
    talk.say('30')
    expect(talk.say('à nhầm, 20 chứ không phải 54').effects).toEqual([])
    expect(valueOf(talk, 'participants')).toBe(54)
  })
  test('by number: that question is asked, and then where she stood', () => {
    const talk = atWomen()
    talk.say('sửa câu 4')
    expect(placeOf(talk)).toMatchObject({ path: 'sessions' })
  })
  test('in the summary she is back in the summary', () => {
    const talk = atWomen()
    talk.say('30')
    talk.press('rest')
    talk.say('à nhầm, 45 chứ không phải 54')
    expect(valueOf(talk, 'participants')).toBe(45)
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
  })
})

describe('a question in between', () => {
  test.each([
    ['I.3 là gì?', 'I.3a'],
    ['i.2 la gi a', 'giám sát'],
    ['đơn vị tôi còn thiếu gì?', 'còn'],
    ['câu này là gì', 'Trong đó nữ'],
  ])('«%s» is answered and the same question stands', (said, told) => {
    const talk = atWomen()
    const turn = talk.say(said)
    expect(spoken(turn)).toContain(told)
    expect(turn.effects).toEqual([])
    expect(placeOf(talk)).toMatchObject({ at: 'form', path: 'women' })
    talk.say('30')
    expect(valueOf(talk, 'women')).toBe(30)
  })
})

describe('nothing to say to an optional question', () => {
  test.each(['không có', 'ko', 'bỏ qua', 'dạ không có ạ'])('«%s» leaves it out', (said) => {
    const talk = atWomen()
    for (const one of ['30', '100']) talk.say(one)
    talk.press('skip')
    expect(placeOf(talk)).toMatchObject({ path: 'speaker' })
    talk.say(said)
    expect([...talk.store.drafts.values()][0]?.answers['speaker']).toEqual({ kind: 'skipped' })
  })
})
