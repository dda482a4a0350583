import type { UnitId } from '../ids.ts'
import type { UnitVersion } from '../unit/unit.ts'
import type { BundlesBy } from './judge.ts'
import { append, type Bundle } from './bundles.ts'
import type { Scope } from './scope.ts'

/**
 * Some units that stand next to each other in the tree, with all that their figures are made of. A large subtree is counted block
 * by block, so that after a new report only one of them is counted again.
 */
export interface Block {
  /** In force, in the order of the tree. */
  readonly units: readonly UnitVersion[]
  readonly former: readonly UnitVersion[]
  /** What is added up here: every bundle that counts in the subtree is in one block. */
  readonly bundles: readonly Bundle[]
  /** All that the standings of these units hang on, also what is added up elsewhere. */
  readonly touching: readonly Bundle[]
}

const UNITS = 64

export function blocksOf(scope: Scope, bundles: readonly Bundle[], bundlesBy: BundlesBy): readonly Block[] {
  const all = [...scope.units, ...scope.former]
  const places = new Map<UnitId, number>()
  for (const [at, { unit }] of all.entries()) if (!places.has(unit)) places.set(unit, Math.floor(at / UNITS))
  const here = new Map<number, Bundle[]>()
  for (const bundle of bundles) {
    const first = bundle.crew.find((unit) => places.has(unit))
    const place = first === undefined ? undefined : places.get(first)
    if (place !== undefined) append(here, place, bundle)
  }
  return Array.from({ length: Math.ceil(all.length / UNITS) }, (_, place) => {
    const from = place * UNITS
    const units = scope.units.slice(from, from + UNITS)
    const former = all.slice(from + units.length, from + UNITS)
    return {
      units,
      former,
      bundles: here.get(place) ?? [],
      touching: bundlesFor([...units, ...former], scope, bundlesBy),
    }
  })
}

const bundlesFor = (units: readonly UnitVersion[], scope: Scope, bundlesBy: BundlesBy): readonly Bundle[] => {
  const lines = units.flatMap(({ unit }) => scope.historiesOf(unit)).flat()
  return [...new Set(lines.flatMap(({ unit }) => bundlesBy.get(unit) ?? []))]
}

/** Blocks made anew; one in which nothing has changed stays the very same. */
export const keepSame = (before: readonly Block[], now: readonly Block[]): readonly Block[] =>
  now.map((block, at) => {
    const last = before[at]
    const same = last !== undefined && isSame(last.bundles, block.bundles) && isSame(last.touching, block.touching)
    return same ? last : block
  })

const isSame = (a: readonly Bundle[], b: readonly Bundle[]): boolean =>
  a.length === b.length && a.every((bundle, at) => bundle === b[at])
