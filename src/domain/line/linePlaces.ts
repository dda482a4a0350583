import { namesPerson } from '../case/personNames.ts'
import { makeVocabulary, nameAt, type Word } from '../words/vocabulary.ts'
import { isWithin, type Line, type Span, toLine } from './line.ts'

export interface LinePlace extends Span {
  /** Behind «ở», «tại»: not only named. */
  readonly isLed: boolean
  /** Without the word before it: 'thôn Đông'. */
  readonly name: string
  /** Is it a place for certain, and told as where it was? */
  readonly sure: boolean
}

const kindsOf = (text: string) => makeVocabulary(text.split(',').map((one) => [one, true] as const))

/** What a place is, in names of places: any of them behind «ở», «tại». */
const KINDS = kindsOf(
  'thôn,xóm,ấp,bản,buôn,làng,phum,sóc,tổ dân phố,tổ dp,tdp,tổ,khu phố,khu dân cư,kdc,khu,kp,xã,phường,thị trấn,huyện,tỉnh,quận,' +
    'hội trường,ht,nhà văn hóa,nvh,nhà vh,nhà sinh hoạt,nhà cộng đồng,nhà rông,nhà thờ,trụ sở,văn phòng,ubnd,ủy ban,ub,trường,' +
    'p,tầng,phòng họp,chợ,chùa,đình,trạm,sân,cổng,công ty,cty,kcn,chi hội,trung tâm,hợp tác xã,htx,đồn,phố,xứ',
)
/** Those that need no word before them, at the begin of a clause or behind the day. */
const PLAIN = kindsOf(
  'thôn,xóm,ấp,bản,buôn,làng,tổ dân phố,tdp,khu phố,khu dân cư,hội trường,phòng họp,sân đình,sân vận động,nhà văn hóa,nvh,nhà vh',
)
const AT: ReadonlySet<string> = new Set(['o', 'tai'])
const NAMED = /(?:^| )(?:dia diem|noi to chuc)(?: la)?$/
/** Words that go on about something else; in a name they begin with a capital, or are another word with their accents. */
const STOPS: ReadonlySet<string> = new Set(
  (
    've cho voi co do de gom duoc dc hom sang chieu trua toi ngay vao luc trong khoang tong nhe nha a ah em chi cac va cung thu tren ' +
    'chu bang theo luot da la qua truoc vua ket phoi bao bcv tham tam gan hon nham xong thanh nguoi tu den tai o toan dot nhan gop trieu ' +
    'tuyen truyen phat giam cua dang moi mot hai nu nay kia tuan thang nam vui may tat bat lop buoi cuoc huong ky to'
  ).split(' '),
)
/** Words that do so with the next one: 'hội viên', 'hỏi 15 câu', 'đông lắm', 'nội dung'. */
const STOP_PAIRS =
  /^(?:hoi (?!phuong|xa|huyen|tinh|thi|lhpn|lien|truong)|dong (?:lam|vui|qua|du)|noi (?:dung|ve)|ca (?:lang|nam))/
const MOST_WORDS = 8

/** Where it took place: words of a place name no choice. */
export function placesIn(line: Line, taken: readonly Span[], days: readonly Span[] = []): readonly LinePlace[] {
  const found: LinePlace[] = []
  for (let at = 0; at < line.words.length; at++) {
    const place = placeAt(line, at, { taken, days })
    if (place === undefined || isWithin(found, place)) continue
    found.push(place)
  }
  return found
}

/** The place of a text that says where, and nothing else. */
export function placeAlone(text: string): string | undefined {
  const line = toLine(text)
  const [place] = line === undefined ? [] : placesIn(line, [])
  const isWhole = place?.isLed === true && place.start === 0 && line?.text.slice(place.end).trim() === ''
  return isWhole ? place.name : undefined
}

interface Around {
  readonly taken: readonly Span[]
  readonly days: readonly Span[]
}

