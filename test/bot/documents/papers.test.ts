import { writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StoredFile } from '../../../src/bot/files.ts'
import { startTestBot, type TestBot } from '../../support/bot.ts'
import { describeInOffice, openInOffice, textOfPdf } from '../../support/office.ts'
import { FORMULA, sendSome } from '../../support/someReports.ts'

let bot: TestBot

beforeAll(async () => {
  bot = await startTestBot({ at: '2022-06-30T16:00' })
  await sendSome(bot)
})
afterAll(() => bot.stop())

async function fileAfter(who: string, press: string): Promise<StoredFile> {
  const outs = await bot.press(who, press)
  const id = outs.flatMap((one) => one.files)[0]
  const file = id === undefined ? undefined : await bot.app.files.read(id)
  if (file === undefined) throw new Error(`no file after [${press}]: ${outs.map((one) => one.text).join(' | ')}`)
  return file
}

test('a leader is given Word and Excel, and the card stays to ask for more', async () => {
  await bot.say('leader', 'văn bản')
  const word = await fileAfter('leader', 'Số liệu (Word)')
  expect(word.name).toBe('so-lieu-hoi-lhpn-tinh-khe-giang-2022-06-30.docx')
  expect(Buffer.from(word.bytes).subarray(0, 2).toString()).toBe('PK')
  const excel = await fileAfter('leader', 'Số liệu (Excel)')
  expect(excel.name).toMatch(/\.xlsx$/)
})

test('what lies in the data folder of a document is sealed', async () => {
  await bot.say('leader', 'văn bản')
  const outs = await bot.press('leader', 'Số liệu (Word)')
  const id = outs.flatMap((one) => one.files)[0]
  const row = await bot.store.union.file.findUniqueOrThrow({ where: { id: id ?? '' } })
  expect(row).toMatchObject({ made: true, mime: expect.stringContaining('wordprocessingml') })
})

test('an officer is given the figures of her own unit alone', async () => {
  await bot.say('officer-1', 'văn bản')
  const excel = await fileAfter('officer-1', 'Số liệu (Excel)')
  expect(excel.name).toContain('xa-phu-an')
})

test('after thirty days a document is gone, and evidence is not', async () => {
  const at = bot.clock.now()
  await bot.say('leader', 'văn bản')
  const outs = await bot.press('leader', 'Số liệu (Word)')
  const id = outs.flatMap((one) => one.files)[0]
  bot.clock.move(31 * 24 * 3600_000)
  await bot.app.files.sweep()
  expect(id === undefined ? undefined : await bot.app.files.read(id)).toBeUndefined()
  bot.clock.set(at.toISOString())
})

test.each(['Biểu đồ tiến độ', 'Bảng các đơn vị', 'Biểu đồ theo tháng'])(
  '«%s» is a picture that goes through every channel',
  async (label) => {
    await bot.say('leader', 'biểu đồ')
    const { mime, bytes, name } = await fileAfter('leader', label)
    const keep = process.env['KEEP_PAPERS']
    if (keep !== undefined) writeFileSync(path.join(keep, name), bytes)
    expect(mime).toBe('image/png')
    expect(bytes.length).toBeLessThanOrEqual(1024 * 1024)
    const { width, height } = await sharp(bytes).metadata()
    expect(width).toBe(1080)
    // Telegram: the sides together at most 10,000, one at most 20 times the other.
    expect(height).toBeLessThan(8_000)
  },
)

test('an officer has the report of a period written, also one that she types', async () => {
  await bot.say('officer-1', 'văn bản')
  await bot.press('officer-1', 'Báo cáo định kỳ')
  expect((await fileAfter('officer-1', 'uý 2')).name).toBe('bao-cao-2022-q2-hoi-lhpn-xa-phu-an.docx')
  const typed = await bot.say('officer-1', 'quý 1/2022')
  expect(typed.flatMap((one) => one.files)).toHaveLength(1)
  const future = await bot.say('officer-1', 'quý 4/2022')
  expect(future.flatMap((one) => one.files)).toEqual([])
  expect(future[0]?.text).toContain('chưa đến')
})

