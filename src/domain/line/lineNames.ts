import type { Field, Form } from '../plan/form.ts'
import { readYesNo } from '../words/yesNo.ts'
import { makeVocabulary, type Vocabulary } from '../words/vocabulary.ts'

/** What a name in a line stands for, and whether it can stand for nothing else. */
export interface Meaning {
  readonly id: string
  readonly sure: boolean
}

export interface FormNames {
  readonly numbers: Vocabulary<Meaning>
  /** By field: the names of its options. */
  readonly options: ReadonlyMap<string, Vocabulary<Meaning>>
  /** By field: the words before it. */
  readonly leads: ReadonlyMap<string, Vocabulary<string>>
}

/** Words of everyday sentences: alone they name no choice. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'khác,không,có,đúng,phải,hội,đơn vị,tháng,quý,năm,tỉnh,huyện,xã,phường,bộ,sở,ngành,đoàn,nhóm,đất,nợ,chuyển,trực tiếp,' +
    'theo dõi,trả lời,hướng dẫn,dân sự,gia đình,trung tâm,báo cáo,hội nghị,chưa,loa,văn bản,chính sách,đề nghị,hỗ trợ,lao động'
  ).split(','),
)

const byForm = new WeakMap<Form, FormNames>()
const byForms = new WeakMap<readonly Form[], Vocabulary<Meaning>>()

/** Vocabularies are made once for each form. */
export function namesOf(form: Form): FormNames {
  const made = byForm.get(form) ?? makeNames(form)
  byForm.set(form, made)
  return made
}

function makeNames(form: Form): FormNames {
  const fields = form.fields.filter((one) => one.stage === undefined)
  const led = fields.filter((one) => one.words !== undefined && one.kind !== 'number')
  return {
    numbers: makeVocabulary(fields.filter((one) => one.kind === 'number').flatMap(besideNumber)),
    options: new Map(fields.filter((one) => one.options).map((one) => [one.id, makeVocabulary(optionNames(one))])),
    leads: new Map(
      led.map((one) => [one.id, makeVocabulary((one.words ?? []).map((word) => [word, one.id] as const))]),
    ),
  }
}

/** What these forms are called; `sure` false for words that only may name one. */
export function formNames(forms: readonly Form[]): Vocabulary<Meaning> {
  const made = byForms.get(forms) ?? makeVocabulary(forms.flatMap(namesOfForm))
  byForms.set(forms, made)
  return made
}

function namesOfForm(form: Form): readonly (readonly [string, Meaning])[] {
  const [sure, unsure] = [meaning(form.id, true), meaning(form.id, false)]
  const unclear = new Set((form.hints ?? []).map((one) => one.toLowerCase()))
  return [
    ...[form.short.vi, form.title.vi, ...form.words]
      .filter((word) => !unclear.has(word.toLowerCase()))
      .map((word) => [word, sure] as const),
    ...(form.hints ?? []).map((word) => [word, unsure] as const),
  ]
}

const meaning = (id: string, sure: boolean): Meaning => ({ id, sure })

function besideNumber(field: Field): readonly (readonly [string, Meaning])[] {
  const [sure, unsure] = [meaning(field.id, true), meaning(field.id, false)]
  return [
    ...(field.words ?? []).map((word) => [word, sure] as const),
    ...(field.maybe ?? []).map((word) => [word, unsure] as const),
  ]
}

function optionNames(field: Field): readonly (readonly [string, Meaning])[] {
  return (field.options ?? []).flatMap((option) => {
    const [sure, unsure] = [meaning(option.id, true), meaning(option.id, false)]
    const unclear = new Set((option.maybe ?? []).map((one) => one.toLowerCase()))
    const names = [option.label.vi, ...(option.aliases ?? [])]
    return [
      ...[...new Set(names)]
        .filter((one) => isTelling(one) && !unclear.has(one.toLowerCase()))
        .map((word) => [word, sure] as const),
      ...(option.maybe ?? []).map((word) => [word, unsure] as const),
    ]
  })
}

const isTelling = (name: string): boolean => {
  const plain = name.toLowerCase()
  return plain.length > 1 && !COMMON.has(plain) && !/^[\d\s]+$/.test(plain) && readYesNo(plain) === undefined
}
