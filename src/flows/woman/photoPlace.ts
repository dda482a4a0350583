import type { Heard, Input } from '../heard.ts'
import { ask, type Choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { isShow } from './caseChoices.ts'
import { casePlace, showCase, tellHolder } from './casePlace.ts'
import { photoChoices, photoLine } from './photoCard.ts'

type PhotoPlace = Extract<Place, { at: 'photo' }>
type File = Extract<Heard, { kind: 'file' }>['file']

const MOST = 10

/** A photo is passed on only after her yes; anything else she is told how to send. Nothing is kept that she does not send. */
export function* hearFile(place: Place, file: File, ctx: Ctx): Flow {
  if (place.at !== 'case' && place.at !== 'photo') return refuse(yield* stay(place), t('repair.noFileHere'))
  if (!file.mime.startsWith('image/')) return refuse(yield* stay(place), t('photo.onlyPhotos'))
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.conversation !== ctx.conversation)
    return refuse(yield* stay(place), t('photo.closed'))
  if (found.state === 'closed') return refuse(yield* showCase(place.id), t('photo.closed'))
  const files = place.at === 'photo' ? place.files : []
  if (files.length >= MOST)
    return refuse(askPhoto({ at: 'photo', id: place.id, files }), t('photo.tooMany', { n: MOST }))
  return askPhoto({ at: 'photo', id: place.id, files: [...files, file.id] })
}

export function* photoPlace(place: PhotoPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'send') return yield* send(place, ctx)
  if (input.kind === 'picked' && input.id === 'drop') {
    return refuse(yield* showCase(place.id), t('photo.dropped'))
  }
  if (input.kind !== 'said' && !(input.kind === 'picked' && isShow(input.id))) return askPhoto(place)
  // Her words go on; the photo still waits for its answer.
  const said = yield* casePlace({ at: 'case', id: place.id }, input, ctx)
  if (said.place.at !== 'case') return said
  const asked = askPhoto(
    place,
    said.says.flatMap(({ choices = [] }) => choices).filter((one) => 'id' in one && isShow(one.id)),
  )
  return { ...asked, says: [...said.says.map(({ lines }) => ({ lines })), ...asked.says], effects: said.effects }
}

function* send(place: PhotoPlace, ctx: Ctx): Flow {
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.state === 'closed') return refuse(yield* showCase(place.id), t('photo.closed'))
  const shown = yield* showCase(place.id)
  return {
    ...shown,
    says: [say(t('photo.sent', { n: place.files.length })), ...shown.says],
    effects: [
      { do: 'addPhotos', case: place.id, photos: place.files.map((file) => ({ id: ctx.newId(), file })) },
      tellHolder(found, ctx),
      ...shown.effects,
    ],
  }
}

const askPhoto = (place: PhotoPlace, beside: readonly Choice[] = []): VaultDecision => ({
  place,
  says: [ask([photoLine(place.files)], [...photoChoices(), ...beside])],
  effects: [],
  typed: 'value',
})

function* stay(place: Place): Flow {
  if (place.at === 'case') return yield* showCase(place.id)
  return place.at === 'photo' ? askPhoto(place) : { place, says: [], effects: [] }
}

const refuse = (decision: VaultDecision, line: Line): VaultDecision => ({
  ...decision,
  says: [say(line), ...decision.says],
})
