import { describe, expect, test } from 'vitest'
import { unitId } from '../../../src/domain/ids.ts'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

/** A report of a talk for 54 people, all answered. */
function atSummary(): UnionTalk {
  const talk = startUnionTalk()
  openForm(talk, 'F-COM')
  talk.press('v:talk')
  for (const said of ['10/6/2022', '1,2', '1', '54', '30']) talk.say(said)
  talk.press('rest')
  expect(talk.conversation().place.at).toBe('summary')
  return talk
}
const valueOf = (talk: UnionTalk, path: string) => {
  const answered = [...talk.store.drafts.values()][0]?.answers[path]
  return answered?.kind === 'value' ? answered.value : undefined
}

describe('what is written at the summary', () => {
  test.each([
    ['nữ 12', 'women', 12],
    ['12 nữ', 'women', 12],
    ['sửa nữ 12', 'women', 12],
    ['sửa số nữ thành 12', 'women', 12],
    ['sua 6 thanh 13', 'women', 13],
    ['sửa ngày thành 11/6', 'held_on', '2022-06-11'],
    ['ngày 11/6', 'held_on', '2022-06-11'],
    ['sửa số người dự thành 60', 'participants', 60],
    ['nữ thành 12', 'women', 12],
    ['hình thức tập huấn', 'kind', 'training'],
    ['thay lại giúp em số nữ thành 12', 'women', 12],
  ])('«%s» puts the answer right', (said, path, value) => {
    const talk = atSummary()
    expect(spoken(talk.say(said))).toContain('Em sửa')
    expect(valueOf(talk, path)).toEqual(value)
    expect(talk.conversation().place.at).toBe('summary')
  })
  test('she hears what was read, not what she typed', () => {
    expect(spoken(atSummary().say('nữ 12'))).toContain('Em sửa «Trong đó nữ» thành 12 người')
  })
  test.each(['sửa ngày', 'sửa số nữ', 'sửa nữ thành nhiều lắm'])('«%s» leads to the question', (said) => {
    const talk = atSummary()
    expect(talk.say(said).effects).toEqual([])
    expect(talk.conversation().place).toMatchObject({ at: 'form', editing: true })
  })
  test.each(['ok', 'dung', 'Đúng rồi em', 'vâng', 'được rồi ạ', 'đủ rồi', 'bỏ qua phần còn lại'])(
    '«%s» hears that nothing was sent yet',
    (said) => {
      const talk = atSummary()
      const turn = talk.say(said)
      expect(spoken(turn)).toContain('chưa được gửi')
      expect(turn.effects).toEqual([])
      expect(talk.choices()).toContain('send')
    },
  )
  test('a link is taken as evidence', () => {
    const talk = atSummary()
    talk.say('https://facebook.com/hoiphunu/1')
    const links = ['https://facebook.com/hoiphunu/1']
    expect(valueOf(talk, 'evidence')).toEqual({ files: [], links })
    expect(talk.conversation().place.at).toBe('summary')
  })
  test.each(['trời mưa quá', '99', 'nữ hội viên rất vui', 'báo cáo của xã'])('«%s» is not passed over', (said) => {
    const talk = atSummary()
    const turn = talk.say(said)
    expect(spoken(turn)).toContain('Em chưa hiểu ý chị. Gõ «Gửi»')
    expect(turn.effects).toEqual([])
  })
})

describe('what is written at a report that was sent', () => {
  function atReport(): UnionTalk {
    const talk = atSummary()
    talk.press('send')
    const [report] = talk.store.reports.values()
    if (report === undefined) throw new Error('nothing was sent')
    talk.stand({ at: 'report', report: report.id, back: { at: 'unit', unit: report.unit } })
    talk.back()
    return talk
  }

  test('«sửa nữ 12» opens it with the answer put right', () => {
    const talk = atReport()
    talk.say('sửa nữ 12')
    expect(valueOf(talk, 'women')).toBe(12)
    expect(talk.conversation().place.at).toBe('summary')
  })
  test('«sửa báo cáo» opens it', () => {
    const talk = atReport()
    talk.say('sửa báo cáo')
    expect(talk.conversation().place.at).toBe('summary')
  })
  test.each(['rút lại', 'rút báo cáo này'])('«%s» takes it back', (said) => {
    const talk = atReport()
    talk.say(said)
    expect([...talk.store.reports.values()].map((one) => one.state)).toEqual(['withdrawn'])
  })
  test.each(['report', 'unit', 'kinds'] as const)('what fits nothing is not passed over: %s', (at) => {
    const talk = atReport()
    if (at === 'unit') talk.stand({ at, unit: unitId('xa-1') })
    if (at === 'kinds') talk.stand({ at })
    expect(spoken(talk.say('trời mưa quá'))).toContain('Em chưa hiểu ý chị')
    expect(talk.conversation().place.at).toBe(at)
  })
})
