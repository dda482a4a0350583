import { describe, expect, test } from 'vitest'
import { instant, MINUTE } from '../../../src/domain/calendar.ts'
import { memberId } from '../../../src/domain/ids.ts'
import { triage } from '../../../src/domain/triage.ts'
import type { Place } from '../../../src/flows/vault/place.ts'
import {
  aCase,
  CASE,
  firstSaid,
  NOW,
  saidIn,
  vaultExited,
  vaultPressed,
  vaultSaid,
  vaultTold,
} from '../../support/vaultTalk.ts'

const HELP = 'cứu em với, chồng đang cầm dao đuổi chém em'
const QUESTION = 'em muốn hỏi thủ tục ly hôn và chia đất'

const OF_WOMEN: readonly Place[] = [
  { at: 'door' },
  { at: 'terms' },
  { at: 'topic' },
  { at: 'words', topic: 'property_land' },
  { at: 'first', words: QUESTION },
  { at: 'doubt', words: 'chong danh' },
  { at: 'case', id: CASE },
  { at: 'codeWord', id: CASE },
  { at: 'erase', id: CASE },
  { at: 'which' },
  { at: 'bystander' },
  { at: 'formal', receiver: 'police', where: 'xã Phú An' },
  { at: 'more', id: CASE },
  { at: 'more', id: CASE, doing: 'exitWord' },
  { at: 'left' },
]
const all = OF_WOMEN.map((place) => [place.at, place] as const)

describe.each(all)('at %s', (_at, place) => {
  test('words of danger are answered with the numbers first and a person is called', () => {
    const turn = vaultSaid({ place, found: aCase(), duty: 1 }, HELP)
    expect(firstSaid(turn)).toContain('113')
    expect(turn.effects.map((one) => one.do)).toEqual(['raiseAlarm'])
    expect(turn.conversation.place).toMatchObject({ at: 'danger', back: place })
  })
  test('an exit word shows the neutral card alone and closes the room', () => {
    const turn = vaultSaid({ place, found: aCase() }, 'Thoát!')
    expect(saidIn(turn)).toBe('Chào chị ạ.')
    expect(turn.effects).toEqual([{ do: 'closeSession' }])
    expect(turn.conversation).toEqual({ place: { at: 'left' }, count: 2 })
  })
  test('so does the button', () => {
    expect(vaultExited({ place, found: aCase() }).effects).toEqual([{ do: 'closeSession' }])
  })
  test('«xóa» asks once where her case is open, else it is an exit with the same face', () => {
    const turn = vaultSaid({ place, found: aCase() }, 'Xóa!')
    const unlocked = ['case', 'codeWord', 'erase', 'more'].includes(place.at)
    expect(turn.conversation.place).toEqual(unlocked ? { at: 'erase', id: CASE } : { at: 'left' })
    expect(turn.effects).toEqual(unlocked ? [] : [{ do: 'closeSession' }])
    expect(saidIn(turn) === 'Chào chị ạ.').toBe(!unlocked)
  })
  test('the word that she chose leaves', () => {
    expect(vaultSaid({ place, found: aCase(), ownExit: true }, 'đi chợ').conversation.place).toEqual({ at: 'left' })
  })
  test('stands under every bubble, whatever she does', () => {
    const turns = [vaultSaid({ place, found: aCase() }, 'em hỏi thêm'), vaultSaid({ place, found: aCase() }, HELP)]
    const bubbles = turns.flatMap((turn) => (turn.conversation.place.at === 'left' ? [] : turn.says))
    expect(bubbles.filter((one) => one.choices?.some((choice) => 'exit' in choice) !== true)).toEqual([])
  })
  test('what is said has her own message as its cause', () => {
    expect(vaultSaid({ place, found: aCase() }, 'chào').cause?.kind).toBe('reply')
  })
})

test('when nobody is on duty she is told so in the same breath', () => {
  expect(saidIn(vaultSaid({ place: { at: 'door' }, duty: 0 }, HELP))).toContain('không có người trực')
  expect(saidIn(vaultSaid({ place: { at: 'door' }, duty: 1 }, HELP))).not.toContain('không có người trực')
})

