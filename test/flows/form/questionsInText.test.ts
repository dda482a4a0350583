import { describe, expect, test } from 'vitest'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

const answerAt = (talk: UnionTalk, path: string) => {
  const answered = [...talk.store.drafts.values()][0]?.answers[path]
  return answered?.kind === 'value' ? answered.value : undefined
}

/** At the question of what was supervised, a text. */
function atText(): UnionTalk {
  const talk = startUnionTalk()
  openForm(talk, 'F-SUP')
  expect(talk.conversation().place).toMatchObject({ path: 'policy_title' })
  return talk
}

describe('in a text a question does not become the answer unasked', () => {
  test.each(['cái này ghi sao?', 'cái này ghi sao em?', 'ghi gì ạ', 'là gì?'])('«%s» is answered', (said) => {
    const talk = atText()
    const turn = talk.say(said)
    expect(spoken(turn)).toContain('Câu này hỏi')
    expect(turn.effects).toEqual([])
  })
  test.each(['chính sách nào cũng được à?', 'cái gì thế là gì', 'tiến độ', 'báo cáo', 'gửi luôn em'])(
    '«%s» is written down only when she says so',
    (said) => {
      const talk = atText()
      const turn = talk.say(said)
      expect(spoken(turn)).toContain('Em ghi đúng như vậy')
      expect(turn.effects).toEqual([])
      talk.press('sure')
      expect(answerAt(talk, 'policy_title')).toBe(said)
    },
  )
  test('a text that says something is the answer at once', () => {
    const talk = atText()
    talk.say('Chính sách hỗ trợ tiền điện cho hộ nghèo')
    expect(answerAt(talk, 'policy_title')).toBe('Chính sách hỗ trợ tiền điện cho hộ nghèo')
  })
})

describe('a term of the plan, asked for at any question of a form', () => {
  const questions: readonly (readonly [string, string, readonly string[], string])[] = [
    ['a date', 'F-DLG', [], 'held_on'],
    ['yes or no', 'F-DLG', ['10/6/2022'], 'party_head'],
    ['a number', 'F-DLG', ['10/6/2022', 'có', 'có'], 'attendees'],
    ['a choice', 'F-COM', [], 'kind'],
    ['several choices', 'F-COM', ['nói chuyện', '10/6/2022'], 'topics'],
    ['a text', 'F-SUP', [], 'policy_title'],
  ]
  const asked: readonly (readonly [string, string])[] = [
    ['đối thoại là gì?', 'Tính các cuộc đối thoại của hội viên'],
    ['the nao la doi thoai a', 'Tính các cuộc đối thoại của hội viên'],
    ['I.3 là gì?', 'I.3a'],
    ['quy chế phối hợp là gì ạ', 'T2.2.2'],
    ['QĐ 217 là gì', 'Quyết định 217-QĐ/TW'],
  ]
  test.each(questions.flatMap((at) => asked.map((one) => [one[0], at, one[1]] as const)))(
    '«%s» at %s',
    (said, [, form, answers, path], told) => {
      const talk = startUnionTalk()
      openForm(talk, form)
      answers.forEach((one) => talk.say(one))
      const standing = talk.conversation().place
      expect(standing).toMatchObject({ path })
      const turn = talk.say(said)
      expect(spoken(turn)).toContain(told)
      expect(turn.effects).toEqual([])
      expect(talk.conversation().place).toEqual(standing)
      expect(talk.conversation().screen?.choices).not.toEqual([])
    },
  )
  test('of what nobody knows it is said so, and the question comes again', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-DLG')
    expect(spoken(talk.say('quả mít là gì?'))).toContain('Em chưa có lời giải thích cho «quả mít»')
    expect(talk.conversation().place).toMatchObject({ path: 'held_on' })
  })
  test('what a leader writes to an officer is never such a question', () => {
    const talk = startUnionTalk()
    talk.stand({ at: 'announce' })
    expect(spoken(talk.say('Đối thoại là gì?'))).not.toContain('Tính các cuộc đối thoại')
  })
})
