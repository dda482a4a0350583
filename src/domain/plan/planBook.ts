import { addMonths, type LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Form } from './form.ts'
import type { Indicator, Plan } from './plan.ts'

/** All plans of an installation, and which of them holds on a day. */
export interface PlanBook {
  readonly plans: readonly Plan[]
  /** The plan in force; one made for this root comes before one for every root, a later one before an earlier one. */
  planOn(day: LocalDate, root?: UnitId): Plan | undefined
  /** The same, or where none is in force the one that ended last, for a year: late reports and the year's papers are of it. */
  latestOn(day: LocalDate, root?: UnitId): Plan | undefined
  /** The plan that ended last before a day, for a year, whether or not another holds: it is still looked at and reported into. */
  endedBefore(day: LocalDate, root?: UnitId): Plan | undefined
  /** A form by id; the newest without a version. */
  form(id: string, version?: number): Form | undefined
  /** The form as the plan of that day has it, or the latest before it. */
  formOn(day: LocalDate, id: string): Form | undefined
  /** What can be reported on a day: the forms of its plan, then those that ended with the one before. */
  formsOn(day: LocalDate): readonly Form[]
  indicator(plan: Plan, id: string): Indicator | undefined
}

/** Throws when two plans give different forms the same version: reports could not be read again. */
export function makePlanBook(plans: readonly Plan[]): PlanBook {
  const forms = formsByVersion(plans)
  const planOn = (day: LocalDate, root?: UnitId): Plan | undefined =>
    plans.filter((plan) => isInForce(plan, day, root)).reduce<Plan | undefined>(stronger, undefined)
  const latestOn = (day: LocalDate, root?: UnitId): Plan | undefined => planOn(day, root) ?? lastEnded(plans, day, root)
  const formsOn = (day: LocalDate): readonly Form[] => {
    const now = latestOn(day)?.forms ?? []
    const ended = lastEnded(plans, day, undefined)?.forms ?? []
    return [...now, ...ended.filter((form) => now.every((one) => one.id !== form.id))]
  }
  return {
    plans,
    planOn,
    latestOn,
    endedBefore: (day, root) => lastEnded(plans, day, root),
    form: (id, version) =>
      version === undefined ? newest(forms.values(), id) : forms.get(versionKey({ id, version })),
    formOn: (day, id) => formsOn(day).find((form) => form.id === id),
    formsOn,
    indicator: (plan, id) => plan.indicators.find((row) => row.id === id),
  }
}

const isInForce = (plan: Plan, day: LocalDate, root: UnitId | undefined): boolean =>
  plan.from <= day && day <= plan.to && isFor(plan, root)

const isFor = (plan: Plan, root: UnitId | undefined): boolean => plan.root === undefined || plan.root === root

/** So many months after its end nothing of a plan is late any more: it is history. */
const MONTHS_LATE = 12

function lastEnded(plans: readonly Plan[], day: LocalDate, root: UnitId | undefined): Plan | undefined {
  const last = plans
    .filter((plan) => plan.to < day && day <= addMonths(plan.to, MONTHS_LATE) && isFor(plan, root))
    .reduce<LocalDate | undefined>((best, { to }) => (best === undefined || to > best ? to : best), undefined)
  return last === undefined
    ? undefined
    : plans.filter((plan) => isInForce(plan, last, root)).reduce<Plan | undefined>(stronger, undefined)
}

/** Plans come in the order in which they extend each other, so of two that are equal otherwise the second wins. */
function stronger(best: Plan | undefined, plan: Plan): Plan {
  if (best === undefined) return plan
  if ((best.root === undefined) !== (plan.root === undefined)) return best.root === undefined ? plan : best
  return plan.from >= best.from ? plan : best
}

const versionKey = (form: Pick<Form, 'id' | 'version'>): string => `${form.id}@${form.version}`

function formsByVersion(plans: readonly Plan[]): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>()
  for (const form of plans.flatMap((plan) => plan.forms)) {
    const key = versionKey(form)
    const known = forms.get(key)
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(form)) {
      throw new Error(`two plans have different forms ${key}`)
    }
    forms.set(key, known ?? form)
  }
  return forms
}

function newest(forms: Iterable<Form>, id: string): Form | undefined {
  let best: Form | undefined
  for (const form of forms) if (form.id === id && (best === undefined || form.version > best.version)) best = form
  return best
}
