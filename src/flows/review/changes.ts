import type { Answers, Form } from '../../domain/plan/form.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import { showValue } from '../form/showValue.ts'
import { type Line, t, words } from '../say.ts'

/** What differs between two versions of a report, question by question: "Số người dự: 45 người → 54 người". */
export function changeLines(form: Form, before: Answers, after: Answers, tree: UnitTree): readonly Line[] {
  return form.fields.flatMap((field) => {
    const [was, is] = [before[field.id], after[field.id]]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    const shown = (value: typeof was): Line => (value === undefined ? words('–') : showValue(field, value, tree))
    return [t('report.changed', { label: words(field.label), from: shown(was), to: shown(is) })]
  })
}
