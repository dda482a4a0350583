import { addDays, isLocalDate, type LocalDate, startOfWeek } from '../../domain/calendar.ts'
import { type Digest, type DigestInput, makeDigest } from '../../domain/digest/digest.ts'
import { digestId, type UnitId, unitId } from '../../domain/ids.ts'
import { formsOfLoops } from '../../domain/digest/openLoops.ts'
import type { OwnEvent } from '../heard.ts'
import { type Line, type Say, t } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import { measureOn, reportsFor } from '../union/figures.ts'
import { type Asking, counsellingTold, theDigest } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { digestChoices } from './digestChoices.ts'
import { digestLines } from './digestLines.ts'

/** Her hour of the week: frozen, numbered, told once. Where she stands is not disturbed: a notice is never a flow. */
export function* weeklyDigest(event: OwnEvent, place: Place, ctx: Ctx): Flow {
  const { data } = event
  const unit = unitId(data['unit'] ?? '')
  // A week that was missed is frozen as of its own day.
  const on = dayIn(data['on']) ?? ctx.today
  const week = dayIn(data['week']) ?? startOfWeek(on)
  const silent = data['silent'] === 'yes'
  const body = yield* prepareDigest(unit, { on, week, silent, again: data['preview'] === 'yes' }, ctx)
  if (body === undefined) return { place, says: [], effects: [] }
  const says = silent ? [] : [digestNotice(body, Number(data['missed'] ?? 0))]
  return { place, says, effects: [{ do: 'freezeDigest', id: digestId(ctx.newId()), body }] }
}

const dayIn = (text: string | undefined): LocalDate | undefined =>
  text !== undefined && isLocalDate(text) ? text : undefined

interface Asked {
  readonly on: LocalDate
  readonly week: LocalDate
  /** Frozen and numbered, not sent. */
  readonly silent: boolean
  /** Only looked at: also where the week has its digest. */
  readonly again: boolean
}

/** What a leader is told of a week; undefined where she has no right, no plan held, or the week has its digest already. */
function* prepareDigest(unit: UnitId, { on, week, silent, again }: Asked, ctx: Ctx): Asking<Digest | undefined> {
  const plan = ctx.plans.planOn(on)
  if (plan === undefined || !mayDo(ctx, 'digest.read', unit)) return undefined
  const before = yield* theDigest(unit)
  if (!again && before.digest !== undefined && before.digest.week >= week) return undefined
  const reports = yield* reportsFor(plan, unit, ctx, formsOfLoops(plan))
  const newest = before.digest
  const lastSent = newest === undefined ? 0 : (newest.lastSent ?? newest.number)
  // One that is sent tells also what stood only in those that were not.
  const compared =
    silent || lastSent === newest?.number ? newest : (yield* theDigest(unit, Math.max(lastSent, 1))).digest
  const previous = compared?.plan === plan.id ? compared : undefined
  const days = previous === undefined ? [on] : [on, previous.asOf]
  const [figures, restated] = yield* measureOn({ plan, unit, days }, ctx)
  if (figures === undefined) return undefined
  const ended = before.digest === undefined || previous !== undefined ? undefined : yield* endOf(before.digest, on, ctx)
  const counselling = isOnlyProvince(unit, on, ctx) ? yield* counsellingTold(addDays(week, -7)) : undefined
  return makeDigest({
    number: before.count + 1,
    week,
    knownAt: ctx.now,
    tally: figures,
    plan,
    tree: ctx.tree,
    reports,
    ...(counselling === undefined ? {} : { counselling }),
    ...(previous === undefined ? {} : { previous }),
    ...(ended === undefined ? {} : { ended }),
    ...(restated === undefined ? {} : { restated }),
    ...(silent ? { lastSent } : {}),
  })
}

/** How the plan ended that her digests were about until now. */
function* endOf(last: Digest, on: LocalDate, ctx: Ctx): Asking<DigestInput['ended']> {
  const plan = ctx.plans.plans.find((one) => one.id === last.plan)
  if (plan === undefined || plan.to >= on) return undefined
  const [tally] = yield* measureOn({ plan, unit: last.unit, days: [plan.to], askedOn: on }, ctx)
  return tally === undefined ? undefined : { plan, tally }
}

/** The club's figures are the installation's: where several provinces share one they are nobody's. */
function isOnlyProvince(unit: UnitId, on: LocalDate, ctx: Ctx): boolean {
  const roots = ctx.tree.inForce(on).filter((one) => one.parent === undefined)
  return roots.length === 1 && roots[0]?.unit === unit
}

function digestNotice(body: Digest, missed: number): Say {
  const lines: readonly Line[] = [
    ...digestLines(body),
    ...(missed > 0 ? [t('digest.missed', { n: missed, from: body.number - missed, to: body.number - 1 })] : []),
  ]
  return { lines, choices: digestChoices(body), digest: { unit: body.unit, week: body.week } }
}
