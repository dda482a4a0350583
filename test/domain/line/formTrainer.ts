import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { LIKELY, lineShare, lineSigns } from '../../../src/domain/line/likelyForm.ts'
import { toLine } from '../../../src/domain/line/line.ts'
import { fold } from '../../../src/domain/words/fold.ts'
import { learnPoints, pointsSource, type Read } from '../learnPoints.ts'
import { byThePlan } from './byThePlan.ts'

/**
 * Makes src/domain/line/likelyFormWeights.ts: `node test/domain/line/formTrainer.ts > /tmp/weights`, then move it there. Learned
 * from labelled lines, and from messages that are no reports at all.
 */
const LINES = [
  'lines.own',
  'lines.own2',
  'lines.unseen',
  'lines.unseen2',
  'lines.unseen3',
  'lines.unseen4',
  'lines.own3',
]
const MESSAGES = ['triage.daily', 'triage.unseen8', 'triage.unseen9']

type Likely = (typeof LIKELY)[number]
const row = z.object({ text: z.string(), form: z.string().nullish() })
const isLikely = (form: string): form is Likely => LIKELY.some((one) => one === form)

const rows = [...LINES, ...MESSAGES]
  .filter((name) => name !== process.env['KEPT_ASIDE'])
  .flatMap((name) =>
    readFileSync(path.join(import.meta.dirname, `../../data/${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => row.parse(JSON.parse(line)))
      .flatMap(({ text, form }) => meaningOf(text, form, name)),
  )

function meaningOf(text: string, form: string | null | undefined, name: string) {
  const meant = byThePlan({ text, form }, name)
  if (meant === null) return [{ text, meant: 'talk' as const }]
  return meant !== undefined && isLikely(meant) ? [{ text, meant }] : []
}

const reads = rows.flatMap(({ text, meant }): readonly Read<Likely>[] =>
  [...new Set([text, fold(text)])].flatMap((typed) => {
    const line = toLine(typed)
    return line === undefined ? [] : [{ signs: lineSigns(line.words), meant, weight: 1 }]
  }),
)
const points = learnPoints(reads, { answers: LIKELY, share: lineShare, rounds: 60, decay: 0.3 })
process.stdout.write(pointsSource(points, { by: 'test/domain/line/formTrainer.ts', name: 'FORM_POINTS', width: 2400 }))
