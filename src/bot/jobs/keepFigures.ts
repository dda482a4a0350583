import { dateOf, instant } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import { unitsBelow } from '../../flows/union/figures.ts'
import type { App } from '../app.ts'
import { treeNow } from './treeNow.ts'

/**
 * Counts the figures of today before anybody asks, for every root and the units right below it: after a start, after midnight and
 * as reports come in. One unit a step, so that a stop waits for no country; false when all are counted.
 */
export function keepFigures(app: App): () => Promise<number | false> {
  let left: readonly UnitId[] = []
  return async () => {
    const tree = await treeNow(app, app.store.union)
    const today = dateOf(instant(app.now().getTime()))
    const plan = app.plans.planOn(today)
    if (plan === undefined) return false
    if (left.length === 0) {
      const roots = tree.inForce(today).filter(({ parent }) => parent === undefined)
      // The whole last, since it is made of them.
      left = roots.flatMap(({ unit }) => [...tree.childrenOn(unit, today).map((one) => one.unit), unit])
    }
    const [unit, ...rest] = left
    left = rest
    if (unit === undefined) return false
    const units = unitsBelow(unit, { tree, today })
    await app.store.figures.of(app.store.union, { plan, tree, unit, units, days: [today] })
    return rest.length > 0 ? 0 : false
  }
}
