import { addDays, at, dateOf, instant, type LocalDate } from '../../domain/calendar.ts'
import { type PersonId, personId, type UnitId } from '../../domain/ids.ts'
import { isAskedNow, openLoopsOfAll } from '../../domain/report/loops.ts'
import type { Report } from '../../domain/report/report.ts'
import { answerableFor, unitsToday } from '../../domain/unit/successor.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import type { App } from '../app.ts'
import type { Tx } from '../store/tx.ts'
import { officersByUnit } from '../store/union/people.ts'
import { reportsOfForms } from '../store/union/reports.ts'

const HOUR = 8
/** What was left open longer ago is in the list of its unit, and is not asked for. */
const BACK_DAYS = 400

/** What reports left open and is now to be asked for, once each, of the officer who sent it or of who does her work now. */
export async function planLoops(app: App, tx: Tx, tree: UnitTree, now: Date): Promise<void> {
  const today = dateOf(instant(now.getTime()))
  const forms = [...new Set(app.plans.plans.flatMap((plan) => plan.loops.map((loop) => loop.form)))]
  const reports = await reportsOfForms(tx, forms, addDays(today, -BACK_DAYS))
  const asked = openLoopsOfAll(app.plans, reports, today).filter((one) => isAskedNow(one, today))
  if (asked.length === 0) return
  const officers = await officersByUnit(tx, now)
  await tx.due.createMany({
    data: asked.flatMap(({ report, loop, key }) => {
      const person = askedOf(report, officers, tree, today)
      return person === undefined
        ? []
        : [
            {
              kind: 'loop',
              key: `loop:${key}`,
              at: new Date(at(today, HOUR)),
              payload: { person, report: report.id, loop: loop.id },
            },
          ]
    }),
    skipDuplicates: true,
  })
}

function askedOf(
  report: Report,
  officers: ReadonlyMap<string, readonly string[]>,
  tree: UnitTree,
  today: LocalDate,
): PersonId | undefined {
  const units: readonly UnitId[] = unitsToday(tree, report.unit, today)
  const found = units.flatMap((unit) => (officers.get(unit) ?? []).map((one) => personId(one)))
  return answerableFor(report, found)[0]
}
