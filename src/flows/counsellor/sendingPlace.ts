import { maskDetails } from '../../domain/case/personalDetails.ts'
import type { Input } from '../heard.ts'
import { say, t } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import { theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { askDetails } from './askDetails.ts'
import { answerCase, openAtCase } from './atCasePlace.ts'
import { correctCase } from './correctPlace.ts'
import { notHers } from './desk.ts'

type Sending = Extract<Place, { at: 'sending' }>

/** Her words hold a number or an address: whole, masked, or not at all. */
export function* sendingPlace(place: Sending, input: Input, ctx: Ctx): Flow {
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.takenBy !== ctx.member?.id) return yield* notHers(ctx)
  if (found.state === 'closed') return yield* openAtCase(place.id, ctx)
  if (input.kind === 'picked' && input.id === 'whole') return yield* send(place, place.text, ctx)
  if (input.kind === 'picked' && input.id === 'masked') return yield* send(place, maskDetails(place.text), ctx)
  if (input.kind === 'picked' && input.id === 'drop') {
    const opened = yield* openAtCase(place.id, ctx)
    return { ...opened, says: [say(t('sending.dropped')), ...opened.says] }
  }
  return askDetails(found, place.text, place.corrects)
}

function* send({ id, corrects }: Sending, text: string, ctx: Ctx): Flow {
  if (corrects !== undefined) return yield* correctCase(id, { message: corrects, text }, ctx)
  const { found } = yield* theCase(id, 'no')
  return found === undefined ? yield* notHers(ctx) : answerCase(found, text, ctx)
}
