import { foldInPlace } from '../words/fold.ts'

export type DetailKind = 'phone' | 'idNumber' | 'address' | 'account'

/** Where a detail of a person stands in a text. */
export interface Detail {
  readonly kind: DetailKind
  readonly from: number
  readonly to: number
}

const MOBILE = String.raw`(?<!\d)(?:(?:00|\+)?84|0)[ .-]?[35789](?:[ .-]?\d){8}(?!\d)`
/** A small l or an o in the place of a digit, as in "09l2345678". */
const LETTERED = String.raw`(?<![a-z0-9])[0o][ .-]?[35789](?:[ .-]?\d|[oil]){8}(?![a-z0-9])`
const LANDLINE = String.raw`(?<!\d)(?:(?:00|\+)?84|0)[ .-]?2(?:[ .-]?\d){8,9}(?!\d)`
const DIGIT = '(?:khong|mot|hai|ba|bon|nam|lam|sau|bay|tam|chin)'
/** "không chín một hai …": nine digits or more, said in words. */
const SPOKEN = String.raw`(?<![a-z])(?:khong|o)(?:[ .,-]+${DIGIT}){8,}(?![a-z])`
/** Twelve digits, also in groups of three or four by spaces; the nine of the old card only in one run: with dots it is money. */
const IDENTITY = String.raw`(?<!\d)(?:\d{12}|\d{3}(?: \d{3}){3}|\d{4}(?: \d{4}){2}|\d{9})(?!\d)`
/** Digits in groups are money, unless the words before them say that it is a card, a passport or a bank account. */
const CARD = String.raw`(?<=(?:chung minh|cmnd|cmt|cccd|can cuoc)\D{0,15})\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)`
const PASSPORT = String.raw`(?<=(?:ho chieu|passport)\D{0,12})[a-z]\d{7,8}(?!\d)`
const BANK = String.raw`(?<=(?:stk|so tai khoan|so tk|tai khoan so)\D{0,12})\d(?:[ .-]?\d){5,18}(?!\d)`
const EMAIL = String.raw`[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+`
/** A page of one person, or a pin on a map. */
const PAGE = String.raw`(?:https?://)?(?:www\.|m\.)?(?:facebook\.com|fb\.com|fb\.me|m\.me|zalo\.me|instagram\.com|tiktok\.com|t\.me)/\S+`
const PIN = String.raw`(?:https?://)?(?:maps\.app\.goo\.gl|goo\.gl/maps|(?:www\.)?google\.[a-z.]+/maps|maps\.google\.[a-z.]+)\S*`

const HOUSE = String.raw`\d+[a-z]?(?:[/-]\d+[a-z]?)*`
/** Words that go on with the sentence; any other after a house number may be the name of its street. */
const ON =
  'em|toi|chi|minh|chau|anh|chong|vo|me|bo|con|cha|ong|ba|no|ho|o|gan|canh|sau|truoc|ben|va|thi|la|co|khong|bi|danh|' +
  'cua|hay|luc|hom|khi|den|di|ve|roi|nhe|nha|a|ah|nhung|voi|nen|de|cho|nay|do|hep|dang|se|da|moi|neu|so'
