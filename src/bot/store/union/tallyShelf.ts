import type { Bundle } from '../../../domain/tally/bundles.ts'
import type { Tally } from '../../../domain/tally/figures.ts'
import { slotsOf } from '../../../domain/tally/slots.ts'
import { lastDayOver, makeTally, shownDay, type TallyQuestion } from '../../../domain/tally/tally.ts'
import { makeNumbers } from './numbers.ts'

/** Tallies that a process keeps, and what it needs to count them again where little has changed. */
export interface TallyShelf {
  /** The tally that was counted of this version of the reports. */
  find(question: TallyQuestion, version: string): Tally | undefined
  count(question: TallyQuestion, version: string, bundles: readonly Bundle[]): Tally
}

interface Counted {
  readonly version: string
  readonly tally: Tally
  readonly again: (bundles: readonly Bundle[]) => Tally
}

/** Standings of units, over all tallies: those of three countries, or of a hundred provinces. */
const MOST = 300_000

export function makeTallyShelf(most = MOST): TallyShelf {
  const shelf = new Map<string, Counted>()
  const numberOf = makeNumbers()
  let size = 0

  const keyOf = (question: TallyQuestion): string =>
    `${numberOf(question.plan)} ${numberOf(question.tree)} ${question.unit} ${question.asOf} ${lastDayOver(question)}`
  const take = (key: string): Counted | undefined => {
    const found = shelf.get(key)
    if (found === undefined) return undefined
    size -= sizeOf(found.tally)
    shelf.delete(key)
    return found
  }
  const put = (key: string, counted: Counted): void => {
    shelf.set(key, counted)
    size += sizeOf(counted.tally)
    for (const oldest of shelf.keys()) {
      if (size <= most || oldest === key) return
      take(oldest)
    }
  }

  return {
    find: (question, version) => {
      const key = keyOf(question)
      const found = take(key)
      if (found === undefined) return undefined
      put(key, found)
      return found.version === version ? found.tally : undefined
    },
    count: (question, version, bundles) => {
      const key = keyOf(question)
      const again =
        take(key)?.again ?? makeTally(question, slotsOf(question.plan, shownDay(question), lastDayOver(question)))
      const tally = again(bundles)
      put(key, { version, tally, again })
      return tally
    },
  }
}

const sizeOf = ({ rows }: Tally): number =>
  rows.reduce((sum, row) => sum + 1 + row.levels.reduce((units, level) => units + level.units.length, 0), 0)
