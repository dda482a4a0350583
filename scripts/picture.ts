// Makes docs/web-chat.png, the picture of the README: npm exec -c 'node scripts/picture.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { start } from '../src/bot/start/startBot.ts'
import { prepare } from './prepare.ts'

const picture = path.join(import.meta.dirname, '../docs/web-chat.png')
const viewport = { width: 390, height: 780 }
const scale = 1.5
const gap = 36
const ground = '#dfe8e5'

await prepare()
const dataDir = mkdtempSync(path.join(tmpdir(), 'chihoi-picture-'))
const keyRingFile = path.join(dataDir, 'key-ring.json')
const bot = await start({ port: 0, dataDir, keyRingFile, demo: true, logLevel: 'warn' })
try {
  const screens = await screensOf(bot.address)
  await compose(screens)
  console.log(picture)
} finally {
  await bot.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** An officer's report: what is asked, what she sends, what it did. */
async function screensOf(address: string): Promise<readonly Buffer[]> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const phone = { isMobile: true, hasTouch: true, deviceScaleFactor: scale, reducedMotion: 'reduce' } as const
    const context = await browser.newContext({ viewport, locale: 'vi', ...phone })
    const page = await context.newPage()
    await page.goto(address)
    await page.getByText('máy trả lời tự động').waitFor()
    await page.getByLabel('Minh họa: đang là').selectOption('officer-1')
    await page.getByText('Chị cần làm gì').waitFor()
    await tap(page, 'Báo cáo', 'báo cáo việc gì')
    const first = await page.screenshot()
    await tap(page, 'Tuyên truyền', 'hình thức nào')
    await tap(page, 'Truyền thông nhóm', 'ngày nào')
    await tap(page, 'Hôm nay', 'chủ đề nào')
    await say(page, '1,2', 'mấy cuộc')
    await say(page, '1', 'bao nhiêu người dự')
    await say(page, 'bốn mươi lăm', 'bao nhiêu nữ')
    await say(page, '30', 'tờ rơi')
    await tap(page, 'Bỏ qua phần còn lại', 'xem lại giúp em')
    const second = await page.screenshot()
    await tap(page, 'Gửi', 'Đã gửi. Mã báo cáo')
    return [first, second, await page.screenshot()]
  } finally {
    await browser.close()
  }
}

async function tap(page: Page, label: string, answer: string): Promise<void> {
  await page.locator('.choices button').filter({ hasText: label }).last().tap()
  await page.getByText(answer).last().waitFor()
}

async function say(page: Page, text: string, answer: string): Promise<void> {
  await page.getByRole('textbox').fill(text)
  await page.keyboard.press('Enter')
  await page.getByText(answer).last().waitFor()
}

/** Side by side, with round corners; few colours, so that it stays small. */
async function compose(screens: readonly Buffer[]): Promise<void> {
  const [width, height] = [viewport.width * scale, viewport.height * scale]
  const round = Buffer.from(`<svg width="${width}" height="${height}"><rect width="100%" height="100%" rx="32"/></svg>`)
  const parts = await Promise.all(
    screens.map(async (screen, n) => ({
      input: await sharp(screen)
        .composite([{ input: round, blend: 'dest-in' }])
        .png()
        .toBuffer(),
      left: gap + n * (width + gap),
      top: gap,
    })),
  )
  const size = { width: gap + screens.length * (width + gap), height: height + 2 * gap }
  await sharp({ create: { ...size, channels: 4, background: ground } })
    .composite(parts)
    .png({ palette: true, colours: 96, compressionLevel: 9, effort: 10 })
    .toFile(picture)
}
