import { describe, expect, test } from 'vitest'
import { openForm, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

describe('ticks that are not finished', () => {
  const ticking = (): UnionTalk => {
    const talk = startUnionTalk()
    openForm(talk, 'F-COM')
    talk.say('1')
    talk.say('hôm qua')
    talk.press('m:land')
    talk.press('m:dv')
    return talk
  }
  const picked = (talk: UnionTalk) => {
    const { place } = talk.conversation()
    return place.at === 'form' ? place.picked : undefined
  }

  test.each(['menu', 'đơn vị tôi', 'bản nháp', 'huỷ'])('outlive «%s»', (said) => {
    const talk = ticking()
    talk.say(said)
    talk.say('tiếp tục')
    expect(picked(talk)).toEqual(['land', 'dv'])
  })
  test('outlive a question in between', () => {
    const talk = ticking()
    talk.say('I.3 là gì?')
    expect(picked(talk)).toEqual(['land', 'dv'])
  })
  test('outlive a look back at another question', () => {
    const talk = ticking()
    talk.say('sửa ngày')
    talk.say('hôm kia')
    expect(picked(talk)).toEqual(['land', 'dv'])
  })
  test('outlive help', () => {
    const talk = ticking()
    talk.say('trợ giúp')
    expect(picked(talk)).toEqual(['land', 'dv'])
  })
})
