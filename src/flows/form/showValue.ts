import { formatDate, isLocalDate, parsePeriodKey, type Period } from '../../domain/calendar.ts'
import { unitId } from '../../domain/ids.ts'
import type { Answers, DocRefValue, EvidenceValue, Field, Option, Value } from '../../domain/plan/form.ts'
import type { Text } from '../../domain/text.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import { grouped } from '../../domain/words/grouped.ts'
import { type Line, t, words } from '../say.ts'
import { isCounts } from './draft.ts'

/** A value as a person reads it. */
export function showValue(field: Field, value: Value, tree: UnitTree): Line {
  switch (field.kind) {
    case 'text':
      return words(plainText(value))
    case 'number':
      return field.unit === undefined
        ? words(grouped(plainText(value)))
        : t('value.counted', { n: grouped(plainText(value)), unit: words(field.unit) })
    case 'date':
      return words(typeof value === 'string' && isLocalDate(value) ? formatDate(value) : plainText(value))
    case 'period':
      return showPeriod(typeof value === 'string' ? value : '')
    case 'yesNo':
      return t(value === true ? 'value.yes' : 'value.no')
    case 'choice':
      return words(optionLabel(field, plainText(value)))
    case 'many':
      return joined(isStrings(value) ? value.map((id) => words(optionLabel(field, id))) : [])
    case 'unit':
      return words(unitName(tree, plainText(value)))
    case 'units':
      return joined(isStrings(value) ? value.map((id) => words(unitName(tree, id))) : [])
    case 'docRef':
      return isDocRef(value) ? showDocRef(value) : words('')
    case 'evidence':
      return isEvidence(value)
        ? t('value.evidence', { files: value.files.length, links: value.links.length })
        : words('')
    case 'countsByOption':
      return isCounts(value)
        ? joined(Object.entries(value).map(([id, n]) => t('value.pair', { label: words(optionLabel(field, id)), n })))
        : words('')
    case 'textList':
      return joined(isStrings(value) ? value.map((one) => words(one)) : [])
    case 'recordList':
      return joined(isRecords(value) ? value.map((record) => showRecord(field, record, tree)) : [], '\n')
  }
}

function showRecord(field: Field, record: Answers, tree: UnitTree): Line {
  const parts = (field.fields ?? []).flatMap((sub) => {
    const value = record[sub.id]
    return value === undefined ? [] : [showValue(sub, value, tree)]
  })
  return t('value.record', { parts: joined(parts, ' · ') })
}

/** Lines put one after another; the separator is part of the text, not of a sentence. */
export function joined(lines: readonly Line[], separator = ', '): Line {
  const [first, ...rest] = lines
  if (first === undefined) return words('')
  return rest.reduce<Line>((left, right) => t('value.joined', { left, separator, right }), first)
}

/** Her own words, part by part: «ở chợ», «9 đội». */
export const quoted = (parts: readonly string[]): Line => joined(parts.map((one) => t('value.quoted', { text: one })))

export function showPeriod(key: string): Line {
  const period = parsePeriodKey(key)
  if (period === undefined) return words(key)
  const name = period.kind === 'half' && period.n === 2 ? 'period.secondHalf' : PERIOD_KEYS[period.kind]
  return t(name, { n: period.n, year: period.year })
}

const PERIOD_KEYS = {
  month: 'period.month',
  quarter: 'period.quarter',
  half: 'period.half',
  nineMonths: 'period.nineMonths',
  year: 'period.year',
} as const satisfies Record<Period['kind'], string>

export const unitName = (tree: UnitTree, id: string): string => tree.latest(unitId(id))?.name ?? id

/** A text, number or yes as it is; anything else by its JSON. */
export const plainText = (value: Value): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

export function optionLabel(field: Field, id: string): Text {
  const option: Option | undefined = field.options?.find((one) => one.id === id)
  return option?.label ?? { vi: id }
}

function showDocRef(ref: DocRefValue): Line {
  const date = ref.date !== undefined && isLocalDate(ref.date) ? formatDate(ref.date) : undefined
  return words(
    [ref.symbol, date === undefined ? '' : `(${date})`, ref.issuer ?? ''].filter((one) => one !== '').join(' '),
  )
}

const isObject = (value: Value): value is Exclude<Value, string | number | boolean> => typeof value === 'object'
export const isStrings = (value: Value): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isDocRef = (value: Value): value is DocRefValue => isObject(value) && 'symbol' in value
export const isEvidence = (value: Value): value is EvidenceValue =>
  isObject(value) && 'files' in value && 'links' in value
const isRecords = (value: Value): value is readonly Answers[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object')
