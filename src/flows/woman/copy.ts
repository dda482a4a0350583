import type { CaseId } from '../../domain/ids.ts'
import { requestClocks } from '../../domain/case/requestClocks.ts'
import { type Line, type Say, t, words } from '../say.ts'
import type { Ctx } from '../vault/context.ts'
import type { Effect } from '../vault/effects.ts'
import { type Asking, theCase } from '../vault/needs.ts'
import { handoverLine } from './handoverLine.ts'
import { hoursLine } from './hoursLine.ts'
import { dayTime } from './promiseLine.ts'
import { requestLines } from './requestPlace.ts'

const FROM = { woman: 'copy.hers', counsellor: 'copy.theirs' } as const

/** All that we hold of her, on her own screen: it is hers to read at once, never sent or saved anywhere else. */
export function* showCopy(
  id: CaseId,
  ctx: Ctx,
): Asking<{ readonly says: readonly Say[]; readonly effects: readonly Effect[] }> {
  const { found, words: all } = yield* theCase(id, 'words')
  if (found === undefined) return { says: [], effects: [] }
  const lines: readonly Line[] = [
    t('copy.head'),
    t('copy.agreed', { version: found.consent, at: dayTime(found.openedAt) }),
    hoursLine(found.hours, ctx),
    t(found.hasCodeWord ? 'copy.codeWord' : 'copy.noCodeWord'),
    ...all.flatMap((one) =>
      one.from === 'note'
        ? []
        : [
            t(FROM[one.from], {
              at: dayTime(one.at),
              text: one.photo === undefined ? words(one.text) : t('copy.photo'),
            }),
          ],
    ),
    ...(found.handover === undefined ? [] : [handoverLine(found.handover)]),
    ...(yield* requestLines(id)),
    t('copy.end'),
  ]
  const clocks = requestClocks('copy', ctx.now, ctx.calendar)
  return {
    says: [{ lines }],
    effects: [{ do: 'requestOf', id: ctx.newId(), kind: 'copy', case: id, ...clocks, done: true }],
  }
}
