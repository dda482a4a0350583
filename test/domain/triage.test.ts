import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTokens } from '../../src/domain/danger/token.ts'
import { triage } from '../../src/domain/triage.ts'
import type { Triage } from '../../src/domain/triage.ts'
import { fold } from '../../src/domain/words/fold.ts'

interface Example {
  readonly text: string
  readonly danger: string
  readonly topic: string
}

const isExample = (value: unknown): value is Example =>
  typeof value === 'object' && value !== null && 'text' in value && 'danger' in value && 'topic' in value

function readExamples(name: string): readonly Example[] {
  const lines = readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line): unknown => JSON.parse(line)).filter(isExample)
}

const examples = readExamples('messages.examples.jsonl')
const own = ['', '2', '3', '4', '5', '6', '7', '8'].map((batch) => `triage.own${batch}.jsonl`).flatMap(readExamples)
const share = (rows: readonly Example[], right: (row: Example) => boolean): number =>
  rows.filter(right).length / rows.length
const labelled = (danger: string): readonly Example[] => own.filter((row) => row.danger === danger)

describe('examples of the domain reference', () => {
  test.each(examples)('$text', ({ text, danger, topic }) => {
    expect(triage(text)).toMatchObject({ danger, topic })
  })
})

describe('our own messages', () => {
  test.each([
    ['as written', (text: string) => text],
    ['without accents', fold],
  ])('recall and false alarms are within the promise: %s', (_name, typed) => {
    const found = (row: Example): string => triage(typed(row.text)).danger
    expect(share(labelled('immediate'), (row) => found(row) === 'immediate')).toBeGreaterThanOrEqual(0.98)
    expect(share(labelled('violence'), (row) => found(row) !== 'none')).toBeGreaterThanOrEqual(0.95)
    expect(share(labelled('none'), (row) => found(row) !== 'none')).toBeLessThanOrEqual(0.05)
    expect(share(own, (row) => triage(typed(row.text)).topic === row.topic)).toBeGreaterThanOrEqual(0.85)
  })

  test('hardly an immediate message becomes calm without its accents', () => {
    const lost = labelled('immediate').filter((row) => triage(fold(row.text)).danger === 'none')
    expect(lost.length).toBeLessThanOrEqual(1)
  })
})

/**
 * Written by somebody who had not seen the rules, frozen by hash before the first run. First figures, of the rules as
 * they were then (immediate found as immediate; violence found at all; calm disturbed; topic), with 95 % intervals:
 *
 * - 1 (400): 114 of 130, 88 % (81–92); 101 of 110, 92 % (85–96); 6 of 160, 4 % (2–8); 83 % (79–86). Rules then new.
 * - 2 (200, its writer had by then read the rules): rules widened after 1: 46 of 65, 71 % (59–80); 43 of 55, 78 %
 *   (66–87); 0 of 80 (0–5); 76 % (69–81) — no better than before the widening. With likeness learned without it:
 *   58 of 65, 89 % (79–95); 51 of 55, 93 % (83–97); 3 of 80, 4 % (1–10).
 * - 3 (120, calm messages chosen to be hard): with likeness learned without it: 37 of 40, 93 % (80–97); 29 of 35, 83 %
 *   (67–92); 9 of 45, 20 % (11–34); 74 % (66–81). Everyday talk was then added to what likeness learns from.
 *
 * Since then they are learned from: from now on they only guard against going back.
 */
describe.each([
  ['triage.unseen1.jsonl', 'a06198177efb0717f4e82830fe18707c36ac58f8f6b6c4d16bb09226c6933729'],
  ['triage.unseen2.jsonl', '76e477e5039f8b75d77157674745807c09bbc01d3dddc14a6ec67666e630aed4'],
  ['triage.unseen3.jsonl', 'ac246e48ffbc0715c9e87a637b1feaade27639101bccdf4820d4cb2414bf2e97'],
])('messages once unseen: %s', (name, hash) => {
  const rows = readExamples(name)
  const of = (danger: string): readonly Example[] => rows.filter((row) => row.danger === danger)

  test('are those that were frozen', () => {
    const bytes = readFileSync(new URL(`../data/${name}`, import.meta.url))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
  })

  test('are told as well as before', () => {
    expect(share(of('immediate'), (row) => triage(row.text).danger === 'immediate')).toBeGreaterThanOrEqual(0.97)
    expect(share(of('violence'), (row) => triage(row.text).danger !== 'none')).toBeGreaterThanOrEqual(0.9)
    expect(share(of('none'), (row) => triage(row.text).danger !== 'none')).toBeLessThanOrEqual(0.1)
    expect(share(rows, (row) => triage(row.text).topic === row.topic)).toBeGreaterThanOrEqual(0.75)
  })
})

