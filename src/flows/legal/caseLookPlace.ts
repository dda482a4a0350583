import type { ShownSheet } from '../../domain/legal/sheet.ts'
import { answerCase } from '../counsellor/atCasePlace.ts'
import { showDesk } from '../counsellor/desk.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { approvedLine, pickedSheet, sheetChoices, sheetLines } from './sheetCard.ts'
import { findSheets, theSheet } from './sheetNeeds.ts'

type CaseLook = Extract<Place, { at: 'caseLook' }>

/** A counsellor finds an approved sheet for her case, reads it and sends it as her answer. */
export function* caseLookPlace(place: CaseLook, input: Input, ctx: Ctx): Flow {
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.takenBy !== ctx.member?.id || found.state !== 'taken') {
    const desk = yield* showDesk(ctx)
    return { ...desk, says: [say(t('atCase.notYours')), ...desk.says] }
  }
  if (input.kind === 'picked' && input.id === 'send' && place.sheet !== undefined) {
    const sheet = yield* theSheet(place.sheet)
    return sheet === undefined ? card(place, [t('sheet.gone')], []) : answerCase(found, cannedText(sheet, ctx), ctx)
  }
  const id = pickedSheet(input)
  const picked = id === undefined ? undefined : yield* theSheet(id)
  if (picked !== undefined) {
    const at: CaseLook = { at: 'caseLook', id: place.id, sheet: picked.id }
    return card(at, [...sheetLines(picked), t('caseLook.send', { alias: found.alias })], [SEND])
  }
  const sheets = yield* findSheets(
    input.kind === 'said' ? { said: input.text, topic: found.topic } : { topic: found.topic },
  )
  const head = t(sheets.length === 0 ? 'caseLook.none' : 'caseLook.head', { alias: found.alias })
  return card({ at: 'caseLook', id: place.id }, [head], sheetChoices(sheets))
}

const SEND = choice('send', t('caseLook.sendIt'), 'go')

/** What she reads in her answer: the law and where it stands; the neutral line is that of every answer. */
const cannedText = (sheet: ShownSheet, ctx: Ctx): string =>
  [
    sheet.question,
    sheet.answer,
    ctx.speak(t('sheet.basis', { basis: sheet.basis })),
    ctx.speak(approvedLine(sheet)),
  ].join('\n')

const card = (
  place: CaseLook,
  lines: readonly Line[],
  choices: readonly ReturnType<typeof choice>[],
): VaultDecision => ({
  place,
  says: [ask(lines, [...choices, choice('back', t('page.back'))])],
  effects: [],
})
