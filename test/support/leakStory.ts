import { expect } from 'vitest'
import sharp from 'sharp'
import { formsOf } from './leaks.ts'
import { takeFirst, type TestBot } from './bot.ts'

/** One canary for each place where somebody can put something in: told in confidence, and nowhere to be read. */
const SECRET = [
  'beforeConsent',
  'firstWords',
  'lookedUp',
  'moreWords',
  'amended',
  'codeWord',
  'wrongWord',
  'exitWord',
  'danger',
  'dangerPlace',
  'officerDanger',
  'childWords',
  'answer',
  'answerCorrected',
  'answerFailed',
  'outsideCase',
  'note',
  'address',
  'addressOfficer',
  'photoName',
  'photoExif',
  'formalPlace',
  'formalWords',
  'formalContact',
  'bystander',
  'fileName',
  'exif',
  'draft',
  'chatter',
  'aside',
  'unitAsked',
  'announcementDropped',
  'wrongCode',
  'failedTurn',
  'afterExit',
  'erased',
] as const
/** What the Union writes in its own name stands in its tables as it was written; still in no log, and on no stranger's screen. */
export const OFFICIAL = ['report', 'reportMended', 'review', 'announcement', 'letterhead', 'ownName'] as const

export type Name = (typeof SECRET)[number] | (typeof OFFICIAL)[number]
export const NAMES: readonly Name[] = [...SECRET, ...OFFICIAL]

/** Letters with accents, so that composed and decomposed forms differ; words that no rule of danger knows. */
export const canary = (name: Name): string => `Kãnărĩ${name}Ẹ${NAMES.indexOf(name)}ữzx`

const searched = (names: readonly Name[]) => names.map((name) => ({ name, forms: formsOf(canary(name)) }))
export const all = searched(NAMES)
export const secret = searched(SECRET)

export const WOMAN = canary('address')
export const OFFICER = canary('addressOfficer')
/** Others who wrote: in the official report of violence, for a neighbour, as a child, and one who erased all. */
export const WOMEN = ['formal-woman', 'neighbour', 'child', `${WOMAN}-2`] as const

/** What of it each person may have on her screen. */
export const ALLOWED: Readonly<Record<string, readonly Name[]>> = {
  'counsellor-1': [
    'beforeConsent',
    'moreWords',
    'amended',
    'danger',
    'dangerPlace',
    'answer',
    'answerCorrected',
    'answerFailed',
    'note',
  ],
  'counsellor-2': ['formalPlace', 'formalWords', 'formalContact', 'bystander', 'childWords'],
  [WOMAN]: ['answer', 'answerCorrected', 'answerFailed'],
  'formal-woman': ['formalPlace', 'formalWords', 'formalContact'],
  // Her own words are read back to her where they may be a question and not an answer.
  'officer-1': ['aside', 'report', 'reportMended', 'review', 'announcement'],
  'officer-2': ['announcement'],
  leader: ['announcement', 'announcementDropped', 'report', 'reportMended'],
  admin: ['letterhead', 'ownName'],
  invited: ['ownName'],
}

export interface Rigged {
  readonly bot: TestBot
  /** While it is down no message goes out. */
  down: boolean
  readonly sql: (text: string) => Promise<readonly Record<string, unknown>[]>
}

/** Women, counsellors, officers, a leader and an administrator, with one turn, one query and one message that fail. */
export async function leakStory(rigged: Rigged): Promise<void> {
  const { bot } = rigged
  await womanStory(rigged)
  await otherDoors(bot)
  await officerStory(bot)
  await leaderStory(bot)
  const other = `${WOMAN}-2`
  for (const words of ['hỏi kín', 'tiện', 'đồng ý', `tôi muốn ly hôn ${canary('erased')}`]) await bot.say(other, words)
  await bot.press(other, 'Xóa')
  await bot.press(other, 'Xóa hết')
  await bot.say('visitor', 'mã mời')
  await bot.say('visitor', canary('wrongCode'))
  await bot.say('visitor', canary('firstWords'))
  await bot.say('visitor-2', `tra cứu ${canary('lookedUp')}`)
  await failingQuery(bot)
}

