import type { UnitId } from '../../../domain/ids.ts'
import type { Tx } from '../tx.ts'

const WEEK_MS = 7 * 24 * 3600_000

/** Which of these units a leader has reminded within the last seven days. */
export async function nudgedIn(tx: Tx, units: readonly UnitId[], now: Date): Promise<readonly UnitId[]> {
  const rows = await tx.$queryRaw<{ unit: string }[]>`
    SELECT DISTINCT payload->>'unit' AS unit FROM public.due
    WHERE kind = 'nudge' AND at > ${new Date(now.getTime() - WEEK_MS)} AND payload->>'unit' = ANY (${[...units]}::text[])`
  const found = new Set(rows.map((one) => one.unit))
  return units.filter((unit) => found.has(unit))
}
