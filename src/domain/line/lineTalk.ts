/**
 * Is a line talk about reports, and not a report? A question, a wish, a plan for later, what was not done, what was sent
 * already, her own doings. Where these words stand nothing is read as a report: asking once more costs less than a false one.
 */
import { fold, tidy } from '../words/fold.ts'

const YOU = '(?:chi|minh|toi|em|c)'
/** What is meant to be done. */
const DOING =
  'mở|tổ chức|làm|đi|họp|truyền thông|tuyên truyền|tập huấn|giám sát|tư vấn|đối thoại|hòa giải|góp ý|ký|phát'
const DO = String.raw`(?:${fold(DOING)})\b`

/** On folded text; words that fold to another common word have their neighbours with them ('hoàn thành' is not 'hoãn'). */
const TALK: readonly RegExp[] = [
  // Questions.
  /\?/,
  /\b(?:(?:khi|luc|hom|bua|chung|dip) nao|bao gio|the nao|lam sao|ra sao|vi sao|tai sao|may gio|bao nhieu|bao lau|o dau|cho nao|ngay nao|thang nao|cai nao|loai nao|muc nao|mau nao|don vi nao|xa nao|ai la)\b/,
  /\b(?:la gi|gom gi|gom nhung|gi vay|gi the|nhung gi|cai gi|gi a|gi em|gi khong|lam gi|can gi|ghi gi|thieu gi|(?<!\b(?:khong|ko|k|chua) )co gi|la sao)\b|\bgi$/,
  /\b(?:duoc khong|dc ko|duoc ko|dc khong|dung khong|phai (?:khong|ko|hong|hok|hon|hem)|co phai|co can|co duoc|co tinh|hay khong|co khong|duoc chua|xong chua|roi chua)\b/,
  /^cho hoi\b|\bla may\b|\bhay (?:chi|anh|co|ong|ba|la) .*\b(?:vay|the|nhi|ha)$/,
  /\b(?:xin hoi|muon hoi|can hoi)\b|\bxin (?:chi |em |c |e |anh )?(?:mau|file|link|danh sach|so dien thoai)\b|\bcho (?:chi|minh|em|toi|c|m) hoi\b(?! (?:truong|pho|vien|phu|thon|xom|to|ap|khu|\d|nong|nd))(?<!\bcho chi hoi(?=[,.;]))/,
  /\b(?:may|bao nhieu) (?:chi tieu|nguoi|cuoc|don vi|cau|muc|bao cao|cai|ban|lan|buoi|xa|phan)\b(?=.* (?:vay|a|the|nhi|em|ha|day)$)|\bco may\b|\bai (?:di|lam|co|du|phu trach|biet)\b/,
  /\bco phan nao\b|\bsao (?:em|lai|khong|ko|chua|no|may)\b/,
  // Asked of the bot, or of another woman; what only shows where something lies.
  /\b(?:ha|oi|a|nho) bot\b|\bbot (?:oi|a)\b|\bla mot hay\b|\bgiai thich (?:lai )?(?:cho|giup)\b|\bhay (?:lan|nham)\b/,
  /\b(?:gop y|tu van) (?:cho|giup|ho) (?:em|minh|toi)\b|\bcac chi (?:gop y|luu|xem|cho)\b|\bluu (?:lai|so)\b|\bde (?:em|minh|toi|chi) (?:hoi|xem|kiem tra)\b/,
  /\bchi tieu (?:moi|giao|nam)\b|\b(?:de|nam) (?:tren|o) ban\b/,
  /^neu (?!guong|y kien|kien nghi|bat cap|\d)|\bluu may\b|\bhay chi (?:tinh|can|ghi)\b/,
  // Later.
  /(?<!\bchia )\bse\b|\bsap (?!nhap|xep)|\b(?:du kien(?! \d+ (?:[a-z]+ )?(?:ma|nhung))|du dinh|chuan bi|len lich|len ke hoach|tuan sau|tuan toi|thang sau|thang toi(?! (?:nay|gio|chu|bay))|quy sau|(?<!dinh )nam sau|ngay mai|sang mai|chieu mai|toi mai)\b/,
  /(?:^|[ ,])mai (?:chi(?! hoi truong)|minh|em|xa|don vi|hoi|co|to chuc|di|hop|lam|moi|mot)\b|\bngay mot\b(?! thang)|\bcon \d+ (?:[a-z]+ ){1,3}nua\b/,
  new RegExp(
    String.raw`\b(?:co|cung|moi|dang|(?:tuan|thang|hom) nay|hom qua|hom kia|hom truoc|hom bua|bua|bua hom|bua kia|hoi kia|tui em|ben em) dinh ${DO}`,
  ),
  new RegExp(String.raw`^(?:du )?dinh (?:(?:hom|ngay|sang|chieu|toi|bua) [a-z0-9/]+ )?${DO}`),
  /\bdang (?:du thao|soan|viet|chuan bi|xay dung|trinh|xin)\b|\bnen (?:thoi|doi)\b/,
  // Wishes and orders.
  /\b(?:nhac|(?<!ghi )nho) (?:chi|minh|em|c|toi|cac) (?!hoi\b)|\bcho (?:chi|minh|em|c|toi) (?:xem|xin|biet|coi|mau)\b/,
  /\b(?:gui|lam|xem|kiem tra|sua|tim|in|mo|lay|viet|soan|bao cao) (?:giup|ho|gium|cho|dum) (?:chi|minh|em|c|toi)\b(?! (?:hoi|em)\b)|\b(?:soan|viet|lam|sua|doi|bao cao|nhap) (?:giup|ho|gium|dum)\b/,
  /^(?:(?:em|a|ah|oi|chi|da|vang|cho)[ ,]+)*(?:xem|xoa|huy (?!dong)|sua|rut (?!kinh)|thu hoi|mo lai|in (?!xo?n?g|\d|duoc|hon|gan|va)|tim (?!hieu)|nhac|gui lai|kiem tra lai|bo (?!bien|tri))\b/,
  /\bcach (?:lam|ghi|nhap|bao cao|viet|gui)\b|\bmuon (?:xem|xoa|sua|huy|biet|rut|to chuc|lam|tham gia|dang ky|co|duoc)\b/,
  /\b(?:de nghi|yeu cau) cac\b|\bcac (?:don vi|chi|xa|co so) (?:nho|gui|nop|bao cao|luu y|khan truong)\b|\bhan (?:nop|gui|cuoi)\b|\btruoc ngay\b/,
  /\b(?:can|phai|nen|cho phep|xin phep|dang ky|xin) (?:to chuc|lam|mo|tham gia|bao cao|kinh phi|y kien chi dao)\b/,
  // Not done.
  /\bchua (?:to chuc|lam|co|tien hanh|thuc hien|xong|duoc|dc|nop|gui|kip|hop(?! ly| phap)|bao cao|trien khai|giam sat|gop y|ai|thay(?! sai| vi pham| dau hieu| bieu hien)|biet|ro|trinh|ky|phat|in|ban hanh|duyet)\b(?! (?:tra loi|ket luan|giai quyet|phan hoi|van ban|tiep thu|y kien|hoi am))/,
  /\bchua (?:[a-z]+ ){1,3}(?:duoc|dc)\b(?! (?:tra loi|giai quyet))|\b(?:de sang|de den|chuyen sang) (?:t\d|thang|tuan|quy|ngay|nam)\b/,
  // Invitations and notices.
  /\b(?:kinh moi|giay moi|thu moi|tran trong moi|xin moi|moi cac|thong bao(?! ket luan)|chuyen tiep)\b|^tb\b/,
  /\b(?:khong|ko|k) (?:to chuc|hop|giam sat|tuyen truyen|lam duoc|thuc hien|tien hanh|kip|biet|hieu|gui duoc|vao duoc|bao cao|thay|nho|mo duoc)\b/,
  /\bhoan (?!thanh|canh|thien|tat|lai (?:tien|von|so|ho so|giay))|\b(?:doi lich|lui lai|tam dung|bi huy)\b/,
  /\b(?:xin phep|lich (?:tuan|thang|ngay|lam viec|tuyen truyen|truyen thong|giam sat|hop|tap huan|truc|tu van)|dang hop|sai (?:so|ngay|roi|ten|het)|bi loi|di vang|chua duyet|cho duyet)\b|\bdang ky\b(?! (?:ket hon|khai sinh|khai tu|kinh doanh|dat|quyen|ho tich|tam tru|thuong tru|giam ho|nhan con))/,
  /\bgui (?:chi |em |c |e )?(?:anh|file|mau|danh sach|lai|link|giay)\b|\bco mau\b|\bgui (?:chi|c|em|anh) (?:xem|coi|duyet|doc|sua)\b|\b(?:keu|ru) (?:(?:em|chi|minh|toi|c|e) )?(?:di|theo|voi)\b/,
  // Her own doings, and hearsay.
  new RegExp(
    String.raw`(?<!\bchi )\b${YOU} (?:vua |moi |da |dang |hom qua |duoc |cung )*(?:di (?:tap huan|hoc|du|nghe|choi|cho|vang|cong tac)|hoc(?! (?:sinh|vien|tro))|om|met|thay|thich|nghi (?:om|phep|viec)|buon)\b`,
  ),
  /\bduoc (?:cu |moi )?(?:di |du |tham gia )?tap huan\b|\bdi tap huan\b/,
  /\b(?:nghe noi(?! chuyen)|nghe (?:bao|dau|don)|nha ben|(?<!(?:thuan|chap|mich|giua|voi|vu|xat|lon|nhau) )hang xom|xa ben|ben xa|xa khac|nguoi ta)\b/,
  /^(?:(?:em|toi|chi|tui|minh|hom qua|bua|may bua|ray|ni) )*nghe (?:ben|phong|loang)\b/,
  /\b(?:cam on|(?:hay|vui|met|tot|buon|kho) (?:qua|ghe)|hay lam|khong biet)\b/,
  // Another's doing.
  /\b(?:khong|ko|k|hong|hok|dau|chang) (?:co )?phai (?:la )?(?:cua )?(?:(?:hoi|xa|don vi|ben|phan) )?(?:minh|em|toi|chi|tui|ben|hoi)\b/,
  /\b(?:minh|em|tui|toi) (?:khong|ko|k|hong|hog|chang) (?:co )?(?:di|du|tham gia|duoc moi)\b|\b(?:khong|ko|k|hong) co (?:hoi|ben|xa) (?:minh|em)\b/,
  /\bcua (?:doan|hoi nong dan|hnd|mat tran|mttq|hoi cuu|cuu chien binh|cong doan)[a-z ]{0,20} (?:ma|cho|chu)\b/,
]

