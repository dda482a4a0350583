import { describe, expect, test } from 'vitest'
import type { Place } from '../../../src/flows/vault/place.ts'
import { aCase, CASE, firstSaid, MEMBER, NOW, saidIn, vaultPressed, vaultSaid } from '../../support/vaultTalk.ts'

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

describe('words that nothing was made of', () => {
  test.each<Place>([
    { at: 'caseMenu', id: CASE },
    { at: 'sending', id: CASE, text: 'gọi 0912345678' },
    { at: 'queue' },
  ])('went to nobody, and she is told so: %j', (place) => {
    const turn = vaultSaid({ place, member: MEMBER, found: mine }, 'Chị có giấy khám thương tích chưa?')
    expect(firstSaid(turn)).toBe('Lời vừa rồi em chưa gửi cho ai.')
    expect(turn.effects).toEqual([])
  })
  test('are told at the desk however short, and a greeting is only a greeting', () => {
    const at = (text: string) => firstSaid(vaultSaid({ place: { at: 'desk' }, member: MEMBER }, text))
    expect(at('gọi 113 ngay đi')).toContain('chưa gửi cho ai')
    expect(at('chào em')).not.toContain('chưa gửi cho ai')
  })
})

describe('the correction of an answer', () => {
  const place: Place = { at: 'correct', id: CASE, message: 'w1' }
  const words = [{ id: 'w1', at: NOW, from: 'counsellor' as const, text: 'Câu cũ', by: MEMBER.id, shown: false }]

  test('is not the name of a button', () => {
    const turn = vaultSaid({ place, member: MEMBER, found: mine, words }, 'ca của tôi')
    expect(turn.effects).toEqual([])
    expect(turn.conversation.place).toMatchObject({ at: 'meant', corrects: 'w1' })
  })
  test('asks about a number as an answer does, and then takes the place of the old one', () => {
    const asked = vaultSaid({ place, member: MEMBER, found: mine, words }, 'Chị gọi 0912345678 nhé')
    expect([asked.effects, asked.conversation.place.at]).toEqual([[], 'sending'])
    const sent = vaultPressed({ place: asked.conversation.place, member: MEMBER, found: mine, words }, 'whole')
    expect(sent.effects[0]).toMatchObject({ do: 'correctWords', id: 'w1', text: 'Chị gọi 0912345678 nhé' })
  })
})
