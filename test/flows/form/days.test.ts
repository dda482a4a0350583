import { describe, expect, test } from 'vitest'
import { at, localDate } from '../../../src/domain/calendar.ts'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

const valueOf = (talk: UnionTalk, path: string) => {
  const answered = [...talk.store.drafts.values()][0]?.answers[path]
  return answered?.kind === 'value' ? answered.value : undefined
}
const dayAsked = (talk: UnionTalk) => {
  const { place } = talk.conversation()
  return place.at === 'form' ? place.doubt : undefined
}
const onDay = (day: string) => startUnionTalk({ now: at(localDate(day), 9) })

/** A petition received on the 14th of June, at the question of when it is due. */
function atDue(received = '14/6', day = '2022-06-15'): UnionTalk {
  const talk = onDay(day)
  openForm(talk, 'F-PET')
  for (const said of [received, 'kiến nghị', 'đất đai', 'không', 'chuyển đơn', 'UBND xã']) talk.say(said)
  expect(talk.conversation().place).toMatchObject({ path: 'due_on' })
  return talk
}

describe('when a petition is due', () => {
  test.each([
    ['20/6', '2022-06-20'],
    ['thứ 6', '2022-06-17'],
    ['ngày 5', '2022-07-05'],
    ['20/1', '2023-01-20'],
  ])('«%s» is still to come', (said, due) => {
    const talk = atDue()
    talk.say(said)
    expect(valueOf(talk, 'due_on')).toBe(due)
  })
  test('a day since it came in may be past, and is asked', () => {
    const talk = atDue('1/3')
    talk.say('20/5')
    expect(dayAsked(talk)).toMatchObject({ value: '2022-05-20' })
  })
  test('a day nearly a year ahead is asked', () => {
    const talk = atDue()
    talk.say('1/6')
    expect(dayAsked(talk)).toMatchObject({ value: '2023-06-01' })
  })
  test('a day before it came in is refused', () => {
    const talk = atDue()
    expect(spoken(talk.say('1/6/2022'))).toContain('không thể trước «Ngày nhận đơn»')
    expect(valueOf(talk, 'due_on')).toBeUndefined()
  })
})

describe('the day of an activity, said without its year', () => {
  function heldOn(said: string, day: string): UnionTalk {
    const talk = onDay(day)
    openForm(talk, 'F-COM')
    talk.press('v:talk')
    talk.say(said)
    return talk
  }
  test.each([
    ['12/3', '2022-06-15', '2022-03-12'],
    ['12/3', '2022-11-20', '2022-03-12'],
    // Told late, but it was a few days ago.
    ['28/12', '2022-01-03', '2021-12-28'],
  ])('«%s» on %s is the nearest past', (said, day, held) => {
    expect(valueOf(heldOn(said, day), 'held_on')).toBe(held)
  })
  test.each([
    ['20/6', '2022-06-15', '2021-06-20'],
    ['12/8', '2022-06-15', '2021-08-12'],
    ['3/1', '2022-12-20', '2022-01-03'],
    ['20/12', '2022-06-15', '2021-12-20'],
  ])('«%s» on %s, soon ahead or outside of every plan, is asked', (said, day, held) => {
    const talk = heldOn(said, day)
    expect(valueOf(talk, 'held_on')).toBeUndefined()
    expect(dayAsked(talk)).toMatchObject({ value: held, why: 'yearBefore' })
    talk.press('sure')
    expect(valueOf(talk, 'held_on')).toBe(held)
  })
  test.each(['sửa ngày thành 20/12', 'à nhầm, ngày 20/12', 'sửa ngày thành 20/6'])(
    'a correction is asked like the answer: «%s»',
    (said) => {
      const talk = onDay('2022-06-15')
      talk.say('truyền thông nhóm 12/6 BLGĐ 1 buổi 45 người 30 nữ')
      talk.say(said)
      expect(valueOf(talk, 'held_on')).toBe('2022-06-12')
      expect(dayAsked(talk)).toMatchObject({ why: 'yearBefore' })
    },
  )
  test('with its year it is taken as said', () => {
    expect(valueOf(heldOn('20/6/2021', '2022-06-15'), 'held_on')).toBe('2021-06-20')
  })
})
