import { describe, expect, test } from 'vitest'
import { HOUR, instant, MINUTE } from '../../../src/domain/calendar.ts'
import { caseId, conversationId, memberId } from '../../../src/domain/ids.ts'
import type { Place } from '../../../src/flows/vault/place.ts'
import {
  aCase,
  CASE,
  MEMBER,
  NOW,
  saidIn,
  vaultActed,
  vaultEdited,
  vaultPressed,
  vaultSaid,
  vaultTold,
} from '../../support/vaultTalk.ts'

const hers = aCase({ state: 'taken', takenBy: MEMBER.id, conversation: conversationId('w1') })
const others = aCase({ state: 'taken', takenBy: memberId('m2'), conversation: conversationId('w1') })
const words = [{ id: 'w1', from: 'woman' as const, text: 'Lời kín của chị', at: NOW, shown: false }]
const atCase: Place = { at: 'atCase', id: CASE }
const given = { member: MEMBER, words }

describe('what she writes with a case on her screen', () => {
  const turn = vaultSaid({ ...given, place: atCase, found: hers }, 'Chị nộp đơn ở tòa án huyện')

  test('goes to that case', () => {
    const added = turn.effects.find((one) => one.do === 'addWords')
    expect(added).toMatchObject({ case: CASE, from: 'counsellor', text: 'Chị nộp đơn ở tòa án huyện' })
  })
  test('and the woman’s conversation hears that there is an answer, without words', () => {
    const told = turn.effects.find((one) => one.do === 'tell')
    expect(told).toMatchObject({ to: 'w1', event: { kind: 'answer', data: { case: CASE } } })
  })
  test('to a case that is another’s goes nowhere', () => {
    expect(vaultSaid({ ...given, place: atCase, found: others }, 'xin chào').effects).toEqual([])
  })
  test('to a case that is closed goes nowhere', () => {
    const closed = vaultSaid({ ...given, place: atCase, found: { ...hers, state: 'closed' } }, 'xin chào')
    expect(closed.effects.map((one) => one.do)).not.toContain('addWords')
  })
})

test.each<Place>([{ at: 'desk' }, { at: 'queue' }, { at: 'mine' }, { at: 'joined' }, { at: 'board' }])(
  'what she writes at $at is relayed to nobody',
  (place) => {
    const turn = vaultSaid({ ...given, place, cases: [hers] }, 'Chị nộp đơn ở tòa án huyện')
    expect(turn.effects.map((one) => one.do)).not.toContain('addWords')
    expect(turn.effects.map((one) => one.do)).not.toContain('tell')
  },
)

test('“an” is no exit word in her hands', () => {
  const turn = vaultSaid({ ...given, place: atCase, found: hers }, 'ẩn')
  expect(turn.effects.map((one) => one.do)).not.toContain('closeSession')
})

describe('words of a case', () => {
  test('are shown to the one whose case it is', () => {
    expect(saidIn(vaultPressed({ ...given, place: { at: 'mine' }, found: hers }, `c:${CASE}`))).toContain('Lời kín')
  })
  test('are not shown to another', () => {
    expect(saidIn(vaultPressed({ ...given, place: { at: 'mine' }, found: others }, `c:${CASE}`))).not.toContain(
      'Lời kín',
    )
  })
  test('are not in the notice of a new case', () => {
    const turn = vaultTold({ ...given, place: atCase, found: aCase() }, { kind: 'newCase', data: { case: CASE } })
    expect(saidIn(turn)).toContain('CA-7K2MQ')
    expect(saidIn(turn)).not.toContain('Lời kín')
    expect(turn.conversation.place).toEqual(atCase)
  })
})

describe('an alarm', () => {
  const alarm = {
    id: 'a1',
    raisedAt: instant(NOW - 2 * MINUTE),
    taken: false,
    child: false,
    text: 'cứu em với',
    reachable: true,
  }
  const take = (given: { readonly taken: boolean }) =>
    vaultPressed({ member: MEMBER, place: { at: 'queue' }, alarm: { ...alarm, ...given } }, 'a:a1')

  test('is taken by the first, who reads its words', () => {
    const turn = take({ taken: false })
    expect(turn.effects[0]).toMatchObject({ do: 'takeAlarm', alarm: 'a1', promiseAt: NOW + 5 * MINUTE })
    expect(saidIn(turn)).toContain('cứu em với')
  })
  test('of a case that waits is taken with the case, which shows all her words', () => {
    const facts = { found: aCase({ alarm: 'a1' }), words, alarm: { ...alarm, case: CASE } }
    const turn = vaultActed({ member: MEMBER, place: { at: 'desk' }, ...facts }, 'takeCase', { case: CASE })
    expect(turn.effects[0]).toMatchObject({ do: 'takeAlarm', alarm: 'a1', case: CASE })
    expect(saidIn(turn)).toContain('Lời kín')
  })
  test('is gone for the second, without its words', () => {
    const turn = take({ taken: true })
    expect(turn.effects).toEqual([])
    expect(saidIn(turn)).not.toContain('cứu em với')
  })
  test('is told without words, and does not disturb the case on her screen', () => {
    const turn = vaultTold({ member: MEMBER, place: atCase, found: hers }, { kind: 'alarm', data: { alarm: 'a1' } })
    expect(turn.conversation.place).toEqual(atCase)
    expect(turn.conversation.offer?.map((one) => one.act?.kind)).toEqual(['takeAlarm'])
  })
})

