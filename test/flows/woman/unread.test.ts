import { expect, test } from 'vitest'
import { aCase, CASE, saidIn, vaultShared } from '../../support/vaultTalk.ts'

test.each([
  ['location', 'Chị gõ bằng chữ giúp em: thôn, xã nào'],
  ['contact', 'Số nào cần nói, chị gõ giúp em bằng chữ'],
  ['other', 'Chị gõ giúp em nhé'],
] as const)('what nobody reads is answered with what to do instead: %s', (what, told) => {
  const turn = vaultShared({ place: { at: 'case', id: CASE }, found: aCase() }, what)
  expect([turn.effects, turn.conversation.place]).toEqual([[], { at: 'case', id: CASE }])
  expect(saidIn(turn)).toContain(told)
  expect(saidIn(turn)).not.toContain('1900')
})

test.each(['location', 'contact'] as const)('in danger whom to call stands beside it: %s', (what) => {
  const place = { at: 'danger', alarm: 'a1', back: { at: 'case', id: CASE } } as const
  const turn = vaultShared({ place, found: aCase() }, what)
  expect(turn.conversation.place).toEqual(place)
  expect(saidIn(turn)).toContain('113 – công an · 115 – cấp cứu')
})

test('the door has the same face as for any other message', () => {
  expect(saidIn(vaultShared({ place: { at: 'door' } }, 'other'))).toContain('Chị nhắn lúc này có tiện không?')
})
