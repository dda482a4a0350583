import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { isTopic } from '../../src/domain/case/case.ts'
import type { Topic } from '../../src/domain/topic/topics.ts'

/** A message of test/data with its labels. */
export interface Labelled {
  readonly text: string
  readonly danger: string
  /** Absent where its writer's word is none of our topics. */
  readonly topic?: Topic
  /** No rule was made for it: the rules' word on it is honest. */
  readonly fresh: boolean
}

const FRESH = /own(?:[789]|10)|unseen(?:[4-9]|1[0123])/

/** Their writers named most topics in words of their own: half of them would teach that there are no others. */
const NO_TOPICS = /unseen[67]/

/** The writer of unseen4 had no list of our topics and named some in words of her own; those that say the same. */
const TOPIC_OF: Readonly<Record<string, Topic>> = {
  land: 'property_land',
  trafficking: 'other_legal',
  children: 'family_violence',
}

/** Never learned from: what stands today is measured on them. */
const KEPT_UNSEEN = /unseen1[4-9]/

const dataFolder = path.join(import.meta.dirname, '../data')

export const readLabelled = (): readonly Labelled[] =>
  readdirSync(dataFolder)
    .filter((name) => /^(?:messages\.examples|triage\..*)\.jsonl$/.test(name) && !KEPT_UNSEEN.test(name))
    .toSorted()
    .flatMap((name) =>
      readFileSync(path.join(dataFolder, name), 'utf8')
        .trim()
        .split('\n')
        .flatMap((line) => toLabelled(JSON.parse(line), { fresh: FRESH.test(name), topics: !NO_TOPICS.test(name) })),
    )

interface Reading {
  readonly fresh: boolean
  readonly topics: boolean
}

function toLabelled(value: unknown, { fresh, topics }: Reading): readonly Labelled[] {
  if (typeof value !== 'object' || value === null || !('text' in value && 'danger' in value && 'topic' in value))
    return []
  const topic = TOPIC_OF[String(value.topic)] ?? String(value.topic)
  return [
    { text: String(value.text), danger: String(value.danger), fresh, ...(topics && isTopic(topic) ? { topic } : {}) },
  ]
}
