import type { Rule } from './rule.ts'

/** Wanting to die, poison, a baby in danger, people sold, rape, gangs, her or his own hands. */
export const PERILS: readonly Rule[] = [
  {
    id: 'despair',
    kind: 'now',
    personal: true,
    patterns: ['<dieWish>', '<suicideSure>', '<me> ..4 <dieWish2>', 'muốn chết ..3 <me>'],
  },
  {
    id: 'suicide.meant',
    kind: 'now',
    sure: true,
    patterns: [
      'muốn|định|nghĩ|tính|đòi ..5 <suicide>',
      '<suicide> ..8 cứu|còn thở|thòng lọng|cấp cứu|hạ xuống|tắt thở|con thở',
      'đứng trên cầu|đứng trên lan can|đứng trên sân thượng|đứng trên nóc|ngồi trên lan can|ngồi trên thành cầu|đứng ngoài ban công',
      '<suicide> ..2 cho xong|cho rồi|chết|cho hết|quách',
    ],
  },
  {
    id: 'suicide',
    kind: 'now',
    patterns: [
      '<me> ..8 <suicide>',
      'muốn|định|sẽ|đòi|vừa|dọa|mới|nghĩ|tính|đang|toan|rồi|chuẩn bị ..5 <suicide>',
      '<doer> ..6 <suicide>',
      '<suicide> ..8 cứu|còn thở|thòng lọng|cấp cứu|hạ xuống|tắt thở|con thở',
      'đứng trên cầu|đứng trên lan can|đứng trên sân thượng|đứng trên nóc|ngồi trên lan can|ngồi trên thành cầu|đứng ngoài ban công',
      '<suicide> ..2 cho xong|cho rồi|luôn|chết|rồi|cho hết|quách',
      '<victim> ..3 <suicide>',
    ],
  },
  {
    id: 'poison',
    kind: 'now',
    patterns: [
      '<drink> ..3 <poison>',
      '<poison> ..6 uống|tự tử',
      'uống hết ..3 viên|vỉ|lọ|hộp|chai',
      'uống thuốc ..4 chết|tự tử|tự vẫn|cho xong',
    ],
  },
  {
    id: 'baby',
    kind: 'now',
    sure: true,
    personal: true,
    patterns: ['<urge> ..7 <babyHarm>', '<babyHarm> ..6 <urge>', '<me> ..5 bóp mũi con|dìm con|ném con|bóp cổ con'],
  },
  {
    id: 'sold',
    kind: 'now',
    patterns: [
      '<sold> ..18 <captive>',
      '<captive> ..14 <sold>',
      '<abroad> ..14 <captive>',
      '<captive> ..10 <abroad>',
      'đi làm|việc nhẹ|lương cao ..16 giữ điện thoại|thu điện thoại|giữ giấy tờ ..10 <captive>',
      'bắt|ép ..3 tiếp khách|bán dâm|đi khách|phục vụ khách',
      'bị ..5 bắt bán dâm|bắt tiếp khách|ép bán dâm|ép tiếp khách|bắt đi khách|ép đi khách',
    ],
  },
  {
    id: 'rape.now',
    kind: 'now',
    patterns: [
      'vừa|mới|đang|bây giờ|sắp|tối nay ..6 <rape>',
      '<rape> ..10 còn đứng|còn ở|ngoài cửa|vừa xong|đang trốn|chảy máu|ra máu',
      'đang ..6 <strip>',
      'đang sờ|đang sàm sỡ|đang giở trò|đang ôm con|đang cởi|đang lột|đang đè|đang mò',
      'đưa|dẫn|chở|kéo|lôi|rủ ..3 vào|vô|tới ..1 nhà nghỉ|khách sạn|phòng trọ ..14 sợ|phải làm gì|giờ|đang|cứu',
      '<doer> ..4 lại mò|đang mò|vừa mò ..2 vào|vô|sang|qua',
      '<doer> ..5 nhốt|khóa ..10 <strip>',
      '<strip> ..10 không ra được|cứu|nhà nghỉ|khách sạn|đang ở|bây giờ',
      '<doer> ..8 trong phòng ..10 khóa|kêu cứu|cứu|la hét|khóc',
      'dụ|lôi|kéo|dắt ..6 <child> ..12 đóng cửa|khóa cửa|vào nhà|vào phòng ..12 khóc|cứu|rồi',
      'lôi|kéo|đẩy|dắt ..4 <victim> ..2 vô bụi|vào bụi|vào rẫy|vào nhà hoang|lên xe|vô nhà hoang|ra ruộng|vào rừng|vô rẫy',
      '2 thằng|hai thằng|mấy thằng|có thằng ..3 lôi|kéo|dắt|bắt ..8 <victim>',
      'dụ|lôi|kéo|dắt|bắt ..3 <me> ..8 vào phòng|vào nhà nghỉ|lên xe',
    ],
  },
  {
    id: 'gang',
    kind: 'now',
    patterns: [
      'xã hội đen|giang hồ|đòi nợ|chủ nợ|côn đồ|cho vay|xã hội ..14 bắt con|chặt tay|chặt chân|đâm|chém|giết|tạt axit|đốt nhà|bắt cóc|xử',
      'bắt ..5 lên xe ..10 chuộc|triệu|tiền',
      '<doer> ..10 bắt con tôi đi|bắt con em đi|bắt cóc con|cướp con tôi|cướp con em',
    ],
  },
  {
    id: 'hands',
    kind: 'now',
    personal: true,
    patterns: [
      '<me> ..6 giết nó|giết vợ|giết chồng|giết hắn|giết ổng|giết cô ta|đâm nó|chém nó|giết con',
      '<me> ..4 cầm|thủ ..1 <blade> ..8 nó|chồng|vợ|hắn|ổng|trong tay',
      '<me> ..3 <hit> ..2 vợ|con|nó|chồng ..2 ngất|bất tỉnh|chảy máu|không thở|lịm',
    ],
  },
]
