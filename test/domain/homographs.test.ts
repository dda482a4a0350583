import { describe, expect, test } from 'vitest'
import { type Triage, triage } from '../../src/domain/triage.ts'
import { fold } from '../../src/domain/words/fold.ts'

/** Domain reference §6.3: one folded word, a sentence of danger and a sentence of everyday life. */
const PAIRS: readonly (readonly [string, string, string])[] = [
  ['tu van', 'em muốn tự vẫn cho xong', 'em cần tư vấn viết kế hoạch giám sát'],
  ['tu tu', 'em muốn tự tử, em không sống nổi nữa', 'cho em từ từ em làm, báo cáo quý em nộp thứ sáu'],
  ['dot nha', 'chồng em dọa đốt nhà, đang xách can xăng vào', 'nhà em mưa đến là dột, xin hỗ trợ tấm lợp'],
  ['thieu', 'nó dọa thiêu cả nhà em tối nay', 'danh sách còn thiếu ba chị, mai em bổ sung'],
  ['dam', 'chồng em đòi đâm em, đang cầm dao', 'mai em đi đám cưới, xin vắng họp'],
  ['danh', 'chồng em đang đánh em', 'em gửi danh sách hội viên, mai họp đánh giá cán bộ'],
  ['chem', 'nó vác rựa đòi chém cả nhà em', 'mấy ông ngồi quán chém gió cả chiều, không ai đi họp'],
  ['giet', 'chồng em dọa giết em đêm nay', 'rảnh quá lướt Zalo giết thời gian thôi chị'],
  ['chet', 'em muốn chết, em mua thuốc sâu rồi', 'xem tiểu phẩm của chi hội 3 mà chết cười'],
  ['hiep', 'em vừa bị nó hiếp, nó còn ở ngoài', 'Hội Liên hiệp Phụ nữ xã mời chị dự họp'],
  ['treo co', 'chồng em treo cổ, em hạ xuống rồi cứu với', 'mai nhớ treo cờ trước nhà văn hóa nhé'],
  ['chay mau', 'mẹ cháu bị bố đánh chảy máu đầu rồi', 'trời sắp mưa, mọi người chạy mau kẻo ướt hết ghế'],
  ['bao hanh', 'em bị chồng bạo hành nhiều năm nay', 'tivi nhà em hết bảo hành, gọi thợ nào tốt'],
  ['quay roi', 'em bị sếp quấy rối ở chỗ làm', 'clip văn nghệ em quay rồi, lát em gửi'],
  ['ban', 'nó cầm súng đòi bắn em', 'em bận bán hàng, mai bạn em nộp bản báo cáo'],
  ['dap', 'chồng em đang đạp em túi bụi', 'đắp đường xong rồi chị, chờ xã trả lời đáp'],
  ['cuu', 'cứu em với', 'hội cựu chiến binh mượn hội trường sáng mai'],
  ['cuong', 'em bị cưỡng bức tối qua', 'chị Cường tổ 3 xin vắng, bận đi chợ'],
  ['giam', 'em bị chồng giam trong phòng không ra được', 'em nộp báo cáo giám sát, số vụ giảm so với quý trước'],
  ['dao', 'chồng em cầm dao đuổi em', 'lớp đào tạo cán bộ đạo đức lối sống mai khai giảng'],
  ['nhay', 'em đang đứng trên cầu định nhảy xuống', 'tối nay tập nhảy dân vũ ở sân đình'],
  ['bop', 'nó đang bóp cổ em', 'tắt máy tính rồi, mai em xô nước rửa sân hội trường'],
  ['thuoc', 'vợ em uống thuốc trừ sâu rồi', 'em quên thước đo, ai cho mượn'],
  ['doa', 'nó dọa giết con em nếu em bỏ đi', 'mai em ra tòa làm chứng vụ đất, xin vắng họp'],
]

describe.each(PAIRS)('«%s»', (_folded, danger, calm) => {
  test('in danger is danger; without accents it is danger, or one short question is asked', () => {
    expect(triage(danger).danger).not.toBe('none')
    expect(triage(fold(danger))).toSatisfy((found: Triage) => found.danger !== 'none' || found.doubtful)
  })
  test('in everyday life is calm; without accents it may ask, but raises nothing', () => {
    expect(triage(calm).danger).toBe('none')
    expect(triage(fold(calm)).danger).toBe('none')
  })
})

test.each(['Năm ngoái chồng em cầm dao dọa giết em', 'Hồi trước chồng em hay đánh em'])(
  'told as past it is violence, never nothing: %s',
  (text) => {
    expect(triage(text).danger).toBe('violence')
  },
)

test('«không đánh nhưng» brings another kind of violence', () => {
  expect(triage('anh ấy không đánh nhưng giữ hết tiền, không cho em đi đâu').danger).toBe('violence')
})
