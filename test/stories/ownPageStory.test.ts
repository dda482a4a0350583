import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { describeInBrowser, visit } from '../bot/channels/web/browser.ts'
import { chatterOn, enter } from './chatter.ts'
import { startTelegramBot, type Talker, type TelegramBot } from './telegramBot.ts'

// Long talks, on a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 })

let bot: TelegramBot
beforeAll(async () => {
  bot = await startTelegramBot(0)
})
afterAll(() => bot.stop())

describeInBrowser('a page of her own, from Telegram', () => {
  test('she goes on there, and nothing of it is in the other chat', async () => {
    const woman = bot.talker(7_100_000_201)
    await woman.say('/start')
    await woman.sees('máy trả lời tự động')
    await woman.say('Em muốn hỏi chuyện thừa kế đất của bố mẹ để lại thì chia thế nào ạ')
    await woman.press('Tiện')
    await woman.sees('máy chủ ở nước ngoài')
    await woman.press('Viết ở trang riêng')
    const link = urlIn((await woman.sees('mở được một lần')).text)
    await woman.user.waitFor(() => !told(woman).includes('Chị có đồng ý'))
    expect(told(woman)).not.toMatch(/đồng ý|thừa kế|Hội/)

    // A program that looks at the link before her sees nothing, and takes nothing from her.
    const seen = await (await fetch(link)).text()
    expect(seen).toContain('Bấm nút dưới đây để mở')
    expect(seen).not.toMatch(/Hội|tư vấn|bạo lực|kín/i)

    const { page, ...visited } = await visit(link)
    await page.getByRole('button', { name: 'Mở' }).click()
    await page.getByText('Chị có đồng ý').waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await page.context().cookies()).toEqual([])
    const here = chatterOn({ page, ...visited }, bot.address())
    expect((await here.bubbles()).join('\n')).toContain('Ai cầm máy này khi trang đang mở')
    const counsellor = await enter(bot.address(), 'counsellor-1')
    await counsellor.tap('Vào ca trực')
    await counsellor.tap('Em nhận được')
    await here.tap('Đồng ý')
    await here.tap('Gửi')
    await here.finds('Mã riêng của chị')

    await counsellor.finds('Ca mới CA-')
    await counsellor.tap('Nhận ca')
    await counsellor.sees(/thừa kế đất/)
    await counsellor.say('Không có di chúc thì chia đều cho hàng thừa kế thứ nhất.')
    await here.finds('hàng thừa kế thứ nhất')
    expect(told(woman)).not.toMatch(/thừa kế|CA-/)

    await page.keyboard.press('Shift')
    await page.keyboard.press('Shift')
    await page.keyboard.press('Shift')
    await page.waitForURL('**/lich')
    expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0)
    expect(await page.getByText('thừa kế').count()).toBe(0)
    await page.goBack().catch(() => undefined)
    expect(await page.getByText('thừa kế').count()).toBe(0)

    expect((await fetch(link)).status).toBe(404)
    const again = await fetch(link, { method: 'POST', redirect: 'manual' })
    expect([again.status, again.headers.get('set-cookie')]).toEqual([404, null])
  })

  test('a case that is open moves with her, and what is answered waits at her page alone', async () => {
    const woman = bot.talker(7_100_000_202)
    await woman.say('/start')
    await woman.sees('máy trả lời tự động')
    await woman.press('Hỏi riêng')
    await woman.press('Tiện')
    await woman.press('Đồng ý')
    await woman.sees('Chị muốn hỏi về chuyện gì')
    await woman.say('Công ty không trả tiền thai sản cho em')
    await woman.sees('Mã riêng của chị')
    await woman.press('Mục khác')
    await woman.press('Viết ở trang riêng')
    const { text } = await woman.sees('mở được một lần')
    expect(text).toContain('gõ mã riêng của chị')
    const { page, ...visited } = await visit(urlIn(text))
    await page.getByRole('button', { name: 'Mở' }).click()
    const here = chatterOn({ page, ...visited }, bot.address())
    await here.finds('Muộn nhất')
    await here.write('Em nghỉ từ tháng trước')
    await here.finds('đã gửi')
    expect(told(woman)).not.toMatch(/thai sản|Em đã nhận|Mã riêng của chị:/)
  })
})

const urlIn = (text: string): string => /https?:\S+/.exec(text)?.[0] ?? ''

/** What stands in her Telegram chat of the bot. */
const told = (woman: Talker): string =>
  woman
    .said()
    .map(({ text }) => text)
    .join('\n')
