import { describe, expect, test } from 'vitest'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'
import { at, localDate } from '../../../src/domain/calendar.ts'

const LINE = 'truyền thông nhóm luật PCBLGĐ 12/3 ở thôn Đông, 1 cuộc, 45 người 30 nữ'

function sent(): UnionTalk {
  const talk = startUnionTalk()
  talk.say(LINE)
  talk.press('send')
  return talk
}
const states = (talk: UnionTalk) => [...talk.store.reports.values()].map((one) => one.state)

describe('«thu lại» typed after something else', () => {
  test('takes the report back that was just sent', () => {
    const talk = sent()
    talk.say('menu')
    talk.say('văn bản')
    expect(spoken(talk.say('thu lại'))).toContain('Em đã thu lại báo cáo')
    expect(states(talk)).toEqual(['withdrawn'])
  })
  test('in the middle of another report its question stands again', () => {
    const talk = sent()
    openForm(talk, 'F-COM')
    talk.say('1')
    const turn = talk.say('thu lại')
    expect(spoken(turn)).toContain('Em đã thu lại báo cáo')
    expect(spoken(turn)).toContain('Hoạt động diễn ra ngày nào ạ?')
    expect(states(talk)).toEqual(['withdrawn'])
  })
  test('later it leads to the reports, and takes nothing back', () => {
    const store = sent().store
    const talk = startUnionTalk({ store, now: at(localDate('2022-06-15'), 9, 11) })
    const turn = talk.say('thu lại')
    expect(spoken(turn)).toContain('Chị chọn báo cáo cần sửa hoặc rút.')
    expect(talk.conversation().place.at).toBe('reports')
    expect(states(talk)).toEqual(['submitted'])
  })
})

test.each(['rút báo cáo', 'sửa báo cáo', 'báo cáo đã gửi', 'xem báo cáo đã gửi', 'sua bao cao da gui'])(
  '«%s» at home leads to what was sent',
  (said) => {
    const talk = sent()
    talk.say('menu')
    talk.say(said)
    expect(talk.conversation().place.at).toBe('reports')
  },
)

test('«không phải báo cáo» some questions after a line is no answer, and drops the draft', () => {
  const talk = startUnionTalk()
  talk.say('truyền thông luật PCBLGĐ 12/3, 45 người 30 nữ')
  talk.say('đúng rồi')
  expect(spoken(talk.say('không phải báo cáo'))).toContain('Bỏ hẳn bản nháp này ạ?')
  talk.press('dropYes')
  expect(talk.store.drafts.size).toBe(0)
})
