/** What a person puts right while talking: 'à nhầm, 45 chứ không phải 54', 'sửa 54 thành 45', 'sửa câu 3'. */

import { tidy } from './fold.ts'

export interface Repair {
  /** What is right; absent: she only says what is to be asked again. */
  readonly said?: string
  /** What was wrong, in her words. */
  readonly old?: string
  /** It begins with 'à nhầm': no answer to the question that stands there now. */
  readonly opened?: true
  /** The number or the name of the question. */
  readonly question?: string
}

/** Longer messages are talk. */
const LONGEST = 160
const OH = '(?:à|ơ|ờ|ủa|ôi|ấy|a|ah|ui|úi)'
const WRONG =
  '(?:nhầm|nham|lộn|lon|sai|ghi nhầm|ghi nham|gõ nhầm|go nham|bấm nhầm|viết nhầm|nhầm rồi|nham roi|lộn rồi|sai rồi|sai roi)'
const END = '(?: rồi| roi| mất| ạ| a| em| e)?'
const NOT = '(?:không|khong|ko|hông|k) (?:phải|phai)(?: (?:là|la))?'

const OPENING = new RegExp(
  `^(?:${OH}[ ,.]+${WRONG}${END}|${WRONG}${END}[,:;.]|đính chính|dinh chinh)[ ,:;.]+(?<said>\\S.*)$`,
  'iu',
)
const NOT_OLD = new RegExp(`^(?<said>[^,;]{1,80})[ ,]+(?:chứ|chu) ${NOT} (?<old>[^,;]{1,80})$`, 'iu')
const BUT_NEW = new RegExp(`^${NOT} (?<old>[^,;]{1,60})[ ,]+(?:mà|ma)(?: (?:là|la))? (?<said>[^,;]{1,80})$`, 'iu')
const SHOULD = /^(?:phải là|phai la|đúng là|dung la|đúng ra là) (?<said>\S.*)$/iu
const EDIT = /^(?:sửa|sua|đổi|doi|thay)(?: (?:lại|lai|giúp|giup|cho|em))* (?<what>\S.*)$/iu
const INTO = /^(?:từ |tu )?(?<old>\S[^,;]*) (?:thành|thanh|sang) (?<said>\S.*)$/iu
const NUMBERED = /^(?:câu|cau|mục|muc|số|so|ý|y)? ?(?<question>\d{1,2})$/iu

export function readRepair(text: string): Repair | undefined {
  const short = tidy(text).replace(/(?<![.!\s])[.!\s]+$/, '')
  if (short.length > LONGEST) return undefined
  const edit = EDIT.exec(short)?.groups?.['what']
  if (edit !== undefined) return readEdit(edit)
  const opened = OPENING.exec(short)?.groups?.['said']
  const rest = opened ?? short
  const mark = opened === undefined ? {} : { opened: true as const }
  const pair = NOT_OLD.exec(rest)?.groups ?? BUT_NEW.exec(rest)?.groups
  if (pair?.['said'] !== undefined && pair['old'] !== undefined)
    return { said: pair['said'].trim(), old: pair['old'].trim(), ...mark }
  const should = SHOULD.exec(rest)?.groups?.['said']
  if (should !== undefined) return { said: should, ...mark }
  return opened === undefined ? undefined : { said: opened, opened: true }
}

/** 'sửa câu 3', 'sửa câu 3 thành 45', 'sửa 54 thành 45', 'sửa ngày'. */
function readEdit(what: string): Repair {
  const into = INTO.exec(what)?.groups
  const [old, said] = [into?.['old'], into?.['said']]
  const question = NUMBERED.exec(old ?? what)?.groups?.['question']
  // 'sửa 3 thành 45' may be the question or the number; 'câu' decides, else it is the number that stood there.
  const isNamed = /^\D/.test(old ?? what)
  if (old === undefined || said === undefined) return { question: question ?? what }
  return question !== undefined && isNamed ? { said, question } : { said, old }
}