test('a duty begins only when the test page is answered, and is twelve hours', () => {
  const asked = vaultPressed({ member: MEMBER, place: { at: 'desk' } }, 'dutyOn')
  expect(asked.effects).toMatchObject([{ do: 'tellMember', member: MEMBER.id, event: { kind: 'dutyTest' } }])
  const turn = vaultActed({ member: MEMBER, place: atCase }, 'dutyReached')
  expect(turn.effects).toContainEqual({ do: 'setDuty', until: instant(NOW + 12 * HOUR) })
})

describe('two who act at once on one case', () => {
  const second = { id: memberId('m2'), name: 'Tư vấn viên 2', role: 'counsellor' as const, capacity: 10 }
  test('the second who takes it hears that it is gone, and reads nothing', () => {
    const turn = vaultActed({ member: second, words, place: { at: 'desk' }, found: hers }, 'takeCase', { case: CASE })
    expect(turn.effects).toEqual([])
    expect(saidIn(turn)).not.toContain('Lời kín')
  })
  test.each<Place>([
    atCase,
    { at: 'sending', id: CASE, text: '0912345678' },
    { at: 'correct', id: CASE, message: 'x' },
    { at: 'caseMenu', id: CASE, doing: 'note' },
    { at: 'caseMenu', id: CASE, doing: 'refer' },
    { at: 'secondEyes', id: CASE, outcome: 'answered' },
    { at: 'reading', id: CASE },
  ])('what she writes at $at while the case is taken from her goes nowhere', (place) => {
    const turn = vaultSaid({ member: second, words, place, found: hers }, 'Chị nộp đơn ở tòa')
    expect(turn.effects).toEqual([])
    expect(saidIn(turn)).not.toContain('Lời kín')
  })
})

describe('a high risk', () => {
  const risky = { ...hers, severity: 'violence' as const, highRisk: true }
  const other = { id: 'm2', name: 'Người khác', onDuty: false, load: 0 }
  const asked = { ...risky, closing: { outcome: 'answered' as const, by: memberId('m2') } }
  test('is not closed by one', () => {
    const turn = vaultPressed(
      { ...given, place: { at: 'closing', id: CASE }, found: risky, members: [other] },
      'o:answered',
    )
    expect(turn.effects).toEqual([])
    expect(turn.conversation.place.at).toBe('secondEyes')
  })
  test('also after its severity was lowered', () => {
    const found = { ...hers, highRisk: true }
    expect(vaultPressed({ ...given, place: { at: 'closing', id: CASE }, found }, 'o:answered').effects).toEqual([])
  })
  test('is closed by the second, who was asked', () => {
    const member = { ...MEMBER, id: memberId('m2') }
    const turn = vaultPressed(
      { member, words, place: { at: 'reading', id: CASE }, found: { ...asked, readAs: 'second' } },
      'agree',
    )
    expect(turn.effects[0]).toEqual({ do: 'judgeClose', case: CASE, agreed: true })
  })
  test('and not by the one who proposed it', () => {
    const turn = vaultPressed(
      { ...given, place: { at: 'reading', id: CASE }, found: { ...asked, readAs: 'holder' } },
      'agree',
    )
    expect(turn.effects).toEqual([])
  })
})

test('words that answer a message by the channel’s reply go to the case of that message', () => {
  const turn = vaultSaid({ ...given, place: { at: 'desk' }, found: hers }, 'Chị nộp đơn ở tòa án huyện', {
    about: CASE,
  })
  expect(turn.effects[0]).toMatchObject({ do: 'addWords', case: CASE })
})

test('an edit of hers goes to nobody: it may belong to another case than the one on her screen', () => {
  const turn = vaultEdited({ ...given, place: atCase, found: hers }, 'Chị nộp đơn')
  expect(turn.effects.map((one) => one.do)).not.toContain('addWords')
})

describe('closing', () => {
  const close = (found: typeof hers) =>
    vaultPressed({ member: MEMBER, place: { at: 'closing', id: CASE }, found }, 'o:answered')

  test('is done by the one whose case it is', () => {
    expect(close(hers).effects).toContainEqual({ do: 'closeCase', case: CASE, outcome: 'answered' })
  })
  test('is not done by another', () => {
    expect(close(others).effects).toEqual([])
  })
})

