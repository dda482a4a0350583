/**
 * Is a line talk about reports, and not a report? A question, a wish, a plan for later, what was not done, what was sent
 * already, her own doings. Where these words stand nothing is read as a report: asking once more costs less than a false one.
 */
import { fold, tidy } from '../words/fold.ts'

const YOU = '(?:chi|minh|toi|em|c)'

/** On folded text; words that fold to another common word have their neighbours with them ('hoàn thành' is not 'hoãn'). */
const TALK: readonly RegExp[] = [
  // Questions.
  /\?/,
  /\b(?:khi nao|bao gio|luc nao|the nao|lam sao|ra sao|vi sao|tai sao|may gio|bao nhieu|bao lau|o dau|cho nao|ngay nao|thang nao|cai nao|loai nao|muc nao|mau nao|don vi nao|xa nao|ai la)\b/,
  /\b(?:la gi|gom gi|gom nhung|gi vay|gi the|nhung gi|cai gi|gi a|gi em|gi khong|lam gi|can gi|ghi gi|thieu gi|co gi)\b|\bgi$/,
  /\b(?:duoc khong|dc ko|duoc ko|dc khong|dung khong|phai khong|co phai|co can|co duoc|co tinh|hay khong|co khong|duoc chua|xong chua|roi chua)\b/,
  /^cho hoi\b|\bla may\b|\bhay (?:chi|anh|co|ong|ba|la) .*\b(?:vay|the|nhi|ha)$/,
  /\b(?:xin hoi|muon hoi|can hoi)\b|\bcho (?:chi|minh|em|toi|c|m) hoi\b(?! (?:truong|pho|vien|phu|thon|xom|to|ap|khu|\d|nong|nd))(?<!\bcho chi hoi(?=[,.;]))/,
  /\b(?:may|bao nhieu) (?:chi tieu|nguoi|cuoc|don vi|cau|muc|bao cao|cai|ban|lan|buoi|xa|phan)\b(?=.* (?:vay|a|the|nhi|em|ha|day)$)|\bco may\b|\bai (?:di|lam|co|du|phu trach|biet)\b/,
  /\bco phan nao\b|\bsao (?:em|lai|khong|ko|chua|no|may)\b/,
  // Asked of the bot, or of another woman; what only shows where something lies.
  /\b(?:ha|oi|a|nho) bot\b|\bbot (?:oi|a)\b|\bla mot hay\b|\bgiai thich (?:lai )?(?:cho|giup)\b|\bhay (?:lan|nham)\b/,
  /\b(?:gop y|tu van) (?:cho|giup|ho) (?:em|minh|toi)\b|\bcac chi (?:gop y|luu|xem|cho)\b|\bluu (?:lai|so)\b|\bde (?:em|minh|toi|chi) (?:hoi|xem|kiem tra)\b/,
  /\bchi tieu (?:moi|giao|nam)\b|\b(?:de|nam) (?:tren|o) ban\b/,
  /^neu\b|\bkhong phai (?:hoi|xa|don vi|ben) (?:minh|em|toi|chi)\b|\bluu may\b|\bhay chi (?:tinh|can|ghi)\b/,
  // Later.
  /(?<!\bchia )\bse\b|\bsap (?!nhap|xep)|\b(?:du kien|du dinh|chuan bi|len lich|len ke hoach|tuan sau|tuan toi|thang sau|thang toi|quy sau|nam sau|ngay mai|sang mai|chieu mai|toi mai)\b/,
  /(?:^|[ ,])mai (?:chi|minh|em|xa|don vi|hoi|co|to chuc|di|hop|lam)\b/,
  // Wishes and orders.
  /\b(?:nhac|(?<!ghi )nho) (?:chi|minh|em|c|toi|cac) (?!hoi\b)|\bcho (?:chi|minh|em|c|toi) (?:xem|xin|biet|coi|mau)\b/,
  /\b(?:gui|lam|xem|kiem tra|sua|tim|in|mo|lay|viet|soan|bao cao) (?:giup|ho|gium|cho|dum) (?:chi|minh|em|c|toi)\b(?! (?:hoi|em)\b)|\b(?:soan|viet|lam|sua|doi|bao cao|nhap) (?:giup|ho|gium|dum)\b/,
  /^(?:(?:em|a|ah|oi|chi|da|vang|cho)[ ,]+)*(?:xem|xoa|huy (?!dong)|sua|rut (?!kinh)|thu hoi|mo lai|in|tim (?!hieu)|nhac|gui lai|kiem tra lai|bo (?!bien|tri))\b/,
  /\bcach (?:lam|ghi|nhap|bao cao|viet|gui)\b|\bmuon (?:xem|xoa|sua|huy|biet|rut|to chuc|lam|tham gia|dang ky|co|duoc)\b/,
  /\b(?:de nghi|yeu cau) cac\b|\bcac (?:don vi|chi|xa|co so) (?:nho|gui|nop|bao cao|luu y|khan truong)\b|\bhan (?:nop|gui|cuoi)\b|\bnop (?:bao cao|bc)\b|\btruoc ngay\b/,
  /\b(?:can|phai|nen|cho phep|xin phep|dang ky|xin) (?:to chuc|lam|mo|tham gia|bao cao|kinh phi|y kien chi dao)\b/,
  // Not done.
  /\bchua (?:to chuc|lam|co|tien hanh|thuc hien|xong|duoc|dc|nop|gui|kip|hop|bao cao|trien khai|giam sat|gop y|ai|thay|biet|ro)\b(?! (?:tra loi|ket luan|giai quyet|phan hoi|van ban|tiep thu|y kien|hoi am))/,
  /\bchua (?:[a-z]+ ){1,3}(?:duoc|dc)\b(?! (?:tra loi|giai quyet))|\b(?:de sang|de den|chuyen sang) (?:t\d|thang|tuan|quy|ngay|nam)\b/,
  // Invitations and notices.
  /\b(?:kinh moi|giay moi|thu moi|tran trong moi|xin moi|moi cac|thong bao(?! ket luan)|chuyen tiep)\b|^tb\b/,
  /\b(?:khong|ko|k) (?:to chuc|hop|giam sat|tuyen truyen|lam duoc|thuc hien|tien hanh|kip|biet|hieu|gui duoc|vao duoc|bao cao|thay|nho|mo duoc)\b/,
  /\bhoan (?!thanh|canh|thien|tat|lai)|\b(?:doi lich|lui lai|tam dung|bi huy)\b/,
  // Sent already.
  /\b(?:gui|nop|bao cao|bc|nhap) (?:[a-z ]{0,40} )?(?:roi|xong roi|het roi)\b(?! (?:hoi|day|ngay|to chuc|tuyen))|\bda (?:gui|nop|nhap|duyet) (?:bao cao|bc)\b(?!.*\d\s?\/)|\bda duyet\b/,
  /\b(?:xin phep|lich (?:tuan|thang|ngay|lam viec|tuyen truyen|truyen thong|giam sat|hop|tap huan|truc|tu van)|dang hop|sai (?:so|ngay|roi|ten|het)|bi loi|di vang|chua duyet|cho duyet)\b|\bdang ky\b(?! (?:ket hon|khai sinh|khai tu|kinh doanh|dat|quyen|ho tich|tam tru|thuong tru|giam ho|nhan con))/,
  /\bgui (?:anh|file|mau|danh sach|lai|link|giay)\b|\bco mau\b/,
  // Her own doings, and hearsay.
  new RegExp(
    String.raw`(?<!\bchi )\b${YOU} (?:vua |moi |da |dang |hom qua |duoc |cung )*(?:di (?:tap huan|hoc|du|nghe|choi|cho|vang|cong tac)|hoc(?! (?:sinh|vien|tro))|om|met|thay|thich|nghi (?:om|phep|viec)|buon)\b`,
  ),
  /\bduoc (?:cu |moi )?(?:di |du |tham gia )?tap huan\b|\bdi tap huan\b/,
  /\b(?:nghe noi(?! chuyen)|nghe bao|nha ben|(?<!(?:thuan|chap|mich|giua|voi|vu) )hang xom|xa ben|ben xa|xa khac|nguoi ta)\b/,
  /\b(?:cam on|hay qua|vui qua|hay lam|met qua|tot qua|buon qua|kho qua|khong biet)\b/,
]

/** With their accents: 'chưa' at the end asks, 'xóm Chùa' does not. */
const SPOKEN: readonly RegExp[] = [
  /(?:^|\s)(?:không|khong|(?<!\d )ko|hông|chưa|chua|hả|nhỉ)(?:\s(?:em|ạ|a|ah|e|nhỉ|nhi|c|chị|chi|vậy|thế|ơi|oi))*[ .!]*$/,
  /(?:^|\s)(?:à|ư|hử|á)[ .!]*$/,
  /(?:^|\s)(?:ủa|ủa|nhớ|lỡ|lát|lẽ ra|đáng ra)\s|chứ không phải|chu khong phai/,
  /(?:^|\s)hỏi (?:em|tí|chút|xíu|chị|bạn)(?:\s|$)/,
]

export function isTalk(text: string): boolean {
  const plain = fold(text)
  const spoken = tidy(text).toLowerCase()
  return TALK.some((one) => one.test(plain)) || SPOKEN.some((one) => one.test(spoken))
}
