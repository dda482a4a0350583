import { canonical, fold } from '../domain/words/fold.ts'
import { readYesNo } from '../domain/words/yesNo.ts'
import { type Choice, type Say, t } from './say.ts'
import { isTypedAs, isWish, type Wish } from './wishWords.ts'

/** What the exit button carries, under every bubble and for ever: no screen ends it, and it tells nothing. */
export const EXIT_TOKEN = '-.exit'

const EXITS: ReadonlySet<string> = new Set([
  'thoat',
  'an',
  'thoatra',
  'thoatnhanh',
  'thoatngay',
  'thoatdi',
  'thoatluon',
])
const ERASES: ReadonlySet<string> = new Set(
  'xoa xoahet xoahetdi xoatatca xoadi xoatin xoatinnhan xoahettinnhan xoadulieu'.split(' '),
)

const words = (listed: string): ReadonlySet<string> => new Set(listed.split(' '))

const POLITE = 'da vang a ah oi oke ok em toi minh chau chi con cho xin phep nho lam on'
/** Help in leaving is asked of people: «giúp em thoát» and «em muốn thoát» are words to the counsellor. */
const LEAVING: Wish = {
  does: (word) => isTypedAs('thoat', word),
  before: words(`${POLITE} thoi bot`),
  after: words(`${POLITE} di luon nha nhe nhanh ngay lien ra thoi day giup gium dum ho gap chat app`),
}
/** Typed without its sign, and not alone, it is "to eat" as well. */
const HIDING: Wish = {
  does: (word) => /^(?:ẩn|aa?nr|aa?rn|a6n3|a63n)$/.test(word),
  before: words('cho em toi minh xin a da'),
  after: words('di luon nha nhe nhanh ngay lien giup gium dum ho cho em toi minh a'),
}
const HIDE_PLAIN = /^\P{L}*an[^\p{L}\p{N}]+[dđ]i\P{L}*$/iu

/** Is the whole message an exit word? `0`, `hủy` and `xóa` are not (design §7). */
export const isExit = (text: string): boolean =>
  isOneOf(EXITS, text) ||
  isWish(text, LEAVING) ||
  isWish(text, HIDING) ||
  HIDE_PLAIN.test(text.normalize('NFKC').slice(0, 40))

const ERASING =
  'xoa het di luon giup gium dum ho cho em chi toi minh chau a nhe nha oi ok oke vang da u uh dong y co duoc ca toan bo tat chac chan ' +
  'that tin nhan du lieu noi dung cuoc tro chuyen doan chat hoi thoai lich su nay loi cua nua muon can xin nho lam on ngay lien nhanh voi'
const ERASING_WORDS = words(ERASING)
const isErasing = (word: string): boolean => isTypedAs('xoa', word)
const TO_ERASE: Wish = {
  does: isErasing,
  // «đừng xóa»
  before: words(`${ERASING} thoi`.replace(' dung ', ' ')),
  after: ERASING_WORDS,
}

/** Unlocked it is the wish to erase; locked it is only an exit. */
export const isErase = (text: string): boolean => isOneOf(ERASES, text) || isWish(text, TO_ERASE)

const NO = words('khong ko chua dung thoi')

/** Her answer when she is asked whether all is to be erased: yes or no in any words of that, undefined where it says more. */
export function readErase(text: string): boolean | undefined {
  const said: readonly string[] = fold(text).match(/\p{L}+/gu) ?? []
  if (said.length < 2 || !said.some(isErasing)) return readYesNo(text)
  return said.every((one) => isErasing(one) || ERASING_WORDS.has(one) || NO.has(one))
    ? !said.some((one) => NO.has(one))
    : undefined
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
