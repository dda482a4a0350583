import { describe, expect, test } from 'vitest'
import { fileId, memberId } from '../../../src/domain/ids.ts'
import type { Place } from '../../../src/flows/vault/place.ts'
import { aCase, CASE, NOW, saidIn, vaultPressed, vaultSaid, vaultTold } from '../../support/vaultTalk.ts'

describe('she may be told of to another place', () => {
  const referral = { id: 'r1', case: CASE, kind: 'police' as const, state: 'asked' as const }
  const place: Place = { at: 'referral', id: CASE, referral: 'r1' }
  const found = aCase({ state: 'taken', takenBy: memberId('m1') })
  const given = { place: { at: 'case' as const, id: CASE }, found }

  test.each([
    ['đồng ý', true],
    ['vâng em đồng ý', true],
    ['không', false],
    ['em chưa muốn', false],
  ])('typed «%s» counts: %s', (text, yes) => {
    expect(vaultSaid({ place, found, referrals: [referral] }, text).effects).toEqual([
      { do: 'answerReferral', id: 'r1', case: CASE, yes },
    ])
  })
  test('what she writes instead goes to her case', () => {
    const turn = vaultSaid({ place, found, referrals: [referral] }, 'nơi đó ở đâu ạ')
    expect(turn.effects[0]?.do).toBe('addWords')
    expect(turn.conversation.screen?.choices.map((one) => one.id)).toContain('referral')
  })
  test('and the question stays the last that she was asked until somebody writes to her', () => {
    const seen = [{ ...referral, seen: true as const }]
    const asked = vaultSaid({ place, found, referrals: seen }, 'công an có báo cho chồng em không chị').conversation
      .place
    expect(asked).toEqual(place)
    expect(vaultSaid({ place: asked, found, referrals: seen }, 'vâng em đồng ý').effects[0]?.do).toBe('answerReferral')
    const answer = { kind: 'answer', data: { case: CASE } }
    expect(vaultTold({ place: asked, found, referrals: seen }, answer).conversation.place).toEqual(given.place)
  })
  describe('once something else was said to her', () => {
    const later = { ...given, referrals: [{ ...referral, seen: true as const }] }
    test.each([
      ['em đồng ý giới thiệu ra công an', true],
      ['dạ em không muốn ra công an ạ', false],
    ])('«%s» names the place and counts: %s', (text, yes) => {
      expect(vaultSaid(later, text).effects).toEqual([{ do: 'answerReferral', id: 'r1', case: CASE, yes }])
    })
    test.each(['vâng em đồng ý', 'chưa', 'có'])(
      '«%s» may answer anything: her words go on, and she is asked again',
      (text) => {
        const turn = vaultSaid(later, text)
        expect(turn.effects[0]).toMatchObject({ do: 'addWords', text })
        expect(turn.effects.map((one) => one.do)).not.toContain('answerReferral')
        expect(saidIn(turn)).toContain('Công an. Chị có đồng ý không')
        expect(turn.conversation.place).toEqual(place)
      },
    )
    test.each(['đồng ý giới thiệu trợ giúp pháp lý', 'công an có biết em đồng ý không?', 'dạ'])(
      '«%s» is no answer to it',
      (text) => {
        const turn = vaultSaid(later, text)
        expect(turn.effects.map((one) => one.do)).not.toContain('answerReferral')
        expect(turn.conversation.place).toEqual(given.place)
        expect(turn.conversation.screen?.choices.map((one) => one.id)).toContain('referral')
      },
    )
  })
  test('«dạ» alone confirms neither the police nor the erasing of all: she is asked again', () => {
    for (const text of ['dạ', 'da', 'dạ chị ạ']) {
      const turn = vaultSaid({ place, found, referrals: [referral] }, text)
      expect(turn.effects.map((one) => one.do)).not.toContain('answerReferral')
      expect(saidIn(turn)).toContain('Chị có đồng ý không')
      const erase: Place = { at: 'erase', id: CASE }
      const erasing = vaultSaid({ place: erase, found }, text)
      expect([erasing.effects, erasing.conversation.place]).toEqual([[], erase])
      expect(saidIn(erasing)).toContain('Xóa hết những gì em đang giữ')
    }
  })
  test('the question is put to her once, then by its button or when she is back', () => {
    const first = vaultPressed({ ...given, referrals: [referral] }, 'back')
    expect(saidIn(first)).toContain('Chị có đồng ý không')
    expect(first.effects).toEqual([{ do: 'referralShown', id: 'r1', case: CASE }])
    const seen = { ...given, referrals: [{ ...referral, seen: true as const }] }
    const later = vaultPressed(seen, 'back')
    expect([saidIn(later), later.conversation.place]).toEqual([expect.not.stringContaining('đồng ý'), seen.place])
    expect(vaultPressed(seen, 'referral').conversation.place).toEqual(place)
    const back = vaultSaid({ ...seen, place: { at: 'door' }, opens: 'hoa sen' }, 'hoa sen')
    expect(back.conversation.place).toEqual(place)
  })
})

describe('back with her code', () => {
  const at = NOW
  const words = [
    { id: 'w1', from: 'woman' as const, text: 'em hỏi', at, shown: true },
    { id: 'w2', from: 'counsellor' as const, text: 'Trả lời đầu', at, shown: true },
    { id: 'w3', from: 'woman' as const, text: 'em hỏi thêm', at, shown: true },
    { id: 'w4', from: 'counsellor' as const, text: 'Trả lời sau, phần một', at, shown: true },
    { id: 'w5', from: 'counsellor' as const, text: 'Trả lời sau, phần hai', at, shown: true },
  ]
  const found = aCase({ state: 'taken', answered: true })
  const back = (more: Partial<typeof found>) =>
    saidIn(
      vaultSaid({ place: { at: 'door' }, found: aCase({ ...found, ...more }), words, opens: 'hoa sen' }, 'hoa sen'),
    )

  test.each(['taken', 'closed'] as const)('she reads the last answers again, also those pushed before: %s', (state) => {
    expect(back({ state })).toMatch(/phần một[^]*phần hai[^]*Ở trên là trả lời gần nhất/)
    expect(back({ state })).not.toContain('Trả lời đầu')
  })
  test('in the same sitting they are not repeated, and nothing sounds as if nobody had answered', () => {
    const shown = saidIn(vaultPressed({ place: { at: 'case', id: CASE }, found, words }, 'back'))
    expect(shown).toBe('Đến lúc này chưa có trả lời mới hơn. Chị viết thêm được ở đây.')
  })
  test('where she has asked again since, she is told that it waits', () => {
    expect(back({ answered: false })).toMatch(/phần hai[^]*Ở trên là trả lời gần nhất[^]*Đã có người nhận/)
  })
  test('her copy names a photo and says what became of her report', () => {
    const handover = { receiver: 'police' as const, writtenAt: NOW }
    const photo = [{ ...words[0], id: 'w6', from: 'woman' as const, text: '', at, shown: true, photo: fileId('f1') }]
    const copy = saidIn(
      vaultPressed({ place: { at: 'more', id: CASE }, found: aCase({ handover }), words: photo }, 'copy'),
    )
    expect(copy).toContain('Chị: (một ảnh)')
    expect(copy.split('Tất cả tự xóa')[0]).toMatch(/công an/i)
  })
})
