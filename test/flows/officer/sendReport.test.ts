import { expect, test } from 'vitest'
import { at, localDate } from '../../../src/domain/calendar.ts'
import { plan2022 } from '../../support/plan2022.ts'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

const start = (): UnionTalk => startUnionTalk({ plans: [plan2022] })
const reports = (talk: UnionTalk) => [...talk.store.reports.values()]

test('«kỳ này không có» said twice is one report, and the second time says which', () => {
  const talk = start()
  openForm(talk, 'F-COM')
  talk.press('none')
  const [first] = reports(talk)
  openForm(talk, 'F-COM')
  const again = talk.press('none')
  expect(reports(talk)).toEqual([first])
  expect(spoken(again)).toContain(`mã ${first?.code}`)
  expect(talk.store.drafts.size).toBe(0)
})

test('another kind of activity is another matter', () => {
  const talk = start()
  for (const form of ['F-COM', 'F-MTG']) {
    openForm(talk, form)
    talk.press('none')
  }
  expect(reports(talk).map(({ form, none }) => [form, none])).toEqual([
    ['F-COM', true],
    ['F-MTG', true],
  ])
})

test('«quay lại» before the first answer leads to the kinds and leaves no empty draft', () => {
  const talk = start()
  openForm(talk, 'F-COM')
  talk.say('quay lại')
  expect(talk.conversation().place.at).toBe('kinds')
  expect(talk.store.drafts.size).toBe(0)
})

test('a row for which the plan states no target is not called «chưa đạt»', () => {
  const talk = startUnionTalk({ plans: [plan2022], now: at(localDate('2023-01-03'), 9) })
  talk.say('truyền thông nhóm 22/12/2022 đất đai 2 cuộc 60 người 40 nữ')
  const receipt = spoken(talk.press('send'))
  expect(receipt).toContain('T2.3.1 Tuyên truyền, phổ biến pháp luật: 0 → 2')
  expect(receipt).not.toContain('chưa đạt')
})
