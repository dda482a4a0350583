import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { z } from 'zod'
import { goal, round } from './figures.ts'
import type { Print } from './print.ts'
import { FULL, type Size } from './sizeWorld.ts'

/** What a worker measures on a world of one size, in milliseconds. */
export const measured = z.object({
  readMs: z.number(),
  tallyMs: z.number(),
  newReportMs: z.number(),
  digestsMs: z.number(),
  /** Of the bot's own process, which another program on the machine does not lengthen. */
  digestsCpuMs: z.number(),
  digests: z.int(),
  /** The root in a process that has just started. */
  first: z.object({ firstMs: z.number(), keptMb: z.number(), otherDayMs: z.number() }),
  looks: z.record(z.string(), z.object({ n: z.int(), p50: z.number(), p95: z.number() })),
})
type Measured = z.infer<typeof measured>

/** BENCH_SIZE=0.1 measures a tenth of the full size, while others need the machine. */
const share = Number(process.env['BENCH_SIZE'] ?? 1)
const scaled = ({ communes, reports }: Size, by: number): Size => ({
  communes: Math.max(34, Math.round(communes * by)),
  reports: Math.round(reports * by),
})

/**
 * The figures of a whole country as one subtree. Beside them one sequential read of the same rows, and the same at a tenth of
 * the size: what grows with all reports, and what does not.
 */
export async function benchSize(print: Print): Promise<void> {
  const size = scaled(FULL, share)
  const tenth = scaled(FULL, share / 10)
  const small = await inProcess(tenth)
  const big = await inProcess(size)
  const ratio = round((big.readMs + big.tallyMs) / big.readMs, 2)
  const growth = round((big.readMs + big.tallyMs) / (small.readMs + small.tallyMs), 2)
  const newReport = round(big.newReportMs / small.newReportMs, 2)
  print({
    bench: 'size.tally',
    ...size,
    readMs: round(big.readMs, 0),
    tallyMs: round(big.tallyMs, 0),
    ratio: goal(ratio, ratio <= 5, '<= 5 reads, its own read included'),
    tenTimesTheReports: goal(growth, growth <= 11, '<= 11 x the time'),
  })
  print({
    bench: 'size.newReport',
    ...size,
    atATenthMs: round(small.newReportMs, 2),
    ms: round(big.newReportMs, 2),
    ratio: goal(newReport, newReport <= 1.25, 'about 1'),
  })
  const seconds = round(big.digestsMs / 1000, 1)
  print({
    bench: 'size.digests',
    ...size,
    leaders: big.digests,
    cpuSeconds: round(big.digestsCpuMs / 1000, 1),
    seconds: goal(seconds, seconds <= 60, '<= 60 for 1000'),
  })
  print({
    bench: 'size.first',
    ...size,
    ms: round(big.first.firstMs, 0),
    keptMb: round(big.first.keptMb, 0),
    otherDayMs: round(big.first.otherDayMs, 0),
  })
  for (const [level, { n, p50, p95 }] of Object.entries(big.looks)) {
    print({
      bench: 'size.look',
      level,
      ...size,
      n,
      p50Ms: round(p50, 0),
      p95Ms: goal(round(p95, 0), p95 <= 300, '<= 300'),
    })
  }
}

/** A process of its own with room for all reports at once. */
async function inProcess(size: Size): Promise<Measured> {
  const worker = fork(path.join(import.meta.dirname, 'sizeWorker.ts'), [JSON.stringify(size)], {
    execArgv: ['--max-old-space-size=8192', '--expose-gc'],
  })
  const [said]: unknown[] = await Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => [undefined])])
  worker.kill('SIGKILL')
  return measured.parse(said)
}
