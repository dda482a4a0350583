import { describe, expect, test } from 'vitest'
import { instant, MINUTE } from '../../../src/domain/calendar.ts'
import { memberId } from '../../../src/domain/ids.ts'
import type { Place } from '../../../src/flows/vault/place.ts'
import { speak } from '../../support/unionTalk.ts'
import {
  aCase,
  CASE,
  firstSaid,
  NOW,
  saidIn,
  vaultPressed,
  vaultSaid,
  vaultTold,
  type VaultTurned,
} from '../../support/vaultTalk.ts'

const HELP = 'cứu em với, chồng đang cầm dao đuổi chém em'

describe('after an alarm', () => {
  const place: Place = { at: 'danger', alarm: 'a1', back: { at: 'door' } }

  test('what she writes is passed on, with 113 again', () => {
    const turn = vaultSaid({ place }, 'xã Phú An')
    expect(turn.effects).toMatchObject([{ do: 'addToAlarm', alarm: 'a1', text: 'xã Phú An' }])
    expect(firstSaid(turn)).toContain('113')
  })
  test.each(['em an toàn rồi', 'con và em an toàn rồi ạ'])(
    '«%s» stands it down, and whoever took it reads the words',
    (text) => {
      expect(vaultSaid({ place }, text).effects).toMatchObject([
        { do: 'addToAlarm', alarm: 'a1', text },
        { do: 'standDown', alarm: 'a1' },
      ])
    },
  )
  test.each([
    'em an toàn rồi nhưng con em còn ở trong nhà với nó',
    'con em bị nó bắt rồi',
    'nó bắt em nhắn là em an toàn rồi',
    'em được an toàn không chị',
  ])('«%s» goes to whoever was called, and she is asked whether she is safe', (text) => {
    const turn = vaultSaid({ place }, text)
    expect(turn.effects).toMatchObject([{ do: 'addToAlarm', alarm: 'a1', text }])
    expect(saidIn(turn)).toContain('«Đã an toàn»')
    expect(turn.conversation.screen?.choices.map((one) => one.id)).toContain('safe')
  })
  test('so does the button, and she is back at her case', () => {
    const turn = vaultPressed({ place: { ...place, back: { at: 'case', id: CASE } }, found: aCase() }, 'safe')
    expect(turn.effects).toEqual([{ do: 'standDown', alarm: 'a1' }])
    expect(turn.conversation.place).toEqual({ at: 'case', id: CASE })
  })
})

describe('the way back that she gets with an alarm', () => {
  const cardOf = (turn: VaultTurned): string => turn.says.at(-1)?.lines.map(speak).join('\n') ?? ''

  test('stands with the numbers, in the second bubble and below what a lock screen shows', () => {
    const turn = vaultSaid({ place: { at: 'terms' } }, HELP)
    const raised = turn.effects.find((one) => one.do === 'raiseAlarm')
    expect(firstSaid(turn)).toContain('113')
    expect(firstSaid(turn)).not.toContain('Mã riêng')
    expect(cardOf(turn).replaceAll('-', '')).toContain(raised?.receipt)
    expect(cardOf(turn).slice(0, 80)).not.toMatch(/mã/i)
  })
  test('stands there too where the alarm was raised before her room was open', () => {
    const turn = vaultTold({ place: { at: 'door' } }, { kind: 'opened', data: { text: HELP, alarm: 'a1' } })
    const given = turn.effects.find((one) => one.do === 'giveReceipt')
    expect(given?.alarm).toBe('a1')
    expect(cardOf(turn).replaceAll('-', '')).toContain(given?.receipt)
    expect(cardOf(turn).slice(0, 80)).not.toMatch(/mã/i)
  })
  test('is not made again inside a case, where she has one', () => {
    const turn = vaultSaid({ place: { at: 'case', id: CASE }, found: aCase() }, HELP)
    expect(turn.effects.find((one) => one.do === 'raiseAlarm')).not.toHaveProperty('receipt')
    expect(saidIn(turn)).not.toContain('Mã riêng')
  })
  test.each<Place>([{ at: 'door' }, { at: 'terms' }, { at: 'danger', alarm: 'a2', back: { at: 'door' } }])(
    'leads back to an alarm that nobody has taken: %o',
    (place) => {
      const turn = vaultSaid({ place, opens: 'A56Q7-220CD', opensAlarm: 'a1' }, 'A56Q7-220CD')
      expect(turn.conversation.place).toEqual({ at: 'danger', alarm: 'a1', back: { at: 'door' } })
      expect(turn.effects).toEqual([])
      expect(saidIn(turn)).toContain('113')
    },
  )
  test('typed in danger it is no word of hers, whether or not it opens anything', () => {
    const place: Place = { at: 'danger', alarm: 'a1', back: { at: 'door' } }
    expect(vaultSaid({ place }, 'A56Q7-220CD').effects).toEqual([])
  })
})

