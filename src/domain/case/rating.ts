import { type LocalDate, quarterOf } from '../calendar.ts'

/** How she found what she was told. */
export const SCORES = ['helped', 'partly', 'notYet'] as const
export type Score = (typeof SCORES)[number]

/** '2026-Q4': ratings are counted by quarter, so that none leads to a day and a case. */
export const ratingQuarter = (day: LocalDate): string => `${day.slice(0, 4)}-Q${quarterOf(day)}`
