import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildPage } from '../../scripts/buildPage.ts'
import { start } from '../../src/bot/start/startBot.ts'
import { describeInBrowser } from '../bot/channels/web/browser.ts'
import { quickParent } from '../support/quickParent.ts'
import { type Chatter, enter } from './chatter.ts'
import { wireTo } from './wire.ts'

// Long talks, on a machine that has other things to do.
vi.setConfig({ testTimeout: 240_000 })

const dataDir = mkdtempSync(path.join(quickParent(), 'chihoi-story-'))
let bot: Awaited<ReturnType<typeof start>>

describeInBrowser('the whole bot in the browser', () => {
  beforeAll(async () => {
    await buildPage()
    const keyRingFile = path.join(dataDir, 'key-ring.json')
    bot = await start({ port: 0, dataDir, keyRingFile, demo: true, logLevel: 'warn' })
  })

  afterAll(async () => {
    await bot.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('an officer reports by taps and typing, with a photo, and sees what it did for her unit', async () => {
    const officer = await enter(bot.address, 'officer-1')
    await officer.isFine()
    await officer.tap('Đơn vị tôi')
    await officer.sees(/^Hội LHPN xã Phú An.*\n.*Đã gửi 0 báo cáo/)
    await officer.tap('Báo cáo')
    await officer.isFine()
    await officer.tap('Tuyên truyền')
    await officer.tap('Truyền thông nhóm')
    await officer.tap(/Hôm nay/)
    await officer.say('1,2')
    await officer.sees('Tổ chức mấy cuộc')
    await officer.say('2 cuộc')
    await officer.say('bốn mươi lăm')
    await officer.sees('bao nhiêu nữ')
    await officer.say('60')
    await officer.sees('không thể lớn hơn', 1)
    await officer.say('30')
    await officer.say('bỏ qua')
    await officer.tap('Công an')
    await officer.tap('Xong (1)')
    await officer.tap('Bỏ qua')
    await officer.tap('Bỏ qua')
    await officer.sees('minh chứng')
    await officer.attach('Ảnh buổi truyền thông.jpg', await photoWithPlace())
    await officer.sees('Em đã nhận 1 tệp', 1)
    await officer.isFine()
    await officer.tap('Xong')
    await officer.tap('Bỏ qua')
    await officer.sees(/Số người dự: 45 người\n.*Trong đó nữ: 30 người/)
    await officer.isFine()
    await officer.tap('Gửi')
    await officer.sees('mặt người bị hại')
    await officer.tap('Gửi')
    await officer.sees(
      /^Đã gửi\. Mã báo cáo: COM-\w{6} – Hội LHPN xã Phú An\.\nChỉ tiêu .* thay đổi:\n• T2\.3\.1 .*: 0 → 2/,
    )
    await officer.isFine()
    await officer.tap('Đơn vị tôi')
    await officer.sees(/^Hội LHPN xã Phú An.*\n.*Đã gửi 1 báo cáo/)
    expect(await officer.page.getByRole('button', { name: 'Thu lại' }).count()).toBe(1)
    await officer.tap('Các báo cáo')
    await officer.tap(/Tuyên truyền · đã gửi/)
    await officer.page.getByRole('img').waitFor()
    expect(await keptPhoto(officer)).toMatchObject({ format: 'jpeg', width: 640, place: false })
    await officer.isFine()
  })

  test('a woman asks in confidence, a counsellor takes the case and answers, and closes it', async () => {
    const [woman, counsellor] = await Promise.all([enter(bot.address), enter(bot.address, 'counsellor-1')])
    await counsellor.tap('Vào ca trực')
    await counsellor.tap('Em nhận được')
    await counsellor.isFine()
    await woman.isFine()
    await ask(woman, 'Vợ chồng em thuận tình ly hôn thì đất chia thế nào?')
    const promise = /Muộn nhất \d\d:\d\d [^\n]+ chị sẽ có câu trả lời\.\nMã riêng của chị: \w{5}-\w{5}\n/
    await woman.sees(promise)
    await woman.isFine()
    await counsellor.finds('Ca mới CA-')
    expect((await counsellor.bubbles()).join('\n')).not.toContain('đất chia')
    await counsellor.tap('Nhận ca')
    await counsellor.sees(/Chị ấy: Vợ chồng em thuận tình ly hôn/)
    await counsellor.isFine()
    await counsellor.say('Đất mua trong thời kỳ hôn nhân là tài sản chung.')
    await woman.finds('tài sản chung')
    await woman.isFine()
    await counsellor.tap('Đóng ca')
    await counsellor.tap('Đã trả lời')
    await counsellor.sees(/Đã đóng ca CA-/)
    await counsellor.isFine()
    await woman.say('Em cảm ơn')
    await woman.sees('đã khép lại')
    await woman.leaveBy('Thoát ngay', 'Chào chị ạ.')
  })

  test('the quick exit leaves nothing in the browser and ends the session at the server', async () => {
    const woman = await enter(bot.address)
    await ask(woman, 'Em muốn hỏi về thừa kế nhà của mẹ')
    const token = await woman.token()
    expect(await statusOf(token)).toBe(200)
    await woman.page.getByRole('link', { name: 'Thoát nhanh' }).click()
    await woman.page.waitForURL('**/lich')
    expect(await woman.page.evaluate('sessionStorage.length')).toBe(0)
    expect(await woman.page.getByText('thừa kế').count()).toBe(0)
    await expect.poll(() => statusOf(token)).toBe(401)
    await woman.isFine()
  })

  test('what is said while her line is cut arrives once on both sides when it is back', async () => {
    const wire = await wireTo(bot.address)
    const [woman, counsellor] = await Promise.all([enter(wire.address), enter(bot.address, 'counsellor-2')])
    await counsellor.tap('Vào ca trực')
    await counsellor.tap('Em nhận được')
    await ask(woman, 'Em hỏi về tiền thai sản ạ')
    await counsellor.finds('Ca mới CA-')
    await counsellor.tap('Nhận ca')
    await woman.offline(true)
    wire.tear()
    await woman.finds('Đang kết nối lại')
    await woman.write('Em sinh tháng Ba')
    await woman.finds('chưa gửi được')
    await counsellor.say('Chị được nghỉ sáu tháng.')
    await counsellor.say('Chị mang giấy ra viện nhé.')
    await woman.offline(false)
    await woman.finds('giấy ra viện')
    await counsellor.finds('có lời mới')
    const heard = (await woman.bubbles()).join('\n')
    expect(heard.match(/sáu tháng|giấy ra viện/g)).toEqual(['sáu tháng', 'giấy ra viện'])
    await counsellor.tap('Mở ca')
    await counsellor.sees(/Em sinh tháng Ba/)
    const told = (await counsellor.bubbles()).at(-1)
    expect(told?.match(/Em sinh tháng Ba/g)).toHaveLength(1)
    await woman.isFine(/ERR_INTERNET_DISCONNECTED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE/)
  })

  test('a leader taps her way from the progress of the province to one report of a commune', async () => {
    const officer = await enter(bot.address, 'officer-6')
    await officer.tap('Báo cáo')
    await officer.tap('Tuyên truyền')
    await officer.tap('Kỳ này không có')
    await officer.sees(/Đã ghi: tháng này không có/)
    const leader = await enter(bot.address, 'leader')
    await leader.isFine()
    await leader.tap('Tiến độ')
    await leader.sees(/^Tiến độ – Hội LHPN tỉnh Khê Giang\n.*\n◔ I\.1 /)
    await leader.isFine()
    await leader.tap('I.2')
    await leader.sees(/Cấp xã: 0\/\d+/)
    await leader.isFine()
    await leader.tap('Các chỉ tiêu')
    await leader.tap('Đơn vị bên dưới')
    await leader.turnTo('Hội LHPN xã Đại Lộc')
    await leader.sees(/^Tiến độ – Hội LHPN xã Đại Lộc/)
    await leader.tap('Các báo cáo')
    await leader.tap(/Tuyên truyền · đã gửi/)
    await leader.isFine()
    await leader.sees(/Hội LHPN xã Đại Lộc .* đã gửi\nKỳ này không có/)
    expect((await leader.bubbles()).at(-1)).toContain('Kỳ này không có')
  })
})

async function ask(woman: Chatter, words: string): Promise<void> {
  await woman.tap('Hỏi riêng')
  await woman.tap('Tiện')
  await woman.sees(/Chị có đồng ý/)
  await woman.tap('Đồng ý')
  await woman.sees(/Chị muốn hỏi về chuyện gì/)
  await woman.say(words)
  await woman.finds('Em đã nhận và khóa kín')
}

/** As a phone makes it: it says where it was taken. */
async function photoWithPlace(): Promise<Buffer> {
  const photo = sharp({ create: { width: 640, height: 480, channels: 3, background: '#7aa' } }).withExif({
    IFD0: { Make: 'Phone' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '21/1 1/1 30/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '105/1 51/1 0/1',
    },
  })
  const bytes = await photo.jpeg().toBuffer()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  return bytes
}

/** What the bot has kept of the photo that is on the screen now. */
async function keptPhoto(chatter: Chatter) {
  const download = chatter.page.waitForEvent('download')
  await chatter.page.locator('button.file').last().click()
  const { format, width, exif } = await sharp(await (await download).path()).metadata()
  return { format, width, place: exif !== undefined }
}

async function statusOf(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(`${bot.address}/chat/ack`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ ids: ['x'] }),
  })
  return answer.status
}
