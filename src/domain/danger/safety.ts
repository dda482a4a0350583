import { compileLexicon, type Hit } from './phrase.ts'
import type { Token } from './token.ts'
import type { Danger } from './types.ts'

export interface Safety {
  /** She says of herself that she is safe now, plainly, and nothing else: this alone ends an alarm. */
  readonly safe: boolean
  /** It sounds like it, but may say the opposite: she is asked. */
  readonly perhapsSafe: boolean
}

/** What the rest of the reading found in the same text. */
interface Found {
  /** What the rules said; likeness hears danger even in `chị ơi em an toàn rồi`. */
  readonly ruled: { readonly danger: Danger }
  readonly soundsSafe: boolean
  readonly deniesSafe: boolean
}

/**
 * Every word of the message must be known to be harmless, since a single one turns it round: a negation, a question, `nhưng`,
 * somebody else who is safe or at large, words that she was made to write. One tap too many costs nothing, an alarm ended by
 * mistake may cost a life.
 */
export function readSafety(text: string, tokens: readonly Token[], found: Found): Safety {
  if (found.ruled.danger === 'immediate' || found.deniesSafe) return { safe: false, perhapsSafe: false }
  const hits = finder.find(tokens)
  const signs = outermost(hits.filter((hit) => hit.concept === 'sign'))
  const safe =
    found.ruled.danger === 'none' &&
    !QUESTION.test(text) &&
    signs.length > 0 &&
    signs.every((sign) => isOfHerself(sign, hits, tokens)) &&
    tokens.every((_, at) => hits.some((hit) => hit.concept !== 'before' && hit.from <= at && at < hit.to))
  return { safe, perhapsSafe: !safe && (found.soundsSafe || signs.length > 0) }
}

const QUESTION = /[?？]/

/** The sign begins what she says, or stands behind `em`, `mẹ con em`: not behind `con em`, `chị em`, `nhà em`. */
function isOfHerself(sign: Hit, hits: readonly Hit[], tokens: readonly Token[]): boolean {
  const time = endingAt(hits, 'time', sign.from)
  const from = time?.from ?? sign.from
  if (begins(tokens, from)) return true
  return hits.some(
    (hit) =>
      hit.concept === 'self' &&
      hit.to === from &&
      (begins(tokens, hit.from) || endingAt(hits, 'before', hit.from) !== undefined),
  )
}

/** `an toàn rồi` within `đã an toàn rồi` is no sign of its own. */
const outermost = (signs: readonly Hit[]): readonly Hit[] =>
  signs.filter((one) => !signs.some((other) => other !== one && other.from <= one.from && one.to <= other.to))

const begins = (tokens: readonly Token[], at: number): boolean => at === 0 || tokens[at]?.opens === true

const endingAt = (hits: readonly Hit[], concept: string, at: number): Hit | undefined =>
  hits.find((hit) => hit.concept === concept && hit.to === at)

const finder = compileLexicon({
  sign: `
    an toàn rồi, đã an toàn, đã an toàn rồi, đang an toàn, an toàn hẳn rồi,
    đang ở chỗ an toàn, ở chỗ an toàn rồi, đã ở chỗ an toàn, đang ở nơi an toàn, ở nơi an toàn rồi, đã ở nơi an toàn,
    đã đến chỗ an toàn, đã đến nơi an toàn, đã tới chỗ an toàn, đã tới nơi an toàn, hết nguy hiểm rồi, đã hết nguy hiểm,
    không còn nguy hiểm nữa, đã qua cơn nguy hiểm
  `,
  self: `
    em, tôi, tui, mình, chúng em, bọn em, tụi em, mẹ con em, hai mẹ con em, ba mẹ con em, mẹ con tôi, hai mẹ con tôi,
    mẹ con tui, hai mẹ con tui, em và con, em với con, em và các con, em và cháu, con và em, các con và em, tôi và con,
    em và con em, tôi và con tôi
  `,
  time: 'giờ, bây giờ, hiện giờ, hiện tại, hiện, lúc này, hôm nay, đều',
  /** What may stand before `em` without making it somebody of hers. */
  before: `
    ơi, ạ, dạ, vâng, giờ, bây giờ, hiện giờ, hiện tại, lúc này, rồi, và
  `,
  calm: `
    dạ, vâng, chị ơi, chị ạ, cô ơi, cô ạ, các chị ơi, các chị ạ, mọi người ơi, hội ơi, ạ, nhé, nha, nè, rồi, và, nhiều, hẳn, hoàn toàn,
    bây giờ, hiện giờ, cảm ơn, cám ơn, cảm ơn chị, cám ơn chị, cảm ơn các chị, cám ơn các chị, cảm ơn mọi người, cám ơn mọi người,
    cảm ơn hội, cám ơn hội, cảm ơn chị nhiều, cảm ơn nhiều, em cảm ơn, em cám ơn, tôi cảm ơn, rồi chị, ạ chị,
    đang ở, đã ở, ở, đã về, về, đã sang, sang, đã qua, đã đến, đến, đã tới, tới, đã chạy sang, chạy sang,
    ngoại, bên ngoại, nhà ngoại, nhà mẹ, nhà mẹ đẻ, nhà bố mẹ, nhà ba mẹ, nhà bố mẹ đẻ, nhà hàng xóm, hàng xóm, nhà bạn,
    nhà chị gái, nhà em gái, nhà người quen, công an, công an xã, công an phường, đồn công an, trụ sở công an, ủy ban, ủy ban xã,
    bệnh viện, trạm y tế, trạm xá, nhà tạm lánh, đây
  `,
})
