/** Yes or no, as people say it: 'dạ rồi ạ', 'ko', 'chưa', 'ok'. A word with other accents ('vắng', 'đừng') is not it. */

import { fold } from './fold.ts'
import { shortText } from './tokens.ts'

const YES =
  'có|ừ|uh|uk|uhm|um|ờ|vâng|dạ|ok|oke|okay|okie|oki|okê|đúng|đúng rồi|đúng vậy|đúng thế|phải|rồi|có rồi|đã có|đã xong|xong|xong rồi|' +
  'yes|yep|y|1|chính xác|chuẩn|được|dc|đc|đồng ý|nhất trí|xác nhận|có chứ|có đấy|👍|✅|✔'
const NO =
  'không|ko|k|kg|kh|hk|hông|hổng|hong|khum|hem|chưa|no|n|nope|2|sai|sai rồi|không phải|không đúng|chưa đúng|không có|chưa có|' +
  'nhầm|nhầm rồi|chẳng|không đồng ý|chưa đồng ý|không muốn|chưa muốn|không được|chưa được|👎|❌'
const POLITE = new Set([
  'ạ',
  'a',
  'ah',
  'nhé',
  'nhe',
  'nha',
  'nhỉ',
  'em',
  'e',
  'chị',
  'c',
  'chi',
  'ơi',
  'oi',
  'luôn',
  'vậy',
  'vay',
  'đâu',
  'dau',
])
const OPENING = new Set(['dạ', 'da', 'vâng', 'vang', 'à', 'thưa', 'số', 'so', 'ờ', 'ừ', 'uh'])
const SHORT_NO: Readonly<Record<string, string>> = {
  ko: 'không',
  k: 'không',
  kg: 'không',
  kh: 'không',
  hk: 'không',
  hong: 'không',
}

const yes = phrases(YES)
const no = phrases(NO)

export function readYesNo(text: string): boolean | undefined {
  const short = shortText(text)
  const words = (short?.match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? []).filter((word) => word !== '🙏')
  if (words.length === 0 || words.length > 8) return undefined
  const bare = withoutPolite(words)
  return (
    answerOf(words) ??
    answerOf(bare) ??
    (bare.length > 1 && OPENING.has(bare[0] ?? '') ? answerOf(withoutPolite(bare.slice(1))) : undefined)
  )
}

/** «dạ» alone: in a chat it often says no more than that it was read, so that nothing grave may hang on it. */
export function isOnlyHeard(text: string): boolean {
  const words = withoutPolite(shortText(text)?.match(/\p{L}+/gu) ?? [])
  return words.length > 0 && words.every((one) => one === 'dạ' || one === 'da')
}

function answerOf(words: readonly string[]): boolean | undefined {
  const said = words.map((word) => SHORT_NO[word] ?? word)
  if (yes.some((phrase) => isSaid(phrase, words))) return true
  return no.some((phrase) => isSaid(phrase, words) || isSaid(phrase, said)) ? false : undefined
}

function withoutPolite(words: readonly string[]): readonly string[] {
  const end = words.findLastIndex((word) => !POLITE.has(word))
  const start = words.findIndex((word) => !POLITE.has(word))
  return words.slice(Math.max(start, 0), end + 1)
}

const isSaid = (phrase: readonly string[], words: readonly string[]): boolean =>
  phrase.length === words.length && phrase.every((word, i) => word === words[i] || words[i] === fold(word))

function phrases(listed: string): readonly (readonly string[])[] {
  return listed.split('|').map((phrase) => phrase.normalize('NFC').split(' '))
}