/** Sent already: what she reported to the bot. */
const SENT: readonly RegExp[] = [
  /\bnop (?:bao cao|bc)\b/,
  /\b(?:gui|nop|bao cao|bc|nhap) (?:[a-z ]{0,40} )?(?:roi|xong roi|het roi)\b(?! (?:hoi|day|ngay|to chuc|tuyen))|\bda (?:gui|nop|nhap|duyet) (?:bao cao|bc)\b(?!.*\d\s?\/)|\bda duyet\b/,
]

/** The report of a month, a quarter, a year: that it was sent is what is reported. */
const PERIODIC =
  /\b(?:bao cao|bcao|bc) (?:(?:cong tac|ket qua|tong hop|dinh ky|phap luat|hoat dong|hoi) )*(?:thang|quy|nam|[69] thang|t\d|dinh ky|tong hop|cong tac|tong ket)\b/

/** With their accents: 'chưa' at the end asks, 'xóm Chùa' does not. */
const SPOKEN: readonly RegExp[] = [
  /(?:^|\s)(?:(?<!\d )(?:không|khong|ko|hông|hổng|hong)|chưa|chua|hả|nhỉ)(?:\s(?:em|ạ|a|ah|e|nhỉ|nhi|c|chị|chi|vậy|thế|ơi|oi))*[ .!]*$/,
  /(?:^|\s)(?:à|ư|hử|á)[ .!]*$/,
  /(?:^|\s)(?:ủa|ủa|(?<!ghi )nhớ|lỡ|lát|lẽ ra|đáng ra)\s|chứ không phải|chu khong phai/,
  /(?<!(?:hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mươi)\s)(?<!\p{L})mốt\s(?!\p{N})|(?:thứ\s\S{1,4}|chủ nhật|cn|t[2-7])\stới(?:\s|$|,)/u,
  new RegExp(String.raw`(?<!\p{L})tính (?:${DOING})(?!\p{L})|\shọ (?:chủ trì|${DOING})(?!\p{L})`, 'u'),
  /(?:^|\s)hỏi (?:em|tí|chút|xíu|chị|bạn)(?:\s|$)/,
]

export function isTalk(text: string): boolean {
  const plain = fold(text)
  const spoken = tidy(text).toLowerCase()
  if (TALK.some((one) => one.test(plain)) || SPOKEN.some((one) => one.test(spoken))) return true
  return SENT.some((one) => one.test(plain)) && !PERIODIC.test(plain)
}
