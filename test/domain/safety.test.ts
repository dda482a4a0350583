import { describe, expect, test } from 'vitest'
import { triage } from '../../src/domain/triage.ts'

describe('plain words of her own safety end an alarm', () => {
  test.each([
    'em an toàn rồi',
    'em an toan roi c oi',
    'e an toàn r ạ',
    'Dạ em đã an toàn rồi ạ',
    'chị ơi em an toàn rồi',
    'em an toàn rồi cảm ơn chị',
    'em an toàn rồi, cảm ơn các chị nhiều',
    'con và em an toàn rồi ạ',
    'mẹ con em an toàn rồi',
    'hai mẹ con em đều an toàn rồi ạ',
    'bây giờ em an toàn rồi',
    'giờ mẹ con em đã an toàn',
    'em đang an toàn',
    'em đang ở chỗ an toàn',
    'em sang nhà hàng xóm rồi, an toàn rồi ạ',
    'em đang ở nhà ngoại, em an toàn rồi',
    'em ở trụ sở công an xã rồi. em an toàn rồi.',
    'tôi an toàn rồi',
    'hết nguy hiểm rồi ạ',
    'an toàn rồi',
  ])('%s', (text) => {
    expect(triage(text)).toMatchObject({ danger: 'none', doubtful: false, safe: true, perhapsSafe: false })
  })
})

describe('words that may say the opposite end nothing: she is asked', () => {
  test.each([
    'em an toàn rồi nhưng con em còn ở trong nhà với nó',
    'con em bị nó bắt rồi',
    'nó thoát rồi',
    'em tạm an toàn nhưng nó đang tìm em',
    'em tưởng an toàn rồi mà nó lại tới',
    'nó bắt em nhắn là em an toàn rồi',
    'em được an toàn không chị',
    'em an toàn rồi à?',
    'em an toàn rồi?',
    'em an toàn rồi hả chị',
    'em đã an toàn đâu',
    'con em an toàn rồi',
    'con an toàn rồi',
    'chị em an toàn rồi',
    'mẹ em an toàn rồi',
    'nhà em an toàn rồi',
    'nha em an toan roi',
    'em gái em an toàn rồi',
    'nó an toàn rồi',
    'chồng em an toàn rồi',
    'em an toàn rồi, con em chưa ra được',
    'em an toàn rồi mà sợ quá',
    'em an toàn rồi, nó đang đứng ngoài cổng',
    'em an toàn rồi anh ấy bảo em nhắn vậy',
    'em phải nhắn là em an toàn rồi',
    'nếu em an toàn rồi em nhắn chị',
    'bao giờ em mới hết nguy hiểm rồi mới ngủ được',
    'em thì an toàn rồi',
    'em tạm an toàn',
    'em thoát rồi nhưng con em chưa',
    'công an đến rồi',
    'công an bắt nó rồi',
    'em ổn rồi',
    'em không sao rồi',
    'nó hết bị nhốt rồi',
    'em vẫn bị đánh chứ chưa hết bị đâu, nó về nhà rồi đã ổn rồi',
    'em an toàn rồi, hôm qua chồng em đánh em',
  ])('%s', (text) => {
    expect(triage(text).safe).toBe(false)
  })
})

test.each(['em ổn rồi', 'công an bắt nó rồi', 'em tạm an toàn', 'em an toàn rồi nhưng con em còn trong nhà'])(
  'what sounds like it is asked: %s',
  (text) => {
    expect(triage(text).perhapsSafe).toBe(true)
  },
)

test.each(['em chưa an toàn', 'em không an toàn', 'cứu em với nó đang đập cửa, em đã thoát được đâu', 'xã Phú An'])(
  'where it does not even sound like it nothing is asked: %s',
  (text) => {
    expect(triage(text)).toMatchObject({ safe: false, perhapsSafe: false })
  },
)
