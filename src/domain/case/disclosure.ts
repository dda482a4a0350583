import { z } from 'zod'
import type { Topic } from '../topic/topics.ts'

/**
 * What may be told of confidential cases (security reference §2.6): a closed quarter, the province, groups of at least four
 * topics, different women; nought to four look alike, more is rounded down to fives. Nothing is summed over quarters.
 */
export const SMALL = 5

export const TOPIC_GROUPS = {
  family: ['family_violence', 'divorce_custody', 'sexual_harassment_abuse', 'civil_status'],
  livelihood: ['property_land', 'inheritance', 'debt_credit', 'labour_maternity'],
  other: ['social_insurance', 'complaint_petition', 'other_legal', 'not_legal'],
} as const satisfies Readonly<Record<string, readonly Topic[]>>
export type TopicGroup = keyof typeof TOPIC_GROUPS
export const GROUPS: readonly TopicGroup[] = ['family', 'livelihood', 'other']

const toldSchema = z.union([z.literal('few'), z.int().min(SMALL).multipleOf(SMALL)])
/** 'few' is nought to four; a number stands for itself and the four above it. */
export type Told = z.infer<typeof toldSchema>

/** `quarter`: '2026-Q4'. `total`: different women in all; absent where it would undo what is hidden. */
export const quarterReleaseSchema = z
  .strictObject({
    quarter: z.string(),
    groups: z.strictObject({ family: toldSchema, livelihood: toldSchema, other: toldSchema }).readonly(),
    total: toldSchema.exactOptional(),
  })
  .readonly()
export type QuarterRelease = z.infer<typeof quarterReleaseSchema>

/** Of one week, named by its Monday: was the promise kept? 'few': too few to tell, and so nothing of anybody. */
export const weekReleaseSchema = z
  .strictObject({ week: z.string(), band: z.enum(['kept', 'broken', 'few']) })
  .readonly()
export type WeekRelease = z.infer<typeof weekReleaseSchema>
export type ServiceBand = WeekRelease['band']

/** What the Union may know of counselling: the newest frozen quarter, and whether promises were kept in a week. */
export interface CounsellingTold {
  readonly quarter?: QuarterRelease
  readonly week?: WeekRelease
}

export interface Asked {
  /** The same for all cases of one woman, as long as that is known. */
  readonly woman: string
  readonly topic: Topic
}

const tell = (count: number): Told => (count < SMALL ? 'few' : Math.floor(count / SMALL) * SMALL)

export function releaseQuarter(quarter: string, asked: readonly Asked[]): QuarterRelease {
  const women = (topics: readonly Topic[]): number =>
    new Set(asked.filter((one) => topics.includes(one.topic)).map((one) => one.woman)).size
  const groups = {
    family: tell(women(TOPIC_GROUPS.family)),
    livelihood: tell(women(TOPIC_GROUPS.livelihood)),
    other: tell(women(TOPIC_GROUPS.other)),
  }
  const total = tell(new Set(asked.map((one) => one.woman)).size)
  return hides(Object.values(groups), total) ? { quarter, groups, total } : { quarter, groups }
}

interface Range {
  readonly from: number
  readonly to: number
}

export const rangeOf = (told: Told): Range =>
  told === 'few' ? { from: 0, to: SMALL - 1 } : { from: told, to: told + SMALL - 1 }

/**
 * Would this total leave every cell as wide as it was printed? A woman may stand in several groups, so the total lies between
 * the largest of them and their sum; both bounds must say nothing new of any cell, nor the cells of the total.
 */
function hides(groups: readonly Told[], total: Told): boolean {
  const ranges = groups.map(rangeOf)
  const all = rangeOf(total)
  const sum = (of: readonly Range[]): number => of.reduce((n, one) => n + one.to, 0)
  const open = ranges.every((one, index) => all.from - sum(ranges.toSpliced(index, 1)) <= one.from && all.to >= one.to)
  return open && Math.max(...ranges.map((one) => one.from)) <= all.from && sum(ranges) >= all.to
}

export interface PromiseFact {
  readonly woman: string
  /** The quarter in which her case was opened. */
  readonly quarter: string
  readonly kept: boolean
}

const KEPT_SHARE = 0.9

/**
 * The promises that fell due in one week. Told only where at least five women of one quarter are behind it: then the quarter's
 * own figure says already that there were as many.
 */
export function serviceBand(promises: readonly PromiseFact[]): ServiceBand {
  const women = Map.groupBy(promises, (one) => one.quarter)
  const enough = [...women.values()].some((of) => new Set(of.map((one) => one.woman)).size >= SMALL)
  if (!enough) return 'few'
  const kept = promises.filter((one) => one.kept).length
  return kept >= promises.length * KEPT_SHARE ? 'kept' : 'broken'
}
