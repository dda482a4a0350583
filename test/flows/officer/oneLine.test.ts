import { expect, test } from 'vitest'
import { at, localDate } from '../../../src/domain/calendar.ts'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

test('a line of a day to come hears that it is ahead, and no draft is opened', () => {
  const talk = startUnionTalk()
  const turn = talk.say('truyền thông đất đai 20/6, 45 người 30 nữ')
  expect(spoken(turn)).toContain('Ngày 20/06/2022 chưa tới')
  expect(talk.store.drafts.size).toBe(0)
})

test('in November the line of March is a report of March', () => {
  const talk = startUnionTalk({ now: at(localDate('2022-11-20'), 9) })
  const turn = talk.say('truyền thông luật PCBLGĐ 12/3 ở thôn Đông, 45 người 30 nữ')
  expect(spoken(turn)).toContain('Ngày thực hiện: 12/03/2022')
})

const LINE = 'truyền thông luật PCBLGĐ 12/3 ở thôn Đông, 45 người 30 nữ'

/** At the summary of that line. */
function atSummary(line = LINE) {
  const talk = startUnionTalk()
  talk.say(line)
  talk.say('đúng rồi')
  talk.say('1')
  return talk
}

const answerOf = (talk: UnionTalk, path: string) => [...talk.store.drafts.values()][0]?.answers[path]

test('where it took place is read back and kept', () => {
  const talk = startUnionTalk()
  expect(spoken(talk.say(LINE))).toContain('– Địa điểm: thôn Đông')
  talk.say('đúng rồi')
  expect(spoken(talk.say('1'))).toContain('Địa điểm: thôn Đông')
  talk.press('send')
  expect([...talk.store.reports.values()][0]?.answers['place']).toBe('thôn Đông')
})

test('the place is no question of its own', () => {
  const talk = startUnionTalk()
  openForm(talk, 'F-COM')
  for (const one of ['1', 'hôm qua', 'đất đai', '1', '45']) talk.say(one)
  talk.press('rest')
  expect(spoken(talk.say('ok'))).not.toContain('Địa điểm')
  talk.press('edit')
  expect(talk.choices()).toContain('f:place')
})

test.each(['ở nhà văn hóa thôn Tây', 'địa điểm: nhà văn hóa thôn Tây', 'sửa địa điểm thành nhà văn hóa thôn Tây'])(
  'at the summary «%s» says where',
  (said) => {
    const talk = atSummary('truyền thông luật PCBLGĐ 12/3, 45 người 30 nữ')
    talk.say(said)
    expect(answerOf(talk, 'place')).toEqual({ kind: 'value', value: 'nhà văn hóa thôn Tây' })
    expect(talk.conversation().place.at).toBe('summary')
  },
)

test('where it was, said in between, leads back to the same question', () => {
  const talk = startUnionTalk()
  talk.say('truyền thông luật PCBLGĐ 12/3, 45 người 30 nữ')
  talk.say('đúng rồi')
  const turn = talk.say('ở thôn Tây')
  expect(spoken(turn)).toContain('Em đã ghi «Địa điểm»: thôn Tây.')
  expect(spoken(turn)).toContain('Tổ chức mấy cuộc ạ?')
})

test('what was not understood is said, and can be kept as a note', () => {
  const talk = startUnionTalk()
  const turn = talk.say('truyền thông luật PCBLGĐ 12/3, 45 người 30 nữ, trả lời 7 câu hỏi, tặng 10 phần quà')
  expect(spoken(turn)).toContain('Em chưa ghi: «trả lời 7 câu hỏi», «tặng 10 phần quà».')
  talk.say('đúng rồi')
  expect(spoken(talk.say('1'))).toContain('Em chưa ghi: «trả lời 7 câu hỏi», «tặng 10 phần quà».')
  const kept = talk.say('giữ làm ghi chú')
  expect(spoken(kept)).toContain('Ghi chú: trả lời 7 câu hỏi; tặng 10 phần quà')
  expect(spoken(kept)).not.toContain('Em chưa ghi')
})

test.each([
  ['truyền thông luật PCBLGĐ 12/3, 45 người, nữ 60%', 'nữ 60%'],
  ['truyền thông luật PCBLGĐ 12/3, 45 người, trong đó 15 nam', 'trong đó 15 nam'],
])('what is told of the women in another way is not passed over: %s', (said, left) => {
  expect(spoken(startUnionTalk().say(said))).toContain(`Em chưa ghi: «${left}».`)
})

test('a name among what was not understood is asked about before it is kept', () => {
  const talk = atSummary('truyền thông luật PCBLGĐ 12/3, 45 người 30 nữ, chị Nguyễn Thị Hoa bị chồng đánh đến dự')
  const kept = talk.say('giữ làm ghi chú')
  expect(answerOf(talk, 'note')).toBeUndefined()
  expect(spoken(kept)).toContain('Chị vẫn giữ như vậy ạ?')
})

test('the words before a place are understood with it', () => {
  const turn = startUnionTalk().say('truyền thông luật PCBLGĐ 12/3, 45 người 30 nữ, địa điểm: nhà văn hóa thôn Tây')
  expect(spoken(turn)).toContain('– Địa điểm: nhà văn hóa thôn Tây')
  expect(spoken(turn)).not.toContain('Em chưa ghi')
})

test('the name of her own unit is no news', () => {
  const talk = startUnionTalk()
  const turn = talk.say('Hội LHPN xã Phú An truyền thông luật PCBLGĐ 12/3, 45 người 30 nữ')
  expect(spoken(turn)).not.toContain('Em chưa ghi')
})
