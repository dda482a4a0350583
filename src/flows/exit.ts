import { canonical, fold } from '../domain/words/fold.ts'
import { readYesNo } from '../domain/words/yesNo.ts'
import { type Choice, type Say, t } from './say.ts'

/** What the exit button carries, under every bubble and for ever: no screen ends it, and it tells nothing. */
export const EXIT_TOKEN = '-.exit'

const EXITS: ReadonlySet<string> = new Set(['thoat', 'an', 'thoatra', 'thoatnhanh', 'thoatngay'])
const ERASES: ReadonlySet<string> = new Set(['xoa', 'xoahet', 'xoahetdi', 'xoatatca', 'xoadi', 'xoatin', 'xoadulieu'])

/** Is the whole message an exit word? `0`, `hủy` and `xóa` are not (design §7). */
export const isExit = (text: string): boolean => isOneOf(EXITS, text)

/** Unlocked it is the wish to erase; locked it is only an exit. */
export const isErase = (text: string): boolean => isOneOf(ERASES, text)

const NO: ReadonlySet<string> = new Set(['khong', 'ko', 'chua', 'dung', 'thoi'])
const ERASING: ReadonlySet<string> = new Set(
  'xoa het di luon giup ho cho em chi toi minh a nhe nha ok oke vang da u uh dong y co duoc ca toan bo tat chac chan that tin du lieu nua'.split(
    ' ',
  ),
)

/** Her answer when she is asked whether all is to be erased: yes or no in any words of that, undefined where it says more. */
export function readErase(text: string): boolean | undefined {
  const said: readonly string[] = fold(text).match(/\p{L}+/gu) ?? []
  if (said.length < 2 || !said.includes('xoa')) return readYesNo(text)
  return said.every((one) => ERASING.has(one) || NO.has(one)) ? !said.some((one) => NO.has(one)) : undefined
}

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
