import { findDanger } from './danger/danger.ts'
import type { Danger } from './danger/types.ts'
import { readSafety } from './danger/safety.ts'
import { isYoungWriter } from './danger/young.ts'
import { readTokens } from './danger/token.ts'
import { findTopic } from './topic/topic.ts'
import type { Topic } from './topic/topics.ts'

export type { Danger } from './danger/types.ts'
export type { Topic } from './topic/topics.ts'

export interface Triage {
  readonly danger: Danger
  readonly topic: Topic
  /** The writer seems to be a child, or a child is the one in danger. */
  readonly child: boolean
  /** The writer speaks of herself as a child does. */
  readonly young: boolean
  /** She says plainly that she is safe now. */
  readonly safe: boolean
  /** It sounds as if she were safe, and may mean the opposite: she is asked. */
  readonly perhapsSafe: boolean
  /** Without accents it may be danger or an innocent phrase: one short safe question should be asked. */
  readonly doubtful: boolean
  /** Ids of the rules that fired. */
  readonly why: readonly string[]
}

/** Where each word is known to be harmless, likeness has nothing to hear. */
const CALM = { danger: 'none', child: false, doubtful: false, why: [] } as const

/** What a message is about and how urgent it is; domain reference §6.2, §6.3. Same text, same answer. */
export function triage(text: string): Triage {
  const tokens = readTokens(text)
  const found = findDanger(tokens)
  const safety = readSafety(text, tokens, found)
  const { danger, child, doubtful, why } = safety.safe ? CALM : found
  return {
    danger,
    topic: findTopic(tokens, found),
    child,
    young: isYoungWriter(tokens),
    ...safety,
    doubtful,
    why,
  }
}
