import { at, dateOf, instant } from '../../domain/calendar.ts'
import { remindersOn } from '../../domain/report/reminders.ts'
import type { App } from '../app.ts'
import type { Tx } from '../store/tx.ts'
import { officersByUnit } from '../store/union/people.ts'

const HOUR = 8

/** Reminders of due dates, one a person, unit, date and step; whether her unit owes anything is found when it is told. */
export async function planReminders(app: App, tx: Tx, now: Date): Promise<void> {
  const today = dateOf(instant(now.getTime()))
  const days = app.plans.plans.flatMap((plan) =>
    remindersOn(plan, today).filter(({ due }) => app.plans.planOn(due) === plan),
  )
  if (days.length === 0) return
  const officers = [...(await officersByUnit(tx, now))].flatMap(([unit, people]) =>
    people.map((person) => ({ unit, person })),
  )
  for (const { due, step } of days) {
    await tx.due.createMany({
      data: officers.map(({ unit, person }) => ({
        kind: 'remind',
        key: `remind:${due}:${step}:${unit}:${person}`,
        at: new Date(at(today, HOUR)),
        payload: { person, unit, due, step: String(step) },
      })),
      skipDuplicates: true,
    })
  }
}
