import type { ReferralKind } from '../../domain/case/case.ts'
import { fold } from '../../domain/words/fold.ts'

const YES = 'em e chi toi minh chau da vang a nhe nha roi ok dong y duoc muon gioi thieu cho den ra toi qua voi ca luon'
const NO = 'khong ko k hong chua'
const PLACES: Readonly<Record<ReferralKind, string>> = {
  police: 'cong an',
  justice: 'trung tam tro giup phap ly',
  shelter: 'noi tam lanh',
  health: 'co so y te',
}
const wordsOf = (listed: string): ReadonlySet<string> => new Set(listed.split(' '))
const YES_WORDS = wordsOf(YES)
const NO_WORDS = wordsOf(NO)

/**
 * Her yes or no that names the place, so that it cannot be the answer to anything else that was asked meanwhile: «em đồng ý giới
 * thiệu ra công an». Undefined for any other words.
 */
export function readNamed(text: string, kind: ReferralKind): boolean | undefined {
  const said: readonly string[] = fold(text).match(/\p{L}+/gu) ?? []
  const place = wordsOf(PLACES[kind])
  const isNo = said.some((one) => NO_WORDS.has(one))
  const isOther = said.some((one) => !YES_WORDS.has(one) && !NO_WORDS.has(one) && !place.has(one))
  if (text.includes('?') || isOther || ![...place].every((one) => said.includes(one))) return undefined
  if (isNo) return false
  return /\bdong y\b/u.test(said.join(' ')) ? true : undefined
}
