import { type Instant, MINUTE, timeOf } from '../calendar.ts'

/** Hours of the day in which a woman allows a neutral line; absent is "đừng nhắn trước cho tôi". */
export interface SafeHours {
  readonly fromHour: number
  readonly toHour: number
}

/** Who besides her and the one who answers can see the chat where she writes. */
export type Audience = 'nobody' | 'managers' | 'foreign'

const FRESH = 30 * MINUTE

/**
 * Why the bot may write to a woman (design rule 2). Only the three makers below give one, so a message to her without a cause
 * cannot be written: the port that takes her messages asks for a Cause.
 */
export class Cause {
  // A private name of the language: no object that merely looks like a cause is one.
  readonly #kind: 'reply' | 'justWrote' | 'herHours'

  private constructor(kind: 'reply' | 'justWrote' | 'herHours') {
    this.#kind = kind
  }

  get kind(): 'reply' | 'justWrote' | 'herHours' {
    return this.#kind
  }

  /** She has just written; this is the answer to that. */
  static reply(): Cause {
    return new Cause('reply')
  }

  /** Her last message is younger than 30 minutes and she has not left: the words themselves may go. */
  static ofLastMessage(heardAt: Instant | undefined, now: Instant): Cause | undefined {
    return heardAt !== undefined && now >= heardAt && now - heardAt <= FRESH ? new Cause('justWrote') : undefined
  }

  /** Hours that she herself allowed: a neutral line, nothing else. */
  static ofHours(hours: SafeHours | undefined, now: Instant): Cause | undefined {
    if (hours === undefined) return undefined
    const { hour } = timeOf(now)
    return hour >= hours.fromHour && hour < hours.toHour ? new Cause('herHours') : undefined
  }
}

/** Has the talk been silent so long that old words need the code word or the receipt again? */
export const isStale = (heardAt: Instant | undefined, now: Instant): boolean =>
  heardAt === undefined || now - heardAt > FRESH
