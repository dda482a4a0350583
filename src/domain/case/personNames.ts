/**
 * Is a private person named in a text? A name of the people ('Nguyễn Thị Lan', 'chị Hoa', also without capitals and accents)
 * that is not an office holder's, a street's, a school's or a unit's. Initials ('chị M.') are no name.
 */

import { fold, tidy } from '../words/fold.ts'

const FAMILY = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh lam luong mai trinh doan dao ha cao truong ta ' +
    'quach vi lo ma lu hoang nong ban giang sung vang thao ksor rmah siu y kpa quang cam tong luc chu luu nghiem thach kieu la to'
  ).split(' '),
)
const TITLES = new Set('chi ba co em chau anh ong be di bac thim mo cu'.split(' '))
/** What stands before a name that is not a person's here: places, schools, prizes, laws. */
const THINGS = new Set(
  (
    'xa phuong duong pho truong thon khu huyen quan cho chua dinh giai quy bong ty thcs thpt hoc non tinh xom ap ban to ngo cong ' +
    'vien dai hang luat doc suoi song cau nui ho lang phu tieu mam hoi clb benh'
  ).split(' '),
)
const OFFICE =
  /(?:chu tich|pho chu tich|bi thu|truong (?:ban|phong|doan|cong an|khoi|thon|khu|tram|xom|ap)|giam doc|bao cao vien|bcv|luat su|can bo|cong chuc|dai bieu|dong chi|d c|tham phan|kiem sat vien|giang vien|chu nhiem|uy vien|hieu truong|bac si|tuyen truyen vien|hoa giai vien|tro giup vien|tu van vien|thuong truc|lanh dao|chi hoi truong|chi hoi pho|nguoi chu tri|chu tri|phat bieu|dien gia|chuyen vien|pho truong|trung ta|thieu ta|dai ta|dai uy|thuong ta)/
/** Words of harm: whoever stands beside them is the one to be protected, whatever office is near. */
const HARM =
  /\b(?:nan nhan|bi (?:chong|bo|danh|bao|xam|hiep|duoi|ep|lua|quay|banh|con)|chong (?:danh|chui|ruou|say|duoi|bo)|bao luc|bao hanh|xam hai|hiep dam|ly hon|don cua|to cao|trinh bao|cau cuu|mang thai|sinh con ngoai)\b/

