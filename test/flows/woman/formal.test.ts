import { describe, expect, test } from 'vitest'

import type { ShownSheet } from '../../../src/domain/legal/sheet.ts'
import { instant, localDate } from '../../../src/domain/calendar.ts'
import type { Place } from '../../../src/flows/vault/place.ts'
import { aCase, CASE, MEMBER, NOW, saidIn, vaultPressed, vaultSaid, vaultTold } from '../../support/vaultTalk.ts'

const day = localDate('2026-01-01')
const sheet = (id: string): ShownSheet => ({
  id,
  topic: 'family_violence',
  title: id,
  question: '',
  answer: `Nội dung của ${id}`,
  basis: 'Điều 19',
  from: day,
  written: day,
  expires: localDate('2027-01-01'),
  words: '',
  note: '',
  print: 'p',
  approval: { sheet: id, print: 'p', act: 'approved', by: 'm', on: day, until: localDate('2027-01-01'), demo: false },
})
const SHEETS = [sheet('FS-01'), sheet('FS-02')]
const NO_CONTACT: Place = { at: 'formal', receiver: 'police', where: 'xã Phú An', words: 'chồng đánh' }
const READY: Place = { ...NO_CONTACT, contact: '' }

test('she reads who receives and by which article before she chooses', () => {
  const turn = vaultPressed({ place: { at: 'which' }, sheets: SHEETS }, 'formal')
  expect(saidIn(turn)).toMatch(/Nội dung của FS-01[^]*Nội dung của FS-02[^]*Điều 19[^]*Chị muốn báo tới nơi nào/)
})

test.each([[[]], [[sheet('FS-01')]]])('without both sheets approved and in date the door is closed', (sheets) => {
  const turn = vaultPressed({ place: { at: 'which' }, sheets }, 'formal')
  expect(turn.conversation.place.at).toBe('which')
  expect(saidIn(turn)).not.toContain('Điều 19')
  expect(turn.conversation.screen?.choices.map((one) => one.id)).not.toContain('formal')
})

test('«dạ» alone is no yes to it: she reads the words again', () => {
  const turn = vaultSaid({ place: READY, sheets: SHEETS }, 'dạ')
  expect([turn.effects, turn.conversation.place]).toEqual([[], READY])
  expect(saidIn(turn)).toContain('chị trả lời rõ giúp em')
})

test('nothing is written before her yes to exactly the words that are shown', () => {
  const asked = vaultPressed({ place: NO_CONTACT, sheets: SHEETS }, 'none')
  expect(asked.effects).toEqual([])
  const shown = saidIn(asked)
  const agreed = vaultPressed({ place: READY, sheets: SHEETS }, 'agree')
  const written = agreed.effects.find((one) => one.do === 'writeHandover')
  expect(shown).toContain(written?.text)
  expect(agreed.effects.map((one) => one.do)).toEqual(['openCase', 'addWords', 'writeHandover', 'tellDuty', 'audit'])
})

test('the machine never says that it told anybody', () => {
  expect(saidIn(vaultPressed({ place: READY, sheets: SHEETS }, 'agree'))).toContain('Tin chưa chuyển cho ai')
})

test('of a report that waits she is told that nobody was told yet; of one handed over, when and how', () => {
  const handover = { receiver: 'police' as const, writtenAt: NOW }
  const place: Place = { at: 'case', id: CASE }
  const waits = vaultSaid({ place, found: aCase({ door: 'formal', handover, state: 'closed' }) }, 'sao rồi')
  expect(saidIn(waits)).toContain('Tin chưa chuyển cho ai')
  const handed = { ...handover, handedAt: NOW, how: 'phone' as const }
  const told = vaultSaid({ place, found: aCase({ door: 'formal', handover: handed, state: 'closed' }) }, 'sao rồi')
  expect(saidIn(told)).toMatch(
    /Đã chuyển tới Công an xã lúc 09:00 23\/11\/2026, qua điện thoại\. Nơi nhận chưa xác nhận/,
  )
})

