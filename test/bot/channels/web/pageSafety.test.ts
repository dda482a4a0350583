import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seriousOn } from './axe.ts'
import { describeInBrowser, openPage, type PageOptions } from './browser.ts'

const talkative: PageOptions = {
  answer: ({ what }) =>
    what.kind === 'back'
      ? [
          { text: 'Chào chị', card: true, buttons: [{ token: 'a', label: 'Cũ' }] },
          { text: Array.from({ length: 60 }, (_none, i) => `dòng ${i}`).join('\n') },
          {
            text: 'Gọi 113',
            card: true,
            buttons: [
              { token: 'b', label: 'Bỏ', style: 'danger' },
              { token: 'c', label: 'Gửi', style: 'go' },
            ],
          },
        ]
      : [],
}

const opened = async (options: PageOptions = {}) => {
  const page = await openPage({ ...talkative, ...options })
  await page.page.getByText('Gọi 113').waitFor()
  return page
}

/** Everything a browser could show of the talk afterwards. */
async function leftIn(page: Page) {
  const history = await (await page.context().newCDPSession(page)).send('Page.getNavigationHistory')
  return {
    urls: history.entries.map(({ url }) => new URL(url).pathname),
    titles: history.entries.map(({ title }) => title).filter((title) => title.includes('Trò chuyện')),
    kept: await page.evaluate('sessionStorage.length + localStorage.length + document.cookie.length'),
    databases: await page.evaluate(
      'Promise.all([indexedDB.databases(), caches.keys()]).then((all) => all.flat().length)',
    ),
  }
}
const nothing = { urls: ['blank', '/lich'], titles: [], kept: 0, databases: 0 }

describeInBrowser('the quick exit', () => {
  test('the button leaves nothing, and going back shows nothing', async () => {
    const { page, ports, addressOf } = await opened()
    const token = String(await page.evaluate('sessionStorage.getItem("chat").trim()'))
    expect(addressOf(token)).not.toBe('')
    await page.getByRole('link', { name: 'Thoát nhanh' }).click()
    await page.waitForURL('**/lich')
    expect(await leftIn(page)).toEqual(nothing)
    await expect.poll(() => ports.findSession(token)).toBeUndefined()
    await page.goBack()
    expect(page.url()).toBe('about:blank')
  })

  test('the talk is off the screen at once, before the other page has come', async () => {
    const { page } = await opened()
    const left = await page.evaluate(`
      document.getElementById('exit').click();
      [document.querySelectorAll('.bubble, button, textarea').length, sessionStorage.length,
        document.querySelector('.top').getClientRects().length,
        document.elementFromPoint(innerWidth / 2, innerHeight / 2).tagName].join()`)
    expect(left).toBe('0,0,0,HTML')
    await page.waitForURL('**/lich')
  })

  test('Shift three times leaves, also from the middle of a word', async () => {
    const { page } = await opened()
    await page.getByRole('textbox').fill('dở dang')
    for (let n = 0; n < 3; n++) await page.keyboard.press('Shift')
    await page.waitForURL('**/lich')
    expect(await leftIn(page)).toEqual(nothing)
  })

  test('capitals are typed without leaving', async () => {
    const { page, origin } = await opened()
    await page.getByRole('textbox').focus()
    for (const key of ['Shift+A', 'Shift+B', 'Shift+C', 'Shift+D']) await page.keyboard.press(key)
    expect(page.url()).toBe(`${origin}/`)
    expect(await page.getByRole('textbox').inputValue()).toBe('ABCD')
  })

  test('it is a plain link where there is no script', async () => {
    const { page } = await openPage({ context: { javaScriptEnabled: false } })
    await page.getByRole('link', { name: 'Thoát nhanh' }).click()
    await page.waitForURL('**/lich')
    expect(await page.getByRole('heading').innerText()).toBe('Tháng 11 năm 2026')
  })

  test.each([
    { width: 320, height: 480 },
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ])('it can be hit wherever one has scrolled, at $width × $height', async (viewport) => {
    const { page } = await opened({ context: { viewport }, demo: true })
    for (let step = 0; step <= 20; step++) {
      await page.evaluate(
        `const log = document.querySelector('[role=log]'); log.scrollTop = log.scrollHeight * ${step / 20}`,
      )
      const box = await page.getByRole('link', { name: 'Thoát nhanh' }).boundingBox()
      const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 }
      expect(height).toBeGreaterThanOrEqual(44)
      const hit = await page.evaluate(`document.elementFromPoint(${x + width / 2}, ${y + height / 2}).id`)
      expect(hit).toBe('exit')
    }
  })
})

describeInBrowser('the page keeps to itself', () => {
  test('it asks nobody else, stores no cookie, changes no address, and breaks no rule of its own', async () => {
    const { page, context, asked, complaints, origin } = await opened()
    await page.getByRole('textbox').fill('xin chào')
    await page.keyboard.press('Enter')
    await page.getByText('đã gửi').waitFor()
    expect(asked.filter((url) => !url.startsWith(`${origin}/`))).toEqual([])
    expect(await context.cookies()).toEqual([])
    expect(page.url()).toBe(`${origin}/`)
    expect(await page.title()).toBe('Trò chuyện')
    expect(complaints).toEqual([])
  })
})

describeInBrowser('the page is for everybody', () => {
  test.each([
    ['light', 390],
    ['dark', 390],
    ['light', 1280],
    ['dark', 1280],
  ] as const)('axe finds nothing serious (%s, %i px)', async (colorScheme, width) => {
    const { page } = await opened({ context: { colorScheme, viewport: { width, height: 800 } }, demo: true })
    await page.getByRole('combobox').waitFor()
    await page.route('**/chat/messages', (route) => route.abort())
    await page.getByRole('button', { name: 'Gửi', exact: false }).first().click()
    await page.getByText('chưa gửi được').waitFor()
    expect(await seriousOn(page)).toEqual([])
  })

  test('nor on the calendar', async () => {
    const { page, origin } = await openPage()
    await page.goto(`${origin}/lich`)
    expect(await seriousOn(page)).toEqual([])
  })

  test('what can be pressed is big enough for a thumb', async () => {
    const { page } = await opened({ demo: true })
    const sizes = await page.locator('button:visible:enabled, select, textarea, #exit').evaluateAll((elements) =>
      elements.map((element) => {
        const { width, height } = element.getBoundingClientRect()
        return Math.min(width, height)
      }),
    )
    expect(sizes.length).toBeGreaterThan(4)
    expect(sizes.filter((size) => size < 44)).toEqual([])
  })
})
