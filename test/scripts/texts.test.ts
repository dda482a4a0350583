import { expect, test } from 'vitest'
import { checkTexts, type Texts } from '../../scripts/texts.ts'

/** A small bot whose texts are right: what a test changes is what is wrong. */
function someTexts(
  given: Partial<Record<'vi' | 'en', Record<string, string>>> & { readonly code?: string } = {},
): Texts {
  const vi = {
    'danger.now': 'Nguy hiểm thì gọi ngay:',
    'danger.numbers': '113 – công an\n1900 96 96 80 (có thể mất phí)',
    'form.kept': 'Em giữ {{n}} bản nháp.',
    'standing.met': 'đạt',
    ...given.vi,
  }
  const code = `
    say(t('danger.now'), t('danger.numbers'))
    // một câu trong chú thích thì được
    say(t('form.kept', { n: 3 }), t(\`standing.\${standing}\`))
    ${given.code ?? ''}`
  return { vi, en: { ...vi, ...given.en }, young: {}, sources: [{ file: 'src/flows/some.ts', code }] }
}

test('the sentences of the bot are in order', () => {
  expect(checkTexts()).toEqual([])
})

test('texts that are right give no problem', () => {
  expect(checkTexts(someTexts())).toEqual([])
})

test('what is said to somebody young is a sentence that there is, with its values, and never calls her «chị»', () => {
  const said = (young: Readonly<Record<string, string>>) => checkTexts({ ...someTexts(), young })
  expect(said({ 'form.kept': 'Mình giữ {{n}} tin của bạn.' })).toEqual([])
  expect(said({ 'form.lost': 'Mình giữ tin.' })).toEqual(['form.lost: only in vi.young.json'])
  expect(said({ 'form.kept': 'Mình giữ tin của bạn.' })).toEqual([
    'form.kept: vi.young.json has other values than vi.json',
  ])
  const { vi } = someTexts({ vi: { 'receipt.got': 'Em đã nhận.' } })
  const texts = {
    ...someTexts({ vi, code: `say(t('receipt.got'))` }),
    young: { 'receipt.got': 'Bạn yên tâm, chắc chắn sẽ ổn.' },
  }
  expect(checkTexts(texts)).toEqual(['vi.young.json: receipt.got: promises more than anyone can'])
  expect(said({ 'form.kept': 'Chị có {{n}} tin.' })).toEqual(['form.kept: vi.young.json says «chị»'])
})

test('a key of one language only is named', () => {
  const texts = someTexts()
  const { 'standing.met': _, ...en } = texts.en
  expect(checkTexts({ ...texts, en })).toEqual(['standing.met: only in vi.json'])
  expect(checkTexts({ ...texts, en: { ...texts.en, 'standing.open': 'open' } })).toEqual([
    'standing.open: only in en.json',
  ])
})

test('a translation that loses a value is named', () => {
  expect(checkTexts(someTexts({ en: { 'form.kept': 'I keep {{m}} drafts.' } }))).toEqual([
    'form.kept: vi has the values n, en has m',
  ])
})

test('an empty text is named', () => {
  expect(checkTexts(someTexts({ en: { 'standing.met': ' ' } }))).toEqual(['standing.met: is empty'])
})

test('a key that nothing says is named; one that a template can make is not', () => {
  expect(checkTexts(someTexts({ vi: { 'form.gone': 'Không còn nữa.', 'standing.open': 'chưa đến hạn' } }))).toEqual([
    'form.gone: nothing in src says it',
  ])
})

test('a key that is said in a comment only is not said', () => {
  const code = `/* t('form.gone') */`
  expect(checkTexts(someTexts({ vi: { 'form.gone': 'Không còn nữa.' }, code }))).toEqual([
    'form.gone: nothing in src says it',
  ])
})

test.each([
  [`say(t('form.gone'))`, 'form.gone is not in vi.json'],
  [`say(t(sure ? 'form.kept' : 'form.gone'))`, 'form.gone is not in vi.json'],
  ['say(t(`verdict.${one}`))', 'no key of vi.json begins with verdict.'],
])('a key that is said and missing is named: %s', (code, problem) => {
  expect(checkTexts(someTexts({ code }))).toEqual([`src/flows/some.ts: ${problem}`])
})