describe('an alarm beside one that nobody has taken', () => {
  const before = {
    id: 'w1',
    from: 'counsellor' as const,
    text: 'Lời trước đó',
    at: instant(NOW - MINUTE),
    shown: false,
  }
  const since = { ...before, id: 'w2', text: 'Chị ra cửa sau ngay', at: NOW }
  const alarm = { id: 'a1', raisedAt: NOW, taken: false, child: false, text: '', reachable: true, joinedAt: NOW }
  const place: Place = { at: 'danger', alarm: 'a2', back: { at: 'door' } }
  const taken = { ...alarm, taken: true, case: CASE }
  const given = { place, alarm: taken, found: aCase({ state: 'taken' }), words: [before, since] }
  const shown = { do: 'markShown', case: CASE, from: 'counsellor', since: NOW }

  test('in her case is that one: her words are added, and numbers come first', () => {
    const turn = vaultSaid({ place: { at: 'case', id: CASE }, found: aCase({ alarm: 'a1' }) }, HELP)
    expect(firstSaid(turn)).toContain('113')
    expect(turn.effects).toMatchObject([{ do: 'addToAlarm', alarm: 'a1', text: HELP }])
    expect(turn.conversation.place).toMatchObject({ at: 'danger', alarm: 'a1', back: { at: 'case', id: CASE } })
  })
  test('raised without her code shows what was answered since, and opens nothing that was before', () => {
    const turn = vaultSaid(given, 'em trốn trong bếp')
    expect(saidIn(turn)).toContain('Chị ra cửa sau ngay')
    expect(saidIn(turn)).toContain('Đã có người của Hội nhận tin')
    expect(saidIn(turn)).not.toContain('Lời trước đó')
    expect(turn.effects).toMatchObject([{ do: 'addToAlarm', alarm: 'a2' }, shown])
    expect(turn.conversation.place).toEqual(place)
  })
  test.each([
    ['alarmTaken', { case: CASE, alarm: 'a1' }],
    ['answer', { case: CASE }],
  ])('so does word of it that comes by itself: %s', (kind, data) => {
    const turn = vaultTold(given, { kind, data })
    expect(saidIn(turn)).toContain('Chị ra cửa sau ngay')
    expect(saidIn(turn)).not.toContain('Lời trước đó')
    expect([turn.conversation.place, turn.effects, turn.cause?.kind]).toEqual([place, [shown], 'justWrote'])
  })
  test('so does its own code, also what was read there already', () => {
    const words = [before, { ...since, shown: true }]
    const code = { opens: 'A56Q7-220CD', opensAlarm: 'a2' }
    const turn = vaultSaid({ ...given, words, ...code, place: { at: 'door' } }, 'A56Q7-220CD')
    expect(saidIn(turn)).toContain('Chị ra cửa sau ngay')
    expect(saidIn(turn)).not.toContain('Lời trước đó')
    expect(turn.conversation.place).toEqual(place)
    expect(saidIn(turn)).toContain('Đã có người của Hội nhận tin')
  })
  test('is over for whoever raised it when she says that she is safe; those who were called read that', () => {
    const turn = vaultPressed({ ...given, alarm }, 'safe')
    expect(turn.effects).toMatchObject([
      { do: 'addToAlarm', alarm: 'a2', text: 'Đã an toàn' },
      { do: 'standDown', alarm: 'a2' },
    ])
  })
})