test('only the member who has the case records that it was handed over', () => {
  const handover = { receiver: 'police' as const, writtenAt: instant(NOW) }
  const place: Place = { at: 'handover', id: CASE }
  const hers = aCase({ handover, state: 'taken', takenBy: MEMBER.id })
  expect(vaultPressed({ place, member: MEMBER, found: hers }, 'w:phone').effects[0]).toEqual({
    do: 'handOver',
    case: CASE,
    how: 'phone',
  })
  const others = aCase({ handover, state: 'taken' })
  const turn = vaultPressed({ place, member: MEMBER, found: others }, 'w:phone')
  expect(turn.effects.map((one) => one.do)).not.toContain('handOver')
})

test('what she writes at the check belongs to her report, and she reads all of it again', () => {
  const turn = vaultSaid({ place: READY, sheets: SHEETS }, 'à thêm nữa là con em cũng bị đánh')
  expect(turn.conversation.place).toEqual({ ...READY, words: 'chồng đánh\nà thêm nữa là con em cũng bị đánh' })
  expect(saidIn(turn)).toMatch(/Em đã thêm[^]*chồng đánh\nà thêm nữa là con em cũng bị đánh[^]*Chị đồng ý/)
})
test.each(['đồng ý', 'vâng ạ', 'dong y'])('«%s» at the check is her yes', (text) => {
  expect(vaultSaid({ place: READY, sheets: SHEETS }, text).effects.map((one) => one.do)).toContain('writeHandover')
})
test('her no at the check writes nothing', () => {
  const turn = vaultSaid({ place: READY, sheets: SHEETS }, 'không ạ')
  expect([turn.conversation.place.at, turn.effects]).toEqual(['which', []])
})

describe('one part is changed and the rest is kept', () => {
  const which = vaultPressed({ place: READY, sheets: SHEETS }, 'again').conversation.place

  test.each([
    ['where', 'xã An Bình', { where: 'xã An Bình' }],
    ['words', 'chồng đánh cả con', { words: 'chồng đánh cả con' }],
    ['contact', 'gọi chị gái tôi', { contact: 'gọi chị gái tôi' }],
    ['contact', 'không', { contact: '' }],
  ])('%s: «%s»', (part, text, changed) => {
    const asked = vaultPressed({ place: which, sheets: SHEETS }, `p:${part}`)
    const turn = vaultSaid({ place: asked.conversation.place, sheets: SHEETS }, text)
    expect(turn.conversation.place).toEqual({ ...READY, ...changed })
    expect(saidIn(turn)).toContain('Chị đồng ý')
  })
  test('the receiver', () => {
    const asked = vaultPressed({ place: which, sheets: SHEETS }, 'p:receiver')
    const turn = vaultPressed({ place: asked.conversation.place, sheets: SHEETS }, 'r:committee')
    expect(turn.conversation.place).toEqual({ ...READY, receiver: 'committee' })
  })
  test.each(['which', 'receiver', 'where', 'words', 'contact'] as const)('or left as it is, at %s', (change) => {
    const turn = vaultPressed({ place: { ...READY, change }, sheets: SHEETS }, 'keep')
    expect(turn.conversation.place).toEqual(READY)
  })
  test('words where a button is asked for are not lost', () => {
    const turn = vaultSaid({ place: which, sheets: SHEETS }, 'em đang có thai năm tháng')
    expect(turn.conversation.place).toMatchObject({ words: 'chồng đánh\nem đang có thai năm tháng' })
  })
})

test('words of danger leave her report as it was, also after she is safe', () => {
  const raised = vaultSaid({ place: READY, sheets: SHEETS }, 'nó đang cầm dao đập cửa cứu em với')
  expect(raised.effects).toMatchObject([{ do: 'raiseAlarm' }])
  const turn = vaultPressed({ place: raised.conversation.place, sheets: SHEETS }, 'safe')
  expect(turn.conversation.place).toEqual(READY)
  expect(saidIn(turn)).toMatch(/đã an toàn[^]*Chị đồng ý/)
})

