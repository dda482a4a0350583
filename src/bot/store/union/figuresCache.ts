import type { LocalDate } from '../../../domain/calendar.ts'
import type { UnitId } from '../../../domain/ids.ts'
import { formsOfAnyDate } from '../../../domain/plan/formsOfAnyDate.ts'
import type { Plan } from '../../../domain/plan/plan.ts'
import { type Bundle, bundlesOf, cutsOf, nextTurnOf } from '../../../domain/tally/bundles.ts'
import type { Tally } from '../../../domain/tally/figures.ts'
import { slotsOf } from '../../../domain/tally/slots.ts'
import { shownDay } from '../../../domain/tally/tally.ts'
import type { FiguresWanted } from '../../../flows/union/needs.ts'
import type { Tx } from '../tx.ts'
import { type BundleShelf, makeBundleShelf } from './bundleShelf.ts'
import { deedsOf } from './reports.ts'
import { makeTallyShelf } from './tallyShelf.ts'
import { changesOf } from './unitChanges.ts'

/** Tallies as they are now; reports are read again only of units in which something has changed. */
export interface FiguresCache {
  of(tx: Tx, wanted: FiguresWanted): Promise<readonly Tally[]>
}

/** A country of 3,321 communes has some 8,000 on a day, a province of a hundred some 250. */
const MOST_BUNDLES = 30_000
const UNITS_AT_ONCE = 200

export function makeFiguresCache(most = MOST_BUNDLES): FiguresCache {
  const shelf = makeBundleShelf(most)
  const tallies = makeTallyShelf()

  return {
    async of(tx, { plan, tree, unit, units, days, askedOn }) {
      // Counted before anything is read: what comes between is read again the next time.
      const changes = await changesOf(tx, units)
      const version = `${units.length} ${[...changes.values()].reduce((total, n) => total + n, 0n)}`
      const asked = days.map((asOf) => {
        const question = { plan, tree, unit, asOf, ...(askedOn === undefined ? {} : { askedOn }) }
        return { question, shown: shownDay(question), known: tallies.find(question, version) }
      })
      const missing = new Set(asked.filter(({ known }) => known === undefined).map(({ shown }) => shown))
      const bundles = await bundlesOn(tx, [...missing], {
        plan,
        cuts: cutsOf(tree),
        units: units.map((one) => ({ unit: one, n: changes.get(one) ?? 0n })),
        shelf,
        // What would push out all else is not kept.
        keeps: units.length * missing.size <= most / 2,
      })
      return asked.map(
        ({ question, shown, known }) => known ?? tallies.count(question, version, bundles.get(shown) ?? []),
      )
    },
  }
}

interface Reading {
  readonly plan: Plan
  readonly cuts: readonly LocalDate[]
  readonly units: readonly { readonly unit: UnitId; readonly n: bigint }[]
  readonly shelf: BundleShelf
  readonly keeps: boolean
}

/** The bundles of all units on each of these days; one that several units did together is there once. */
async function bundlesOn(
  tx: Tx,
  days: readonly LocalDate[],
  { plan, cuts, units, shelf, keeps }: Reading,
): Promise<ReadonlyMap<LocalDate, readonly Bundle[]>> {
  const looks = days.map((day) => ({ day, slots: slotsOf(plan, day), found: new Map<UnitId, readonly Bundle[]>() }))
  const stale: Reading['units'][number][] = []
  for (const one of units) {
    for (const { day, found } of looks) {
      const known = shelf.find({ plan, cuts, unit: one.unit }, one.n, day)
      if (known !== undefined) found.set(one.unit, known)
      else if (stale.at(-1) !== one) stale.push(one)
    }
  }
  const wanted = { from: plan.from, to: plan.to, older: formsOfAnyDate(plan) }
  for (let from = 0; from < stale.length; from += UNITS_AT_ONCE) {
    const some = stale.slice(from, from + UNITS_AT_ONCE)
    const deeds = await deedsOf(tx, { ...wanted, units: some.map(({ unit }) => unit) })
    for (const { unit, n } of some) {
      const own = deeds.get(unit) ?? []
      for (const { day, slots, found } of looks) {
        if (found.has(unit)) continue
        const bundles = bundlesOf(own, { slots, cuts, asOf: day })
        found.set(unit, bundles)
        const until = nextTurnOf(own, day)
        const bundled = { n, from: day, ...(until === undefined ? {} : { until }), bundles }
        if (keeps) shelf.keep({ plan, cuts, unit }, bundled)
      }
    }
  }
  return new Map(looks.map(({ day, found }) => [day, eachOnce(units.flatMap(({ unit }) => found.get(unit) ?? []))]))
}

const eachOnce = (bundles: readonly Bundle[]): readonly Bundle[] => [
  ...new Map(bundles.map((one) => [one.key, one])).values(),
]
