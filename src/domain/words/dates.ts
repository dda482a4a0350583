/**
 * The day an officer means. Day before month always; a year left out is that of the nearest past, or, of what
 * is still to come, of the nearest to come.
 *
 * Each rule takes its words out of the text, the most exact first, so that '12/3' is not read again inside a longer form.
 */

import { addDays, type LocalDate, weekday } from '../calendar.ts'
import { dateText } from './dateText.ts'
import {
  day,
  type Found,
  type Groups,
  readAgo,
  readDayAlone,
  readDayMonth,
  readDayOfNearMonth,
  readFullMoon,
  readTet,
  readWeekday,
  type Setting,
} from './daySaid.ts'
import type { Reading } from './numbers.ts'

export { readPeriod } from './periods.ts'
export { readYesNo } from './yesNo.ts'

interface Rule {
  readonly pattern: RegExp
  readonly read: (groups: Groups, setting: Setting) => Found | undefined
}

const YEAR = String.raw`(?:[\s,/.-]*(?:nam\s*)?(?<year>(?:19|20)\d{2})(?!\d)|[\s,]*(?<near>nam ngoai|nam truoc|nam nay|nam kia))?`
const MUNG = String.raw`(?:\b(?<prefix>ngay|mung|mong|hom)\s*)?`
const JUST = String.raw`truoc|nay|roi|vua roi|vua qua|qua`

const VAGUE: Rule['read'] = () => ({ kind: 'vague' })
const DAY = String.raw`(?<![\d.,/-])(?<day>\d{1,2})`
const MONTH = String.raw`(?<month>\d{1,2}|gieng|chap)(?<leap>\s*nhuan)?`
const END = String.raw`(?![\d]|[/.-]\d)`
const MOONISH = String.raw`(?:\b(?<prefix>mung|mong)\s*)?`

const RULES: readonly Rule[] = [
  // Two days in one answer.
  rule(String.raw`(?<!\bthu ?)\b\d{1,2}\s?(?:-|den|va|toi|\+)\s?(?:ngay )?\d{1,2}\s?(?:\/|thang)\s?\d{1,2}\b`, several),
  rule(String.raw`(?:^|ngay |mung |mong )\d{1,2}\s?,\s?\d{1,2}\s?(?:\/|thang)\s?\d{1,2}\b`, several),
  // With the month.
  rule(String.raw`\b(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})\b`, readDayMonth),
  rule(String.raw`\b(?<day>\d{2})(?<month>\d{2})(?<year>20\d{2})\b`, readDayMonth),
  rule(
    String.raw`${MOONISH}${DAY}\s?(?<mark>[/.-])\s?(?<month>\d{1,2})\s?\k<mark>\s?(?<year>\d{4}|\d{2})${END}`,
    readDayMonth,
  ),
  rule(String.raw`${MOONISH}${DAY}\s?[/.-]\s?(?<month>\d{1,2})${END}${YEAR}`, readDayMonth),
  rule(String.raw`${MUNG}${DAY}\s*[/,.-]?\s*thang\s*${MONTH}${YEAR}`, readDayMonth),
  rule(
    String.raw`\bthang\s*${MONTH}[\s,]*(?:ngay\s*)?(?<prefix>ngay|mung|mong)\s*(?<day>\d{1,2})${END}${YEAR}`,
    readDayMonth,
  ),
  rule(String.raw`${MUNG}${DAY}\s*(?:am lich\s*)?tet\b${YEAR}`, readTet),
  rule(String.raw`\bram(?: thang ${MONTH})?(?: (?:nay|roi|vua roi|vua qua|qua))?\b${YEAR}`, readFullMoon),
  rule(
    String.raw`\b(?<prefix>ngay|mung|mong|hom)\s*(?<day>\d{1,2})\s*thang\s*(?<which>${JUST}|sau|toi)(?<again> nua)?\b`,
    readDayOfNearMonth,
  ),
  // Seen from today.
  rule(
    String.raw`(?<!\d[ /]?)\b(?:thu\s*(?<n>[2-7])|t(?<short>[2-7])|(?<sunday>cn|chu nhat))\b(?!\s?/)` +
      String.raw`(?:\s*(?<when>tuan (?:${JUST}|sau|toi)|${JUST})(?<again> nua)?)?(?![a-z])`,
    readWeekday,
  ),
  rule(String.raw`\b(?:may|vai|nhung) (?:hom|bua|ngay)(?: (?:nay|qua|truoc))?\b|\bgan day\b|\bmoi day\b`, VAGUE),
  rule(String.raw`\b(?<ago>\d{1,3}) (?:ngay|hom) truoc\b|\bcach day (?<since>\d{1,3}) (?:ngay|hom)\b`, readAgo),
  rule(String.raw`\b(?:hom|bua)\s?kiaa\b`, daysBack(3)),
  rule(String.raw`\b(?:hom|bua)\s?kia\b|\bhkia\b`, daysBack(2)),
  rule(String.raw`\b(?:hom|bua|dem|toi|sang|chieu|trua)\s?qua\b|\bhqua\b|^qua\b`, daysBack(1)),
  rule(String.raw`\b(?:hom|bua|dem|toi|sang|chieu|trua)\s?nay\b|\bhnay\b|\bvua xong\b|^nay\b`, daysBack(0)),
  rule(String.raw`\b(?:ngay|sang|chieu|toi|trua)\s?mai\b|^mai\b`, daysBack(-1)),
  // No one day.
  rule(String.raw`\b(?:dau|giua|cuoi|trong) (?:thang|tuan|quy|nam)\b`, VAGUE),
  rule(String.raw`\b(?:tuan|thang|quy|nam) (?:truoc|nay|roi|qua|vua|ngoai|sau|toi)\b`, VAGUE),
  rule(String.raw`\b(?:hom|bua|dot) (?:truoc|no|roi|bua|nao)\b`, VAGUE),
  rule(String.raw`(?<!\b(?:moi|trong|\d) )\b(?<prefix>ngay|mung|mong)\s*(?<day>\d{1,2})(?![\d/.-])`, readDayAlone),
  rule(String.raw`\bhom\s*(?<day>\d{1,2})(?=[ ,.]*(?:$|a$|roi|vua))`, readDayAlone),
  rule(String.raw`\b(?:thang|t)\s?\d{1,2}\b|\bquy (?:\d|i)|\b\d{1,2}[/.-](?:19|20)\d{2}\b`, VAGUE),
]