async function womanStory(rigged: Rigged): Promise<void> {
  const { bot } = rigged
  await bot.say(WOMAN, `tôi muốn hỏi chuyện ly hôn ${canary('beforeConsent')}`)
  await bot.press(WOMAN, 'Tiện')
  await bot.press(WOMAN, 'Đồng ý')
  await bot.press(WOMAN, 'Gửi')
  await takeFirst(bot, 'counsellor-1')
  await bot.say('counsellor-1', `chị nhé ${canary('answer')}`)
  await bot.press('counsellor-1', 'Việc khác với ca')
  await bot.press('counsellor-1', 'Sửa câu')
  await bot.say('counsellor-1', `chị nhé, sửa lại ${canary('answerCorrected')}`)
  await bot.press('counsellor-1', 'Việc khác với ca')
  await bot.press('counsellor-1', 'Ghi chú')
  await bot.say('counsellor-1', `nhớ hỏi lại ${canary('note')}`)
  for (const label of ['Quay lại', 'Quay lại', 'Bàn tư vấn']) await bot.press('counsellor-1', label)
  await bot.say('counsellor-1', `lời này không thuộc ca nào cả ${canary('outsideCase')}`)
  await bot.press('counsellor-1', 'Ca của tôi')
  await bot.press('counsellor-1', 'CA-')
  await bot.say(WOMAN, `em hỏi thêm ${canary('moreWords')}`)
  await bot.hear(WOMAN, { kind: 'edited', text: `em sửa lại ${canary('amended')}` })
  await bot.press(WOMAN, 'Đặt từ riêng')
  await bot.say(WOMAN, canary('codeWord'))
  await bot.say(WOMAN, canary('codeWord'))
  await bot.press(WOMAN, 'Mục khác')
  await bot.press(WOMAN, 'Từ thoát')
  await bot.say(WOMAN, canary('exitWord'))
  const photo = await bot.app.files.save({ bytes: await photoOf('photoExif'), name: `${canary('photoName')}.jpg` })
  await bot.hear(WOMAN, photo)
  await bot.press(WOMAN, 'Gửi ảnh')
  await bot.say(WOMAN, `chồng em đang cầm dao đuổi em, cứu em với ${canary('danger')}`)
  await bot.say(WOMAN, `em ở ${canary('dangerPlace')}`)
  await bot.say(WOMAN, 'em an toàn rồi')
  await bot.press('counsellor-1', 'Mở ca')
  rigged.down = true
  await bot.say('counsellor-1', `lần nữa ${canary('answerFailed')}`)
  rigged.down = false
  bot.clock.move(61_000)
  await bot.settle()
  await bot.press('counsellor-1', 'Ca của tôi')
  await bot.press('counsellor-1', 'CA-')
  await failingTurn(rigged)
  await bot.say(WOMAN, 'thoát')
  await bot.say(WOMAN, canary('afterExit'))
  await bot.say(WOMAN, 'hỏi kín')
  await bot.say(WOMAN, canary('wrongWord'))
}

/** The formal report, the bystander and a child; another counsellor has all three. */
async function otherDoors(bot: TestBot): Promise<void> {
  const [formal, neighbour, child] = WOMEN
  await bot.say(formal, 'hỏi kín')
  for (const label of ['Tiện', 'Báo tin, báo giúp', 'Báo tin chính thức', 'Công an xã']) await bot.press(formal, label)
  await bot.say(formal, `xã Phú An ${canary('formalPlace')}`)
  await bot.say(formal, `Chồng tôi đánh tôi nhiều lần từ đầu năm ${canary('formalWords')}`)
  await bot.say(formal, canary('formalContact'))
  await bot.press(formal, 'Đồng ý chuyển')
  await takeFirst(bot, 'counsellor-2')
  await bot.say(neighbour, 'hỏi kín')
  for (const label of ['Tiện', 'Báo tin, báo giúp', 'Báo giúp người khác', 'Đồng ý']) await bot.press(neighbour, label)
  await bot.say(neighbour, `Cô hàng xóm hay bị chồng chửi, giữ hết tiền lương ${canary('bystander')}`)
  await toDesk(bot)
  await takeFirst(bot, 'counsellor-2')
  for (const words of ['hỏi kín', 'tiện', 'đồng ý']) await bot.say(child, words)
  await bot.say(child, `con 12 tuổi, bố hay đánh con mỗi khi say rượu ${canary('childWords')}`)
  await toDesk(bot)
  await takeFirst(bot, 'counsellor-2')
}

const toDesk = (bot: TestBot): Promise<unknown> => bot.press('counsellor-2', 'Bàn tư vấn')

