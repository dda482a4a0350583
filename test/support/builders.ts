import { at, type LocalDate, localDate } from '../../src/domain/calendar.ts'
import { personId, reportId, type UnitId, unitId } from '../../src/domain/ids.ts'
import type { Answers, Form } from '../../src/domain/plan/form.ts'
import type { Also, Indicator, Plan } from '../../src/domain/plan/plan.ts'
import type { Report, ReportState } from '../../src/domain/report/report.ts'
import type { Level, LineageEvent, UnitTree, UnitVersion } from '../../src/domain/unit/unit.ts'
import { makeUnitTree } from '../../src/domain/unit/tree.ts'

/** Small plain values for tests: say what matters, the rest is ordinary. */

export interface UnitGiven {
  readonly parent?: string
  readonly name?: string
  readonly from?: string
  readonly to?: string
  readonly grassroots?: boolean
  readonly code?: string
}

export function aUnit(id: string, level: Level, given: UnitGiven = {}): UnitVersion {
  return {
    unit: unitId(id),
    name: given.name ?? id,
    level,
    from: localDate(given.from ?? '2020-01-01'),
    ...(given.parent === undefined ? {} : { parent: unitId(given.parent) }),
    ...(given.to === undefined ? {} : { to: localDate(given.to) }),
    ...(given.grassroots === undefined ? {} : { grassroots: given.grassroots }),
    ...(given.code === undefined ? {} : { code: given.code }),
  }
}

export const aMerge = (on: string, from: readonly string[], to: string): LineageEvent => ({
  kind: 'merge',
  on: localDate(on),
  from: from.map(unitId),
  to: [unitId(to)],
  basis: 'NQ 202/2025/QH15',
})

export const aTree = (versions: readonly UnitVersion[], lineage: readonly LineageEvent[] = []): UnitTree =>
  makeUnitTree({ versions, lineage })

export interface ReportGiven {
  readonly id?: string
  readonly form?: string
  readonly unit?: string
  readonly joint?: readonly string[]
  readonly on?: string
  readonly state?: ReportState
  readonly answers?: Answers
  readonly none?: boolean
}

let made = 0

export function aReport(given: ReportGiven = {}): Report {
  made += 1
  const eventDate = localDate(given.on ?? '2022-03-12')
  return {
    id: reportId(given.id ?? `r${made}`),
    code: 'TT-7K2M9Q',
    form: given.form ?? 'F-COM',
    formVersion: 1,
    unit: unitId(given.unit ?? 'x1'),
    jointUnits: (given.joint ?? []).map(unitId),
    eventDate,
    state: given.state ?? 'submitted',
    answers: given.answers ?? {},
    none: given.none ?? false,
    by: personId('p1'),
    submittedAt: at(eventDate, 17),
    changedAt: at(eventDate, 17),
    automatic: false,
  }
}

export function anIndicator(given: Partial<Indicator> = {}): Indicator {
  const id = given.id ?? 'I.2'
  return {
    id,
    kind: 'indicator',
    wording: '',
    title: { vi: id },
    levels: ['district', 'commune'],
    sources: [{ form: 'F-COM' }],
    rule: { kind: 'coverage', atLeast: 1 },
    also: [],
    window: { from: localDate('2022-01-01'), to: localDate('2022-12-31') },
    carry: 'any',
    focus: false,
    explain: { vi: '' },
    told: false,
    affiliatedByFlag: false,
    ...given,
  }
}

export const anAlso = (rule: Also['rule'], given: Partial<Also> = {}): Also => ({
  id: 'also',
  title: { vi: 'also' },
  rule,
  ...given,
})

export function aForm(id: string, given: Partial<Form> = {}): Form {
  return {
    id,
    version: 1,
    title: { vi: id },
    short: { vi: id },
    levels: ['province', 'district', 'commune'],
    eventDate: 'held_on',
    mainText: 'title',
    dossier: false,
    stages: [],
    fields: [],
    checks: [],
    none: true,
    words: [],
    ...given,
  }
}

export function aPlan(indicators: readonly Indicator[], given: Partial<Plan> = {}): Plan {
  return {
    id: 'plan-2022',
    version: 1,
    title: { vi: 'Kế hoạch 2022' },
    issuer: 'BTV Hội LHPN tỉnh',
    from: localDate('2022-01-01'),
    to: localDate('2022-12-31'),
    documents: [],
    forms: [],
    loops: [],
    indicators,
    ...given,
  }
}

/** A province with districts h1 (communes x1, x2) and h2 (x3), the police's Union and a board. */
export const PROVINCE: readonly UnitVersion[] = [
  aUnit('t', 'province', { name: 'Tỉnh' }),
  aUnit('h1', 'district', { parent: 't' }),
  aUnit('h2', 'district', { parent: 't' }),
  aUnit('x1', 'commune', { parent: 'h1' }),
  aUnit('x2', 'commune', { parent: 'h1' }),
  aUnit('x3', 'commune', { parent: 'h2' }),
  aUnit('ca', 'affiliated', { parent: 't', name: 'Công an' }),
  aUnit('ban', 'board', { parent: 't', name: 'Ban TG-CSLP' }),
]

/** The province of 2025: districts end on 30/06; x1 and x2 become xm; x3 goes on under the province. */
export const REORGANISED: readonly UnitVersion[] = [
  aUnit('t', 'province'),
  aUnit('h1', 'district', { parent: 't', to: '2025-06-30' }),
  aUnit('h2', 'district', { parent: 't', to: '2025-06-30' }),
  aUnit('x1', 'commune', { parent: 'h1', to: '2025-06-30' }),
  aUnit('x2', 'commune', { parent: 'h1', to: '2025-06-30' }),
  aUnit('x3', 'commune', { parent: 'h2', to: '2025-06-30' }),
  aUnit('x3', 'commune', { parent: 't', from: '2025-07-01' }),
  aUnit('xm', 'commune', { parent: 't', from: '2025-07-01' }),
]

export const MERGER: readonly LineageEvent[] = [aMerge('2025-07-01', ['x1', 'x2'], 'xm')]

export const day = (text: string): LocalDate => localDate(text)
export const unit = (id: string): UnitId => unitId(id)
