import type { Field } from '../../domain/plan/form.ts'
import { type Line, t } from '../say.ts'

/** Why a list of so many items is too short or too long for its question; undefined when it is neither. */
export function limitProblem({ min, max }: Field, count: number): Line | undefined {
  if (min !== undefined && count < min) return t('form.tooFewItems', { min })
  return max !== undefined && count > max ? t('form.tooManyItems', { max }) : undefined
}
