import { personalDetails } from '../../domain/case/personalDetails.ts'
import type { Input } from '../heard.ts'
import { say, t } from '../say.ts'
import type { Offered } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import { theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { askDetails } from './askDetails.ts'
import { askMeant } from './askMeant.ts'
import { answerCase, openAtCase } from './atCasePlace.ts'
import { correctCase } from './correctPlace.ts'
import { notHers } from './desk.ts'
import { enterOwnRoom } from './forWhom.ts'

type Meant = Extract<Place, { at: 'meant' }>

/** She says whom her words are for: the woman, the bot, or, in danger herself, whoever can help her. */
export function* meantPlace(place: Meant, input: Input, ctx: Ctx, obey: (command: Offered) => Flow): Flow {
  const picked = input.kind === 'picked' ? input.id : undefined
  const { text, command, corrects } = place
  if (picked === 'self' && place.danger === true) return enterOwnRoom({ text, danger: 'yes' })
  if (picked === 'obey' && command !== undefined) return yield* obey(command)
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.takenBy !== ctx.member?.id) return yield* notHers(ctx)
  if (picked === 'drop' || found.state === 'closed') {
    const opened = yield* openAtCase(place.id, ctx)
    return { ...opened, says: [say(t('sending.dropped')), ...opened.says] }
  }
  if (picked !== 'send') return askMeant(place, found.alias)
  if (personalDetails(text).length > 0) return askDetails(found, text, corrects)
  return corrects === undefined
    ? answerCase(found, text, ctx)
    : yield* correctCase(place.id, { message: corrects, text }, ctx)
}