async function officerStory(bot: TestBot): Promise<void> {
  const saved = await bot.app.files.save({ bytes: await photoOf('exif'), name: `${canary('fileName')}.jpg` })
  expect(saved.kind).toBe('file')
  await bot.hear(OFFICER, saved)
  await bot.say('officer-1', `chiều nay mưa to quá chị ạ ${canary('chatter')}`)
  await bot.say('officer-1', 'báo cáo')
  await bot.press('officer-1', 'Giám sát')
  await bot.say('officer-1', `${canary('aside')} I.3 là gì?`)
  await bot.say('officer-1', 'hủy')
  await bot.press('officer-1', 'Bỏ')
  await bot.say('officer-1', 'góp ý dự thảo hôm qua')
  await bot.say('officer-1', 'menu')
  await reportOfOfficer(bot)
  await bot.say('officer-1', 'báo cáo')
  await bot.press('officer-1', 'Tuyên truyền')
  await bot.say('officer-1', `chồng em đang cầm dao đuổi em, cứu em với ${canary('officerDanger')}`)
  await bot.press('officer-1', 'Không (đây')
  await bot.say('officer-1', 'menu')
  await bot.say('officer-1', 'báo cáo')
  await bot.press('officer-1', 'Giám sát')
  await bot.say('officer-1', canary('draft'))
}

/** Sent, sent back with a comment, mended. */
async function reportOfOfficer(bot: TestBot): Promise<void> {
  await bot.say('officer-1', 'truyền thông nhóm luật đất đai hôm qua ở thôn Đông, 1 cuộc, 45 người 30 nữ')
  await bot.press('officer-1', 'Bổ sung thêm')
  for (let n = 0; n < 5; n++) await bot.say('officer-1', 'bỏ qua')
  await bot.say('officer-1', canary('report'))
  await bot.press('officer-1', 'Gửi')
  await bot.say('leader', 'menu')
  await bot.press('leader', 'Chờ duyệt')
  await bot.say('leader', '1')
  await bot.press('leader', 'Trả lại')
  await bot.press('leader', 'Ghi chú')
  await bot.say('leader', `Chị viết lại giúp em ${canary('review')}`)
  await bot.press('officer-1', 'Sửa theo góp ý')
  await bot.say('officer-1', canary('reportMended'))
  await bot.press('officer-1', 'Gửi lại')
  await bot.say('leader', 'menu')
  await bot.press('leader', 'Chờ duyệt')
  await bot.say('leader', '1')
}

async function leaderStory(bot: TestBot): Promise<void> {
  await bot.say('leader', 'thông báo')
  await bot.press('leader', 'Viết thông báo')
  await bot.say('leader', `Mời họp thứ Sáu ${canary('announcementDropped')}`)
  await bot.press('leader', 'Viết lại')
  await bot.say('leader', `Mời họp thứ Bảy ${canary('announcement')}`)
  await bot.press('leader', 'Gửi')
  await bot.say('admin', 'quản trị')
  await bot.press('admin', 'Mẫu văn bản')
  await bot.press('admin', 'Cấp')
  await bot.press('admin', 'Người ký')
  await bot.say('admin', canary('letterhead'))
  await bot.say('admin', 'quản trị')
  await bot.press('admin', 'Mời người')
  await bot.press('admin', 'cán bộ')
  await bot.say('admin', canary('unitAsked'))
  await bot.say('admin', 'hòa bình')
  await bot.say('admin', '1')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(bot.seen('admin').at(-1)?.text ?? '')?.[0] ?? ''
  await bot.say('invited', code)
  await bot.say('invited', canary('ownName'))
  await bot.say('admin', 'quản trị')
  await bot.press('admin', 'Thu hồi')
  await bot.press('admin', 'Trang sau')
}

const photoOf = async (name: Name): Promise<Buffer> =>
  await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: canary(name), Artist: canary(name) } })
    .toBuffer()

/** The table refuses the words: the transaction breaks with the row in PostgreSQL's hands. */
async function failingTurn({ bot, sql }: Rigged): Promise<void> {
  await sql('ALTER TABLE vault.case_message ADD CONSTRAINT broken CHECK (false) NOT VALID')
  await bot.say(WOMAN, `em viết ${canary('failedTurn')}`)
  for (let n = 0; n < 6; n++) {
    bot.clock.move(20_000)
    await bot.settle()
  }
  await sql('ALTER TABLE vault.case_message DROP CONSTRAINT broken')
}

async function failingQuery(bot: TestBot): Promise<void> {
  await expect(
    bot.store.union.conversation.create({
      data: {
        id: canary('address'),
        lane: new Uint8Array(1),
        channel: 'x',
        address: new Uint8Array(1),
        state: new Uint8Array(1),
        rev: 2 ** 40,
      },
    }),
  ).rejects.toBeInstanceOf(Error)
}
