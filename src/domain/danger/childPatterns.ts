import { parsePattern } from './pattern.ts'

/** Words of a child about its own home, or of anybody about a child that is hurt. */
export const CHILD_PATTERNS = [
  '<childWriter>',
  'bố|ba|cha|tía|dượng|bố dượng|ba dượng|cha dượng ..5 <hit> ..2 mẹ con|má con|mẹ cháu|má cháu',
  'bố|ba!|cha|tía|má|mẹ|mẹ kế|dì ghẻ|bố dượng|dượng|ba dượng ..5 <hit> ..1 con|cháu|em con|em cháu|em trai cháu',
  '<hit> ..2 <child>',
  '<lock> ..2 <child>',
  '<child> ..5 bị ..8 <hit>',
  '<child> ..5 bị ..8 <sexAct>',
  '<child> ..5 bị ..6 <lock>',
  '<kill> ..2 con|cháu|bé|mẹ con',
  '<babyHarm>',
  'bắt nạt|cô giáo ơi|thầy ơi|bạn cùng lớp',
].map(parsePattern)
