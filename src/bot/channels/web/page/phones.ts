export interface Piece {
  readonly text: string
  /** What to dial. */
  readonly tel?: string
}

/**
 * Cuts a text at the numbers of help, so that one in danger can tap them: 111, 113, 114, 115 and lines like 1900 96 96 80. A number
 * that counts something ("115 người") is left alone.
 */
export function cutAtPhones(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(number)) {
    const end = found.index + found[0].length
    // Not a lookbehind: iPhones learnt that only with iOS 16.4.
    if (joinedBefore.test(text.slice(0, found.index)) || joinedAfter.test(text.slice(end))) continue
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) })
    pieces.push({ text: found[0], tel: found[0].replace(/\D/g, '') })
    from = end
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from) })
  return pieces
}

const counted = [
  'người|chị|em|phụ nữ|hội|cán bộ|cháu|trẻ|hộ|gia đình|lượt|cuộc|buổi|lớp|ca|vụ|suất|mô hình|bài|tin|tờ|báo cáo|đơn vị',
  'xã|phường|thôn|tổ|chi|ngày|tháng|năm|nghìn|ngàn|triệu|tỷ|đồng|đ',
].join('|')

const number = /11[1345](?!\d)|1[89]00(?:[ .]?\d){4,6}(?!\d)/g
const joinedBefore = /[\p{L}\d%/+]$|\d[.,:–-]$/u
const joinedAfter = new RegExp(`^(?:[\\p{L}/%]|[.,:–-]\\d|\\s+(?:${counted})(?!\\p{L}))`, 'iu')
