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

describe('the answer that the words name, also one that was not given before', () => {
  const LINE = 'truyền thông nhóm 14/6 đất đai 2 cuộc 60 người 30 nữ'
  function atSummary(): UnionTalk {
    const talk = startUnionTalk()
    talk.say(LINE)
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
    return talk
  }
  test.each([
    ['à nhầm, 50 tờ rơi', 'leaflets', 50],
    ['nhầm, chủ đề 5', 'topics', ['labour_si']],
    ['à nhầm, bình đẳng giới', 'topics', ['gender_equality']],
    ['à nhầm, tập huấn', 'kind', 'training'],
    ['à nhầm ngày 11/6', 'held_on', '2022-06-11'],
    ['à nhầm, hôm qua', 'held_on', '2022-06-14'],
    ['nhầm, số người dự là 65', 'participants', 65],
    ['à nhầm, 45 người', 'participants', 45],
    ['à nhầm, phối hợp với công an', 'partners', ['police']],
    ['sửa nữ 12', 'women', 12],
    ['sửa số nữ thành 12', 'women', 12],
    ['sửa ngày thành 11/6', 'held_on', '2022-06-11'],
  ])('«%s» in the summary', (said, path, value) => {
    const talk = atSummary()
    expect(spoken(talk.say(said))).toContain('Em sửa')
    expect(valueOf(talk, path)).toEqual(value)
    expect(placeOf(talk)).toMatchObject({ at: 'summary' })
  })
  test.each([
    // No question asks for men; two figures; a figure with words that say something else.
    'nhầm, nam 10',
    'à nhầm, 65 người 35 nữ',
    'à nhầm, nam 10 người',
    'à nhầm, công an xã',
  ])('«%s» may mean more than one, or none: she is asked which', (said) => {
    const talk = atSummary()
    const turn = talk.say(said)
    expect(spoken(turn)).toContain('Em chưa rõ chị muốn sửa câu nào')
    expect(turn.effects).toEqual([])
  })
  test.each([
    ['à nhầm, 30 chị em nữ', 'women', 30],
    ['à nhầm ngày 11/6', 'held_on', '2022-06-11'],
    ['à nhầm 11/6', 'held_on', '2022-06-11'],
    ['à nhầm, đất đai', 'topics', ['land']],
    ['à nhầm, hình thức tập huấn', 'kind', 'training'],
    ['thay lại giúp em ngày thành 11/6', 'held_on', '2022-06-11'],
  ])('«%s» at the question on women', (said, path, value) => {
    const talk = atWomen()
    talk.say(said)
    expect(valueOf(talk, path)).toEqual(value)
    expect(valueOf(talk, 'participants')).toBe(54)
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