/**
 * Sets 4 to 13, each by a writer who was given the definitions of the labels alone (5: by one of the makers without a look at the
 * rules), frozen by hash and measured before anything was changed. First figures: README. Since then they are learned from.
 */
describe.each([
  ['triage.unseen4.jsonl', '9459c7f3d641050234c9ef2e43854c7b9e03ac0d8a864a52c4f8e71a31629fe3'],
  ['triage.unseen5.jsonl', '61d7e6f3dc41437df2ee9633242de58d599c1121787a990536e98bda9ce5996a'],
  ['triage.unseen7.jsonl', '9892e89277046ce67459c424ff465faf4a3a406374f064b4610acbf453b8fde9'],
  ['triage.unseen8.jsonl', 'cb4be444cb459fbebaf81afc2075ad5b7c70e4e32e7373d5e838e14b7f687a53'],
  ['triage.unseen9.jsonl', '2333f0679295a0ea7fdbdc0ed08662855d179ecaaf60707ab2176e1175f8c81b'],
  ['triage.unseen10.jsonl', 'cc50db09729577b96740e8e890e895fb74d44074d3b020dc826fcd622784dfac'],
  ['triage.unseen11.jsonl', 'ce43c239c887e8467536604a97f976756ef254e95f9d2ea084e2fe97812eff87'],
  ['triage.unseen12.jsonl', 'f22c98febd30f3823e415a3919dcb2b14a3f381c410fa07619335708926f9e0c'],
  ['triage.unseen13.jsonl', 'b7eb5f519658ee65a63ac9de66754f3d7e4a9d3869a56ed7ddbd7755386afe43'],
])('messages measured once, then learned from: %s', (name, hash) => {
  const rows = readExamples(name)
  const of = (danger: string): readonly Example[] => rows.filter((row) => row.danger === danger)

  test('are those that were frozen', () => {
    const bytes = readFileSync(new URL(`../data/${name}`, import.meta.url))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
  })

  test.each([
    ['as written', (text: string) => text, 0.98],
    ['without accents', fold, 0.95],
  ])('are told: %s', (_name, typed, least) => {
    const found = (row: Example): string => triage(typed(row.text)).danger
    expect(share(of('immediate'), (row) => found(row) === 'immediate')).toBeGreaterThanOrEqual(least)
    expect(share(of('violence'), (row) => found(row) !== 'none')).toBeGreaterThanOrEqual(least)
    expect(share(of('none'), (row) => found(row) !== 'none')).toBeLessThanOrEqual(0.05)
  })
})

/**
 * Sets 14 (two writers) to 19 (one each), who were given the definitions of the labels alone; frozen by hash after the last learning and
 * the last change of a threshold, and not learned from since. First run, all: immediate 97 of 98, violence 122 of 126, calm disturbed
 * 6 of 196, topic 383 of 420. Who changes a rule looking at them moves them among those above.
 */
describe('messages that nothing was made for', () => {
  test.each([
    ['triage.unseen14.jsonl', 'cbbe04a8998325481730b393e48c897b009aba6250831945c493fde88db333c0'],
    ['triage.unseen15.jsonl', '075cda895370eba1cfd4dab3aec407a846c521287b2cc8f04dfd12c20843ee94'],
    ['triage.unseen16.jsonl', '510128d1be6d32d98d2a5727fcee05ee14ddf7ce03f6eed45af2a0fc90b62cbb'],
    ['triage.unseen17.jsonl', 'ce69581fcc4c2ea5c0ab66c06b8033b7f9dd13af284cf13c1331d52395054045'],
    ['triage.unseen18.jsonl', '7b07da45959f0003244d989a65bc41a60fd09e6521ec0c208462fcd45c53a3b7'],
    ['triage.unseen19.jsonl', '78d0dbafd334dda3acec5f28cbac1fbfa0ae30acb5af821c899eb2afad52abf4'],
  ])('are those that were frozen: %s', (name, hash) => {
    const bytes = readFileSync(new URL(`../data/${name}`, import.meta.url))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
  })

  test('are told no worse than at their first run', () => {
    const rows = ['14', '15', '16', '17', '18', '19'].map((set) => `triage.unseen${set}.jsonl`).flatMap(readExamples)
    const of = (danger: string): readonly Example[] => rows.filter((row) => row.danger === danger)
    expect(of('immediate').filter((row) => triage(row.text).danger === 'immediate').length).toBeGreaterThanOrEqual(97)
    expect(of('violence').filter((row) => triage(row.text).danger !== 'none').length).toBeGreaterThanOrEqual(122)
    expect(of('none').filter((row) => triage(row.text).danger !== 'none').length).toBeLessThanOrEqual(6)
    expect(rows.filter((row) => triage(row.text).topic === row.topic).length).toBeGreaterThanOrEqual(383)
  })
})

