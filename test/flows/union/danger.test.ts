import { describe, expect, test } from 'vitest'
import { draftId, personId, reportId, unitId } from '../../../src/domain/ids.ts'
import type { Place } from '../../../src/flows/union/place.ts'
import { spoken, speak, startUnionTalk } from '../../support/unionTalk.ts'
import type { MemoryUnion } from '../../support/memoryUnion.ts'

const HELP = 'cứu em với, chồng đang cầm dao đuổi chém em'
const CHILD = 'cháu 12 tuổi, bố đang cầm dao đuổi chém cháu, cứu cháu'

const PLACES: readonly Place[] = [
  { at: 'home' },
  { at: 'code' },
  { at: 'kinds' },
  { at: 'whichUnit', form: 'F-COM' },
  { at: 'form', draft: draftId('d'), path: 'held_on' },
  { at: 'form', draft: draftId('d'), path: 'note', doubt: { value: 'x', why: 'personal' } },
  { at: 'summary', draft: draftId('d') },
  { at: 'editing', draft: draftId('d') },
  { at: 'unit', unit: unitId('xa-1') },
  { at: 'reports', unit: unitId('xa-1'), page: 0 },
  { at: 'report', report: reportId('r'), back: { at: 'home' } },
  { at: 'drafts' },
  { at: 'progress', unit: unitId('xa-1'), page: 0 },
  { at: 'row', unit: unitId('xa-1'), row: 'I.1', page: 0 },
  { at: 'digest', unit: unitId('xa-1'), number: 3 },
  { at: 'digests', unit: unitId('xa-1'), page: 0 },
  { at: 'digestSettings', step: 'hour' },
  { at: 'deputy', person: personId('p2') },
  { at: 'announce', text: 'x' },
  { at: 'announcements', page: 0 },
  { at: 'lagging', unit: unitId('xa-1'), page: 0 },
  { at: 'why', unit: unitId('xa-1') },
  { at: 'questions', unit: unitId('xa-1'), page: 0 },
  { at: 'below', unit: unitId('xa-1'), page: 0, ranked: true },
  { at: 'look', unit: unitId('xa-1'), step: 'day' },
  { at: 'compare', unit: unitId('xa-1'), page: 0 },
  { at: 'admin' },
  { at: 'invite' },
  { at: 'revoke', person: personId('p2') },
]

/** Nothing is asked and nothing kept: danger must not need an answer. */
const deaf = (): MemoryUnion => ({
  drafts: new Map(),
  reports: new Map(),
  answer: (need) => {
    throw new Error(`asked for ${need.need} before the numbers`)
  },
  perform: () => {},
})

describe.each(PLACES.map((place) => [place.at, place] as const))('words of danger at %s', (_at, place) => {
  test('an officer sees the numbers first, a person is called, and she is asked', () => {
    const talk = startUnionTalk({ store: deaf() })
    talk.stand(place, ['a', 'b'])
    const turn = talk.say(HELP)
    expect(turn.says[0]?.lines.map(speak).join('\n')).toContain('113')
    expect(turn.effects).toEqual([{ do: 'raiseAlarm', id: 'made-1', text: HELP, child: false }])
    expect(turn.conversation.place).toEqual({ at: 'dangerCheck', alarm: 'made-1', back: place, text: HELP })
  })
  test('a visitor sees the numbers first and is led to the private room', () => {
    const talk = startUnionTalk({ store: deaf(), who: undefined })
    talk.stand(place)
    const turn = talk.say(HELP)
    expect(turn.says[0]?.lines.map(speak).join('\n')).toContain('113')
    expect(turn.effects.map((one) => one.do)).toEqual(['raiseAlarm', 'openSession'])
  })
})

test('a child is given 111 too', () => {
  const talk = startUnionTalk({ store: deaf() })
  const turn = talk.say(CHILD)
  expect(spoken(turn)).toContain('111')
  expect(turn.effects[0]).toMatchObject({ do: 'raiseAlarm', child: true })
})

describe('the officer answers the question', () => {
  const asked = () => {
    const known = startUnionTalk().store
    const store: MemoryUnion = { ...deaf(), answer: (...need) => known.answer(...need) }
    const talk = startUnionTalk({ store })
    talk.say(HELP)
    return talk
  }

  test('no: the alarm is stood down and her words are her answer where she stood', () => {
    const turn = asked().press('no')
    expect(turn.effects[0]).toEqual({ do: 'standDown', alarm: 'made-1' })
    expect(turn.conversation.place).toEqual({ at: 'home' })
    expect(spoken(turn)).toContain('Em đã báo lại câu lạc bộ')
    expect(spoken(turn)).not.toContain('chưa hiểu')
  })
  test('yes: nothing is stood down and she is back where she stood', () => {
    const turn = asked().press('yes')
    expect(turn.effects.map((one) => one.do)).not.toContain('standDown')
    expect(turn.conversation.place).toEqual({ at: 'home' })
    expect(spoken(turn)).toContain('113')
  })
  test('anything else: she is asked again and the alarm stands', () => {
    const turn = asked().say('để em xem')
    expect(turn.effects).toEqual([])
    expect(turn.conversation.place.at).toBe('dangerCheck')
  })
})

test('a report of violence that is over raises no alarm', () => {
  const turn = startUnionTalk().say('tuyên truyền phòng chống bạo lực gia đình cho 45 người')
  expect(turn.effects.map((one) => one.do)).not.toContain('raiseAlarm')
})
