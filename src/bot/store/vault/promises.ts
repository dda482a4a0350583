import type { Tx } from '../tx.ts'

/** One row for each answer that was promised; the clock that escalates stands on the case itself. */
export async function promise(tx: Tx, id: string, dueAt: Date): Promise<void> {
  await tx.case.update({ where: { id }, data: { promiseAt: dueAt, answeredAt: null } })
  const { count } = await tx.casePromise.updateMany({ where: { caseId: id, answeredAt: null }, data: { dueAt } })
  if (count === 0) await tx.casePromise.create({ data: { caseId: id, dueAt } })
}

/**
 * The promise is broken and she is told a new time: the clock that escalates begins anew, and the row keeps the time that was
 * not kept.
 */
export async function promiseAgain(tx: Tx, id: string, dueAt: Date): Promise<void> {
  await tx.case.updateMany({ where: { id, state: 'waiting', answeredAt: null }, data: { promiseAt: dueAt } })
}

export async function answered(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.case.update({ where: { id }, data: { answeredAt: at } })
  await tx.casePromise.updateMany({ where: { caseId: id, answeredAt: null }, data: { answeredAt: at } })
}
