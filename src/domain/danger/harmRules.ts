import type { Rule } from './rule.ts'

/** Violence that is not tied to the coming hours. */
export const HARMS: readonly Rule[] = [
  {
    id: 'words',
    kind: 'harm',
    patterns: [
      '<doer> ..5 <abuse> ..3 <victim>',
      '<family> ..5 <abuse>',
      'bị ..5 <abuse>',
      '<doer> ..6 <habit> ..3 <abuse>',
      '<abuse> ..2 <victim> ..6 <habit>',
      '<doer> ..8 <slur>',
      '<victim> ..2 là ..1 <slur>',
      '<doer> ..3 dọa|đe dọa|hăm dọa|hăm!|dọa nạt|hù dọa ..2 <victim>',
      '<threatLoud> ..8 ly hôn|chia tay|bỏ đi|gặp con|tung|đăng|nghỉ việc',
    ],
  },
  {
    id: 'mean',
    kind: 'harm',
    patterns: [
      '<family> ..8 <mean>',
      '<doer> ..4 đập|đập vỡ|đập nát|đập bể|ném bể ..1 điện thoại|đồ|đồ đạc|xe của|cửa kính',
      '<family> ..4 vung tay|giơ tay|ra tay',
      '<he> ..5 <mean> ..4 <me>',
      '<he> ..4 <me> ..8 <mean>',
      'bị ..6 <mean>',
      '<mean> ..3 <me>',
      '<habit> ..4 <mean>',
    ],
  },
  {
    id: 'money',
    kind: 'harm',
    patterns: [
      '<family> ..8 <purse>',
      'bị ..6 <purse>',
      'không đánh ..4 <purse>',
      '<doer> ..5 <purse> ..8 <victim>',
      '<doer> ..8 <purse> ..12 cũng phải xin',
    ],
  },
  {
    id: 'control',
    kind: 'harm',
    patterns: [
      '<doer> ..6 <control> ..4 <victim>',
      '<family> ..5 <control>',
      'bị ..6 <control>',
      '<control> ..8 đi đâu cũng|không cho',
      '<doer> ..8 không cho <me>',
      '<family> ..6 bắt!|ép!|cấm! ..1 <me>',
      '<family> ..6 bắt em|bắt tôi|bắt tui|ép em|ép tôi|ép tui|cấm em|cấm tôi',
    ],
  },
  {
    id: 'force',
    kind: 'harm',
    patterns: [
      '<doer> ..6 <force>',
      'bị ..5 <force>',
      '<force> ..4 <me>',
      'ép|bắt ..2 <victim> ..4 quan hệ|phá thai|bỏ thai|lấy chồng|cưới|đẻ|sinh con trai|kết hôn|bán dâm|ngủ',
    ],
  },
  {
    id: 'image',
    kind: 'harm',
    patterns: [
      '<doer> ..8 <imageAbuse>',
      'dọa|bị|tống tiền ..8 <imageAbuse>',
      '<imageAbuse> ..6 <me>',
      '<imageAbuse> ..8 dọa|tống tiền|bạn bè|lên mạng',
    ],
  },
  {
    id: 'sexual',
    kind: 'harm',
    patterns: [
      '<doer> ..6 <sexAct> ..5 <victim>',
      'bị ..6 <sexAct>',
      '<doer> ..5 <habit> ..4 <sexAct>',
      '<stranger> ..8 <sexAct>',
      'bị ..6 <rape>',
      '<doer> ..6 <rape>',
      '<rape> ..2 <victim>',
      '<sexAct> ..5 con gái|cháu|bé|em',
      '<stranger> ..8 <sexCue> ..6 <victim>',
      '<doer> ..6 <sexCue> ..4 em|con|cháu|bé',
      '<sexCue> ..6 con gái|cháu|bé|mấy em gái',
      'bị ..6 <sexCue>',
      '<child> ..10 <sexCue>',
      '<doer> ..4 giữ ..1 clip|ảnh|video|hình',
      'sờ ..4 chỗ kín|vùng kín|mông|ngực|đùi',
      '<strip> ..4 <victim>',
    ],
  },
  {
    id: 'neglect',
    kind: 'harm',
    patterns: [
      'bị ..6 bỏ đói|bỏ mặc|hắt hủi|ruồng bỏ|đuổi ra|đuổi khỏi',
      '<family> ..6 bỏ đói|hắt hủi|ghẻ lạnh|bỏ mặc|đuổi',
    ],
  },
  {
    id: 'debt',
    kind: 'harm',
    patterns: [
      'cho vay|đòi nợ|app|xã hội đen|giang hồ ..14 khủng bố|ném sơn|tạt sơn|ghép ảnh|bôi nhọ|chửi|dọa|mắm tôm|đe dọa|hăm dọa',
    ],
  },
  {
    id: 'sign',
    kind: 'harm',
    patterns: [
      'bị ..4 <sign>',
      'bị bạo hành|bị bạo lực|bị ngược đãi|bị hành hạ',
      '<family> ..4 <sign>',
      '<sign> ..2 <me>',
      '<me> ..6 <sign>',
      '<sign> ..10 báo rồi|trình báo',
      '<bruise> ..8 chồng',
      'nghi ..4 <hit>',
      'nạn nhân ..3 <sign> ..10 <me>',
    ],
  },
  { id: 'blackmail', kind: 'harm', patterns: ['<blackmail>'] },
  {
    id: 'bully',
    kind: 'harm',
    patterns: ['bị ..4 chặn đường|chặn đánh|đón đường ..1 đánh', 'bị ..6 <bully>', '<bully> ..2 <victim>'],
  },
  {
    id: 'self.harmful',
    kind: 'harm',
    patterns: ['<me> ..6 nóng|nóng giận|nóng tính|lỡ|lỡ tay ..3 <hit>', '<me> ..2 hay ..2 <hit>'],
  },
  {
    id: 'sold.past',
    kind: 'harm',
    patterns: [
      'bị ..8 sang trung quốc|sang cam pu chia|qua biên giới ..2 bán',
      'bị ..5 <sold>',
      '<sold> ..8 trung quốc|cam pu chia',
    ],
  },
  {
    id: 'stalk',
    kind: 'harm',
    patterns: [
      '<doer> ..4 theo dõi|rình|rình rập|bám theo|bám đuôi|lẽo đẽo|quấy rối|quấy rầy|làm phiền ..3 <me>',
      'chồng cũ|người yêu cũ|bạn trai cũ|nyc ..8 quấy rối|quấy rầy|bám|theo dõi|chặn đường|kiếm chuyện',
    ],
  },
]
