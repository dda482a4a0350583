import type { LocalDate } from '../../domain/calendar.ts'
import type { Form } from '../../domain/plan/form.ts'
import type { Report } from '../../domain/report/report.ts'
import { fold } from '../../domain/words/fold.ts'
import { answersOf, type Draft } from '../form/draft.ts'
import { plainText, unitName } from '../form/showValue.ts'
import { type Line, t } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { type Asking, reportsOf } from '../union/needs.ts'

/**
 * What was sent already and looks like this draft: of the same form and day with the same main text, by the unit itself, or by
 * another unit that names this one as having done it together.
 */
export function* duplicatesOf(form: Form, draft: Draft, day: LocalDate): Asking<readonly Report[]> {
  const main = mainTextOf(form, answersOf(form, draft))
  const sameDay = yield* reportsOf([draft.unit], day, day)
  return sameDay.filter(
    (one) =>
      one.form === form.id &&
      one.id !== draft.report &&
      one.state !== 'withdrawn' &&
      !one.none &&
      mainTextOf(form, one.answers) === main,
  )
}

export const duplicateLine = (report: Report, draft: Draft, ctx: Ctx): Line =>
  report.unit === draft.unit
    ? t('summary.duplicate', { code: report.code })
    : t('summary.duplicateOther', { code: report.code, unit: unitName(ctx.tree, report.unit) })

const mainTextOf = (form: Form, answers: Report['answers']): string => fold(plainText(answers[form.mainText] ?? ''))
