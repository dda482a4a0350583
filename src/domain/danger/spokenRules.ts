import type { Rule } from './rule.ts'

/** Constructions rather than verbs: if you … then I kill; put out with nowhere to go; he sits there and she hides. */
export const SPOKEN_RULES: readonly Rule[] = [
  {
    id: 'threat.if',
    kind: 'now',
    sure: true,
    patterns: [
      '<ultimatum> ..8 thì|là ..9 <ultimateHarm>',
      'ngày nào|lúc nào|chừng nào|khi nào|bữa nào ..10 <ultimateHarm>',
      'nếu|mà ..10 thì|là ..8 <doomLoud>',
      '<ultimatum> ..2 <he> ..2 <ultimateHarm> ..2 <victim>',
    ],
  },
  {
    id: 'threat.together',
    kind: 'now',
    patterns: ['<doer> ..5 cho ..8 <together>', 'mang|đem|dắt|ôm|bế|chở ..2 con|cháu|mấy đứa|tụi nhỏ ..3 <together>'],
  },
  {
    id: 'put.out',
    kind: 'now',
    patterns: [
      '<putOut> ..8 ra đường|ra khỏi nhà|khỏi nhà|ra ngoài ..14 <nowhere>',
      '<nowhere> ..6 <putOut> ..6 ra đường|ra khỏi nhà|khỏi nhà|ra ngoài',
      'ngoài đường|ngoài hè|ngoài ngõ ..12 <putOut> ..3 ra ..8 <nowhere>',
    ],
  },
  {
    id: 'dragged',
    kind: 'now',
    patterns: [
      '<doer> ..3 đang ..2 lôi|kéo|tống|đẩy|giằng|giật ..2 <me>',
      'giật|giằng|cướp|giành|bứt ..2 con|cháu|bé|em bé ..3 khỏi tay|trên tay',
      '<doer> ..4 treo|trói|cột|xích ..1 <victim> ..2 lên xà|lên cây|lên trần|ngược|vô cột|vào cột|vô gốc|vào gốc|lên',
    ],
  },
  {
    id: 'near.still',
    kind: 'now',
    patterns: [
      '<choke> ..16 <stayIn>',
      '<choke> ..14 <stillThere>',
      '<hit> ..16 giờ|đang|vẫn|còn ..6 <stillThere> ..8 <stayIn>',
      '<stillThere> ..8 <stayIn>',
      '<stayIn> ..10 <stillThere>',
      '<doer> ..4 đang|vẫn|còn|cứ ..1 <wait> ..2 <doorstep> ..14 <menace>',
      '<doer> ..2 <wait> ..1 <doorstep> ..12 <menace>',
      '<menace> ..16 <wait> ..1 <doorstep>',
    ],
  },
  {
    id: 'shut.in',
    kind: 'now',
    patterns: [
      'không cho ..5 ra ngoài|ra khỏi|bước ra|ra đường|ra cổng|ra cửa ..14 <shutIn>',
      '<shutIn> ..8 không cho ..5 ra ngoài|ra khỏi|bước ra|ra đường|đi đâu',
    ],
  },
  {
    id: 'bed.tonight',
    kind: 'now',
    patterns: [
      '<elder> ..8 vào|vô|mò|leo|lên|chui|sang|qua ..2 <bed> ..1 <me> ..16 tối nay|đêm nay|hôm nay|lát nữa|tối ni|đêm ni|bữa ni',
      'tối nay|đêm nay|tối ni|đêm ni ..14 <elder> ..8 vào|vô|mò|leo|lên|chui|sang|qua ..2 <bed> ..1 <me>',
      'tối nay|đêm nay|tối ni|đêm ni ..6 ở nhà với|ở một mình với|ngủ với|ở với ..3 <elder> ..8 sợ|cứu|giúp',
    ],
  },
  {
    id: 'bed.visit',
    kind: 'harm',
    patterns: [
      '<elder> ..4 hay|cứ|lén|đêm|tối|khuya|toàn ..6 vào|vô|mò|leo|lên|chui|sang|qua ..2 <bed> ..1 <me>|con gái',
      '<elder> ..4 mò|lén|lẻn|chui|leo ..3 <bed> ..1 <me>|con gái',
    ],
  },
  {
    id: 'poison.farewell',
    kind: 'now',
    patterns: ['uống thuốc rồi|uống hết thuốc|uống thuốc xong|thuốc uống rồi|vừa uống thuốc ..14 <lastWord>'],
  },
  {
    id: 'spoken.harm',
    kind: 'harm',
    patterns: [
      '<family> ..6 <relapse>',
      '<uncontrolled> ..5 tay chân|chân tay|đánh|tát|vợ|con',
      '<me> ..8 <ownHands> ..2 vợ|con|chồng|mẹ|bố|má|ba|cháu|người yêu',
      '<family> ..10 coi|xem|đối xử với ..1 <me> ..1 như',
      '<family> ..4 lạnh nhạt ..20 <me>',
      '<me> ..2 bị ..3 <family> ..2 lạnh nhạt|hờ hững|bỏ mặc|ghẻ lạnh|cô lập',
      '<scar> ..14 <refuge>',
      '<family> ..8 bắt làm ..2 nặng|hết|quần quật|như trâu',
    ],
  },
  {
    id: 'harassed',
    kind: 'harm',
    sure: true,
    patterns: [
      'bị ..1 <stranger> ..2 quấy rối',
      '<stranger> ..3 quấy rối ..1 <me>',
      'quấy rối ..3 <me> ..6 tục tĩu|bậy',
    ],
  },
]