describe('the queue', () => {
  const cases = Array.from({ length: 10 }, (_, n) =>
    aCase({
      id: caseId(`case-${n}`),
      alias: `CA-${n}`,
      openedAt: instant(NOW + n),
      ...(n === 0 ? { declinedBy: [MEMBER.id] } : {}),
    }),
  )
  const shown = (turn: ReturnType<typeof vaultPressed>): readonly string[] =>
    (turn.conversation.screen?.choices ?? []).flatMap((one) => (one.id?.startsWith('c:') === true ? [one.id] : []))

  test('has a next page, and what she declined stands last', () => {
    const first = vaultPressed({ member: MEMBER, place: { at: 'desk' }, cases }, 'queue')
    expect(shown(first)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `c:case-${n}`))
    const second = vaultPressed({ member: MEMBER, place: first.conversation.place, cases }, 'next')
    expect(shown(second)).toEqual(['c:case-9', 'c:case-0'])
    expect(shown(vaultPressed({ member: MEMBER, place: second.conversation.place, cases }, 'previous'))).toHaveLength(8)
  })
})

describe('a case whose words name the place where a member works', () => {
  const near = aCase({ avoid: ['u1'] })
  const counsellor = { ...MEMBER, unit: 'u1' }
  const head = { ...counsellor, role: 'clubHead' as const }

  test('is not taken by a counsellor, who is told why', () => {
    const turn = vaultActed({ member: counsellor, place: { at: 'desk' }, found: near }, 'takeCase', { case: CASE })
    expect(turn.effects).toEqual([])
    expect(saidIn(turn)).toContain('nhắc đến nơi chị công tác')
  })
  test('is taken by the head when she has read it, which is in the audit', () => {
    const asked = vaultActed({ member: head, place: { at: 'desk' }, found: near }, 'takeCase', { case: CASE })
    expect(asked.effects).toEqual([])
    expect(saidIn(asked)).toContain('Chị vẫn nhận ạ?')
    const taken = vaultPressed({ ...given, member: head, place: asked.conversation.place, found: near }, 'take')
    expect(taken.effects).toContainEqual({ do: 'takeCase', case: CASE })
    expect(taken.effects).toContainEqual({ do: 'audit', act: 'take.near', subject: near.alias })
  })
  test('is offered to the head alone', () => {
    const event = { kind: 'newCase', data: { case: CASE } }
    expect(vaultTold({ member: counsellor, place: { at: 'desk' }, found: near }, event).says).toEqual([])
    expect(saidIn(vaultTold({ member: head, place: { at: 'desk' }, found: near }, event))).toContain('CA-7K2MQ')
  })
})

describe('a transfer of a case that was closed or erased meanwhile', () => {
  const over = aCase({ state: 'closed', takenBy: memberId('m2'), offeredTo: MEMBER.id, erased: true })
  const turn = vaultActed({ member: MEMBER, place: { at: 'desk' }, found: over }, 'acceptCase', { case: CASE })

  test('is not accepted, and both are told', () => {
    expect(turn.effects.map((one) => one.do)).toEqual(['tellMember'])
    expect(turn.effects[0]).toMatchObject({ member: 'm2', event: { kind: 'offerOver' } })
    expect(saidIn(turn)).toContain('không còn để nhận')
    const told = vaultTold(
      { member: MEMBER, place: { at: 'desk' }, found: over },
      { kind: 'offerOver', data: { case: CASE } },
    )
    expect(saidIn(told)).toContain('chưa có ai nhận')
  })
})

test('the card after a new severity names the new one', () => {
  const found = { ...hers, severity: 'immediate' as const }
  const turn = vaultPressed({ ...given, place: { at: 'caseMenu', id: CASE, doing: 'severity' }, found }, 's:none')
  expect(saidIn(turn)).toContain('thường')
  expect(saidIn(turn)).not.toContain('KHẨN')
})

describe('that an alarm is over', () => {
  const told = (data: Readonly<Record<string, string>>, found?: typeof hers) =>
    saidIn(
      vaultTold(
        { member: MEMBER, place: { at: 'desk' }, ...(found === undefined ? {} : { found }) },
        { kind: 'stoodDown', data },
      ),
    )

  test('is told by its time where it has no case, and what still waits', () => {
    expect(told({ at: String(NOW), others: '1' })).toBe(
      'Tin khẩn lúc 09:00 23/11: người gửi báo không còn ai nguy hiểm.\nCòn 1 tin khẩn khác chưa ai nhận.',
    )
  })
  test('is told by its case where it has one', () => {
    expect(told({ case: CASE, at: String(NOW), others: '0' }, hers)).toBe(
      'Tin khẩn ca CA-7K2MQ: người gửi báo không còn ai nguy hiểm.',
    )
  })
})
