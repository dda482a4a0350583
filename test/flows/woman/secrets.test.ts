import { describe, expect, test } from 'vitest'
import type { Place } from '../../../src/flows/vault/place.ts'
import { aCase, CASE, saidIn, vaultPressed, vaultSaid } from '../../support/vaultTalk.ts'

const HELP = 'cứu em với, chồng đang cầm dao đuổi chém em'
const QUESTION = 'em muốn hỏi thủ tục ly hôn và chia đất'

describe('her receipt or her word, typed after the door', () => {
  const AFTER: readonly Place[] = [
    { at: 'terms' },
    { at: 'which' },
    { at: 'topic' },
    { at: 'words', topic: 'property_land' },
    { at: 'bystander' },
    { at: 'first', words: QUESTION },
    { at: 'doubt', words: 'chong danh' },
    { at: 'formal', receiver: 'police' },
  ]
  describe.each(AFTER.map((place) => [place.at, place] as const))('at %s', (at, place) => {
    test.each(['A56Q7-220CD', 'hoa mai vàng'])('«%s» opens her case', (typed) => {
      const turn = vaultSaid({ place, found: aCase(), opens: typed }, typed)
      expect(turn.conversation.place).toEqual({ at: 'case', id: CASE })
      expect(turn.effects).toEqual([])
    })
    test('a receipt whose word is still to come looks like a code that opens nothing, and is remembered', () => {
      const wrong = vaultSaid({ place }, 'A56Q7-220CD')
      const right = vaultSaid({ place, claims: CASE }, 'A56Q7-220CD')
      expect(saidIn(right)).toBe(saidIn(wrong))
      expect([wrong.effects, right.effects]).toEqual([[], []])
      expect(JSON.stringify(right.conversation.place)).not.toContain('A56Q7')
      expect(right.conversation.place).toMatchObject({ at: at === 'formal' ? 'formal' : 'door', claimed: CASE })
    })
    test('a code inside a sentence goes no further', () => {
      const turn = vaultSaid({ place }, 'mã của em là A56Q7-220CD, em muốn hỏi tiếp chuyện ly hôn')
      expect(JSON.stringify([turn.conversation.place, turn.effects])).not.toContain('A56Q7')
    })
  })
  test('the receipt is remembered past the terms, and a wrong word after it is not taken for a question', () => {
    const terms = vaultPressed({ place: { at: 'door', claimed: CASE, tried: true } }, 'now').conversation.place
    const topic = vaultPressed({ place: terms }, 'agree').conversation.place
    expect([terms, topic]).toMatchObject([
      { at: 'terms', claimed: CASE },
      { at: 'topic', claimed: CASE },
    ])
    const wrong = vaultSaid({ place: topic }, 'hoa mai trắng')
    expect([wrong.effects, wrong.conversation.place]).toEqual([[], { at: 'door', claimed: CASE, tried: true }])
    const none = vaultSaid({ place: { at: 'topic', tried: true } }, 'hoa mai trắng')
    expect([none.effects, saidIn(none)]).toEqual([[], saidIn(wrong)])
  })
  test('a code typed in danger is not passed on', () => {
    const turn = vaultSaid({ place: { at: 'danger', alarm: 'a1', back: { at: 'door' } } }, 'em đây A56Q7-220CD')
    expect(turn.effects).toMatchObject([{ do: 'addToAlarm', text: 'em đây •••' }])
    expect(JSON.stringify(vaultSaid({ place: { at: 'terms' } }, `A56Q7-220CD ${HELP}`).effects)).not.toContain('A56Q7')
  })
  test('what she looked for is knocked with before it is kept', () => {
    const turn = vaultPressed({ place: { at: 'look', said: 'hoa sen' }, found: aCase(), opens: 'hoa sen' }, 'ask')
    expect(turn.conversation.place).toEqual({ at: 'case', id: CASE })
  })
})

describe('a word of her own', () => {
  const place: Place = { at: 'codeWord', id: CASE }

  test.each(['tiền', 'Tiện', 'đồng ý', 'quên', 'thoát ngay', 'cứu em với chồng đang đánh em', 'có phải lừa đảo không'])(
    '«%s» would be heard as something else and is refused, or heard at once',
    (word) => {
      expect(vaultSaid({ place, found: aCase() }, word).effects.map((one) => one.do)).not.toContain('setCodeWord')
    },
  )
  test('another one is kept', () => {
    expect(vaultSaid({ place, found: aCase() }, 'hoa mai vàng').effects).toEqual([
      { do: 'setCodeWord', case: CASE, word: 'hoa mai vàng' },
    ])
  })
  test.each(['chị ơi cho em hỏi con em ở với ai ạ', 'em muốn hỏi ly hôn', 'con em sốt quá?'])(
    'a sentence is read back, and hers to send or to set: «%s»',
    (said) => {
      const found = aCase()
      const asked = vaultSaid({ place, found }, said)
      expect([asked.effects, asked.conversation.place]).toEqual([[], { at: 'codeWord', id: CASE, unsent: said }])
      expect(saidIn(asked)).toContain(`«${said}»`)
      const standing = asked.conversation.place
      expect(vaultPressed({ place: standing, found }, 'sendWords').effects[0]).toMatchObject({
        do: 'addWords',
        text: said,
      })
      expect(vaultPressed({ place: standing, found }, 'setWord').effects).toEqual([
        { do: 'setCodeWord', case: CASE, word: said },
      ])
      expect(vaultPressed({ place: standing, found }, 'skip').effects).toEqual([])
    },
  )
  test.each(['em muốn hỏi thêm', 'cảm ơn chị', 'vâng', 'dạ em biết rồi'])(
    'what people often write is no exit word: «%s»',
    (said) => {
      const leaving: Place = { at: 'more', id: CASE, doing: 'exitWord' }
      const asked = vaultSaid({ place: leaving, found: aCase() }, said)
      expect([asked.effects, asked.conversation.place]).toEqual([[], { ...leaving, unsent: said }])
      expect(saidIn(asked)).toMatch(new RegExp(`^Em chưa đặt.{60,}\\n«${said}»`))
      const sent = vaultPressed({ place: asked.conversation.place, found: aCase() }, 'sendWords')
      expect(sent.effects[0]).toMatchObject({ do: 'addWords', text: said })
      expect(vaultSaid({ place: asked.conversation.place, found: aCase() }, 'hoa gạo').effects[0]).toEqual({
        do: 'setExitWord',
        word: 'hoa gạo',
      })
    },
  )
  test.each(['exitWord', 'other'] as const)('typed at %s is neither kept nor passed on', (doing) => {
    const turn = vaultSaid({ place: { at: 'more', id: CASE, doing }, found: aCase(), codeWord: 'hoa sen' }, 'hoa sen')
    expect(turn.effects).toEqual([])
  })
})