/** Before a name: whose it is. */
const VICTIM =
  /\b(?:nan nhan|bi hai|nguoi bi (?:hai|bao luc|bao hanh|xam hai|danh|ep|lua))(?: (?:la|ten|chi|em|chau|be|ba|co|bac|di|thim|o))*[ :,(-]*$/
/** After a name: what was done to her. */
const HARMED = /^[ ,)(-]*(?:\w+ ){0,3}bi (?:chong|bo|danh|bao|xam|hiep|duoi|ep|lua|quay|banh|con)\b/
/** How far from a name these words are looked for. */
const NEAR = 40

interface Piece {
  readonly raw: string
  readonly plain: string
  readonly capital: boolean
  readonly start: number
  readonly end: number
}

const PIECE = /\p{L}+|\d+/gu

export function namesPerson(text: string): boolean {
  const said = tidy(text)
  const pieces = piecesOf(said)
  return pieces.some((piece, at) => {
    const length = nameAt(pieces, at, said)
    return length > 0 && isPrivate(said, pieces, at, length) && piece.raw !== ''
  })
}

/** Is somebody named of whom it says that she was harmed? Asked also where a name may stand. */
export function namesVictim(text: string): boolean {
  const said = tidy(text)
  const pieces = piecesOf(said)
  return pieces.some((piece, at) => {
    const isCalled = VICTIM.test(fold(said.slice(Math.max(0, piece.start - NEAR), piece.start)))
    if (isCalled && piece.capital && !NOT_NAMES.has(piece.plain)) return true
    const last = pieces[at + nameAt(pieces, at, said) - 1]
    if (last === undefined || last.end <= piece.start) return false
    return isCalled || HARMED.test(fold(said.slice(last.end, last.end + NEAR)))
  })
}

function piecesOf(said: string): readonly Piece[] {
  return [...said.matchAll(PIECE)].map((match) => {
    const raw = match[0]
    return {
      raw,
      plain: fold(raw),
      capital: raw.length > 1 && raw.charAt(0) !== raw.charAt(0).toLowerCase() && raw !== raw.toUpperCase(),
      start: match.index,
      end: match.index + raw.length,
    }
  })
}

/** How many words of a name begin here; 0 when none does. */
function nameAt(pieces: readonly Piece[], at: number, said: string): number {
  const [first, second, third] = [pieces[at], pieces[at + 1], pieces[at + 2]]
  if (first === undefined) return 0
  const glued = (n: number): boolean => said.slice(pieces[n]?.end ?? 0, pieces[n + 1]?.start ?? 0) === ' '
  // 'nguyễn thị lan', in any case.
  if (
    FAMILY.has(first.plain) &&
    second !== undefined &&
    third !== undefined &&
    /^(?:thị|thi|văn|van)$/i.test(second.raw) &&
    glued(at) &&
    glued(at + 1)
  ) {
    if (/^\p{L}{2,}$/u.test(third.raw) && !COMMON_NEXT.has(third.plain)) return 3
  }
  // 'Nguyễn Lan Anh': capitals from a family name on; 'Trưởng' is an office, 'Trương' a family.
  if (first.capital && FAMILY.has(first.plain) && !/^(?:trưởng|trường|chủ|hà)$/i.test(first.raw)) {
    let n = 1
    while (n < 4 && pieces[at + n]?.capital === true && glued(at + n - 1)) n += 1
    if (n >= 2) return n
  }
  // 'chị Hoa', 'bé Na'.
  const before = pieces[at - 1]
  const isTitled =
    before !== undefined &&
    TITLES.has(before.plain) &&
    !/^(?:chỉ|chi)$/i.test(before.raw === 'chi' ? '' : before.raw) &&
    glued(at - 1)
  if (isTitled && first.capital && !OFFICE.test(`${first.plain} ${second?.plain ?? ''}`) && !NOT_NAMES.has(first.plain))
    return 1
  // 'chị lan bị chồng đánh': a common given name, and what happened to her.
  if (isTitled && GIVEN.has(first.plain) && HARM.test(fold(said.slice(first.end, first.end + 40)))) return 1
  return 0
}

function isPrivate(said: string, pieces: readonly Piece[], at: number, length: number): boolean {
  const [start, end] = [pieces[at]?.start ?? 0, pieces[at + length - 1]?.end ?? 0]
  const before = pieces[at - 1]
  const isMember = /^(?:hội viên|hoi vien)$/i.test(said.slice(pieces[at - 2]?.start ?? start, before?.end ?? start))
  if (
    before !== undefined &&
    !isMember &&
    THINGS.has(before.plain) &&
    !TITLES.has(before.plain) &&
    said.slice(before.end, start) === ' '
  )
    return false
  const near = fold(`${said.slice(Math.max(0, start - 45), start)} | ${said.slice(end, end + 45)}`)
  if (!OFFICE.test(near)) return true
  const close = fold(`${said.slice(Math.max(0, start - 12), start)} | ${said.slice(end, end + 24)}`)
  return HARM.test(close)
}

const COMMON_NEXT = new Set('truong hoa tran xa phuong ban kien'.split(' '))
const NOT_NAMES = new Set(
  'hoi chi em bi thu chu tich phu nu truong pho can bo dai bieu hoi vien ubnd mttq lien hiep trung uong to thon xom ban clb nguoi cac'.split(
    ' ',
  ),
)
const GIVEN = new Set(
  (
    'lan hoa huong mai nga hanh thu yen lien bich hang thuy loan nhung phuong tuyet oanh trang linh ngoc hien dung quyen thao van my ' +
    'tham xuan ha binh hue tam tuoi hong cuc dao sen dung nhu minh anh hoai giang chung luyen men sau tu ut'
  ).split(' '),
)
