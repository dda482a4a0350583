import type { Client } from 'pg'
import { z } from 'zod'
import type { ChannelLedger } from './channel.ts'
import { QUESTIONS } from './order.ts'
import { EVENTS_A_FORM, textOf } from './load.ts'

export interface Verdict {
  readonly events: number
  readonly lost: number
  readonly twice: number
  readonly outOfOrder: number
  /** Set aside as poison, or never handled. */
  readonly stuck: number
  readonly repliesMissing: number
  readonly repliesDuplicate: number
  readonly repliesOutOfOrder: number
}

interface Applied {
  readonly turns: number
  /** The answers of the person's reports, in the order in which the reports were made. */
  readonly answers: readonly (readonly string[])[]
}

/** Compares what was acknowledged with what the database holds, and what was said with what arrived. */
export async function judge(
  client: Client,
  accepted: ReadonlyMap<string, number>,
  channel: ChannelLedger,
): Promise<Verdict> {
  const applied = await readApplied(client)
  const verdict = {
    events: 0,
    lost: 0,
    twice: 0,
    outOfOrder: 0,
    repliesMissing: 0,
    repliesDuplicate: 0,
    repliesOutOfOrder: 0,
  }
  for (const [address, events] of accepted) {
    verdict.events += events
    const { turns, answers } = applied.get(address) ?? { turns: 0, answers: [] }
    const found = answers.flat()
    const wanted = wantedAnswers(events)
    const lost = wanted.filter((text) => !found.includes(text)).length
    verdict.lost += Math.max(lost, events - turns)
    verdict.twice += Math.max(found.length - new Set(found).size, turns - events)
    verdict.outOfOrder += inversions(found.map(numberIn))
    if (lost === 0 && found.length === wanted.length && found.join() !== wanted.join()) verdict.outOfOrder++
    const replies = channel.replies.get(address) ?? new Map<number, number>()
    for (let turn = 1; turn <= events; turn++) if (!replies.has(turn)) verdict.repliesMissing++
    for (const times of replies.values()) verdict.repliesDuplicate += times - 1
    verdict.repliesOutOfOrder += inversions([...replies.keys()])
  }
  return { ...verdict, stuck: await countStuck(client) }
}

const wantedAnswers = (events: number): readonly string[] =>
  Array.from({ length: Math.floor(events / EVENTS_A_FORM) }, (_, form) =>
    Array.from({ length: QUESTIONS }, (_, question) => textOf(form * EVENTS_A_FORM + question + 2)),
  ).flat()

const numberIn = (text: string): number => Number(text.replace(/\D/g, ''))

const inversions = (numbers: readonly number[]): number =>
  numbers.filter((n, at) => at > 0 && n < (numbers[at - 1] ?? 0)).length

const row = z.object({ id: z.string(), rev: z.int(), answers: z.array(z.record(z.string(), z.string())).nullable() })

async function readApplied(client: Client): Promise<ReadonlyMap<string, Applied>> {
  const { rows } = await client.query(`
    SELECT c.id, c.rev, (SELECT json_agg(r.answers ORDER BY r."submittedAt", r.id) FROM public.report r WHERE r.by = c.id) AS answers
    FROM public.conversation c`)
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map(({ id, rev, answers }) => [
        id,
        {
          turns: rev,
          answers: (answers ?? []).map((one) =>
            Object.keys(one)
              .sort()
              .map((field) => one[field] ?? ''),
          ),
        },
      ]),
  )
}

async function countStuck(client: Client): Promise<number> {
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM public.inbox WHERE state <> 'done'`)
  return z.array(z.object({ n: z.int() })).parse(rows)[0]?.n ?? 0
}
