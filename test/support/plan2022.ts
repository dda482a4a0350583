import { loadPlan } from '../../src/bot/sources/plans.ts'
import type { Plan } from '../../src/domain/plan/plan.ts'

async function read(): Promise<Plan> {
  const loaded = await loadPlan('plans/2022.yaml', 2022)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
  return loaded.value
}

/** The real plan, read once a test file. */
export const plan2022 = await read()