function placeAt(line: Line, at: number, { taken, days }: Around): LinePlace | undefined {
  const word = line.words[at]
  const from = word !== undefined && isAt(line, at) ? at + 1 : at
  const first = line.words[from]
  if (word === undefined || first === undefined || isWithin(taken, first)) return undefined
  const labelled = labelStart(line, at)
  const isLed = from > at || labelled !== undefined
  if (!isLed && !opensClause(line, word, days)) return undefined
  const kind = nameAt(isLed ? KINDS : PLAIN, line.words, from)
  if (kind === undefined || (from > at && first.parted) || isNoPlace(line, first)) return undefined
  const to = goneOn(line, kind.to, taken)
  // 'ở xã' is hers, 'thôn' alone is none.
  if (!isLed && to === kind.to && kind.to === from + 1) return undefined
  const end = line.words[to - 1]?.end ?? first.end
  const name = line.text.slice(first.start, end)
  return { start: labelled ?? word.start, end, isLed, name, sure: to - from <= MOST_WORDS && !namesPerson(name) }
}

/** 'ở', 'tại'; 'nhà ở xã hội' is about homes. */
const isAt = (line: Line, at: number): boolean =>
  AT.has(line.words[at]?.plain ?? '') && !(line.words[at]?.plain === 'o' && line.words[at - 1]?.plain === 'nha')

/** 'địa điểm: …', 'nơi tổ chức là …': where these words begin. */
function labelStart({ words }: Line, at: number): number | undefined {
  if (!/^(?:diem|chuc|la)$/.test(words[at - 1]?.plain ?? '')) return undefined
  const before = words.slice(Math.max(0, at - 4), at)
  const label = NAMED.exec(before.map((one) => one.plain).join(' '))?.[0].trim()
  return label === undefined ? undefined : before.at(-label.split(' ').length)?.start
}

/** 'trả lời tại chỗ' names no market, 'xã hội' no commune. */
const isNoPlace = (line: Line, { start, end, plain }: Word): boolean =>
  (plain === 'cho' && (/^ch[ỗôố]/iu.test(line.text.slice(start, end)) || /^ \d/.test(line.text.slice(end)))) ||
  (plain === 'xa' && /^ (?:hội|hoi)(?!\p{L})/iu.test(line.text.slice(end)))

const opensClause = (line: Line, word: Word, days: readonly Span[]): boolean =>
  word.start === 0 ||
  word.parted ||
  days.some(({ end }) => end < word.start && /^\s*$/.test(line.text.slice(end, word.start)))

/** How far the name goes: its own words, and further places joined to it. */
function goneOn(line: Line, from: number, taken: readonly Span[]): number {
  let to = from
  while (to - from < MOST_WORDS) {
    const word = line.words[to]
    if (word === undefined || isWithin(taken, word)) break
    const next = joinedAt(line, to) ?? keptAt(line, to)
    if (next === undefined) break
    to = next
  }
  return to
}

/** The end of the words at this place that still belong to the name before them. */
function keptAt(line: Line, at: number): number | undefined {
  const word = line.words[at]
  const before = line.words[at - 1]
  if (word === undefined || before === undefined) return undefined
  const isNumber = /^\d/.test(word.plain)
  // 'P.7'
  if (word.parted) return isNumber && /^[px]$/.test(before.plain) && word.start === before.end + 1 ? at + 1 : undefined
  if (isNumber) return isKindWord(line, at - 1) ? at + 1 : undefined
  const kind = nameAt(KINDS, line.words, at)
  const isAccented = word.key !== word.plain
  if (kind !== undefined && (kind.to > at + 1 || isAccented || !STOPS.has(word.plain))) return kind.to
  if (/^\p{Lu}/u.test(line.text.slice(word.start, word.end))) return at + 1
  const isStop = STOPS.has(word.plain) || STOP_PAIRS.test(`${word.plain} ${line.words[at + 1]?.plain ?? ''}`)
  return isStop || /^\d/.test(before.plain) ? undefined : at + 1
}

const isKindWord = (line: Line, at: number): boolean =>
  [1, 2, 3].some((length) => nameAt(KINDS, line.words, at + 1 - length)?.to === at + 1)

/** 'thôn 1, thôn 2 và thôn 3': the next place of the same list. */
function joinedAt(line: Line, at: number): number | undefined {
  const isAnd = /^(?:va|&)$/.test(line.words[at]?.plain ?? '')
  const next = isAnd ? at + 1 : at
  if (!isAnd && line.words[at]?.parted !== true) return undefined
  const gap = line.text.slice(line.words[at - 1]?.end ?? 0, line.words[at]?.start ?? 0)
  if (!isAnd && !/^\s*,\s*$/.test(gap)) return undefined
  return nameAt(PLAIN, line.words, next)?.to
}
