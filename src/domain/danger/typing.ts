/**
 * How people type, undone one whole token at a time (domain reference §6.1).
 *
 * The dictionary is applied to whole tokens only: `k` is `không`, the k in `kế` is not.
 */

const SHORTHAND = `
k ko kg kh hk khum hok hong hông hổng hem kô kog khg k0 khôg khoong: không
dc đc đx: được
j gi ji: gì
z v zậy zay: vậy
r rùi òi rồy ròi rầu: rồi
h jo giừ chừ: giờ
mk mik mjh mìh mìk mìn m: mình
mn: mọi người
ng ngừi ngườ ngừơi: người
ngta nta ngt: người ta
ck chog chòng chông ckồng chòg: chồng
mck mẹck mcko: mẹ chồng
bck bốck: bố chồng
nck: nhà chồng
gđck: gia đình chồng
xl xloi: xin lỗi
ox: ông xã
vk zk zợ dợ: vợ
bx: bà xã
e iem: em
c chụy chj: chị
b: bạn
t: tôi
tau: tôi
tui toai: tôi
bik bít biêt bjt: biết
lm mần: làm
nt ntin: nhắn tin
đt dt đth đthoai dthoai: điện thoại
ny ngyêu: người yêu
nyc: người yêu cũ
bf: bạn trai
vc vchong: vợ chồng
bme bm: bố mẹ
vs vứi zới dới dzới: với
of: của
trc trk: trước
hqua hwa hq: hôm qua
hnay hn hnai: hôm nay
ntn: như thế nào
s: sao
wa qá wá qa qúa: quá
dg đg đag dag đng: đang
nx: nữa
cx cũg: cũng
bjo bâyh bayh bjờ: bây giờ
đy dj đj: đi
zìa dìa dề zề: về
zô dzô dô dzo zo: vô
mún mốn mun: muốn
chít ckết chếc chêt chớt: chết
lun luônn: luôn
iu: yêu
gđ gđình gdinh: gia đình
blgđ blgd: bạo lực gia đình
pcblgđ pcblgd: phòng chống bạo lực gia đình
lh lhôn lyhon lihon: ly hôn
qh: quan hệ
qrtd: quấy rối tình dục
tq: trung quốc
campuchia kampuchia campichia: cam pu chia
cty: công ty
cq: cơ quan
pn: phụ nữ
bv bvien: bệnh viện
ld lyd: ly dị
hx hxom: hàng xóm
cg cug: cũng
pải fải: phải
hnào: hôm nào
nhg nhưg nhug: nhưng
bit: biết
thoy: thôi
wen: quen
zui: vui
mag: mang
chug: chung
đk: đăng ký
cmt cmtnd: chứng minh nhân dân
mxh: mạng xã hội
nhma nma: nhưng mà
hv hvpn: hội viên
bc bcao: báo cáo
kp: khu phố
uýnh oánh quánh wánh úynh uynh wýnh đanh dánh đáh đánk dánhh đánhj: đánh
dẩm đấmm: đấm
giêt zết giếc dết: giết
gọa giọa zọa zoạ: dọa
chữi chưởi chưỡi chởi chử: chửi
xợ: sợ
kíu kứu cíu cíuu: cứu
sos: cứu với
mòe: mẹ
hép hiêp hiếpp: hiếp
zâm: dâm
ảnhh: ảnh
bển: bên ấy
rứa: thế
trog: trong
nhìu nhiu: nhiều
phog: phòng
thag thág: tháng
ns nóii: nói
fb: facebook
acid axít axid axi: axit
gas: ga
cagt: công an
`

const wordsByShorthand: ReadonlyMap<string, readonly string[]> = new Map(
  SHORTHAND.trim()
    .split('\n')
    .flatMap((line) => {
      const [short = '', long = ''] = line.split(': ')
      return short.split(' ').map((token): [string, readonly string[]] => [token, long.split(' ')])
    }),
)

/** The ordinary words behind a token of teencode, or undefined where the token is a word already. */
export function shorthandToWords(token: string): readonly string[] | undefined {
  return wordsByShorthand.get(token)
}

/** Playful spelling of one sound for another: `gj`, `z`, `f`, `w`, a final `g` or `k` for `ng` or `ch`. */
const PLAYFUL: readonly (readonly [RegExp, string])[] = [
  [/^gj/u, 'gi'],
  [/(?<=.)j/gu, 'i'],
  [/^j/u, 'gi'],
  [/^f/u, 'ph'],
  [/^w/u, 'qu'],
  [/(?<=[^\P{L}n])g$/u, 'ng'],
  [/(?<=[^\P{L}cn])h$/u, 'nh'],
  [/^z/u, 'd'],
]

/** The syllable behind a playful spelling, accents kept, or undefined where none comes of it; the token is no syllable. */
export function playfulToWord(token: string, folding: (word: string) => string): string | undefined {
  if (token.length < 2 || token.length > 8) return undefined
  let word = token
  for (const [from, to] of PLAYFUL) {
    word = word.replace(from, to)
    if (isSyllable(folding(word))) return word
  }
  return undefined
}

const SYLLABLE = /^(?:ngh|gh|gi|kh|ng|nh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/
const TONE_KEYS = /(?<=[aeiouyw])[sfrxj](?=(?:ch|ng|nh|[cmnpt])?$)|[sfrxj]$/
const VNI_KEYS = /(?<=[a-z])[1-9]/g

/** Is it shaped like a Vietnamese syllable (accents already dropped, repeats squeezed)? */
export const isSyllable = (folded: string): boolean => SYLLABLE.test(folded)

/**
 * Repairs Telex and VNI keys left in a token and the two commonest swapped endings; the token must already be folded
 * and squeezed. A token that is a syllable, or becomes none, is left alone.
 */
export function repairKeys(folded: string): string {
  if (isSyllable(folded) || folded.length > 10) return folded
  const tries = [
    folded.replace(/gn$/, 'ng').replace(/hn$/, 'nh'),
    folded.replace(TONE_KEYS, '').replaceAll('w', ''),
    folded.replaceAll('w', '').replace(TONE_KEYS, ''),
    folded.replace(VNI_KEYS, ''),
  ]
  return tries.find(isSyllable) ?? folded
}
