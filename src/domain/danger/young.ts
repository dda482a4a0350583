import type { Token } from './token.ts'

/** What grown-ups say of themselves too: only with a class at school or an age is it a child's. */
const SELF: ReadonlySet<string> = new Set(['con', 'chau'])
const GROWN: ReadonlySet<string> = new Set(['co', 'chu', 'bac', 'thay', 'ba', 'ong'])
/** After `con`, `cháu` it is the child of somebody: `con em`, `cháu nhà tôi`, `con gái`, `cháu bé`. */
const DOES: ReadonlySet<string> = new Set(
  (
    'bi so muon hoc dang khong co chao la ten moi vua nam o xin hoi thay ghet buon lo dau can khoc chay tron nhan viet ke va ' +
    'cung chua het se toan ca noi biet hay tung lai chi duoc phai nho mong'
  ).split(' '),
)
const AGES = { from: 6, to: 17 }
const CLASSES = { from: 1, to: 12 }

/**
 * Does the writer call herself `con`, `cháu` to a grown-up, or tell her class or age (domain reference §6.1)? Where it is not
 * sure it is not: a grown woman is «chị».
 */
export function isYoungWriter(tokens: readonly Token[]): boolean {
  if (tokens.some((_, place) => isGrownTalk(tokens, place))) return false
  return (
    tokens.some((_, place) => callsGrownUp(tokens, place) || tellsClass(tokens, place) || tellsAge(tokens, place)) ||
    tellsOfParents(tokens)
  )
}

/** `tôi`, and what only parents ask: `con 8 tuổi` is then their child. */
const isGrownTalk = (tokens: readonly Token[], place: number): boolean =>
  (tokens[place]?.certain === true && tokens[place].key.normalize('NFC') === 'tôi') ||
  ['li hon', 'nuoi con', 'toa giao', 'thi toa'].includes(`${at(tokens, place)} ${at(tokens, place + 1)}`)

const at = (tokens: readonly Token[], place: number): string => tokens[place]?.folded ?? ''
const numberAt = (tokens: readonly Token[], place: number): number => Number(at(tokens, place) || Number.NaN)

/** `cô ơi con bị`, `thưa cô cháu`, `cháu chào cô`. */
function callsGrownUp(tokens: readonly Token[], place: number): boolean {
  if (!SELF.has(at(tokens, place))) return false
  if (at(tokens, place + 1) === 'chao') return GROWN.has(at(tokens, place + 2)) || at(tokens, place + 2) === 'cac'
  const called =
    (['oi', 'a'].includes(at(tokens, place - 1)) && GROWN.has(at(tokens, place - 2))) ||
    (GROWN.has(at(tokens, place - 1)) && ['thua', 'da'].includes(at(tokens, place - 2)))
  return called && DOES.has(at(tokens, place + 1))
}

/** `em học lớp 8`, `cháu đang học lớp 9`; not `con em học lớp 2`, `cháu tôi học lớp 3`. */
function tellsClass(tokens: readonly Token[], place: number): boolean {
  if (at(tokens, place) !== 'lop' || !within(numberAt(tokens, place + 1), CLASSES)) return false
  let who = place - 1
  while (['hoc', 'dang', 'moi', 'nam', 'nay', 'len', 'vao', 'la', 'sinh', 'hs'].includes(at(tokens, who))) who--
  return who < place - 1 && isSelf(tokens, who)
}

/** `cháu 10 tuổi`, `em năm nay 15 tuổi` where a sentence begins. */
function tellsAge(tokens: readonly Token[], place: number): boolean {
  if (at(tokens, place + 1) !== 'tuoi' || !within(numberAt(tokens, place), AGES)) return false
  let who = place - 1
  while (['nam', 'nay', 'moi', 'duoc', 'co', 'dang'].includes(at(tokens, who))) who--
  return isSelf(tokens, who)
}

/** `bố con đang đánh mẹ con, con sợ lắm`: nobody else speaks in it, so that `con` is not her child. */
function tellsOfParents(tokens: readonly Token[]): boolean {
  return (
    !tokens.some(({ folded }) => SPEAKERS.has(folded)) &&
    tokens.some(({ folded }, place) => PARENTS.has(folded) && SELF.has(at(tokens, place + 1))) &&
    tokens.some(({ folded, opens }, place) => SELF.has(folded) && opens && DOES.has(at(tokens, place + 1)))
  )
}

const PARENTS: ReadonlySet<string> = new Set(['bo', 'ba', 'me', 'ma', 'tia', 'duong', 'noi', 'ngoai'])
const SPEAKERS: ReadonlySet<string> = new Set(['em', 'toi', 'tui', 'minh', 'vo', 'chong', 'chi', 'anh'])

/** The pronoun itself where a sentence begins, with nothing before it that would make it somebody's child. */
const isSelf = (tokens: readonly Token[], place: number): boolean =>
  (SELF.has(at(tokens, place)) || at(tokens, place) === 'em') &&
  (tokens[place]?.opens === true || place === 0 || ['da', 'thua', 'vi', 'a', 'oi'].includes(at(tokens, place - 1)))

const within = (number: number, { from, to }: typeof AGES): boolean => number >= from && number <= to
