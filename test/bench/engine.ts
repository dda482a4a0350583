import type { Network } from './network.ts'
import type { AnswersById, Question } from './script.ts'
import type { Strings } from './strings.ts'

/** What an engine is given: the form, where its messages go, where its state is kept, and whom to tell of a filled form. */
export interface Given {
  readonly asked: readonly Question[]
  readonly network: Network
  readonly strings: Strings
  readonly done: (answers: AnswersById) => void
}

/** Handles one update of Telegram, to the last message that it causes. */
export type Handle = (update: object) => Promise<void>

export type OpenEngine = (given: Given) => Promise<Handle>
