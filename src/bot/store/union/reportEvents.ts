import type { LocalDate } from '../../../domain/calendar.ts'
import type { PersonId, ReportId, UnitId } from '../../../domain/ids.ts'
import type { Answers } from '../../../domain/plan/form.ts'
import { MAY_FOLLOW, type ReportEventKind, STATE_AFTER } from '../../../domain/report/report.ts'
import type { Tx } from '../tx.ts'
import { countChange } from './unitChanges.ts'

export interface NewReport {
  readonly id: ReportId
  readonly code: string
  readonly form: string
  readonly formVersion: number
  readonly unit: UnitId
  readonly jointUnits: readonly UnitId[]
  readonly eventDate: LocalDate
  readonly none: boolean
  readonly answers: Answers
  readonly afterClose?: boolean
  readonly by: PersonId
  readonly now: Date
}

const plain = (answers: Answers) => JSON.parse(JSON.stringify(answers))

/** The first event of a report, and the report as it stands after it. */
export async function startReport(tx: Tx, report: NewReport): Promise<void> {
  const { now, by, answers, jointUnits, ...columns } = report
  await tx.report.create({
    data: {
      id: columns.id,
      code: columns.code,
      form: columns.form,
      formVersion: columns.formVersion,
      unit: columns.unit,
      eventDate: columns.eventDate,
      none: columns.none,
      afterClose: columns.afterClose ?? false,
      jointUnits: [...jointUnits],
      answers: plain(answers),
      by,
      state: 'submitted',
      submittedAt: now,
      changedAt: now,
    },
  })
  await tx.reportEvent.create({
    data: {
      reportId: report.id,
      seq: 1,
      kind: 'submitted',
      at: now,
      by,
      answers: plain(answers),
      eventDate: columns.eventDate,
      jointUnits: [...jointUnits],
    },
  })
  await countChange(tx, report.id)
}

export interface NewEvent {
  readonly id: ReportId
  readonly kind: Exclude<ReportEventKind, 'submitted'>
  readonly now: Date
  readonly by?: PersonId
  readonly answers?: Answers
  readonly eventDate?: LocalDate
  readonly jointUnits?: readonly UnitId[]
  /** Set where the change came after its period had been reported upwards; a mark that stays. */
  readonly afterClose?: boolean
  readonly comment?: { readonly field: string; readonly text: string }
  readonly automatic?: boolean
}

/** Facts are events and are never rewritten: the event is added, the row of how it stands follows it. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  const { id, kind, now } = event
  // Units that an amendment takes out of a joint report lose it.
  if (event.jointUnits !== undefined) await countChange(tx, id)
  const { count } = await tx.report.updateMany({
    where: { id, state: { in: [...MAY_FOLLOW[kind]] } },
    data: {
      state: STATE_AFTER[kind],
      changedAt: now,
      automatic: event.automatic ?? false,
      ...(event.answers === undefined ? {} : { answers: plain(event.answers), none: false }),
      ...(event.eventDate === undefined ? {} : { eventDate: event.eventDate }),
      ...(event.jointUnits === undefined ? {} : { jointUnits: [...event.jointUnits] }),
      ...(event.afterClose === true ? { afterClose: true } : {}),
    },
  })
  if (count === 0) return
  await countChange(tx, id)
  const last = await tx.reportEvent.aggregate({ where: { reportId: id }, _max: { seq: true } })
  await tx.reportEvent.create({
    data: {
      reportId: id,
      seq: (last._max.seq ?? 0) + 1,
      kind,
      at: now,
      by: event.by ?? null,
      automatic: event.automatic ?? false,
      ...(event.answers === undefined ? {} : { answers: plain(event.answers) }),
      ...(event.eventDate === undefined ? {} : { eventDate: event.eventDate }),
      ...(event.jointUnits === undefined ? {} : { jointUnits: [...event.jointUnits] }),
      ...(event.comment === undefined ? {} : { comment: { ...event.comment } }),
    },
  })
}
