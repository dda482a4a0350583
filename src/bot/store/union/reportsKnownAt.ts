import { type Report, type ReportEvent, STATE_AFTER } from '../../../domain/report/report.ts'
import { instant } from '../../../domain/calendar.ts'
import type { Tx } from '../tx.ts'
import { toEvent, toReport } from './reports.ts'

/** Every report, as it was known at a time: what its events up to then say. Without a time: as it is known now. */
export async function reportsKnownAt(
  tx: Pick<Tx, 'report' | 'reportEvent'>,
  at: Date | undefined,
): Promise<readonly Report[]> {
  const reports = (await tx.report.findMany({ orderBy: { id: 'asc' } })).map(toReport)
  if (at === undefined) return reports
  const rows = await tx.reportEvent.findMany({
    where: { at: { lte: at } },
    orderBy: [{ reportId: 'asc' }, { seq: 'asc' }],
  })
  const events = Map.groupBy(rows.map(toEvent), (one) => one.report)
  return reports.flatMap((report) => {
    const known = events.get(report.id)
    return known === undefined ? [] : [asOfEvents(report, known)]
  })
}

function asOfEvents(report: Report, events: readonly ReportEvent[]): Report {
  const last = events.at(-1)
  const told = events.findLast((one) => one.answers !== undefined)
  return {
    ...report,
    answers: told?.answers ?? report.answers,
    eventDate: told?.eventDate ?? report.eventDate,
    jointUnits: told?.jointUnits ?? report.jointUnits,
    state: STATE_AFTER[last?.kind ?? 'submitted'],
    changedAt: last?.at ?? instant(0),
    automatic: last?.automatic === true,
  }
}
