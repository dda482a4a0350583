import type { Target } from '../plan/plan.ts'
import type { Figures, LevelFigures, Verdict } from './figures.ts'

interface Question {
  readonly target: Target | undefined
  readonly figures: Figures
  readonly levels: readonly LevelFigures[]
  /** Nothing can be added any more. */
  readonly isOver: boolean
}

/** From sent reports. No target, or nobody to ask: no verdict. A share must be reached on every level that is there. */
export function verdictOf({ target, figures, levels, isOver }: Question): Verdict {
  const asked = levels.filter((level) => level.of > 0)
  if (!target || asked.length === 0) return 'none'
  const parts: Verdict[] = []
  if (target.percent !== undefined) {
    const { percent } = target
    const reaches = (count: (level: LevelFigures) => number): boolean =>
      asked.every((level) => count(level) * 100 >= percent * level.of)
    const canStill = (level: LevelFigures): number =>
      level.met + level.units.filter(({ due }) => due !== undefined).length
    parts.push(reaches((level) => level.met) ? 'met' : reaches(canStill) ? 'open' : 'notMet')
  }
  if (target.atLeast !== undefined) {
    parts.push(headOf(figures).value >= target.atLeast ? 'met' : isOver ? 'notMet' : 'open')
  }
  if (parts.length === 0) return 'none'
  return parts.includes('notMet') ? 'notMet' : parts.includes('open') ? 'open' : 'met'
}

/** The one figure of a row: `23/29`, or a plain number. */
export interface Head {
  readonly value: number
  readonly approved: number
  /** Out of how many: units, or issues raised. */
  readonly of?: number
}

export function headOf(figures: Figures): Head {
  switch (figures.kind) {
    case 'coverage':
    case 'cadence':
    case 'stages':
    case 'onTime':
      return { value: figures.met, approved: figures.approvedMet, of: figures.of }
    case 'inForce':
      if (figures.per === 'unit') return { value: figures.met, approved: figures.approvedMet, of: figures.of }
      return { value: figures.sent, approved: figures.approved }
    case 'count':
    case 'sum':
    case 'distinct':
      return { value: figures.sent, approved: figures.approved }
    case 'uptake':
      return { value: figures.sent.accepted, approved: figures.approved.accepted, of: figures.sent.raised }
    case 'told':
      return { value: 0, approved: 0 }
  }
}
