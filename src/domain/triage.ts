import { findDanger } from './danger/danger.ts'
import type { Danger } from './danger/types.ts'
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
  /** She says that she is safe now. */
  readonly safe: boolean
  /** Without accents it may be danger or an innocent phrase: one short safe question should be asked. */
  readonly doubtful: boolean
  /** Ids of the rules that fired. */
  readonly why: readonly string[]
}

/** What a message is about and how urgent it is; domain reference §6.2, §6.3. Same text, same answer. */
export function triage(text: string): Triage {
  const tokens = readTokens(text)
  const found = findDanger(tokens)
  return {
    danger: found.danger,
    topic: findTopic(tokens, found),
    child: found.child,
    young: isYoungWriter(tokens),
    safe: found.safe,
    doubtful: found.doubtful,
    why: found.why,
  }
}
