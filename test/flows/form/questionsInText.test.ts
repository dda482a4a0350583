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
  test.each(['chính sách nào cũng được à?', 'đối thoại là gì', 'đơn vị tôi', 'tiến độ', 'báo cáo'])(
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
