import { formatDate } from '../../domain/calendar.ts'
import type { Report } from '../../domain/report/report.ts'
import { showValue } from '../form/showValue.ts'
import { type Line, t, words } from '../say.ts'
import type { Ctx } from '../union/context.ts'

/** Which report is meant, as the one who sent it knows it: its kind, its day, and what it was about. */
export function aboutReport(report: Report, ctx: Ctx): Line {
  const form = ctx.plans.form(report.form, report.formVersion)
  const field = form?.fields.find((one) => one.id === form.mainText)
  const value = field === undefined ? undefined : report.answers[field.id]
  const values = { form: words(form?.short ?? report.form), date: formatDate(report.eventDate) }
  return field === undefined || value === undefined
    ? t('loop.about', values)
    : t('loop.aboutWhat', { ...values, what: showValue(field, value, ctx.tree) })
}
