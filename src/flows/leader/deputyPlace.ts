import {
  addDays,
  addMonths,
  endOfMonth,
  formatDate,
  isLocalDate,
  type LocalDate,
  startOfWeek,
} from '../../domain/calendar.ts'
import { personId, unitId } from '../../domain/ids.ts'
import { compare, compareNames } from '../../domain/unit/tree.ts'
import { readDate } from '../../domain/words/dates.ts'
import { unitName } from '../form/showValue.ts'
import type { Input, OwnEvent } from '../heard.ts'
import { ask, choice, type Line, say, t } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import { type Asking, type Deputy, type GrantLine, myDigestWish, peopleOf } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { denied } from './denied.ts'

type DeputyPlace = Extract<Place, { at: 'deputy' }>

const PEOPLE = 8
const LONGEST_MONTHS = 6

/** On leave: somebody of her own unit sees what she sees and gets the digest, until a day; hers are kept for her return. */
export function* deputyPlace(place: DeputyPlace, input: Input, ctx: Ctx): Flow {
  const [unit] = unitsOf(ctx.who, 'leader')
  if (unit === undefined) return denied()
  const { deputies } = yield* myDigestWish()
  const people = yield* colleagues(ctx)
  if (input.kind === 'picked' && input.id.startsWith('e:')) return ended(deputies, input.id.slice(2), ctx)
  if (input.kind === 'picked' && input.id.startsWith('p:')) {
    const person = personId(input.id.slice(2))
    const chosen = people.find((one) => one.person === person)
    if (chosen !== undefined) return askUntil(chosen, ctx)
  }
  const chosen = people.find((one) => one.person === place.person)
  if (chosen !== undefined) return until(chosen, input, ctx)
  return {
    place: { at: 'deputy' },
    says: [
      ask(
        [
          t('deputy.head', { unit: unitName(ctx.tree, unit) }),
          ...deputies.map((one) =>
            t('digest.deputy', { name: one.name, from: formatDate(one.from), to: formatDate(one.to) }),
          ),
          t(people.length === 0 ? 'deputy.nobody' : 'deputy.who'),
        ],
        [
          ...people.slice(0, PEOPLE).map((one) => choice(`p:${one.person}`, personLine(one))),
          ...deputies.map((one) => choice(`e:${one.grant}`, t('deputy.end', { name: one.name }), 'danger')),
          choice('digestSettings', t('page.back')),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

const personLine = ({ name, role }: GrantLine): Line => t('deputy.person', { name, role: t(`role.${role}`) })

/** Officers and leaders of her own unit, each once. */
function* colleagues(ctx: Ctx): Asking<readonly GrantLine[]> {
  const [unit] = unitsOf(ctx.who, 'leader')
  if (unit === undefined) return []
  const people = yield* peopleOf([unit])
  const others = people
    .filter(({ person, role }) => person !== ctx.who?.id && role !== 'admin')
    .toSorted((a, b) => compareNames(a.name, b.name) || compare(a.role, b.role))
  return others.filter((one, index) => others.findIndex(({ person }) => person === one.person) === index)
}

function askUntil({ person, name }: GrantLine, ctx: Ctx, before?: Line): UnionDecision {
  const ends = [addDays(startOfWeek(ctx.today), 6), addDays(startOfWeek(ctx.today), 13), endOfMonth(ctx.today)]
  const choices = [...new Set(ends)].toSorted()
  return {
    place: { at: 'deputy', person },
    says: [
      ask(
        [...(before === undefined ? [] : [before]), t('deputy.until', { name })],
        [
          ...choices.map((one) => choice(`t:${one}`, t('deputy.date', { date: formatDate(one) }))),
          choice('deputy', t('page.back')),
        ],
      ),
    ],
    effects: [],
    typed: 'listed',
  }
}

function until(chosen: GrantLine, input: Input, ctx: Ctx): UnionDecision {
  const day = dayIn(input, ctx.today)
  if (day === undefined) return askUntil(chosen, ctx, input.kind === 'said' ? t('deputy.unread') : undefined)
  if (day < ctx.today || day > addMonths(ctx.today, LONGEST_MONTHS)) {
    return askUntil(chosen, ctx, t('deputy.tooFar', { n: LONGEST_MONTHS }))
  }
  const [unit] = unitsOf(ctx.who, 'leader')
  if (unit === undefined) return denied()
  const grant = ctx.newId()
  const span = { from: formatDate(ctx.today), to: formatDate(day) }
  return {
    place: { at: 'digestSettings' },
    says: [
      ask(
        [t('deputy.done', { name: chosen.name, ...span })],
        [choice('digestSettings', t('digest.settings')), choice('home', t('menu.home'))],
      ),
    ],
    effects: [
      { do: 'deputise', grant, person: chosen.person, unit, from: ctx.today, to: day },
      tellDeputy(chosen.person, { kind: 'deputised', unit, by: ctx.who?.name ?? '', to: day }, grant, ctx),
    ],
  }
}

/** Days to come: one without a year is the next of its kind. */
function dayIn(input: Input, today: LocalDate): LocalDate | undefined {
  if (input.kind === 'picked') {
    const day = input.id.slice(2)
    return input.id.startsWith('t:') && isLocalDate(day) ? day : undefined
  }
  if (input.kind !== 'said') return undefined
  const reading = readDate(input.text, addMonths(today, 12))
  return reading.kind === 'unreadable' ? undefined : reading.value
}

function ended(deputies: readonly Deputy[], grant: string, ctx: Ctx): UnionDecision {
  const one = deputies.find((deputy) => deputy.grant === grant)
  if (one === undefined) return denied()
  return {
    place: { at: 'digestSettings' },
    says: [
      ask(
        [t('deputy.ended', { name: one.name })],
        [choice('digestSettings', t('digest.settings')), choice('home', t('menu.home'))],
      ),
    ],
    effects: [
      { do: 'endDeputy', grant },
      tellDeputy(
        one.person,
        { kind: 'deputyEnded', unit: one.unit, by: ctx.who?.name ?? '', to: ctx.today },
        `${grant}:end`,
        ctx,
      ),
    ],
  }
}

interface DeputyNews {
  readonly kind: 'deputised' | 'deputyEnded'
  readonly unit: string
  readonly by: string
  readonly to: LocalDate
}

const tellDeputy = (person: Deputy['person'], { kind, ...data }: DeputyNews, key: string, ctx: Ctx) =>
  ({ do: 'plan', kind, key: `${kind}:${key}`, person, at: ctx.now, data }) as const

/** What she who stands in is told. */
export function deputyNotice({ kind, data }: OwnEvent, place: Place, ctx: Ctx): UnionDecision {
  const to = data['to'] ?? ''
  const values = {
    by: data['by'] ?? '',
    unit: unitName(ctx.tree, unitId(data['unit'] ?? '')),
    to: isLocalDate(to) ? formatDate(to) : to,
  }
  return { place, says: [say(t(kind === 'deputisedDue' ? 'deputy.told' : 'deputy.toldEnd', values))], effects: [] }
}
