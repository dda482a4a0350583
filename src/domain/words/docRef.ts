/** A reference to a document: '45/KH-HPN ngày 12/3/2026 của Hội LHPN xã'. An odd symbol is kept, with a warning. */

import { formatDate, type LocalDate } from '../calendar.ts'
import { readDate } from './dates.ts'
import { fold, tidy } from './fold.ts'
import { MAX_READ } from './tokens.ts'

export interface DocRef {
  readonly symbol: string
  readonly date?: LocalDate
  readonly issuer?: string
}

const PART = '[A-ZĐ][A-Za-zĐđ]*\\d*'
/** 56/2012/NĐ-CP, 45/KH-HPN (State and Union) and 217-QĐ/TW (Party): domain.md §1.4. */
const STATE = new RegExp(`^\\d+[a-z]?(?:/\\d{4})?/${PART}(?:-${PART})*$`)
const PARTY = new RegExp(`^\\d+-${PART}/${PART}(?:-${PART})*$`)

const SYMBOL = /(?<![\p{L}\d/-])\d+[a-z]?(?:(?: ?\/ ?|-)[\p{L}\d]+)+/gu
const ISSUER = /(?:^|\s)(?:của|cua|do)\s/iu
const ISSUER_ENDS = /[,;]|\s(?:ký|ky|ban hành|ban hanh|ngày|ngay)(?=\s|$)/iu
const OFFICE =
  /^(?:hoi|ubnd|uy ban|hdnd|btv|ban|dang uy|huyen uy|tinh uy|chinh phu|thu tuong|bo|so|phong|mttq|trung uong|quoc hoi)\b/
const DATE_SAID = /\d\s?[/.-]\s?\d|\bngay\b|\bthang\b|\bhom\b/

/**
 * Undefined when there is no number in it. Not well formed: an unusual symbol, a date that cannot be read, or one
 * after today; worth a warning, never a refusal.
 */
export function readDocRef(
  text: string,
  today: LocalDate,
): { readonly ref: DocRef; readonly wellFormed: boolean } | undefined {
  const said = tidy(text)
  if (said.length > MAX_READ) return undefined
  const found = [...said.matchAll(SYMBOL)].find((match) => /\p{L}/u.test(match[0].slice(1)))
  const symbol = found ? upper(found[0].replaceAll(' ', '')) : looseSymbol(said)
  if (symbol === '') return undefined
  const rest = found ? `${said.slice(0, found.index)}, ${said.slice(found.index + found[0].length)}` : afterSymbol(said)
  const issuer = issuerIn(rest)
  const dated = issuer === undefined ? rest : rest.replace(issuer, ' ')
  const reading = readDate(dated, today)
  const date = reading.kind === 'unreadable' ? undefined : reading.value
  const isDateOff = date === undefined ? DATE_SAID.test(fold(dated)) : date > today
  return {
    ref: { symbol, ...(date === undefined ? {} : { date }), ...(issuer === undefined ? {} : { issuer }) },
    wellFormed: (STATE.test(symbol) || PARTY.test(symbol)) && !isDateOff,
  }
}

/** Where symbols of documents stand in a text. */
export const symbolsIn = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(SYMBOL)]
    .filter((match) => /\p{L}/u.test(match[0].slice(1)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))

export function formatDocRef({ symbol, date, issuer }: DocRef): string {
  const parts = [symbol]
  if (date !== undefined) parts.push(`ngày ${formatDate(date)}`)
  if (issuer !== undefined) parts.push(`của ${issuer}`)
  return parts.join(' ')
}

/** Typed all in small letters, a symbol is put in capitals; mixed ones ('QĐ-TTg') are as they should be. */
function upper(symbol: string): string {
  const [number = '', ...rest] = symbol.split(/(?=[/-])/)
  const letters = rest.join('')
  return letters === letters.toLowerCase() ? number + letters.toUpperCase() : symbol
}

/** 'Kế hoạch số 45': what stands before the date and the issuer, if it holds a number. */
function looseSymbol(said: string): string {
  const part = said.slice(0, said.length - afterSymbol(said).length).replace(/(?<![\s,;.])[\s,;.]+$/, '')
  return /\d/.test(part) ? part : ''
}

function afterSymbol(said: string): string {
  const start = said.search(/(?:^|[\s,;])(?:ngày|ngay|của|cua|do|hôm|hom)\s|\b\d{1,2}[/.-]\d{1,2}\b/iu)
  return start < 0 ? '' : said.slice(start)
}

/** 'của UBND tỉnh ký ngày …': what stands between. */
function namedIssuer(rest: string): string | undefined {
  const lead = ISSUER.exec(rest)
  if (lead === null) return undefined
  const after = rest.slice(lead.index + lead[0].length).trimStart()
  const end = after.search(ISSUER_ENDS)
  return (end < 0 ? after : after.slice(0, end)) || undefined
}

function issuerIn(rest: string): string | undefined {
  const named = namedIssuer(rest)
  const listed = rest.split(/[,;]/).map((part) => part.trim())
  const issuer = named ?? listed.find((part) => OFFICE.test(fold(part)) && !/\d/.test(part))
  return issuer?.trim().replace(/(?<![\s,;.])[\s,;.]+$/, '') || undefined
}
