export interface StartWords {
  readonly vi: string
  readonly en: string
  readonly cause?: unknown
}

/** The program cannot start; the message says in both languages what is wrong and what to do. Shown without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError'

  constructor(words: StartWords) {
    super(`${words.vi}\n${words.en}`, words.cause === undefined ? undefined : { cause: words.cause })
  }
}
