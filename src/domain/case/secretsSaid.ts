import { codeIn, withoutCodes } from '../inviteCode.ts'
import { canonical, fold } from '../words/fold.ts'

/** «quên từ riêng» says that she has none to say. */
const LABEL = /(?<![a-z])(?<!(?:quen|mat|nho|doi|dat) )(?:tu rieng|tu bi mat|tu khoa|mat khau)(?![a-z])/
/** Without a code beside it the word must be said to be one. */
const SAYS = new RegExp(`${LABEL.source}(?: cua (?:em|toi|minh|chau))?(?: la|\\s*[:=])\\s*[a-z0-9]`)
/** What stands before a word when she says which it is, and after it; «vàng» and «con» may begin or end the word itself. */
const BEFORE: ReadonlySet<string> = new Set(
  'em toi minh chau da a chi oi ma so cua la voi vao lai quay cho va tu rieng bi mat khoa khau nhap day nay thi xin'.split(
    ' ',
  ),
)
const AFTER: ReadonlySet<string> = new Set('a ah nhe nha oi ma la va'.split(' '))
/** No word that opens is longer. */
const WORD_MAX = 60
/** So many may be meant; each counts as a try. */
const MOST = 3
const SENTENCE = 5

/** What in a message may be the word that opens her case: all of it, or the parts of a sentence that names a code or a word. */
export function secretsIn(said: string): readonly string[] {
  if (!namesSecret(said)) return [said]
  const hasCode = codeIn(said) !== undefined
  const parts = withoutCodes(fold(said.normalize('NFKC')))
    .split(/•••|[,.;:!?\n]/u)
    .filter((one) => hasCode || SAYS.test(one))
    .map(withoutAround)
    .filter((one) => canonical(one) !== '' && canonical(one).length <= WORD_MAX)
  const whole = hasCode ? [] : [said]
  const all = [...whole, ...parts].slice(0, MOST)
  return all.length === 0 ? [said] : all
}

/** Does she say a code, or which her word is? Alone either of them is no sentence. */
const namesSecret = (said: string): boolean => codeIn(said) !== undefined || SAYS.test(fold(said))

function withoutAround(part: string): string {
  const words = part.split(/\s+/u).filter((one) => one !== '')
  const start = words.findIndex((one) => !BEFORE.has(one))
  const end = words.findLastIndex((one) => !AFTER.has(one))
  return start < 0 ? '' : words.slice(start, end + 1).join(' ')
}

/** What she wrote beside a code or her word: whole clauses that name neither and are long enough to be a question. */
export function besideSecrets(said: string): string {
  if (!namesSecret(said)) return withoutCodes(said)
  const clauses = said.split(/(?<=[,.;!?\n])/u)
  return clauses
    .filter((one) => !namesSecret(one) && !LABEL.test(fold(one)) && one.trim().split(/\s+/u).length >= SENTENCE)
    .join('')
    .trim()
}
