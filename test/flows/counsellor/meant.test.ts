import { describe, expect, test } from 'vitest'
import { conversationId } from '../../../src/domain/ids.ts'
import type { Place } from '../../../src/flows/vault/place.ts'
import { aCase, CASE, firstSaid, MEMBER, NOW, saidIn, vaultPressed, vaultSaid } from '../../support/vaultTalk.ts'

const hers = aCase({ state: 'taken', takenBy: MEMBER.id, conversation: conversationId('w1') })
const place: Place = { at: 'atCase', id: CASE }
const given = { member: MEMBER, found: hers, cases: [hers], place }
const doing = (turn: { readonly effects: readonly { readonly do: string }[] }) => turn.effects.map((one) => one.do)

const FOR_THE_BOT = [
  'trả về hàng chờ',
  'tra ve hang cho',
  'ghi chú',
  'hết ca',
  'quay lại',
  'Chuyển người khác',
  'đóng',
  'nhận',
  'mức độ',
  'hàng chờ ạ',
  'tư vấn',
]

describe('what may be for the bot', () => {
  test.each(FOR_THE_BOT)('is asked about, and nothing of it is sent: %s', (text) => {
    const turn = vaultSaid(given, text)
    expect(turn.effects).toEqual([])
    expect(saidIn(turn)).toContain('hay là lệnh')
    const sent = vaultPressed({ ...given, place: turn.conversation.place }, 'send')
    expect(sent.effects).toContainEqual(expect.objectContaining({ do: 'addWords', text }))
    expect(vaultPressed({ ...given, place: turn.conversation.place }, 'drop').effects.map((one) => one.do)).toEqual([
      'markShown',
    ])
  })
  test.each([
    ['ghi chú', { at: 'caseMenu', id: CASE, doing: 'note' }],
    ['trả về hàng chờ', { at: 'caseMenu', id: CASE, doing: 'return' }],
    ['đóng', { at: 'closing', id: CASE }],
    ['ca của tôi', { at: 'mine' }],
    ['việc khác với ca', { at: 'caseMenu', id: CASE }],
  ] as const)('is obeyed when she says so: %s', (text, after) => {
    const asked = vaultSaid(given, text)
    expect(vaultPressed({ ...given, place: asked.conversation.place }, 'obey').conversation.place).toEqual(after)
  })
  test('is a number of a button that stands on her screen', () => {
    const screen = vaultPressed({ ...given, place: { at: 'mine' } }, `c:${CASE}`).conversation
    const choices = (screen.screen?.choices ?? []).flatMap((one) => one.id ?? [])
    expect(choices.length).toBeGreaterThan(2)
    const typed = vaultSaid({ ...given, choices, typed: 'value' }, '2')
    expect(typed.effects).toEqual([])
    expect(saidIn(typed)).toContain('hay là lệnh')
    expect(doing(vaultSaid({ ...given, choices, typed: 'value' }, '15'))).toContain('addWords')
  })
  test.each(['Chị nộp đơn ở tòa án huyện', 'Vâng chị', 'Chị có con nhỏ không ạ', 'Em đây chị', 'Được chị nhé'])(
    'is no plain answer: %s',
    (text) => {
      expect(doing(vaultSaid(given, text))).toContain('addWords')
    },
  )
})

describe('a counsellor at a case who writes of her own danger', () => {
  const cry = 'chồng tôi đang cầm dao đuổi tôi cứu tôi với'
  test.each<Place>([place, { at: 'correct', id: CASE, message: 'w1' }])(
    'gets the numbers, and nothing of it is sent before she says so: %j',
    (at) => {
      const turn = vaultSaid({ ...given, place: at }, cry)
      expect(turn.effects).toEqual([])
      expect(firstSaid(turn)).toContain('113')
      const sent = vaultPressed({ ...given, place: turn.conversation.place }, 'send')
      expect(doing(sent)).toContain('addWords')
    },
  )
  test.each([
    'Chị gọi 113 được không? Chị có ra khỏi nhà được không?',
    'Chị ra cửa sau ngay nhé.',
    'Tôi đang gọi công an, chị ra cửa sau ngay',
    'Nó đang cầm dao thì em khóa cửa lại ngay',
  ])('and what she tells a woman in danger does not wait: %s', (text) => {
    expect(doing(vaultSaid(given, text))).toContain('addWords')
  })
  test.each([
    cry,
    'no dang dap cua nha toi',
    'chị ơi cứu em với nó đang cầm dao',
    'nó đang bóp cổ tôi, chị giúp tôi với',
  ])('is heard in other words: %s', (text) => {
    expect(vaultSaid(given, text).effects).toEqual([])
  })
  test('is helped in her own room when she says that it is she', () => {
    const turn = vaultSaid(given, cry)
    const self = vaultPressed({ ...given, place: turn.conversation.place }, 'self')
    expect(self.effects).toEqual([{ do: 'openOwnRoom', data: { text: cry, danger: 'yes' } }])
  })
})

const anAlarm = (id: string) => ({
  id,
  raisedAt: NOW,
  taken: false,
  child: false,
  text: 'cứu em',
  reachable: true,
})

describe('«nhận tin khẩn», typed', () => {
  test.each<Place>([place, { at: 'desk' }, { at: 'queue' }, { at: 'mine' }])('takes the one that waits: %j', (at) => {
    const alarm = anAlarm('a1')
    const turn = vaultSaid({ ...given, place: at, alarm, alarms: [alarm] }, 'nhan tin khan')
    expect(doing(turn)).toContain('takeAlarm')
  })
  test.each<Place>([place, { at: 'desk' }])('asks which where two wait, and sends nothing: %j', (at) => {
    const alarms = ['a1', 'a2'].map(anAlarm)
    const turn = vaultSaid({ ...given, place: at, alarms }, 'nhận tin khẩn')
    expect(turn.effects).toEqual([])
    expect(firstSaid(turn)).toContain('Đang có 2 tin khẩn')
    const ids = (turn.conversation.screen?.choices ?? []).map((one) => one.id)
    expect(ids).toContain('a:a1')
    expect(ids).toContain('a:a2')
  })
})