describe('before consent', () => {
  test('nothing is kept of a sentence but with the door itself', () => {
    const turn = vaultSaid({ place: { at: 'door' } }, QUESTION)
    expect(turn.effects).toEqual([])
    expect(turn.conversation.place).toMatchObject({ at: 'door', words: QUESTION })
  })
  test('a word that opens nothing is not kept', () => {
    expect(vaultSaid({ place: { at: 'door' } }, 'hoahong').conversation.place).not.toHaveProperty('words')
  })
  test('nor is a code, also one with letters that say what it could be about', () => {
    expect(triage('A56Q7-220CD').topic).not.toBe('not_legal')
    expect(vaultSaid({ place: { at: 'door' } }, 'A56Q7-220CD').conversation.place).toEqual({ at: 'door', tried: true })
  })
  test('her words go through the terms and are offered back, not shown', () => {
    const terms = vaultPressed({ place: { at: 'door', words: QUESTION } }, 'now')
    const first = vaultPressed({ place: terms.conversation.place }, 'agree')
    expect(first.conversation.place).toEqual({ at: 'first', words: QUESTION })
    expect(saidIn(first)).not.toContain('ly hôn')
  })
  test('without words the yes leads to the topics', () => {
    expect(vaultPressed({ place: { at: 'terms' } }, 'agree').conversation.place).toEqual({ at: 'topic' })
  })
  test('no opens no case and leaves', () => {
    const turn = vaultPressed({ place: { at: 'terms', words: QUESTION } }, 'refuse')
    expect(turn.effects).toEqual([{ do: 'closeSession' }])
    expect(turn.conversation.place).toEqual({ at: 'left' })
  })
  test('what she writes at the terms joins her first words', () => {
    const turn = vaultSaid({ place: { at: 'terms', words: 'một' } }, 'hai')
    expect(turn.conversation.place).toEqual({ at: 'terms', words: 'một\nhai' })
    expect(turn.effects).toEqual([])
  })
})

describe('the door', () => {
  const face = saidIn(vaultSaid({ place: { at: 'door' } }, 'hoahong'))

  test('a wrong word has the same face as no case', () => {
    expect(
      saidIn(vaultSaid({ place: { at: 'door' }, found: aCase({ hasCodeWord: true }), opens: 'khac' }, 'hoahong')),
    ).toBe(face)
  })
  test('the right word opens the case', () => {
    const turn = vaultSaid({ place: { at: 'door' }, found: aCase(), opens: 'hoahong' }, 'hoahong')
    expect(turn.conversation.place).toEqual({ at: 'case', id: CASE })
  })
  test.each([
    ['29 minutes', 29, 'case'],
    ['31 minutes', 31, 'door'],
  ])('after %s of silence her case is behind it: %s', (_time, minutes, place) => {
    const heardAt = instant(NOW - minutes * MINUTE)
    expect(
      vaultSaid({ place: { at: 'case', id: CASE }, found: aCase(), heardAt }, 'hoahong').conversation.place.at,
    ).toBe(place)
  })
})

describe('her first question', () => {
  const opened = vaultPressed({ place: { at: 'first', words: QUESTION } }, 'send')

  test('opens a case with her words, tells the duty, and is written down', () => {
    expect(opened.effects.map((one) => one.do)).toEqual(['openCase', 'addWords', 'tellDuty', 'audit'])
  })
  test('her receipt is shown once and is not the alias of the case', () => {
    const made = opened.effects.find((one) => one.do === 'openCase')
    expect(saidIn(opened).replaceAll('-', '')).toContain(made?.receipt)
    expect(saidIn(opened)).not.toContain(made?.alias)
  })
  test('tells the duty neither words nor receipt', () => {
    const told = opened.effects.find((one) => one.do === 'tellDuty')
    expect(told?.event.data).toEqual({ case: 'made-1' })
  })
})

describe('words that may be danger or nothing of the kind', () => {
  const at: Place = { at: 'doubt', words: 'chong em dam' }

  test('yes is danger: the numbers first', () => {
    const turn = vaultPressed({ place: at }, 'yes')
    expect(firstSaid(turn)).toContain('113')
    expect(turn.effects[0]).toMatchObject({ do: 'raiseAlarm', text: 'chong em dam' })
  })
  test('no opens the case with her words', () => {
    expect(vaultPressed({ place: at }, 'no').effects[0]?.do).toBe('openCase')
  })
  test('anything she writes joins them', () => {
    const added = vaultSaid({ place: at }, 'ý em là đất đai').effects.find((one) => one.do === 'addWords')
    expect(added?.text).toBe('chong em dam\ný em là đất đai')
  })
})

