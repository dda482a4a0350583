import { expect, test } from 'vitest'
import type { Place } from '../../../src/flows/vault/place.ts'
import { aCase, CASE, firstSaid, MEMBER, saidIn, vaultSaid } from '../../support/vaultTalk.ts'

const mine = aCase({ state: 'taken', takenBy: MEMBER.id })
const PLACES: readonly Place[] = [
  { at: 'queue' },
  { at: 'mine' },
  { at: 'caseMenu', id: CASE },
  { at: 'closing', id: CASE },
]

test.each(PLACES)('«bàn tư vấn» typed leads to the desk: %j', (place) => {
  const turn = vaultSaid({ place, member: MEMBER, found: mine }, 'bàn tư vấn')
  expect(turn.conversation.place).toEqual({ at: 'desk' })
  expect(saidIn(turn)).toContain('Bàn tư vấn – Tư vấn viên')
})

test.each<Place>([
  { at: 'atCase', id: CASE },
  { at: 'caseMenu', id: CASE, doing: 'note' },
])('where she writes to somebody it is not obeyed: %j', (place) => {
  const turn = vaultSaid({ place, member: MEMBER, found: mine }, 'bàn tư vấn')
  expect(turn.conversation.place.at).not.toBe('desk')
})

test('danger at the desk may be her own: the numbers come first, and the words went to nobody', () => {
  const turn = vaultSaid({ place: { at: 'desk' }, member: MEMBER }, 'chồng tôi đang cầm dao đuổi tôi cứu tôi với')
  expect(firstSaid(turn)).toContain('113')
  expect(saidIn(turn)).toContain('chưa gửi cho ai')
  expect(turn.effects).toEqual([])
})
