/** Keys that are shown to a woman in the private room, or to someone who has not said yet who she is. */
const PRIVATE =
  /^(home|door|terms|topic|words|first|receipt|case|codeWord|erase|danger|doubt|left|woman|sheet|look|repair|weekday|which|bystander|formal|child|real|more|hours|nudge|exitWord|copy|request|flags|rate|help\.visitor|help\.room)(\.|$)/u

/** Said only to people of the Union or to counsellors, although the key begins like one of hers; or on a button alone. */
const STAFF: ReadonlySet<string> = new Set([
  // A button stands under its message, which a lock screen shows first.
  'sheet.ask',
  'topic.sexual_harassment_abuse',
  'doubt.read',
  'doubt.document',
  'doubt.personal',
  'doubt.number',
])

/** Lines that only ever stand below a long neutral head, in the same message. */
const BELOW_A_HEAD: ReadonlySet<string> = new Set(['copy.hers', 'copy.theirs'])

/** A lock screen shows about so many characters of a message. */
const SHOWN = 80

/** What the first line on a lock screen must not name, whole words only. */
const TELLING = [
  'bạo lực',
  'bạo hành',
  'đánh',
  'hành hung',
  'tư vấn',
  'ly hôn',
  'ly dị',
  'ly thân',
  'chồng',
  'vợ',
  'phụ nữ',
  'hội lhpn',
  'pháp luật',
  'luật sư',
  'tòa án',
  'tố cáo',
  'tố giác',
  'nạn nhân',
  'xâm hại',
  'hiếp',
  'quấy rối',
  'tạm lánh',
  'mật khẩu',
] // prettier-ignore

/** Never promised, offered or claimed to her, wherever it stands. */
const NEVER: readonly (readonly [RegExp, string])[] = [
  [/hòa giải|hoà giải/u, 'offers mediation'],
  [/em (đã|vừa|đang|sẽ) gọi/u, 'claims that the machine calls someone'],
  [/chắc chắn|tuyệt đối|đảm bảo|bảo đảm/u, 'promises more than anyone can'],
]

/** What identifies a person; it may be named only to say that it is not needed, not known, or hidden. */
const IDENTIFYING = /(?<!\p{L})(tên|địa chỉ|số nhà|căn cước|cccd|cmnd|số giấy tờ|số điện thoại)(?!\p{L})/u
const NOT_ASKED = /không cần|không biết|không ghi|đã che/u

/** The numbers that were confirmed (domain reference §5.1); no other may be printed. */
const NUMBERS: ReadonlySet<string> = new Set(['113', '114', '115', '111', '1900969680'])

/** Sentences that could expose, frighten or mislead her. Only the card of danger says at once what it is about. */
export function checkPrivateTexts(vi: Readonly<Record<string, string>>): readonly string[] {
  const problems = Object.entries(vi)
    .filter(([key]) => PRIVATE.test(key) && !STAFF.has(key) && !BELOW_A_HEAD.has(key))
    .flatMap(([key, text]) => checkPrivate(text.toLowerCase()).map((problem) => `${key}: ${problem}`))
  return [...problems, ...checkNumbers(vi), ...checkDangerCard(vi)]
}

/** Words that tell what a message is about, where a lock screen shows them. */
export function tellingWords(text: string): readonly string[] {
  const shown = text.toLowerCase().slice(0, SHOWN)
  return TELLING.filter((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(shown))
}

function checkPrivate(text: string): readonly string[] {
  const value = text.indexOf('{{text}}')
  return [
    ...tellingWords(text).map((word) => `names «${word}» in its first ${SHOWN} characters`),
    ...(value >= 0 && value < SHOWN ? [`shows a person's own words in its first ${SHOWN} characters`] : []),
    ...NEVER.filter(([pattern]) => pattern.test(text)).map(([, what]) => what),
    ...text
      .split(/[.?!\n]/u)
      .filter((sentence) => IDENTIFYING.test(sentence) && !NOT_ASKED.test(sentence))
      .map((sentence) => `asks who she is: «${sentence.trim()}»`),
  ]
}

function checkNumbers(vi: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(vi)
    .filter(([key]) => /^(home|danger|doubt|repair|help|terms|receipt|alarm|which|bystander|child|formal)\./u.test(key))
    .flatMap(([key, text]) => {
      const numbers = [...text.matchAll(/(?<![\d.])1[189]\d{2}(?: ?\d{2,4}){1,3}|(?<![\d.,])1\d{2}(?![\d.,]*\d)/gu)]
      return [
        ...numbers
          .map((found) => found[0].replaceAll(' ', ''))
          .filter((number) => !NUMBERS.has(number))
          .map((number) => `${key}: ${number} is not a confirmed number`),
        ...(/1900/u.test(text) && !text.includes('có thể mất phí') ? [`${key}: 1900 may cost money; say so`] : []),
      ]
    })
}

/** The numbers come first, before any word of comfort. */
function checkDangerCard(vi: Readonly<Record<string, string>>): readonly string[] {
  const card = `${vi['danger.now'] ?? ''}\n${vi['danger.numbers'] ?? ''}`
  const at = card.indexOf('113')
  return at >= 0 && at < 40 ? [] : ['danger.now: 113 must stand in the first 40 characters of the card']
}