describe('after an alarm and half an hour of silence', () => {
  const alarm = { id: 'a1', raisedAt: NOW, taken: true, child: false, text: '', reachable: true, case: CASE }
  const given = {
    place: { at: 'danger' as const, alarm: 'a1', back: { at: 'case' as const, id: CASE } },
    found: aCase({ state: 'taken' }),
    words: [{ id: 'w1', from: 'counsellor' as const, text: 'Chị ra cửa sau ngay', at: NOW, shown: false }],
    alarm,
    heardAt: instant(NOW - 31 * MINUTE),
  }
  const face = (text: string) => saidIn(vaultSaid({ place: { at: 'door' } }, text))

  test.each(['ai đây', 'alo', 'em an toàn rồi'])('«%s» meets the door and does nothing to the alarm', (text) => {
    const turn = vaultSaid(given, text)
    expect(saidIn(turn)).toBe(face(text))
    expect(turn.effects).toEqual([])
    expect(turn.conversation.place.at).toBe('door')
  })
  test('nor does an old button', () => {
    expect(vaultPressed(given, 'safe').effects).toEqual([])
  })
  test('her code opens what waits', () => {
    expect(saidIn(vaultSaid({ ...given, opens: 'A56Q7-220CD' }, 'A56Q7-220CD'))).toContain('Chị ra cửa sau ngay')
  })
  test('new words of danger raise a new alarm', () => {
    const turn = vaultSaid(given, HELP)
    expect(firstSaid(turn)).toContain('113')
    expect(turn.effects).toMatchObject([{ do: 'raiseAlarm' }])
    expect(turn.conversation.place).toMatchObject({ at: 'danger', back: { at: 'door' } })
  })
  test('half an hour counts from her last words: within it she learns that it was taken', () => {
    const place = { ...given.place, back: { at: 'door' as const } }
    const turn = vaultSaid({ ...given, place, heardAt: instant(NOW - 29 * MINUTE) }, 'em đây chị ơi')
    expect(turn.effects.map((one) => one.do)).toEqual(['addToAlarm', 'markShown'])
    expect(saidIn(turn)).toContain('Chị ra cửa sau ngay')
    expect(saidIn(turn)).toContain('Đã có người của Hội nhận tin')
  })
})

describe('after an alarm inside her case', () => {
  const place: Place = { at: 'danger', alarm: 'a1', back: { at: 'case', id: CASE } }
  const words = [{ id: 'w1', from: 'counsellor' as const, text: 'Chị ra cửa sau ngay', at: NOW, shown: false }]
  const found = aCase({ state: 'taken', severity: 'immediate', takenBy: memberId('m1') })
  const alarm = { id: 'a1', raisedAt: NOW, taken: false, child: false, text: '', reachable: true, case: CASE }
  const shown = { do: 'markShown', case: CASE, from: 'counsellor' }

  test('an answer comes by itself, and she stands where she stood', () => {
    const turn = vaultTold({ place, found, words, alarm }, { kind: 'answer', data: { case: CASE } })
    expect(saidIn(turn)).toContain('Chị ra cửa sau ngay')
    expect([turn.conversation.place, turn.effects, turn.cause?.kind]).toEqual([place, [shown], 'justWrote'])
  })
  test('an answer in another case does not', () => {
    expect(vaultTold({ place, found, words, alarm }, { kind: 'answer', data: { case: 'other' } }).says).toEqual([])
  })
  test('what waited is shown when she writes', () => {
    const turn = vaultSaid({ place, found, words, alarm }, 'em trốn trong bếp')
    expect(firstSaid(turn)).toContain('Chị ra cửa sau ngay')
    expect(turn.effects.map((one) => one.do)).toEqual(['addToAlarm', 'markShown'])
  })
  test('and when she is safe', () => {
    const turn = vaultPressed({ place, found, words, alarm }, 'safe')
    expect(saidIn(turn)).toContain('Chị ra cửa sau ngay')
    expect(turn.effects).toEqual([{ do: 'standDown', alarm: 'a1' }, shown])
  })
  test('that somebody has taken it comes by itself, below a neutral head, and leads back to her case', () => {
    const turn = vaultTold({ place, found, alarm }, { kind: 'alarmTaken', data: { case: CASE, alarm: 'a1' } })
    expect(saidIn(turn)).toContain('Đã có người của Hội nhận tin')
    expect(turn.says.map((one) => one.lines.length > 0 && firstSaid({ ...turn, says: [one] }).slice(0, 80))).toEqual([
      expect.not.stringMatching(/Hội|113|nhận tin|mã/i),
    ])
    expect(turn.conversation.place).toEqual({ at: 'case', id: CASE })
  })
  test('where that did not come she learns it when she writes; her words go on', () => {
    const turn = vaultSaid({ place, found, words, alarm: { ...alarm, taken: true } }, 'có ai không')
    expect(saidIn(turn)).toContain('Đã có người của Hội nhận tin')
    expect(saidIn(turn)).toContain('Chị ra cửa sau ngay')
    expect(turn.effects.map((one) => one.do)).toEqual(['addToAlarm', 'markShown'])
    expect(turn.conversation.place).toEqual({ at: 'case', id: CASE })
  })
  test('«Cần gấp hơn» leaves her within reach of the same', () => {
    const flags: Place = { at: 'more', id: CASE, doing: 'flags' }
    const raised = vaultPressed({ place: flags, found, words }, 'f:afraid')
    expect(raised.conversation.place).toMatchObject({ at: 'danger', back: { at: 'case', id: CASE } })
    const next = vaultSaid({ place: raised.conversation.place, found, words, alarm }, 'em sợ')
    expect(saidIn(next)).toContain('Chị ra cửa sau ngay')
  })
})

