import type { Tx } from '../tx.ts'

/** Done once for a slot, however many processes look; 1 when it was this one. */
export async function once(
  tx: Tx,
  run: { readonly job: string; readonly slot: string; readonly at: Date },
  work: () => Promise<void>,
): Promise<number> {
  const { count } = await tx.jobRun.createMany({ data: [run], skipDuplicates: true })
  if (count === 1) await work()
  return count
}
