import { describe, expect, test } from 'vitest'
import { draftId } from '../../src/domain/ids.ts'
import type { Place } from '../../src/flows/vault/place.ts'
import { memoryUnion } from '../support/memoryUnion.ts'
import { OFFICER, spoken, startUnionTalk } from '../support/unionTalk.ts'
import { aCase, CASE, firstSaid, NOW, saidIn, vaultEdited } from '../support/vaultTalk.ts'

const HELP = 'cứu em với, chồng đang cầm dao đuổi chém em'
const KEPT = 'phần sửa, chị nhắn thành tin mới'

test('an edit never changes what an officer has answered, and the question is asked again', () => {
  const talk = startUnionTalk()
  talk.say('báo cáo')
  talk.press(talk.choices()[0] ?? '')
  talk.say('hôm qua')
  const before = structuredClone([...talk.store.drafts.values()])
  const stood = talk.conversation().place
  const turn = talk.edit('mùng 8')
  expect([...talk.store.drafts.values()]).toEqual(before)
  expect(talk.conversation().place).toEqual(stood)
  expect(spoken(turn)).toContain(KEPT)
  expect(turn.says.length).toBeGreaterThan(1)
})

test('words of danger in an edit are answered like any others', () => {
  const deaf = { ...memoryUnion(OFFICER.id, NOW), perform: () => {} }
  const talk = startUnionTalk({ who: OFFICER, store: deaf })
  talk.stand({ at: 'summary', draft: draftId('d') })
  expect(spoken(talk.edit(HELP))).toContain('113')
  const turn = vaultEdited({ place: { at: 'terms' }, duty: 1 }, HELP)
  expect(firstSaid(turn)).toContain('113')
  expect(turn.effects.map((one) => one.do)).toEqual(['raiseAlarm'])
})

test('a woman who changes her words to an exit word has left', () => {
  expect(vaultEdited({ place: { at: 'case', id: CASE }, found: aCase() }, 'thoát').conversation.place.at).toBe('left')
})

describe.each<[string, Place]>([
  ['terms', { at: 'terms' }],
  ['topic', { at: 'topic' }],
  ['erase', { at: 'erase', id: CASE }],
])('at %s', (_at, place) => {
  test('an edit agrees to nothing and sends nothing', () => {
    const turn = vaultEdited({ place, found: aCase() }, '1')
    expect(turn.effects).toEqual([])
    expect(turn.conversation.place).toEqual(place)
    expect(saidIn(turn)).toContain(KEPT)
  })
})

test('to the counsellor an edit of hers is one message more', () => {
  const woman = vaultEdited({ place: { at: 'case', id: CASE }, found: aCase() }, 'Con em 3 tuổi, không phải 2')
  expect(JSON.stringify(woman.effects)).toContain('(Sửa tin trước)\\nCon em 3 tuổi')
})
