import type { Form } from '../../domain/plan/form.ts'
import type { Report, ReportEvent } from '../../domain/report/report.ts'
import { type Line, t, words } from '../say.ts'

export type Comment = NonNullable<ReportEvent['comment']>

/** What was asked of the officer, while the report stands returned. */
export const commentIn = (report: Report, events: readonly ReportEvent[]): Comment | undefined =>
  report.state === 'returned' ? events.findLast((one) => one.kind === 'returned')?.comment : undefined

export function commentLine(form: Form, comment: Comment): Line {
  const label = form.fields.find((field) => field.id === comment.field)?.label
  const text = words(comment.text)
  return label === undefined ? t('report.comment', { text }) : t('report.commentOn', { field: words(label), text })
}
