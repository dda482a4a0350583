import { ASKED_KINDS, type RequestKind } from '../../domain/case/request.ts'
import { requestClocks } from '../../domain/case/requestClocks.ts'
import type { Instant } from '../../domain/calendar.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { type Asking, type CaseLine, type RequestLine, requestsOf, withoutSecrets } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { dayTime, promiseLine } from './promiseLine.ts'

type More = Extract<Place, { at: 'more' }>

/** What she asks to be done with her words: first where her earlier requests stand, then which it is, then in words of her own. */
export function* requestPlace(
  found: CaseLine,
  { place, input }: { readonly place: More; readonly input: Input },
  ctx: Ctx,
  back: (id: CaseId) => Flow,
): Flow {
  const picked = input.kind === 'picked' ? ASKED_KINDS.find((kind) => input.id === `k:${kind}`) : undefined
  const kind = picked ?? place.asks
  return input.kind === 'said'
    ? yield* keep(found, { kind, said: input.text }, ctx, back)
    : yield* askOther(found, kind)
}

function* askOther(found: CaseLine, kind: RequestKind | undefined): Asking<VaultDecision> {
  const earlier = kind === undefined ? yield* requestLines(found.id) : []
  return {
    place: { at: 'more', id: found.id, doing: 'other', ...(kind === undefined ? {} : { asks: kind }) },
    says: [
      ask(
        [...earlier, t(kind === undefined ? 'request.ask' : 'request.askWords'), t('request.who')],
        [
          ...(kind === undefined ? ASKED_KINDS.map((one) => choice(`k:${one}`, t(`request.kind.${one}`))) : []),
          choice('back', t('page.back')),
        ],
      ),
    ],
    effects: [],
    typed: 'value',
  }
}

/** Kept with her case for a person to answer; the clocks of the law run from here. */
function* keep(
  found: CaseLine,
  { kind, said }: { readonly kind: RequestKind | undefined; readonly said: string },
  ctx: Ctx,
  back: (id: CaseId) => Flow,
): Flow {
  const { isSecret, text } = yield* withoutSecrets(found.id, said)
  if (isSecret) {
    const again = yield* askOther(found, kind)
    return { ...again, says: [say(t('case.thatIsYours')), ...again.says] }
  }
  const asked = kind ?? 'other'
  const clocks = requestClocks(asked, ctx.now, ctx.calendar)
  const shown = yield* back(found.id)
  return {
    ...shown,
    says: [say(t('request.kept'), promiseLine(clocks.answerBy)), ...shown.says],
    effects: [
      { do: 'addWords', case: found.id, id: ctx.newId(), from: 'woman', text },
      { do: 'requestOf', id: ctx.newId(), kind: asked, case: found.id, ...clocks, done: false },
      ...shown.effects,
    ],
  }
}

/** What became of each of her requests, and when. */
export function* requestLines(id: CaseId): Asking<readonly Line[]> {
  return (yield* requestsOf(id)).map((one) =>
    t('request.line', { kind: t(`request.kind.${one.kind}`), at: dayTime(one.at), state: stateOf(one) }),
  )
}

function stateOf(one: RequestLine): Line {
  const { answeredAt, doneAt, reason } = one
  if (answeredAt === undefined) return t('request.waits', { at: dayTime(one.answerBy) })
  if (doneAt === undefined) return t('request.later', { at: dayTime(answeredAt), by: dayTime(one.doneBy) })
  return reason === undefined
    ? done(answeredAt, doneAt)
    : t('request.refused', { at: dayTime(answeredAt), reason: t(`request.reason.${reason}`) })
}

const done = (answeredAt: Instant, doneAt: Instant): Line =>
  answeredAt === doneAt
    ? t('request.done', { at: dayTime(doneAt) })
    : t('request.answeredDone', { at: dayTime(answeredAt), done: dayTime(doneAt) })