test.each([`say('Chào chị ạ.')`, 'say(`${name}, chào chị`)', `say("đạt")`])(
  'a sentence in a flow is named: %s',
  (code) => {
    expect(checkTexts(someTexts({ code }))).toEqual([expect.stringMatching(/^src\/flows\/some\.ts:5: a sentence/u)])
  },
)

test('marks and arrows in a flow are no sentence', () => {
  expect(checkTexts(someTexts({ code: `join(' · ', '–', '✔')` }))).toEqual([])
})

/** One text more, and a place that says it. */
const withText = (key: string, text: string): Texts => someTexts({ vi: { [key]: text }, code: `say(t('${key}'))` })

test.each([
  ['case.answer', 'Chị bị bạo lực thì báo công an.', /bạo lực/u],
  ['home.hello', 'Chào chị, đây là Hội LHPN tỉnh.', /hội lhpn/u],
  ['topic.divorce_custody', 'Ly hôn, nuôi con', /ly hôn/u],
  ['door.hello', 'CLB Tư vấn xin chào.', /tư vấn/u],
  ['repair.voice', 'Chị bị đánh thì gõ chữ.', /đánh/u],
  ['help.room', 'Chị hỏi về bạo lực ở đây.', /bạo lực/u],
])('a word that tells, where a lock screen shows it, is named: %s', (key, text, word) => {
  expect(checkTexts(withText(key, text))).toEqual([expect.stringMatching(word)])
})

test('the same word further down, or in a longer word, is let through', () => {
  const below = `${'Chị đọc ở dưới nhé. '.repeat(4)}\nĐây là Hội LHPN tỉnh.`
  expect(checkTexts(withText('terms.kept', below))).toEqual([])
  expect(checkTexts(withText('terms.kept', 'Chị đánhh dấu.'))).toEqual([])
})

test('an officer may read such words', () => {
  expect(checkTexts(withText('desk.head', 'Bàn tư vấn'))).toEqual([])
})

test("a person's own words need a neutral line before them", () => {
  expect(checkTexts(withText('case.answer', 'Chị có trả lời:\n{{text}}'))).toEqual([
    "case.answer: shows a person's own words in its first 80 characters",
  ])
  expect(checkTexts(withText('case.answer', `${'Chào chị ạ. '.repeat(7)}\n{{text}}`))).toEqual([])
})

test.each([
  ['case.closed', 'Xã sẽ tổ chức hòa giải cho chị.', 'case.closed: offers mediation'],
  ['danger.calling', 'Em đã gọi công an rồi.', 'danger.calling: claims that the machine calls someone'],
  ['receipt.got', 'Em bảo đảm không ai biết.', 'receipt.got: promises more than anyone can'],
])('what must never be said to her is named: %s', (key, text, problem) => {
  expect(checkTexts(withText(key, text))).toEqual([problem])
})

test.each(['Chị cho biết họ tên nhé.', 'Chị có thể ghi địa chỉ không ạ?', 'Chị gõ số căn cước.'])(
  'a question for who she is is named: %s',
  (text) => {
    expect(checkTexts(withText('words.ask', text))).toEqual([expect.stringMatching(/^words\.ask: asks who she is/u)])
  },
)

test('saying that no name is needed is not asking for it', () => {
  expect(checkTexts(withText('words.ask', 'Chị viết vài dòng. Không cần tên hay địa chỉ.'))).toEqual([])
})

test('a number that nobody confirmed is named', () => {
  expect(checkTexts(withText('danger.where', 'Hoặc gọi 1800 1567.'))).toEqual([
    'danger.where: 18001567 is not a confirmed number',
  ])
  expect(checkTexts(withText('danger.where', 'Hoặc gọi 119.'))).toEqual(['danger.where: 119 is not a confirmed number'])
})

test('a number that costs money says so', () => {
  expect(checkTexts(someTexts({ vi: { 'danger.numbers': '113\n1900 96 96 80' } }))).toEqual([
    'danger.numbers: 1900 may cost money; say so',
  ])
})

test('comfort before the numbers is named', () => {
  expect(checkTexts(someTexts({ vi: { 'danger.now': 'Em rất tiếc khi chị phải chịu chuyện này.' } }))).toEqual([
    'danger.now: 113 must stand in the first 40 characters of the card',
  ])
})
