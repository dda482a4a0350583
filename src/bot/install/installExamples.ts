import { addDays, at, dateOf, instant } from '../../domain/calendar.ts'
import { personId, reportId } from '../../domain/ids.ts'
import type { PlanBook } from '../../domain/plan/planBook.ts'
import { recordEvent, startReport } from '../store/union/reportEvents.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import { DEMO_PEOPLE } from './demoProvince.ts'
import { type ExampleReport, exampleReports } from './exampleReports.ts'

const LEADER = personId('demo-leader')
const REPORTED_HOUR = 10

/** Fills an untouched demonstration with a year of invented reports; how many, none where somebody has reported already. */
export async function installExamples(store: Store, plans: PlanBook, now: Date): Promise<number> {
  const today = dateOf(instant(now.getTime()))
  return await store.union.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(7270736902)`
      const kind = await tx.setting.findUnique({ where: { key: 'kind' } })
      if (kind?.value !== 'demo' || (await tx.report.count()) > 0) return 0
      const reports = exampleReports(today)
      for (const [n, one] of reports.entries()) await add(tx, one, { n, plans, now })
      return reports.length
    },
    { timeout: 60_000 },
  )
}

interface Adding {
  readonly n: number
  readonly plans: PlanBook
  readonly now: Date
}

async function add(tx: Tx, example: ExampleReport, { n, plans, now }: Adding): Promise<void> {
  const { form, unit, eventDate, answers, looked } = example
  const id = reportId(`vi-du-${n}`)
  const version = plans.planOn(eventDate)?.forms.find((one) => one.id === form)?.version
  if (version === undefined) return
  const by = DEMO_PEOPLE.find((one) => one.unit === unit && one.role === 'officer')
  // Never later than this moment: what was recorded tomorrow would count in no figure of today.
  const soon = (days: number) => new Date(Math.min(at(addDays(eventDate, days), REPORTED_HOUR), now.getTime()))
  await startReport(tx, {
    id,
    code: `${form.replace(/^F-/, '')}-VD${String(n).padStart(4, '0')}`,
    form,
    formVersion: version,
    unit,
    jointUnits: [],
    eventDate,
    none: false,
    answers,
    by: personId(`demo-${by?.key ?? 'officer-province'}`),
    now: soon(0),
  })
  if (looked === undefined) return
  const after = { id, by: LEADER, now: soon(3) }
  if (looked === 'approved') return await recordEvent(tx, { ...after, kind: 'approved' })
  const comment = { field: 'participants', text: 'Chị xem lại giúp số liệu này nhé.' }
  await recordEvent(tx, { ...after, kind: 'returned', comment })
}