const WORD = String.raw`(?!(?:${ON})(?![a-z0-9]))[a-z0-9]+`
/** What follows a house number: a street, an alley or a hamlet with its name, as far as the next sign or three words. */
const STREET = String.raw`(?:[ ,]{1,2}(?:duong|pho|ngo|ngach|hem|xom|thon|ap|to|khu pho|so nha|so)(?: ${WORD}){1,3})*`
const NUMBERED = String.raw`(?<![a-z])(?:so nha|nha so|ngo|ngach|hem)[ :]*${HOUSE}(?![a-z0-9])(?: ${WORD}){0,3}${STREET}`
const ON_STREET = String.raw`(?<![a-z0-9])(?:so )${HOUSE}[ ,]{1,2}(?:duong|pho|ngo|ngach|hem)(?: ${WORD}){1,3}`
const UNIT = '(?:khu pho|khu dan cu|khu|to dan pho|to|thon|xom|ap|ban|doi|kp|tdp)'
const COUNTED = String.raw`\d{1,2}[a-z]?(?![a-z0-9/])(?! (?:nguoi|chi|nam|lan|thang|ngay|nu|hoi|tuoi|con|buoi|cuoc|trieu))`
const NAME = String.raw`(?!(?:xa|phuong|thi|huyen|quan|tinh|${UNIT})(?![a-z0-9]))${WORD}`
/** What is smaller than a commune, by its number or its name. */
const HAMLET = String.raw`${UNIT}(?: so)? (?:${COUNTED}|(?!\d)${NAME}(?: (?!\d)${NAME})?)`
const PAPERS = 'ke hoach|quyet dinh|cong van|nghi quyet|thong bao|chi thi|to trinh|mau|bieu|phu luc|muc|cau|dieu'
const RURAL = String.raw`(?<![a-z0-9])(?<!(?:${PAPERS}) )so ${HOUSE}(?:[ ,]{1,2}${HAMLET})+`
const ROOM = String.raw`(?:phong|can ho|can|p)[ .]?(?:so )?[a-z]?\d{2,4}(?![a-z0-9])`
const FLOOR = String.raw`(?:tang \d{1,2}[ ,]{1,2})?`
const BLOCK = String.raw`(?:(?:chung cu|tap the)(?: ${WORD}){1,3}?|(?:toa nha|toa|block) [a-z]{0,3}\d{1,2}[a-z]?)`
const FLAT = String.raw`(?<![a-z0-9])(?:${BLOCK}[ ,]{1,2}${FLOOR}${ROOM}|${ROOM}[ ,]{1,2}${FLOOR}${BLOCK}(?![a-z0-9]))`
/** Streets are often called after people; a house number and at once such a name is an address. */
const FAMOUS = 'nguyen|tran|pham|phan|hoang|dinh|hung vuong|quang trung|hai ba|ba trieu|ly thuong|le loi|le lai|le duan'
const NAMED = String.raw`(?<![a-z0-9])(?:nha|so|nha so) ${HOUSE}[ ,]{1,2}(?:${FAMOUS})(?: ${WORD}){0,2}`
const HOUSE_45A = String.raw`(?<![a-z0-9])nha(?: so)? \d+[a-h](?: ${WORD}){1,3}(?![a-z0-9])`

const KINDS: readonly (readonly [DetailKind, RegExp])[] = [
  ['account', new RegExp(`${EMAIL}|${PAGE}`, 'g')],
  ['phone', new RegExp(`${MOBILE}|${LETTERED}|${LANDLINE}|${SPOKEN}`, 'g')],
  ['idNumber', new RegExp(`${IDENTITY}|${CARD}|${PASSPORT}|${BANK}`, 'g')],
  ['address', new RegExp(`${PIN}|${NUMBERED}|${ON_STREET}|${RURAL}|${FLAT}|${NAMED}|${HOUSE_45A}`, 'g')],
]

const NUMBERED_HAMLET = String.raw`${UNIT}(?: so)? ${COUNTED}`
/** Where she lives, as people of a village say it: enough for her neighbours, while a report may tell where a meeting was. */
const HOME = String.raw`(?<=(?:nha|em|toi|minh|chau|chong) o )${NUMBERED_HAMLET}(?:[ ,]{1,2}${HAMLET})*`
const AT_HOME = String.raw`(?<![a-z0-9])${NUMBERED_HAMLET}(?:[ ,]{1,2}${HAMLET})*(?=[ ,]{1,2}(?:xa|phuong|thi tran|thi xa) [a-z])`
const HERS: readonly (readonly [DetailKind, RegExp])[] = [...KINDS, ['address', new RegExp(`${HOME}|${AT_HOME}`, 'g')]]

/**
 * Phone and card numbers, street addresses and personal pages in a text: what must not travel with a report or a relay. The
 * one recogniser for both; what an earlier kind has taken is no longer there for a later one.
 */
export const findDetails = (text: string): readonly Detail[] => found(text, KINDS)

function found(text: string, kinds: typeof KINDS): readonly Detail[] {
  let rest = foldInPlace(text)
  const details: Detail[] = []
  for (const [kind, pattern] of kinds) {
    for (const match of rest.matchAll(pattern)) {
      details.push({ kind, from: match.index, to: match.index + match[0].length })
    }
    rest = rest.replace(pattern, (taken) => '\0'.repeat(taken.length))
  }
  return details.toSorted((a, b) => a.from - b.from)
}

export const personalDetails = (text: string): readonly DetailKind[] => [
  ...new Set(findDetails(text).map((one) => one.kind)),
]

/** Is there anything in a woman's words that is masked for whoever answers her? */
export const hasHers = (text: string): boolean => found(text, HERS).length > 0

/** The same text with these details masked. */
export const maskDetails = (text: string): string => masked(text, findDetails(text))

/** A woman's words as whoever answers her reads them. */
export const maskHers = (text: string): string => masked(text, found(text, HERS))

function masked(text: string, details: readonly Detail[]): string {
  let shown = ''
  let at = 0
  for (const { from, to } of details) {
    shown += `${text.slice(at, from)}•••`
    at = to
  }
  return shown + text.slice(at)
}
