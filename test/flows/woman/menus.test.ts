import { describe, expect, test } from 'vitest'
import { fileId, memberId } from '../../../src/domain/ids.ts'
import type { Place } from '../../../src/flows/vault/place.ts'
import { aCase, CASE, firstSaid, saidIn, vaultPressed, vaultSaid } from '../../support/vaultTalk.ts'

const QUESTION = 'em muốn hỏi thủ tục ly hôn và chia đất'

describe('words at a menu', () => {
  const MENUS: readonly Place[] = [
    { at: 'more', id: CASE },
    { at: 'more', id: CASE, doing: 'hours' },
    { at: 'more', id: CASE, doing: 'flags' },
    { at: 'more', id: CASE, doing: 'rate' },
    { at: 'erase', id: CASE },
  ]
  const SAID = 'em chưa muốn xóa, em hỏi thêm về bảo hiểm'
  test.each(MENUS)('%j: she is told that they went to nobody, and one tap sends them', (place) => {
    const found = aCase({ state: 'taken', takenBy: memberId('m1') })
    const turn = vaultSaid({ place, found }, SAID)
    expect([turn.effects, firstSaid(turn)]).toEqual([[], 'Lời vừa rồi em chưa chuyển cho ai.'])
    expect(turn.conversation.place).toEqual({ ...place, unsent: SAID })
    const sent = vaultPressed({ place: turn.conversation.place, found }, 'sendWords')
    expect(sent.effects[0]).toMatchObject({ do: 'addWords', text: SAID })
    expect(sent.conversation.place).toEqual({ at: 'case', id: CASE })
  })
  test('her word is not kept there either', () => {
    const turn = vaultSaid({ place: { at: 'more', id: CASE }, found: aCase(), codeWord: 'hoa sen' }, 'hoa sen')
    expect(turn.conversation.place).toEqual({ at: 'more', id: CASE })
  })
  test('beside a photo that waits she is told what was masked, and may show it', () => {
    const place: Place = { at: 'photo', id: CASE, files: [fileId('f1')] }
    const turn = vaultSaid({ place, found: aCase() }, 'gọi em 0912345678')
    expect(saidIn(turn)).toContain('che số điện thoại')
    expect(turn.conversation.screen?.choices.map((one) => one.id)).toContain('show:made-1')
    const shown = vaultPressed({ place, found: aCase() }, 'show:made-1')
    expect([shown.effects[0]?.do, shown.conversation.place]).toEqual(['revealWords', place])
  })
  test('a thank-you after the end is only that', () => {
    const said = vaultSaid(
      { place: { at: 'case', id: CASE }, found: aCase({ state: 'closed' }) },
      'dạ em cảm ơn chị nhiều',
    )
    expect(saidIn(said)).not.toContain('chưa chuyển')
    expect(saidIn(said)).toContain('đã khép lại')
  })
  test('what she writes after the end is offered back for a new question', () => {
    const found = aCase({ state: 'closed' })
    const said = vaultSaid({ place: { at: 'case', id: CASE }, found }, QUESTION)
    expect([said.effects, saidIn(said)]).toEqual([[], expect.stringContaining('chưa chuyển cho ai')])
    const terms = vaultPressed({ place: said.conversation.place, found }, 'new')
    expect(terms.conversation.place).toEqual({ at: 'terms', words: QUESTION })
  })
})

describe('asked whether all is to be erased', () => {
  const place: Place = { at: 'erase', id: CASE }

  test.each(['xóa hết', 'xoa het', 'xoá hết đi', 'vâng', 'đồng ý', 'ok xóa đi', 'dạ em đồng ý xóa hết ạ'])(
    '«%s» confirms it',
    (text) => {
      expect(vaultSaid({ place, found: aCase() }, text).effects.map((one) => one.do)).toContain('eraseCase')
    },
  )
  test.each(['không', 'thôi em không xóa nữa', 'đừng xóa', 'chưa'])('«%s» keeps all', (text) => {
    const turn = vaultSaid({ place, found: aCase() }, text)
    expect([turn.effects, turn.conversation.place]).toEqual([[], { at: 'case', id: CASE }])
  })
  test('in danger she is asked too, and goes back to the alarm if she keeps all', () => {
    const danger: Place = { at: 'danger', alarm: 'a1', back: { at: 'case', id: CASE } }
    const asked = vaultSaid({ place: danger, found: aCase() }, 'xóa').conversation.place
    expect(asked).toEqual({ ...place, back: danger })
    expect(vaultPressed({ place: asked, found: aCase() }, 'no').conversation.place).toEqual(danger)
    expect(vaultPressed({ place: asked, found: aCase() }, 'yes').effects.map((one) => one.do)).toContain('eraseCase')
  })
  test('in danger before any case it is an exit', () => {
    const turn = vaultSaid({ place: { at: 'danger', alarm: 'a1', back: { at: 'door' } } }, 'xóa')
    expect(turn.conversation.place).toEqual({ at: 'left' })
  })
})

describe('what sounds like work of the Union, in her own case', () => {
  const place: Place = { at: 'case', id: CASE }
  const found = aCase({ state: 'taken', takenBy: memberId('m1') })

  test.each(['báo cáo', 'menu', 'tien do', 'truyền thông luật PCBLGĐ 12/3, 45 người, 30 nữ'])(
    '«%s» goes to nobody unasked',
    (said) => {
      const asked = vaultSaid({ place, found }, said)
      expect([asked.effects, asked.conversation.place]).toEqual([[], { ...place, unsent: said }])
      expect(saidIn(asked)).toContain('Lời này giống việc của Hội')
      const sent = vaultPressed({ place: asked.conversation.place, found }, 'sendWords')
      expect(sent.effects[0]).toMatchObject({ do: 'addWords', text: said })
      // Left where it stands, it is still kept for her, and sent only when she says so.
      const on = vaultSaid({ place: asked.conversation.place, found }, 'em hỏi tiếp ạ')
      expect(on.conversation.place).toEqual({ ...place, unsent: said })
      expect(JSON.stringify(on.effects)).not.toContain(said)
    },
  )
  test.each([
    'em báo cáo công an rồi ạ',
    'hội nghị gia đình có 5 người đánh em',
    'nhà em 4 người',
    'em đi tập huấn về thì bị đánh',
  ])('«%s» is hers to tell', (said) => {
    expect(JSON.stringify(vaultSaid({ place, found }, said).effects)).toContain(said)
  })
})

describe('the other doors by their names', () => {
  test.each([
    ['báo giúp người khác', 'bystander'],
    ['bao giup nguoi khac', 'bystander'],
    ['báo tin chính thức', 'formal'],
    ['BAO TIN CHINH THUC', 'formal'],
  ] as const)('«%s» is remembered at the door, which keeps its face', (said, to) => {
    const turn = vaultSaid({ place: { at: 'door' } }, said)
    expect(turn.conversation.place).toEqual({ at: 'door', to })
    expect(saidIn(turn)).toBe(saidIn(vaultSaid({ place: { at: 'door' } }, 'ừm')))
    const through = vaultPressed({ place: turn.conversation.place }, 'now')
    // Without the sheets approved no formal report is taken: she hears which doors are open.
    expect(through.conversation.place).toEqual(
      to === 'bystander' ? { at: 'terms', door: 'bystander' } : { at: 'which' },
    )
    expect(vaultSaid({ place: { at: 'terms' } }, said).conversation.place).toEqual(through.conversation.place)
  })
})
