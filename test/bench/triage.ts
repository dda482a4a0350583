import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { triage } from '../../src/domain/triage.ts'
import { goal, median, round } from './figures.ts'
import type { Print } from './print.ts'

const ROUNDS = 7
const ROUND_MS = 300

const line = z.object({ text: z.string() })

/** Messages that are looked through for danger and topic, by CPU time: what one core does when it has nothing else to do. */
export async function benchTriage(print: Print): Promise<void> {
  const file = path.join(import.meta.dirname, '../data/messages.examples.jsonl')
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const texts = lines.map((one) => line.parse(JSON.parse(one)).text)
  measure(texts, ROUND_MS * 3)
  const rates = Array.from({ length: ROUNDS }, () => measure(texts, ROUND_MS))
  const perSecond = round(median(rates), 0)
  print({ bench: 'triage', messages: texts.length, perSecond: goal(perSecond, perSecond >= 5000, '>= 5000') })
}

function measure(texts: readonly string[], ms: number): number {
  const until = performance.now() + ms
  const before = process.cpuUsage()
  let count = 0
  for (; performance.now() < until; count += texts.length) for (const text of texts) triage(text)
  const { user, system } = process.cpuUsage(before)
  return count / ((user + system) / 1e6)
}
