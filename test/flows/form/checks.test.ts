import { describe, expect, test } from 'vitest'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

/** `[id]` presses, anything else is typed. */
function talkIn(form: string, said: readonly string[], talk = startUnionTalk()): UnionTalk {
  openForm(talk, form)
  for (const one of said) {
    if (one.startsWith('[')) talk.press(one.slice(1, -1))
    else talk.say(one)
  }
  return talk
}
const placeOf = (talk: UnionTalk) => talk.conversation().place

describe('a check that blocks', () => {
  const asked = () => talkIn('F-COM', ['[v:talk]', '10/6/2022', '1,2', '1', '45'])

  test('refuses the answer at once, says why, and asks again', () => {
    const talk = asked()
    const turn = talk.say('54')
    expect(turn.effects).toEqual([])
    expect(spoken(turn)).toContain('54')
    expect(talk.choices()).not.toContain('sure')
    expect(placeOf(talk)).toMatchObject({ path: 'women' })
  })
  test('takes what is right', () => {
    expect(asked().say('30').effects).toHaveLength(1)
  })
  test('also when the other figure is changed from the summary', () => {
    const talk = asked()
    talk.say('30')
    for (const id of ['rest', 'edit', 'f:participants']) talk.press(id)
    expect(talk.say('20').effects).toEqual([])
    expect(placeOf(talk)).toMatchObject({ path: 'participants' })
  })
})

describe('a check that warns', () => {
  const asked = () => talkIn('F-COM', ['[v:law_day]'])

  test('reads the answer back and keeps it after a yes', () => {
    const talk = asked()
    expect(talk.say('10/3/2022').effects).toEqual([])
    expect(talk.choices()).toEqual(['sure', 'again'])
    expect(talk.press('sure').effects).toMatchObject([{ path: 'held_on', answered: { value: '2022-03-10' } }])
  })
  test('is silent where all is well', () => {
    expect(asked().say('9/11/2021').effects).toHaveLength(1)
  })
})

describe('values of the last report', () => {
  const first = [
    '1',
    '10/6/2022',
    '1',
    '[v:yes]',
    '12/QC-BTV',
    '10/1/2022',
    '9/BB-BTV',
    '31/12/2022',
    '[rest]',
    '[send]',
  ]
  const again = ['1', '12/6/2022', '1']
  const sentBy = (talk: UnionTalk) => [...talk.store.reports.values()].at(-1)?.answers

  test('are offered and taken in one tap', () => {
    const talk = talkIn('F-MTG', [...again, '[v:yes]'], talkIn('F-MTG', first))
    expect(talk.press('keep').effects).toMatchObject([
      { path: 'regulation_ref', answered: { value: { symbol: '12/QC-BTV' } } },
      { do: 'dropAnswers', paths: ['$old.regulation_ref'] },
    ])
  })
  test('that she leaves out are not in the new report', () => {
    const before = talkIn('F-MTG', first)
    expect(sentBy(before)).toHaveProperty('regulation_to')
    const said = [...again, '[v:yes]', '[keep]', '[keep]', '8/BB-BTV', '[skip]', '[rest]', '[send]']
    const talk = talkIn('F-MTG', said, before)
    expect(sentBy(talk)).not.toHaveProperty('regulation_to')
    expect(talk.store.reports.size).toBe(2)
  })
})