describe('in an open case', () => {
  const place: Place = { at: 'case', id: CASE }

  test('a child is given its own number', () => {
    const turn = vaultSaid({ place, isYoung: true, found: aCase({ child: true }) }, 'dạ cháu sợ lắm bố đang đập cửa')
    expect(saidIn(turn)).toContain('111')
  })
  test('words that may be danger are passed on, and she is asked; one tap calls somebody', () => {
    const turn = vaultSaid({ place, found: aCase() }, 'con em bị sốt co giật')
    expect(turn.effects[0]).toMatchObject({ do: 'addWords', text: 'con em bị sốt co giật' })
    expect(saidIn(turn)).toContain('có ai cần giúp gấp')
    expect(turn.conversation.screen?.choices.map((one) => one.id)).toContain('urgent')
    const called = vaultPressed({ place, found: aCase() }, 'urgent')
    expect(called.effects).toMatchObject([{ do: 'raiseAlarm', case: CASE }])
    expect(called.conversation.place.at).toBe('danger')
  })
})

describe('before consent, words that may be danger', () => {
  const DOUBTFUL = 'con em bị sốt co giật'
  const PLACES: readonly Place[] = [
    { at: 'door' },
    { at: 'which' },
    { at: 'terms' },
    { at: 'formal', receiver: 'police', where: 'xã Phú An' },
  ]
  test.each(PLACES)('are answered with the numbers and one calm question: %j', (place) => {
    const asked = vaultSaid({ place }, DOUBTFUL)
    expect(asked.says).toHaveLength(1)
    expect(saidIn(asked)).toMatch(/có ai cần giúp gấp không[^]*113[^]*115[^]*111/)
    const yes = vaultPressed({ place: asked.conversation.place }, 'urgent')
    expect(firstSaid(yes)).toContain('113')
    expect(yes.effects).toMatchObject([{ do: 'raiseAlarm', text: DOUBTFUL }])
    expect(vaultPressed({ place: asked.conversation.place }, 'calm').conversation.place).toEqual(
      asked.conversation.place,
    )
  })
  test.each([DOUBTFUL, 'giup em voi', 'nguy hiem qua giup em'])('from outside too: «%s»', (text) => {
    const turn = vaultTold({ place: { at: 'left' } }, { kind: 'opened', data: { text } })
    expect(saidIn(turn)).toContain('có ai cần giúp gấp không')
    expect(turn.conversation.place).toMatchObject({ at: 'door', words: text })
  })
})

describe('danger at a side step of her case', () => {
  const SIDE: readonly Place[] = [
    { at: 'codeWord', id: CASE },
    { at: 'erase', id: CASE },
    { at: 'more', id: CASE },
    { at: 'more', id: CASE, doing: 'hours' },
    { at: 'more', id: CASE, doing: 'flags' },
    { at: 'more', id: CASE, doing: 'rate' },
    { at: 'more', id: CASE, doing: 'other' },
    { at: 'more', id: CASE, doing: 'exitWord' },
    { at: 'referral', id: CASE, referral: 'r1' },
  ]
  test.each(SIDE)('is danger in that case, and safe again she is back in it: %j', (place) => {
    const turn = vaultSaid({ place, found: aCase() }, HELP)
    expect(turn.effects).toMatchObject([{ do: 'raiseAlarm', case: CASE }])
    expect(saidIn(turn)).not.toContain('Mã riêng')
    const safe = vaultPressed({ place: turn.conversation.place, found: aCase() }, 'safe')
    expect(safe.conversation.place).toEqual({ at: 'case', id: CASE })
  })
})
