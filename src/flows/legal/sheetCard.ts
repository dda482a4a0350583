import { formatDate } from '../../domain/calendar.ts'
import type { ShownSheet } from '../../domain/legal/sheet.ts'
import type { Topic } from '../../domain/topic/topics.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, t, words } from '../say.ts'
import type { Flow, VaultDecision } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'
import { findSheets, theSheet } from './sheetNeeds.ts'

const PREFIX = 'sheet:'

/** The title that was tapped, where one was. */
export const pickedSheet = (input: Input): string | undefined =>
  input.kind === 'picked' && input.id.startsWith(PREFIX) ? input.id.slice(PREFIX.length) : undefined

export const sheetChoices = (sheets: readonly ShownSheet[]): readonly Choice[] =>
  sheets.map((one) => choice(`${PREFIX}${one.id}`, words(one.title)))

const GRAVE: readonly Topic[] = ['family_violence', 'sexual_harassment_abuse']

/** The whole of a sheet: a neutral line first, then what the law says, on what it stands, and who answers for it. */
export const sheetLines = (sheet: ShownSheet): readonly Line[] => [
  t('sheet.below'),
  words(`\n${sheet.question}`),
  words(sheet.answer),
  t('sheet.basis', { basis: sheet.basis }),
  approvedLine(sheet),
  ...(GRAVE.includes(sheet.topic) ? [t('danger.numbersShort')] : []),
  t('sheet.notAdvice'),
]

/** Which role answers for the words, since when and until when. */
export const approvedLine = ({ approval }: ShownSheet): Line =>
  t(approval.demo ? 'sheet.approvedDemo' : 'sheet.approved', {
    on: formatDate(approval.on),
    until: formatDate(approval.until),
  })

/** A sheet on her screen, where she stands; one that is no longer approved since the button was shown is not. */
export function* showSheet(id: string, place: Place, choices: readonly Choice[]): Flow {
  const sheet = yield* theSheet(id)
  const lines = sheet === undefined ? [t('sheet.gone')] : sheetLines(sheet)
  return { place, says: [ask(lines, choices)], effects: [], typed: 'value' }
}

/** What there is to read is offered beside the question, which has gone its way already; nothing found, nothing said. */
export function* withOffers(decision: VaultDecision, asked: { readonly said?: string; readonly topic?: Topic }): Flow {
  const sheets = yield* findSheets(asked)
  const last = decision.says.at(-1)
  if (sheets.length === 0 || last === undefined) return decision
  const offer = {
    ...last,
    lines: [...last.lines, t('sheet.offer')],
    choices: [...sheetChoices(sheets), ...(last.choices ?? [])],
  }
  return { ...decision, says: [...decision.says.slice(0, -1), offer] }
}
