import { z } from 'zod'
import { type CounsellingTold, quarterReleaseSchema, weekReleaseSchema } from '../../../domain/case/disclosure.ts'
import type { Tx } from '../tx.ts'

/** The only words about counselling that the Union's login can read; absent where nothing was released. */
export async function readReleases(tx: Pick<Tx, 'release'>, week: string): Promise<CounsellingTold> {
  const quarters = await tx.release.findMany({ where: { kind: 'quarter' }, orderBy: { slot: 'desc' }, take: 1 })
  const weeks = await tx.release.findMany({ where: { kind: 'week', slot: week }, take: 1 })
  const [quarter] = z.array(quarterReleaseSchema).parse(quarters.map((row) => row.body))
  const [told] = z.array(weekReleaseSchema).parse(weeks.map((row) => row.body))
  return { ...(quarter === undefined ? {} : { quarter }), ...(told === undefined ? {} : { week: told }) }
}
