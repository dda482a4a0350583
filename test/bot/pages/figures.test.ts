import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousOn } from '../channels/web/axe.ts'
import { describeInBrowser, visit } from '../channels/web/browser.ts'
import { type PageStand, startPageStand } from './stand.ts'

const keep = process.env['KEEP_PAPERS']
const shoot = async (page: Page, name: string): Promise<void> => {
  if (keep !== undefined) await page.screenshot({ path: path.join(keep, `${name}.png`), fullPage: true })
}

describeInBrowser('the page of figures', () => {
  let stand: PageStand
  let origin = ''
  beforeAll(async () => {
    stand = await startPageStand(false)
    origin = await stand.http.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => stand.stop())

  async function opened(key: string, context: Parameters<typeof visit>[1] = {}) {
    const visited = await visit(`${origin}${await stand.linkOf(key)}`, context)
    await shoot(visited.page, 'door')
    await visited.page.getByRole('button', { name: 'Mở' }).click()
    await visited.page.getByRole('heading', { level: 1 }).waitFor()
    return visited
  }

  test('a leader comes in by one press, sees her figures, sorts, goes down and back, and signs out', async () => {
    const { page, complaints, asked } = await opened('leader')
    await page.getByText('Hội LHPN tỉnh Khê Giang').first().waitFor()
    expect(page.url()).toBe(`${origin}/so-lieu`)
    const row = page.getByRole('row').filter({ hasText: 'I.3a' }).first()
    expect(await row.innerText()).toContain('19/42')
    const codes = page.locator('main section').first().locator('tbody th')
    expect(await codes.first().innerText()).toBe('I.1')
    await page.getByRole('button', { name: /^Mã/ }).click()
    await page.getByRole('button', { name: /^Mã/ }).click()
    expect(await codes.first().innerText()).toBe('T2.4.4')
    await page.getByRole('button', { name: 'xã Phú An (huyện Nam Khê)', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Hội LHPN xã Phú An' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Hội LHPN tỉnh Khê Giang' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Hội LHPN tỉnh Khê Giang' }).waitFor()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByText('Phiên đã hết').waitFor()
    await page.reload()
    await page.getByText('Phiên đã hết').waitFor()
    expect(asked.filter((url) => !url.startsWith(origin))).toEqual([])
    // The answer 401 after the sign-out is what the last step is about.
    expect(complaints.filter((one) => !one.includes('401'))).toEqual([])
  })

  test('no script reads the cookie, and the files come down by it', async () => {
    const { page } = await opened('leader')
    await page.getByRole('link', { name: 'Excel' }).waitFor()
    expect(await page.evaluate('document.cookie')).toBe('')
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Excel' }).click()])
    expect(file.suggestedFilename()).toBe('so-lieu-hoi-lhpn-tinh-khe-giang-2022-06-30.xlsx')
  })

  test.each([
    ['light on a phone', { colorScheme: 'light', viewport: { width: 360, height: 740 } }],
    ['dark on a phone', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }],
    ['light on a desk', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ] as const)('axe finds nothing serious, and nothing is wider than the screen (%s)', async (name, context) => {
    const { page } = await opened('leader', context)
    await page.getByRole('link', { name: 'Excel' }).waitFor()
    await shoot(page, `figures ${name}`)
    expect(await seriousOn(page)).toEqual([])
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect(wide).toBe(0)
  })

  test('printed it has the tables and none of the buttons', async () => {
    const { page } = await opened('leader')
    await page.getByRole('link', { name: 'Excel' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Đăng xuất' }).isVisible()).toBe(false)
    await shoot(page, 'figures printed')
  })

  test('it speaks the language that its reader chose in the chat', async () => {
    await stand.bot.say('leader-district', 'english')
    const link = await stand.linkOf('leader-district')
    const { page } = await visit(`${origin}${link}`)
    await page.getByRole('button').click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    await shoot(page, 'figures in English')
    expect(await page.evaluate('document.documentElement.lang')).toBe('en')
    const shown = await page.locator('body').innerText()
    expect(shown).toContain('Units by indicator')
    // Names of units, forms and rows are the plan's and the register's; what stands around them is not.
    expect(shown).not.toMatch(/Chỉ tiêu|Đánh giá|Đơn vị bên dưới|Tải về|Diễn biến|Chưa đạt|Đạt/)
    expect(await seriousOn(page)).toEqual([])
  })
})
