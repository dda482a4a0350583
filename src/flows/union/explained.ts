import type { Field } from '../../domain/plan/form.ts'
import type { Indicator } from '../../domain/plan/plan.ts'
import { owed } from '../../domain/report/owed.ts'
import { type Line, t, words } from '../say.ts'
import { type Ctx, unitsOf } from './context.ts'
import { figuresOf } from './figures.ts'
import type { Asking } from './needs.ts'

const MOST_ROWS = 3

/** What rows ask, what counts, and where her unit stands in them. */
export function* rowLines(rows: readonly Indicator[], ctx: Ctx): Asking<readonly Line[]> {
  const unit = unitsOf(ctx.who, 'officer')[0]
  const opened = unit === undefined ? undefined : yield* figuresOf(unit, ctx)
  const mine = new Map(
    unit === undefined || opened === undefined ? [] : owed(opened.figures, unit).map((one) => [one.row, one.standing]),
  )
  return rows.slice(0, MOST_ROWS).flatMap((one) => explained(one, mine.get(one.id), ctx))
}

function explained(row: Indicator, standing: string | undefined, ctx: Ctx): readonly Line[] {
  const forms = [...new Set(row.sources.map((one) => one.form))].flatMap((id) => ctx.plans.formOn(ctx.today, id) ?? [])
  const named = forms.map((one) => ctx.speak(words(one.short))).join(', ')
  return [
    t('aside.row', { id: row.id, title: words(row.title) }),
    words(row.explain),
    ...(named === '' ? [] : [t('aside.forms', { forms: named })]),
    ...(isStanding(standing) ? [t('aside.standing', { standing: t(`standing.${standing}`) })] : []),
  ]
}

const STANDINGS = ['met', 'open', 'notMet', 'reportedZero', 'noReport', 'notApplicable'] as const
const isStanding = (text: string | undefined): text is (typeof STANDINGS)[number] =>
  STANDINGS.some((one) => one === text)

/** What a question of a form asks, with an example. */
export const questionLines = (field: Field): readonly Line[] => [
  t('aside.question', { label: words(field.label) }),
  ...(field.help === undefined ? [] : [words(field.help)]),
  ...(field.example === undefined ? [] : [t('aside.example', { example: field.example })]),
  t(field.optional ? 'aside.optional' : 'aside.required'),
]