describe('her case is open', () => {
  const place: Place = { at: 'case', id: CASE }

  test('her code word typed as an answer goes nowhere and is not repeated', () => {
    const turn = vaultSaid({ place, found: aCase(), codeWord: 'hoa sen' }, 'hoa sen')
    expect(turn.effects).toEqual([])
    expect(saidIn(turn)).not.toMatch(/hoa sen/i)
  })
  test.each([
    ['ten seconds', 1 / 6, 0, 0],
    ['half a minute', 0.5, 1, 0],
    ['five minutes', 5, 1, 0],
    ['eleven minutes', 11, 1, 1],
  ])('%s after words that nobody has seen yet: acknowledged and called', (_when, minutes, says, calls) => {
    const turn = vaultSaid({ place, found: aCase(), unseenSince: instant(NOW - minutes * MINUTE) }, 'em hỏi thêm')
    expect([turn.says.length, turn.effects.filter((one) => one.do === 'tellDuty').length]).toEqual([says, calls])
    expect(turn.effects[0]?.do).toBe('addWords')
  })
  test('what became of a report stands below a neutral head', () => {
    const handover = { receiver: 'police' as const, writtenAt: NOW }
    const shown = firstSaid(vaultSaid({ place, found: aCase({ state: 'closed', handover }) }, 'sao rồi'))
    expect(shown.slice(0, 80)).not.toMatch(/công an|báo tin|chuyển/i)
  })

  test('words raise its severity', () => {
    const turn = vaultSaid({ place, found: aCase() }, 'hôm qua chồng lại tát em')
    expect(turn.effects).toContainEqual(expect.objectContaining({ do: 'raiseSeverity', severity: 'violence' }))
  })
  test('where somebody was in danger, words that only sound safe end nothing; she is asked', () => {
    const turn = vaultSaid({ place, found: aCase({ severity: 'immediate' }) }, 'em tạm an toàn, con em còn ở với nó')
    expect(turn.effects.map((one) => one.do)).toEqual(['addWords', 'tellDuty'])
    expect(saidIn(turn)).toContain('«Đã an toàn»')
    const safe = vaultPressed({ place, found: aCase({ severity: 'immediate' }) }, 'safe')
    expect(safe.effects).toEqual([{ do: 'standDownOf', case: CASE }])
  })
  test('calm words never lower it', () => {
    const turn = vaultSaid({ place, found: aCase({ severity: 'violence' }) }, 'cảm ơn chị')
    expect(turn.effects.map((one) => one.do)).not.toContain('raiseSeverity')
  })
  test('a phone number is masked for the other side until she agrees to show it', () => {
    const turn = vaultSaid({ place, found: aCase() }, 'gọi em 0912345678')
    expect(turn.effects[0]).toMatchObject({ do: 'addWords', text: 'gọi em 0912345678' })
    expect(turn.conversation.screen?.choices.map((one) => one.id)).toContain('show:made-1')
    const shown = vaultPressed({ place, found: aCase() }, 'show:made-1')
    expect(shown.effects[0]).toEqual({ do: 'revealWords', case: CASE, id: 'made-1' })
  })
  test('whoever has the case is told without words', () => {
    const turn = vaultSaid({ place, found: aCase({ state: 'taken', takenBy: memberId('m1') }) }, 'em hỏi thêm')
    expect(turn.effects.find((one) => one.do === 'tellMember')?.event).toEqual({
      kind: 'newWords',
      data: { case: CASE },
    })
  })
})

describe('a counsellor has answered', () => {
  const answer = { kind: 'answer', data: { case: String(CASE) } }
  const words = [{ id: 'w1', from: 'counsellor' as const, text: 'Chị nộp đơn ở tòa', at: NOW, shown: false }]
  const given = { place: { at: 'case' as const, id: CASE }, found: aCase({ state: 'taken' }), words }

  test('within half an hour she reads it, with its cause', () => {
    const turn = vaultTold({ ...given, heardAt: instant(NOW - 30 * MINUTE) }, answer)
    expect(saidIn(turn)).toContain('Chị nộp đơn ở tòa')
    expect(turn.cause?.kind).toBe('justWrote')
  })
  test('a minute later nothing is said', () => {
    const turn = vaultTold({ ...given, heardAt: instant(NOW - 31 * MINUTE) }, answer)
    expect([turn.says, turn.effects, turn.cause]).toEqual([[], [], undefined])
  })
  test.each([['left'], ['door']] as const)('to one who is at %s nothing is said', (at) => {
    expect(vaultTold({ ...given, place: { at } }, answer).says).toEqual([])
  })
})

describe('words of the Union’s work at the door', () => {
  test.each(['báo cáo', 'menu', 'don vi toi', 'bản nháp', 'tiến độ'])('«%s» leads back out', (said) => {
    const turn = vaultSaid({ place: { at: 'door' } }, said)
    expect(turn.effects).toEqual([{ do: 'closeSession' }])
    expect(turn.conversation.place).toEqual({ at: 'left' })
  })
  test.each<[string, Place, string]>([
    ['after words of hers', { at: 'door', words: QUESTION }, 'báo cáo'],
    ['after a code', { at: 'door', tried: true }, 'menu'],
    ['words that a woman may say', { at: 'door' }, 'có gì mới'],
    ['further in', { at: 'terms' }, 'báo cáo'],
  ])('%s they are hers', (_when, place, said) => {
    expect(vaultSaid({ place }, said).effects).toEqual([])
  })
  test('the word that she chose opens her case, whatever else it means', () => {
    const turn = vaultSaid({ place: { at: 'door' }, found: aCase(), opens: 'menu' }, 'menu')
    expect(turn.conversation.place).toEqual({ at: 'case', id: CASE })
  })
})
