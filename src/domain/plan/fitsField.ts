import { isLocalDate, parsePeriodKey } from '../calendar.ts'
import { applies } from './conditions.ts'
import type { Answers, Field, Value } from './form.ts'

/** Could this value be an answer to this question: of its kind, among its options, within its limits? */
export function fitsField(field: Field, value: Value): boolean {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' && isWithin(field, [...value].length)
    case 'number':
      return isCount(value) && isWithin(field, value)
    case 'date':
      return typeof value === 'string' && isLocalDate(value)
    case 'period':
      return typeof value === 'string' && parsePeriodKey(value) !== undefined
    case 'yesNo':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && hasOption(field, value)
    case 'many':
      return isTexts(value) && isWithin(field, value.length) && value.every((one) => hasOption(field, one))
    case 'unit':
      return typeof value === 'string'
    case 'units':
    case 'textList':
      return isTexts(value) && isWithin(field, value.length)
    case 'docRef':
      return isObject(value) && 'symbol' in value && typeof value.symbol === 'string'
    case 'evidence':
      return isObject(value) && 'files' in value && 'links' in value
    case 'countsByOption':
      return isObject(value) && Object.entries(value).every(([id, n]) => hasOption(field, id) && isCount(n))
    case 'recordList':
      return isRecords(value) && isWithin(field, value.length) && value.every((one) => fitsRecord(field, one))
  }
}

const fitsRecord = (field: Field, record: Answers): boolean =>
  (field.fields ?? []).every((sub) => {
    const value = record[sub.id]
    if (value !== undefined) return fitsField(sub, value)
    return sub.optional || !applies(sub.when, record)
  })

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)
const isObject = (value: Value): value is Exclude<Value, string | number | boolean> => typeof value === 'object'
const isTexts = (value: Value): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isRecords = (value: Value): value is readonly Answers[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object')
const hasOption = (field: Field, id: string): boolean => (field.options ?? []).some((one) => one.id === id)
const isWithin = ({ min, max }: Field, n: number): boolean => n >= (min ?? 0) && n <= (max ?? Number.POSITIVE_INFINITY)
