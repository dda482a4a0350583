import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const violations = z.array(z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.unknown()) }))

/** What axe finds serious or critical on the page once nothing on it moves: halfway through an animation text is paler. */
export async function seriousOn(page: Page): Promise<readonly string[]> {
  await page.evaluate('for (const one of document.getAnimations()) one.finish()')
  await page.evaluate(axe.source)
  const found = violations.parse(await page.evaluate('axe.run().then(({ violations }) => violations)'))
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes).slice(0, 500)}`)
}
