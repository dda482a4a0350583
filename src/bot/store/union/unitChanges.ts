import type { ReportId } from '../../../domain/ids.ts'
import type { Tx } from '../tx.ts'

/**
 * Counts a change of a report for every unit that it is credited to, in the turn that changes it: the cost is the same however
 * many reports there are. In the order of the units, so that two joint reports never wait for each other.
 */
export async function countChange(tx: Tx, report: ReportId): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO public.unit_change (unit, n)
    SELECT DISTINCT u, 1 FROM public.report r, unnest(r."jointUnits" || r.unit) AS u WHERE r.id = ${report} ORDER BY u
    ON CONFLICT (unit) DO UPDATE SET n = public.unit_change.n + 1`
}

/** How often the reports of these units have changed; a unit whose reports never did is absent. */
export async function changesOf(tx: Tx, units: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const rows = await tx.$queryRaw<{ unit: string; n: bigint }[]>`
    SELECT unit, n FROM public.unit_change WHERE unit = ANY (${[...units]}::text[])`
  return new Map(rows.map((one) => [one.unit, one.n]))
}