describe('before it is handed over she may take it back', () => {
  const handover = { receiver: 'police' as const, writtenAt: NOW }
  const place: Place = { at: 'case', id: CASE }
  const found = aCase({ door: 'formal', handover, state: 'taken', takenBy: MEMBER.id })

  test.each(['rút tin', 'em muốn rút lại', 'cho em rút lại tin báo với ạ', 'thôi em rút lại'])(
    '«%s» asks her, and her yes records it and tells whoever has it',
    (text) => {
      const asked = vaultSaid({ place, found }, text)
      expect(asked.effects).toEqual([])
      const turn = vaultPressed({ place: asked.conversation.place, found }, 'yes')
      expect(turn.effects).toMatchObject([
        { do: 'withdrawHandover', case: CASE },
        { do: 'tellMember', member: MEMBER.id, event: { kind: 'handoverWithdrawn' } },
        { do: 'audit', act: 'withdrawHandover' },
      ])
      expect(turn.conversation.place).toEqual(place)
      expect(turn.conversation.screen?.choices.map((one) => one.id)).not.toContain('withdraw')
    },
  )
  test('a closed case has no button for it, and does not say that there is one', () => {
    const cardOf = (state: 'taken' | 'closed') =>
      vaultPressed({ place: { at: 'more', id: CASE }, found: aCase({ door: 'formal', state, handover }) }, 'back')
    expect(saidIn(cardOf('taken'))).toContain('Rút tin báo')
    expect(saidIn(cardOf('closed'))).not.toContain('Rút tin báo')
  })
  test('so does the button; those on duty hear it where nobody has it', () => {
    const waits = aCase({ door: 'formal', handover })
    const asked = vaultPressed({ place, found: waits }, 'withdraw')
    expect(vaultPressed({ place: asked.conversation.place, found: waits }, 'yes').effects[1]).toMatchObject({
      do: 'tellDuty',
      event: { kind: 'handoverWithdrawn' },
    })
  })
  test('after it she is told that it cannot be, and her words go on', () => {
    const handed = { ...found, handover: { ...handover, handedAt: NOW, how: 'phone' as const } }
    const turn = vaultSaid({ place, found: handed }, 'em muốn rút lại')
    expect(saidIn(turn)).toContain('không rút lại được')
    expect(turn.effects[0]).toMatchObject({ do: 'addWords', text: 'em muốn rút lại' })
    expect(vaultPressed({ place: { at: 'more', id: CASE, doing: 'withdraw' }, found: handed }, 'yes').effects).toEqual(
      [],
    )
  })
  test('whoever has it hears it, and is asked not to hand it over; what was done before is still recorded', () => {
    const event = { kind: 'handoverWithdrawn', data: { case: CASE } }
    expect(saidIn(vaultTold({ place: { at: 'desk' }, member: MEMBER, found }, event))).toContain('vừa rút tin')
    const back = { ...found, handover: { ...handover, withdrawnAt: NOW } }
    const at: Place = { at: 'handover', id: CASE }
    const shown = vaultSaid({ place: at, member: MEMBER, found: back }, 'xem')
    expect(saidIn(shown)).toContain('đừng chuyển nữa')
    expect(shown.conversation.screen?.choices.map((one) => one.id)).not.toContain('tried')
    expect(vaultPressed({ place: at, member: MEMBER, found: back }, 'w:phone').effects[0]).toMatchObject({
      do: 'handOver',
    })
  })
})

describe('a body that cannot be reached', () => {
  const handover = { receiver: 'police' as const, writtenAt: NOW }
  const found = aCase({ door: 'formal', handover, state: 'taken', takenBy: MEMBER.id })

  test('is recorded by whoever has the case', () => {
    const turn = vaultPressed({ place: { at: 'handover', id: CASE }, member: MEMBER, found }, 'tried')
    expect(turn.effects[0]).toEqual({ do: 'tryHandover', case: CASE })
  })
  const tried = { ...found, handover: { ...handover, tried: { times: 2, at: NOW } } }
  test('is what she reads', () => {
    expect(saidIn(vaultPressed({ place: { at: 'case', id: CASE }, found: tried }, 'x'))).toMatch(
      /Tin chưa chuyển cho ai[^]*2 lần nhưng chưa được, gần nhất lúc 09:00 23\/11\/2026/,
    )
  })
  test('is what the head reads on the board', () => {
    const head = { ...MEMBER, role: 'clubHead' as const }
    expect(saidIn(vaultPressed({ place: { at: 'desk' }, member: head, cases: [tried] }, 'board'))).toContain(
      '2 lần nhưng chưa được',
    )
  })
})
