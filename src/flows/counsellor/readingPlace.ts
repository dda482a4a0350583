import { GLASS_REASONS, bySeverityThenAge } from '../../domain/case/case.ts'
import { HOUR, instant } from '../../domain/calendar.ts'
import { type CaseId, caseId } from '../../domain/ids.ts'
import type { Input } from '../heard.ts'
import { ask, choice, say, t } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import { theBoard, theCase, theGlass } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { photosIn, wordLines } from './atCasePlace.ts'
import { alarmFirst, caseLabel, gone, notHers, showDesk, toDesk } from './desk.ts'

/** Another's case, read as the second pair of eyes or behind broken glass; every reading is in the audit. */
export function* readingPlace(place: Extract<Place, { at: 'reading' }>, input: Input, ctx: Ctx): Flow {
  const { found, words } = yield* theCase(place.id, 'words')
  if (found === undefined || found.readAs === undefined || found.readAs === 'holder') return yield* notHers(ctx)
  const second = found.readAs === 'second'
  if (second && input.kind === 'picked' && (input.id === 'agree' || input.id === 'refuse')) {
    const agreed = input.id === 'agree'
    if (agreed && found.alarm !== undefined) return alarmFirst(found)
    return toDesk(
      [t(agreed ? 'second.agreed' : 'second.refused', { alias: found.alias })],
      [
        { do: 'judgeClose', case: found.id, agreed },
        { do: 'audit', act: agreed ? 'close.agree' : 'close.refuse', subject: found.alias },
      ],
    )
  }
  const card = ask(
    [
      ...wordLines(found, words),
      second && found.closing !== undefined
        ? t('second.ask', { alias: found.alias, outcome: t(`outcome.${found.closing.outcome}`) })
        : t('reading.only', { alias: found.alias }),
    ],
    [
      ...(second ? [choice('agree', t('second.agree')), choice('refuse', t('second.refuse'))] : []),
      choice('desk', t('desk.open')),
    ],
  )
  return {
    place,
    says: [...(input.kind === 'said' ? [say(t('reading.nowhere'))] : []), { ...card, files: photosIn(words) }],
    effects: [{ do: 'audit', act: `read.${found.readAs}`, subject: found.alias }],
    typed: 'value',
  }
}

/** The head asks for a case that is not hers to be opened; another member must agree, and it lasts an hour. */
export function* breakGlassPlace(place: Extract<Place, { at: 'breakGlass' }>, input: Input, ctx: Ctx): Flow {
  if (ctx.member?.role !== 'clubHead') return yield* showDesk(ctx)
  const reason = input.kind === 'picked' ? GLASS_REASONS.find((one) => input.id === `g:${one}`) : undefined
  if (place.id !== undefined && reason !== undefined) return yield* askGlass(place.id, reason, ctx)
  if (input.kind === 'picked' && input.id.startsWith('c:')) return askReason(caseId(input.id.slice(2)))
  if (place.id !== undefined) return askReason(place.id)
  const cases = (yield* theBoard()).filter((one) => one.takenBy !== ctx.member?.id).toSorted(bySeverityThenAge)
  return {
    place,
    says: [
      ask(
        [t('glass.which')],
        [
          ...cases.slice(0, 12).map((one) => choice(`c:${one.id}`, caseLabel(one, ctx.now))),
          choice('desk', t('desk.open')),
        ],
      ),
    ],
    effects: [],
  }
}

const askReason = (id: CaseId) => ({
  place: { at: 'breakGlass' as const, id },
  says: [
    ask(
      [t('glass.why')],
      [...GLASS_REASONS.map((one) => choice(`g:${one}`, t(`glassReason.${one}`))), choice('desk', t('desk.open'))],
    ),
  ],
  effects: [],
})

function* askGlass(id: CaseId, reason: string, ctx: Ctx): Flow {
  const { found } = yield* theCase(id, 'no')
  if (found === undefined) return yield* gone(ctx)
  const glass = ctx.newId()
  return toDesk(
    [t('glass.asked', { alias: found.alias })],
    [
      { do: 'askGlass', id: glass, case: id, reason },
      { do: 'tellClub', event: { kind: 'glassAsked', data: { case: id, glass } }, key: `glassAsked:${glass}` },
      { do: 'audit', act: `glass.ask.${reason}`, subject: found.alias },
    ],
  )
}

/** The second member's tap. */
export function* approveGlass(id: string, ctx: Ctx): Flow {
  const glass = yield* theGlass(id)
  if (glass === undefined || glass.approved || glass.askedBy === ctx.member?.id) return yield* gone(ctx)
  const { found } = yield* theCase(glass.case, 'no')
  if (found === undefined) return yield* gone(ctx)
  return toDesk(
    [t('glass.opened', { alias: found.alias, name: glass.askedByName })],
    [{ do: 'openGlass', id, until: instant(ctx.now + HOUR) }],
  )
}