describe('what is typed into forms, menus and doors is nobody in danger, and nothing is asked', () => {
  test.each(
    '12/3|45|45 người|0|ok|không|có|mới chọn|đơn vị tôi|đơn vị bên dưới|tiếp thu một phần|có rồi, ghi ngay|Đã đưa vào Điều 3|Nguyễn Thị Lan|tỉnh khê giang|thu hai tuan truoc|7K2MQ-4XW9P|12345-ABCDE|hoahong|hoa sen|số của em 0912 345 678|em viết thử ở đây|đây có thật là Hội không|để lúc khác|xóa hết|trợ giúp|bàn tư vấn'.split(
      '|',
    ),
  )('%s', (text) => {
    expect(triage(text)).toMatchObject({ danger: 'none', doubtful: false })
  })
})

test.each(['sos', 'SOS', 'S.O.S', 's o s', 'sos em với'])('«%s» is a cry, whatever Telex would make of it', (text) => {
  expect(triage(text)).toMatchObject({ danger: 'immediate', why: ['cry.alone'] })
})

test.each([
  'giúp em với',
  'giup em voi',
  'nguy hiểm quá',
  'giúp với',
  'nguy hiem qua giup em',
  'giup em voi\ngiúp em với nguy hiểm quá',
])('«%s» and no more is asked about', (text) => {
  expect(triage(text)).toMatchObject({ danger: 'none', doubtful: true })
})

test('a plea with its question is not', () => {
  expect(triage('giúp em với, em muốn hỏi thủ tục ly hôn')).toMatchObject({ danger: 'none', doubtful: false })
})

test('everyday talk is seldom disturbed', () => {
  expect(share(readExamples('triage.daily.jsonl'), (row) => triage(row.text).danger !== 'none')).toBeLessThanOrEqual(
    0.05,
  )
})

test.each([
  ['đăg', 'đăng'],
  ['hìh', 'hình'],
  ['thằg', 'thằng'],
  ['phòg', 'phòng'],
  ['dah', 'danh'],
  ['bàng', 'bàng'],
  ['sách', 'sách'],
])('«%s» is read as «%s», its accents kept', (typed, meant) => {
  const read = (word: string) => readTokens(word).map(({ folded, key }) => ({ folded, key }))
  expect(read(typed)).toEqual(read(meant))
})

describe('one message, many ways to type it', () => {
  const message = fc.constantFrom(...examples, ...own).map((row) => row.text)

  test('composed and decomposed letters are the same', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(triage(text.normalize('NFD'))).toEqual(triage(text.normalize('NFC')))
      }),
    )
  })

  test('capitals are the same', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(triage(text.toUpperCase())).toEqual(triage(text.toLowerCase()))
      }),
    )
  })

  test('invisible characters change nothing', () => {
    const invisible = fc.constantFrom('\u200B', '\u200D', '\uFEFF', '\u2060')
    fc.assert(
      fc.property(message, fc.nat(), invisible, (text, place, mark) => {
        const at = place % (text.length + 1)
        expect(triage(text.slice(0, at) + mark + text.slice(at))).toEqual(triage(text))
      }),
    )
  })

  test('any string whatever gets an answer', () => {
    const pieces = fc.constantFrom('\uD800', '\uDC00', 'đánh ', 'a', '\u0301')
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: pieces }))
    fc.assert(
      fc.property(anything, (text) => {
        expect(() => triage(text)).not.toThrow()
      }),
    )
  })
})

describe('bounds', () => {
  test('of a long text only the beginning and the end are read', () => {
    const long = 'chồng em đánh em '.repeat(10_000)
    expect(readTokens(long).length).toBeLessThan(2_000)
    expect(triage(`${'la '.repeat(50_000)} nó đang bóp cổ em`).danger).toBe('immediate')
  })
})

describe('marks beside the label', () => {
  const cases: readonly (readonly [string, Partial<Triage>])[] = [
    ['Bố đang đánh mẹ con', { danger: 'immediate', child: true }],
    ['Cháu 10 tuổi, bố hay đánh cháu', { danger: 'violence', child: true }],
    ['Chồng em đang đánh em', { child: false }],
    ['em an toàn rồi', { danger: 'none', safe: true }],
    ['em an toan roi c oi', { danger: 'none', safe: true }],
    ['em chua an toan', { safe: false }],
    ['ti vi nha em het bao hanh', { danger: 'none', doubtful: false }],
    ['nha toi bi dot', { danger: 'none', doubtful: true }],
    ['nha em bi dot, xin ho tro sua mai', { danger: 'none', doubtful: false }],
    ['xin tu van ve dat dai', { danger: 'none' }],
    ['em muon tu tu', { danger: 'immediate' }],
    ['Năm ngoái chồng em cầm dao dọa giết em', { danger: 'violence' }],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(triage(text)).toMatchObject(expected)
  })
})
