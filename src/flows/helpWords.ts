import { canonical } from '../domain/words/fold.ts'

const WORDS: ReadonlySet<string> = new Set(['trogiup', 'huongdan'])
/** Of people of the Union; from a woman they may be a cry. */
const SHORT: ReadonlySet<string> = new Set(['giup', 'help'])

/** Help with the bot, asked for in words that cannot be a call for help. */
export const isHelpCalm = (text: string): boolean => text.trim() === '?' || WORDS.has(canonical(text))

export const isHelp = (text: string): boolean => isHelpCalm(text) || SHORT.has(canonical(text))
