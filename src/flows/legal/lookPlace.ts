import type { Topic } from '../../domain/topic/topics.ts'
import { triage } from '../../domain/triage.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, t } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'
import { pickedSheet, sheetChoices, showSheet } from './sheetCard.ts'
import { findSheets } from './sheetNeeds.ts'

type LookPlace = Extract<Place, { at: 'look' }>

const TOPICS: readonly Topic[] = [
  'family_violence',
  'divorce_custody',
  'property_land',
  'inheritance',
  'debt_credit',
  'labour_maternity',
  'social_insurance',
  'civil_status',
  'complaint_petition',
  'other_legal',
]

/** Reading by oneself: words or a subject lead to titles, a title to the sheet; a person can be asked at every step. */
export function* lookPlace(place: LookPlace, input: Input, ctx: Ctx): Flow {
  const sheet = pickedSheet(input)
  if (sheet !== undefined) return yield* showSheet(sheet, place, beside(ctx, [choice('look', t('look.again'))]))
  if (input.kind === 'said') {
    const { topic } = triage(input.text)
    return yield* found({ said: input.text, ...(topic === 'not_legal' ? {} : { topic }) }, ctx)
  }
  const topic = input.kind === 'picked' ? TOPICS.find((one) => input.id === `about:${one}`) : undefined
  if (topic !== undefined) return yield* found({ topic }, ctx)
  return show({ at: 'look' }, [t('look.hello'), t('look.how')], beside(ctx, about()))
}

function* found(asked: { readonly said?: string; readonly topic?: Topic }, ctx: Ctx): Flow {
  const sheets = yield* findSheets(asked)
  // What she looked for is offered to a person when nothing here answers it.
  const place: LookPlace = asked.said === undefined ? { at: 'look' } : { at: 'look', said: asked.said }
  return sheets.length === 0
    ? show(place, [t('look.none')], beside(ctx, [choice('look', t('look.again'))]))
    : show(place, [t('look.found')], beside(ctx, [...sheetChoices(sheets), choice('look', t('look.again'))]))
}

const about = (): readonly Choice[] => TOPICS.map((one) => choice(`about:${one}`, t(`topic.${one}`)))

/** A member goes back to her desk; anybody else can ask a person. */
const beside = (ctx: Ctx, choices: readonly Choice[]): readonly Choice[] =>
  ctx.member === undefined
    ? [...choices, choice('ask', t('sheet.ask'), 'go')]
    : [...choices, choice('desk', t('desk.open'))]

const show = (place: LookPlace, lines: readonly Line[], choices: readonly Choice[]) => ({
  place,
  says: [ask(lines, choices)],
  effects: [],
})
