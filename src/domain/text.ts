/** A text of a plan file or of the register: Vietnamese, with English where there is one. */
export interface Text {
  readonly vi: string
  readonly en?: string
}

export type Locale = 'vi' | 'en'

export const textIn = (text: Text, locale: Locale): string => (locale === 'en' ? (text.en ?? text.vi) : text.vi)
