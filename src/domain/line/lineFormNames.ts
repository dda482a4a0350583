import type { Form } from '../plan/form.ts'
import { nearNamesIn } from '../words/nearNames.ts'
import { type Named, namesIn, type Vocabulary, type Word } from '../words/vocabulary.ts'
import { isWithin, type Line, type Span, spanOf } from './line.ts'
import { issuedIn } from './lineIssued.ts'
import { formNames, type Meaning } from './lineNames.ts'

type FormName = Named<Meaning>

interface Among {
  readonly forms: readonly Form[]
  readonly allowed: ReadonlySet<string>
  readonly taken: readonly Span[]
}

/** Names of activities in a line, from the left: as the plan has them, with a number inside, or mistyped. */
export function formNamesIn(line: Line, { forms, allowed, taken }: Among): readonly FormName[] {
  const vocabulary = formNames(forms)
  const keep = (names: readonly FormName[]): readonly FormName[] =>
    names
      .map((one) => ({ ...one, values: one.values.filter(({ id }) => allowed.has(id)) }))
      .filter((one) => one.values.length > 0 && !isWithin(taken, spanOf(line.words, one)))
  const said = keep(namesIn(vocabulary, line.words))
  const counted = keep(countedNames(vocabulary, line.words)).filter((one) => said.every((name) => !touches(name, one)))
  const names = [...said, ...counted].toSorted((a, b) => a.from - b.from)
  const [issued] = keep(issuedIn(vocabulary, line.words))
  // What a text that was issued is about is no activity: 'ban hành kế hoạch giám sát'.
  if (issued !== undefined && !names.some((one) => one.to <= issued.from && isSure(one)))
    return [...names.filter((one) => one.to <= issued.from), issued]
  return names.length > 0 ? names : keep(nearNamesIn(vocabulary, line.words)).map(inDoubt)
}

export const isSure = (name: FormName): boolean => name.values.some(({ sure }) => sure)

const inDoubt = (name: FormName): FormName => ({
  ...name,
  values: name.values.map(({ id }) => ({ id, sure: false })),
})

const touches = (a: FormName, b: FormName): boolean => a.from < b.to && b.from < a.to

/** 'đăng 5 bài', 'nhận hai đơn': a name with a number inside. */
function countedNames(vocabulary: Vocabulary<Meaning>, words: readonly Word[]): readonly FormName[] {
  const kept = words.flatMap((word, at) => (NUMBER.test(word.plain) ? [] : [at]))
  const plain = kept.flatMap((at) => words[at] ?? [])
  return namesIn(vocabulary, plain).flatMap((one) => {
    const [from = 0, last = 0] = [kept[one.from], kept[one.to - 1]]
    return last - from === one.to - one.from - 1 ? [] : [{ ...one, from, to: last + 1 }]
  })
}

const NUMBER = /^(?:\d+|mot|hai|ba|bon|sau|bay|tam|chin|muoi|may|vai)$/