test.each(['soạn báo cáo quý 2', 'soan giup em bao cao quy 2', 'em lập báo cáo quý II nhé', 'in báo cáo quý 2/2022'])(
  '«%s» at home is that paper, not a report of something done',
  async (said) => {
    await bot.say('officer-1', 'menu')
    const asked = await bot.say('officer-1', said)
    expect(asked.flatMap(({ files }) => files)).toHaveLength(1)
    expect(asked[0]?.text).toContain('Em đã soạn báo cáo')
  },
)

test('an administrator changes the letterhead in the chat, and the next paper has it', async () => {
  await bot.say('admin', 'quản trị')
  await bot.press('admin', 'Mẫu văn bản')
  await bot.press('admin', 'Cấp xã')
  await bot.press('admin', 'Địa danh')
  await bot.say('admin', 'Phú An')
  await bot.press('admin', 'Người ký')
  const saved = await bot.say('admin', 'Nguyễn Thị Lan')
  expect(saved[0]?.text).toContain('• Địa danh: Phú An')
  expect((await fileAfter('admin', 'Xem thử')).name).toBe('mau-commune.docx')
})

test('no officer reaches the letterheads', async () => {
  await bot.say('officer-1', 'menu')
  const outs = await bot.say('officer-1', 'quản trị')
  expect(outs.flatMap((one) => one.buttons).map((one) => one.label)).not.toContain('Mẫu văn bản')
})

describeInOffice('in LibreOffice', () => {
  test('every paper opens, shows its words, and counts nothing that was typed', { timeout: 180_000 }, async () => {
    await bot.say('leader', 'văn bản')
    const figures = await fileAfter('leader', 'Số liệu (Word)')
    const excel = await fileAfter('leader', 'Số liệu (Excel)')
    await bot.press('leader', 'Báo cáo định kỳ')
    const province = await fileAfter('leader', '6 tháng đầu năm 2022')
    const ten = await fileAfter('leader', 'Tổng kết 10 năm')
    await bot.say('officer-1', 'văn bản')
    await bot.press('officer-1', 'Báo cáo định kỳ')
    const commune = await fileAfter('officer-1', 'uý 2')
    await bot.say('officer-province', 'văn bản')
    const sums = await fileAfter('officer-province', 'Số liệu (Word)')
    await bot.press('officer-province', 'Báo cáo định kỳ')
    const whole = await fileAfter('officer-province', '6 tháng đầu năm 2022')
    // One run of LibreOffice for all of them.
    const pdfs = await openInOffice([figures, excel, province, ten, commune, sums, whole], 'pdf')
    const [tables, cells, half, summary, quarter, summed, written] = await Promise.all(pdfs.map(textOfPdf))
    // An officer of the province reads in the chat only her own reports; what is summed is summed for all the same.
    expect(summed).toContain('Ngoài ra có 14 báo cáo của các đơn vị trực thuộc.')
    expect(summed).toMatch(/Cộng\s+48\s/)
    // The paper that she writes for the unit lists them, and its tables add up to what its sentences say.
    expect(written).toMatch(/48 cuộc tuyên truyền/)
    expect(written).toMatch(/Cộng\s+48\s/)
    expect(written).not.toContain('của các đơn vị trực thuộc.')
    expect(tables).toContain('SỐ LIỆU THỰC HIỆN KẾ HOẠCH')
    expect(tables).toContain(FORMULA)
    expect(half).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(half).toContain('HỘI LHPN TỈNH KHÊ GIANG')
    expect(half).toContain('TM. BAN THƯỜNG VỤ')
    expect(half).toMatch(/19 dự thảo văn bản với 57 ý\s+kiến/)
    expect(summary).toContain('Tổng kết 10 năm')
    // Nobody signs a sheet that holds nothing but the signature.
    for (const text of [half, summary, quarter, written]) {
      const signed = text?.split('\f').find((page) => page.includes('Nơi nhận'))
      expect(signed).toContain('Trên đây là báo cáo')
    }
    expect(quarter).toContain('HỘI LHPN XÃ PHÚ AN')
    expect(quarter).toMatch(/Phú An, ngày\s+tháng 06 năm 2022/)
    expect(quarter).toContain('Nguyễn Thị Lan')
    expect(cells).toContain(FORMULA)
    expect(cells).toContain('Góp ý, phản biện xã hội')
    expect(cells).not.toContain('Err:')
  })
})
