import { canonical, fold } from '../domain/words/fold.ts'
import { type Choice, type Say, t } from './say.ts'

/** What the exit button carries, under every bubble and for ever: no screen ends it, and it tells nothing. */
export const EXIT_TOKEN = '-.exit'

const EXITS: ReadonlySet<string> = new Set(['thoat', 'an', 'thoatra', 'thoatnhanh', 'thoatngay'])
const ERASES: ReadonlySet<string> = new Set(['xoa', 'xoahet', 'xoadi', 'xoatin', 'xoadulieu'])

/** Is the whole message an exit word? `0`, `hủy` and `xóa` are not (design §7). */
export const isExit = (text: string): boolean => isOneOf(EXITS, text)

/** Unlocked it is the wish to erase; locked it is only an exit. */
export const isErase = (text: string): boolean => isOneOf(ERASES, text)

const isOneOf = (words: ReadonlySet<string>, text: string): boolean =>
  text.length < 200 && words.has(canonical(text)) && fold(text) !== ''

const exitChoice = (): Choice => ({ exit: true, label: t('woman.exit') })

/** The exit button stands under every bubble that a woman gets, last of its choices. */
export const withExit = (one: Say): Say => ({
  ...one,
  choices: [...(one.choices ?? []).filter((choice) => !('exit' in choice)), exitChoice()],
})

/** The neutral card: all that is said when somebody leaves. */
export const exitCard = (): Say => ({ lines: [t('left.card')], clears: true })