/** More days back than this, a day said without its year is rather the one that comes soon. */
export const LONG_AGO = 300

/** `side`: where a day lies that is said without its year, its month or its week. */
export function readDate(text: string, today: LocalDate, side: 'past' | 'coming' = 'past'): Reading<LocalDate> {
  const plain = dateText(text)
  if (plain === undefined) return { kind: 'unreadable', why: 'tooLong' }
  const moon = /\bam(?: lich)?\b|\bal\b/.test(plain)
  const setting: Setting = {
    today,
    coming: side === 'coming',
    calendar: moon ? 'moon' : /\bduong(?: lich)?\b|\bdl\b/.test(plain) ? 'sun' : 'unsaid',
  }
  const found: Found[] = []
  RULES.reduce(
    (rest, rule) =>
      rest.replace(rule.pattern, (...match) => {
        const groups: unknown = match.at(-1)
        const one = rule.read(isGroups(groups) ? groups : {}, setting)
        if (one) found.push(one)
        return one ? ' ¤ ' : match[0]
      }),
    plain,
  )
  return decide(found)
}

function decide(found: readonly Found[]): Reading<LocalDate> {
  const days = found.filter((one) => one.kind === 'day')
  const weekdays = found.filter((one) => one.kind === 'weekday')
  const [first = weekdays[0]] = days
  const problem = found.find((one) => one.kind === 'noSuchDay' || one.kind === 'several')
  if (problem) return { kind: 'unreadable', why: problem.kind === 'several' || first ? 'several' : 'noSuchDay' }
  if (!first) return { kind: 'unreadable', why: found.length > 0 ? 'vague' : 'notADate' }
  if (
    days.length === 0 ? weekdays.some((one) => one.date !== first.date) : days.some((one) => one.date !== first.date)
  ) {
    return { kind: 'unreadable', why: 'several' }
  }
  if (found.some((one) => one.kind === 'vague') && (first.kind === 'weekday' || first.loose)) {
    return { kind: 'unreadable', why: 'vague' }
  }
  const isOff = days.length > 0 && weekdays.some((one) => one.n !== weekday(first.date))
  const why = isOff ? 'weekday' : first.why
  return why ? { kind: 'doubtful', value: first.date, why } : { kind: 'read', value: first.date }
}

function rule(source: string, read: Rule['read']): Rule {
  return { pattern: new RegExp(source, 'g'), read }
}

function several(): Found {
  return { kind: 'several' }
}

function daysBack(n: number): Rule['read'] {
  return (_, { today }) => day(addDays(today, -n))
}

const isGroups = (value: unknown): value is Groups => typeof value === 'object' && value !== null
