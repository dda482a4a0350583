import { draftId, unitId } from '../../src/domain/ids.ts'
import type { Value } from '../../src/domain/plan/form.ts'
import type { Answered, Draft } from '../../src/flows/form/draft.ts'
import type { Effect } from '../../src/flows/union/effects.ts'
import type { Known, Need } from '../../src/flows/union/needs.ts'
import type { Given } from './engine.ts'
import type { AnswersById } from './script.ts'
import type { Strings } from './strings.ts'

interface Memory {
  answer(need: Need): Known
  perform(effect: Effect): void
}

/** The database's twin, for the bench alone: what a form asks for and does, one string an answer. */
export function memoryStore(strings: Strings, done: Given['done']): Memory {
  const paths = new Map<string, string[]>()
  const forms = new Map<string, Pick<Draft, 'form' | 'formVersion' | 'unit'>>()

  function draftOf(id: string): Draft | undefined {
    const form = forms.get(id)
    if (form === undefined) return undefined
    const order = paths.get(id) ?? []
    const answers: Record<string, Answered> = {}
    for (const path of order) {
      const answered: unknown = JSON.parse(strings.get(`${id}|${path}`) ?? '')
      if (isAnswered(answered)) answers[path] = answered
    }
    return { id: draftId(id), ...form, answers, order }
  }

  function drop(id: string): void {
    for (const path of paths.get(id) ?? []) strings.delete(`${id}|${path}`)
    paths.delete(id)
    forms.delete(id)
  }

  return {
    answer: (need) => {
      if (need.need === 'draft') return { need: 'draft', draft: draftOf(need.id) }
      if (need.need === 'reports') return { need: 'reports', reports: [] }
      if (need.need === 'freeCode') return { need: 'freeCode', code: need.codes[0] }
      if (need.need === 'othersDrafts') return { need: 'othersDrafts', drafts: [] }
      throw new Error(`the bench has no ${need.need}`)
    },
    perform: (effect) => {
      if (effect.do === 'openDraft') {
        forms.set(effect.id, { form: effect.form, formVersion: effect.formVersion, unit: unitId(effect.unit) })
        paths.set(effect.id, [])
      } else if (effect.do === 'putAnswer') {
        strings.set(`${effect.draft}|${effect.path}`, JSON.stringify(effect.answered))
        paths.get(effect.draft)?.push(effect.path)
      } else if (effect.do === 'sendReport') done(plain(effect.answers))
      else if (effect.do === 'dropDraft') drop(effect.draft)
      else throw new Error(`the bench does no ${effect.do}`)
    },
  }
}

const isAnswered = (value: unknown): value is Answered => typeof value === 'object' && value !== null && 'kind' in value

const plain = (answers: Readonly<Record<string, Value | undefined>>): AnswersById =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[id, value]] : [],
    ),
  )
