/** A text of a plan file or of the register: Vietnamese, with English where there is one. */
export interface Text {
  readonly vi: string
  readonly en?: string
}

export type Locale = 'vi' | 'en'

/** How she is spoken to: in a language, or in Vietnamese as one speaks to somebody young. */
export type Voice = Locale | 'viYoung'

export const textIn = (text: Text, voice: Voice): string => (voice === 'en' ? (text.en ?? text.vi) : text.vi)
