import { expect, test } from 'vitest'
import { at, localDate } from '../../../src/domain/calendar.ts'
import { spoken, startUnionTalk } from '../../support/unionTalk.ts'

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
