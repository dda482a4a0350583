import { fold, tidy } from '../../domain/words/fold.ts'
import { readPeriod } from '../../domain/words/periods.ts'
import { leaderUnit } from '../leader/progressPlace.ts'
import { type Ctx, type UnionDecision, unitsOf } from '../union/context.ts'
import type { Asking } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { officialPlace } from './officialPlace.ts'

const ASKS =
  /^(?:(?:em|chi|oi|nho|giup|cho) )*(?<verb>soan|lap|viet|in|xuat|lay|lam)(?: (?:giup|ho|cho|em|chi|toi|minh))* (?:(?:ban|mot|file|van ban) )*(?:bao cao|bc)(?: (?<rest>.+?))?(?: (?:a|em|nhe|di|voi))*$/

/** 'soạn báo cáo quý 3': the paper that the bot writes, not a report of something done; undefined: neither that nor near it. */
export function* hearPaper(text: string, place: Place, ctx: Ctx): Asking<UnionDecision | undefined> {
  const looked = place.at === 'unit' || place.at === 'papers' || place.at === 'reports' ? place.unit : undefined
  const unit = looked ?? leaderUnit(ctx) ?? unitsOf(ctx.who, 'officer')[0]
  const asks = unit === undefined ? undefined : ASKS.exec(fold(tidy(text)))?.groups
  if (unit === undefined || asks === undefined) return undefined
  const { verb, rest = '' } = asks
  const official = { at: 'official' as const, unit }
  // Only «soạn» is never said of a report that she gives herself.
  if (rest === '' || rest === 'dinh ky') {
    return verb === 'soan' ? yield* officialPlace(official, { kind: 'enter' }, ctx) : undefined
  }
  if (readPeriod(rest, ctx.today).kind !== 'read') return undefined
  return yield* officialPlace(official, { kind: 'said', text: rest }, ctx)
}
