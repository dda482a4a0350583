import { fold, tidy } from '../words/fold.ts'
import { isSameWord, type Word, wordsOf } from '../words/vocabulary.ts'
import type { Form } from './form.ts'
import type { Indicator, Plan, PlanDocument } from './plan.ts'

/** What a word stands for in a plan. */
export type Term =
  | { readonly kind: 'form'; readonly form: Form; readonly rows: readonly Indicator[] }
  | { readonly kind: 'rows'; readonly rows: readonly Indicator[] }
  | { readonly kind: 'document'; readonly document: PlanDocument }

const LONGEST = 80
const LEAD = '(?:(?:em|oi|cho|chi|minh|hoi|the|vay|con|a|da) )*'
const TAIL = String.raw`(?: (?:a|em|vay|the|e|nhi|ha|oi))*\s*\?*$`
const BEHIND = new RegExp(
  `^${LEAD}(?<term>.+?) (?:la gi|nghia la gi|co nghia la gi|nghia la sao|la sao|la the nao|la nhu the nao|la cai gi)${TAIL}`,
  'd',
)
const BEFORE = new RegExp(`^${LEAD}(?:the nao|nhu the nao) (?:goi |duoc goi )?la (?<term>.+?)${TAIL}`, 'd')

/** 'đối thoại là gì?', 'thế nào là đối thoại ạ': the word that is asked about. */
export function termAsked(text: string): string | undefined {
  const said = tidy(text.normalize('NFC'))
  const plain = fold(said)
  if (said.length > LONGEST || plain.length !== said.length) return undefined
  const [from, to] = (BEHIND.exec(plain) ?? BEFORE.exec(plain))?.indices?.groups?.['term'] ?? []
  return from === undefined || to === undefined ? undefined : said.slice(from, to).replace(/[«»"“”']/g, '')
}

/** A kind of activity by any of its names, rows by words of their title, a text that the plan names; undefined: nothing of it. */
export function termIn(plan: Plan, asked: string): Term | undefined {
  const term = wordsOf(asked)
  const form = plan.forms.find((one) =>
    [one.short.vi, one.title.vi, ...one.words].some((name) => isName(wordsOf(name), term)),
  )
  if (form !== undefined) return { kind: 'form', form, rows: plan.indicators.filter((row) => counts(row, form)) }
  const document = plan.documents.find((one) => isDocument(one, term))
  if (document !== undefined) return { kind: 'document', document }
  const rows = plan.indicators.filter((one) => term.length > 1 && isIn(wordsOf(one.title.vi), term))
  return rows.length === 0 ? undefined : { kind: 'rows', rows }
}

export const sameName = (name: string, asked: string): boolean => isName(wordsOf(name), wordsOf(asked))

const counts = (row: Indicator, form: Form): boolean => row.sources.some((one) => one.form === form.id)

const isName = (name: readonly Word[], term: readonly Word[]): boolean =>
  name.length > 0 && name.length === term.length && isIn(name, term)

const isIn = (whole: readonly Word[], part: readonly Word[]): boolean =>
  part.length > 0 &&
  whole.some((_, from) =>
    part.every((one, n) => {
      const word = whole[from + n]
      return word !== undefined && isSameWord(word, one)
    }),
  )

/** 'QĐ 217', 'nghị định 56': all words of it, a number among them. */
function isDocument({ name, number }: PlanDocument, term: readonly Word[]): boolean {
  const told = wordsOf(`${name.vi} ${number ?? ''}`)
  const isNumbered = term.some((one) => /\d/.test(one.key)) && term.length > 1
  return (
    isName(wordsOf(name.vi), term) || (isNumbered && term.every((one) => told.some((word) => isSameWord(word, one))))
  )
}
