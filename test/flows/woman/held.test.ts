import { describe, expect, test } from 'vitest'
import { fileId, memberId } from '../../../src/domain/ids.ts'
import type { Place } from '../../../src/flows/vault/place.ts'
import { heldFiles } from '../../../src/flows/woman/held.ts'
import {
  aCase,
  CASE,
  NOW,
  saidIn,
  vaultPressed,
  vaultSaid,
  vaultTold,
  type VaultTurned,
} from '../../support/vaultTalk.ts'

const HELP = 'em sợ quá nó đang đập cửa cứu em'
const UNSENT = 'chị ơi em hỏi thêm con 2 tuổi thì sao'
const taken = aCase({ state: 'taken', takenBy: memberId('m1') })
const alarm = { id: 'made-1', raisedAt: NOW, taken: true, child: false, text: '', reachable: true, case: CASE }
const buttons = (turn: VaultTurned): readonly (string | undefined)[] =>
  turn.conversation.screen?.choices.map((one) => one.id) ?? []
const placeOf = (turn: VaultTurned): Place => turn.conversation.place

describe('a photo that waits for her yes', () => {
  const photo: Place = { at: 'photo', id: CASE, files: [fileId('f1')] }
  const danger: Place = { at: 'danger', alarm: 'made-1', back: photo }
  const isTaken = { kind: 'alarmTaken', data: { case: CASE, alarm: 'made-1' } }

  test('is asked about again when somebody has taken her alarm, and a typed yes sends it', () => {
    expect(placeOf(vaultSaid({ place: photo, found: taken }, HELP))).toEqual(danger)
    const told = vaultTold({ place: danger, found: taken, alarm }, isTaken)
    expect(placeOf(told)).toEqual(photo)
    expect(saidIn(told)).toContain('Đã có người của Hội nhận tin')
    expect(saidIn(told)).toContain('Chị gửi 1 ảnh')
    expect(buttons(told).slice(0, 2)).toEqual(['send', 'drop'])
    expect(vaultPressed({ place: placeOf(told), found: taken }, 'send').effects[0]?.do).toBe('addPhotos')
  })
  test.each([
    ['she hears of it by writing', 'xã Phú An'],
    ['she says that she is safe', 'em an toàn rồi'],
  ])('is asked about again when %s', (_, text) => {
    const turn = vaultSaid({ place: danger, found: taken, alarm }, text)
    expect(placeOf(turn)).toEqual(photo)
    expect(buttons(turn).slice(0, 2)).toEqual(['send', 'drop'])
  })
  test.each<Place>([photo, danger])('is held while she is asked whether all is to be erased: %j', (place) => {
    const asked = placeOf(vaultSaid({ place, found: taken }, 'xóa'))
    expect(heldFiles(asked)).toEqual(['f1'])
    expect(heldFiles(placeOf(vaultPressed({ place: asked, found: taken }, 'no')))).toEqual(['f1'])
  })
  test.each(['send', 'drop'])('is not asked about again after her answer: %s', (answer) => {
    expect(placeOf(vaultPressed({ place: photo, found: taken }, answer))).toEqual({ at: 'case', id: CASE })
  })
})

describe('words that went to nobody', () => {
  const closed = aCase({ state: 'closed' })
  const held: Place = { at: 'case', id: CASE, unsent: UNSENT }

  test('are not her word, once it is set: that is never offered for sending', () => {
    const asked = placeOf(
      vaultSaid({ place: { at: 'codeWord', id: CASE }, found: taken }, 'chị ơi cho em hỏi con em ở với ai ạ'),
    )
    expect(asked).toEqual({ at: 'codeWord', id: CASE, unsent: 'chị ơi cho em hỏi con em ở với ai ạ' })
    const set = vaultPressed({ place: asked, found: taken }, 'setWord')
    expect(set.effects[0]?.do).toBe('setCodeWord')
    expect(placeOf(set)).toEqual({ at: 'case', id: CASE })
    expect(buttons(set)).not.toContain('sendWords')
  })
  test('are kept beside what sounds like work of the Union', () => {
    const asked = placeOf(vaultSaid({ place: held, found: taken }, 'báo cáo'))
    expect(asked).toEqual({ at: 'case', id: CASE, unsent: `${UNSENT}\nbáo cáo` })
  })

  test('after the end are given back past every step aside', () => {
    for (const [aside, back] of [
      ['rate', 'back'],
      ['more', 'back'],
      ['erase', 'no'],
    ] as const) {
      const there = vaultPressed({ place: held, found: closed }, aside)
      const again = vaultPressed({ place: placeOf(there), found: closed }, back)
      expect(placeOf(again)).toEqual(held)
      expect(buttons(again)).not.toContain('sendWords')
    }
    const terms = vaultPressed({ place: held, found: closed }, 'new')
    expect(placeOf(terms)).toEqual({ at: 'terms', words: UNSENT })
  })
  test('at a menu stand on her case with one tap to send them, and then no more', () => {
    const hours: Place = { at: 'more', id: CASE, doing: 'hours', unsent: UNSENT }
    const asked = vaultSaid({ place: hours, found: taken }, 'xóa')
    const kept = vaultPressed({ place: placeOf(asked), found: taken }, 'no')
    expect(placeOf(kept)).toEqual(held)
    expect(buttons(kept)).toContain('sendWords')
    const sent = vaultPressed({ place: placeOf(kept), found: taken }, 'sendWords')
    expect(sent.effects[0]).toMatchObject({ do: 'addWords', text: UNSENT })
    expect(placeOf(sent)).toEqual({ at: 'case', id: CASE })
  })
  test('are held while an answer comes, and through danger', () => {
    const event = { kind: 'answer', data: { case: CASE } }
    expect(placeOf(vaultTold({ place: held, found: taken }, event))).toEqual(held)
    const place: Place = { at: 'danger', alarm: 'made-1', back: held }
    expect(placeOf(vaultPressed({ place, found: taken }, 'safe'))).toEqual(held)
  })
  test('that are danger only together call somebody', () => {
    const unsent = 'chồng em đang cầm dao\nnó đuổi theo em'
    const turn = vaultPressed({ place: { at: 'case', id: CASE, unsent }, found: taken }, 'sendWords')
    expect(turn.effects).toMatchObject([{ do: 'raiseAlarm', case: CASE, text: unsent }])
  })
})

describe('a formal report that she was writing', () => {
  const formal: Place = { at: 'formal', receiver: 'police', where: 'xã Phú An' }
  const danger: Place = { at: 'danger', alarm: 'made-1', back: formal }
  const held: Place = { at: 'case', id: CASE, formal }

  test('is kept when somebody has taken her alarm, and she goes on with it afterwards', () => {
    const told = vaultTold(
      { place: danger, found: taken, alarm },
      {
        kind: 'alarmTaken',
        data: { case: CASE, alarm: 'made-1' },
      },
    )
    expect(placeOf(told)).toEqual(held)
    const safe = vaultSaid({ place: placeOf(told), found: taken }, 'em an toàn rồi')
    expect(placeOf(safe)).toEqual(held)
    expect(saidIn(safe)).toContain('«Viết tiếp phần dở»')
    const again = vaultPressed({ place: placeOf(safe), found: taken }, 'resume')
    expect(placeOf(again)).toEqual(formal)
  })
  test('is not kept once she has agreed to it', () => {
    const full: Place = { ...formal, words: 'Hôm qua bị giữ trong nhà', contact: '' }
    expect(placeOf(vaultPressed({ place: full }, 'agree'))).not.toHaveProperty('formal')
  })
})
