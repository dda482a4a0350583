import { describe, expect, test } from 'vitest'
import { unitId } from '../../../src/domain/ids.ts'
import { openForm, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

const pathOf = (talk: UnionTalk): string => {
  const { place } = talk.conversation()
  return place.at === 'form' ? place.path : place.at
}

const answerAt = (talk: UnionTalk, path: string): unknown => {
  const answered = [...talk.store.drafts.values()][0]?.answers[path]
  return answered?.kind === 'value' ? answered.value : undefined
}

describe('what stands on the screen goes before a word that works anywhere', () => {
  test('the label of a choice', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-SUM')
    talk.say('báo cáo')
    expect(answerAt(talk, 'form')).toBe('report')
  })
  test('another name of a choice', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-DIR')
    for (const said of ['12/3', 'kế hoạch năm']) talk.say(said)
    talk.say('văn bản')
    expect(answerAt(talk, 'mode')).toBe('text')
  })
  test('words of a choice that is not named whole: it is asked again, she is not led away', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-CNS')
    talk.say('hôm qua')
    expect(pathOf(talk)).toBe('provider')
    talk.say('tư vấn')
    expect(pathOf(talk)).toBe('provider')
  })
  test('what is no word of a choice works as anywhere', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-SUM')
    talk.say('đơn vị tôi')
    expect(pathOf(talk)).toBe('unit')
    openForm(talk, 'F-SUM')
    talk.say('menu')
    expect(pathOf(talk)).toBe('home')
  })
})

describe('«quay lại»', () => {
  test.each(['quay lại', 'quay lai', 'lui', 'back'])(
    '«%s» takes the button that says so, wherever it leads',
    (said) => {
      const talk = startUnionTalk()
      const unit = unitId('xa-1')
      talk.stand({ at: 'reports', unit, page: 0, back: { at: 'unit', unit } })
      talk.back()
      talk.say(said)
      expect(pathOf(talk)).toBe('unit')
    },
  )
  test('goes to the beginning where there is no such button', () => {
    const talk = startUnionTalk()
    talk.stand({ at: 'unit', unit: unitId('xa-1') })
    talk.back()
    talk.say('quay lại')
    expect(pathOf(talk)).toBe('home')
  })
})
