import { expect, test } from 'vitest'
import { bubblesOf, describeInBrowser, openPage } from './browser.ts'

const greeted = async (options: Parameters<typeof openPage>[0] = {}) => {
  const opened = await openPage({
    answer: ({ what }) => (what.kind === 'back' ? [{ text: 'Chào chị' }] : []),
    ...options,
  })
  await opened.page.getByText('Chào chị').waitFor()
  const say = (text: string) => opened.say(opened.arrivals[0]?.address ?? '', { text })
  const texts = () => opened.arrivals.flatMap(({ what }) => (what.kind === 'text' ? what.text : []))
  const type = async (text: string) => {
    await opened.page.getByRole('textbox').fill(text)
    await opened.page.keyboard.press('Enter')
  }
  return { ...opened, say, texts, type }
}

/** The same, on a page whose clock the test can move. */
const greetedByTheClock = async () => {
  const opened = await greeted()
  const { page, arrivals, waiting } = opened
  await expect.poll(() => waiting(arrivals[0]?.address ?? '')).toEqual([])
  await page.clock.install()
  await page.reload()
  await page.getByText('Chào chị').waitFor()
  return opened
}

describeInBrowser('the line of the page', () => {
  test('a broken stream is taken up again, and everything comes once and in order', async () => {
    const { page, app, say } = await greeted()
    for (const n of [1, 2, 3]) {
      say(`trước ${n}`)
      app.server.closeAllConnections()
      say(`sau ${n}`)
      await page.getByText(`sau ${n}`).waitFor()
    }
    expect(await bubblesOf(page)).toEqual(['Chào chị', 'trước 1', 'sau 1', 'trước 2', 'sau 2', 'trước 3', 'sau 3'])
  })

  test('a message that is shown but could not be acknowledged is not shown twice', async () => {
    const { page, app, say, waiting, arrivals } = await greeted()
    await page.route('**/chat/ack', (route) => route.abort())
    say('một lần thôi')
    await page.getByText('một lần thôi').waitFor()
    app.server.closeAllConnections()
    say('sau đó')
    await page.getByText('sau đó').waitFor()
    expect(await bubblesOf(page)).toEqual(['Chào chị', 'một lần thôi', 'sau đó'])
    await page.unroute('**/chat/ack')
    await expect.poll(() => waiting(arrivals[0]?.address ?? '')).toEqual([])
  })

  test('what cannot be sent is said, waits, and goes out in order', async () => {
    const { page, type, texts } = await greetedByTheClock()
    // Its own next try may not come before the press.
    await page.clock.pauseAt(Date.now() + 10_000)
    await page.route('**/chat/messages', (route) => route.abort())
    await type('một')
    await type('hai')
    await page.getByText('chưa gửi được').waitFor()
    expect(texts()).toEqual([])
    await page.unroute('**/chat/messages')
    await page.getByRole('button', { name: 'thử lại' }).click()
    await expect.poll(texts).toEqual(['một', 'hai'])
  })

  test('a message whose answer was lost counts once', async () => {
    const { page, type, texts } = await greeted()
    let lost = 0
    await page.route('**/chat/messages', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await type('một lần')
    await page.getByText('đã gửi').waitFor()
    expect(lost).toBe(2)
    expect(texts()).toEqual(['một lần'])
  })

  test('a refused message does not hold up the next', async () => {
    const { page, type, texts } = await greeted()
    let first = true
    await page.route('**/chat/messages', (route) => {
      if (!first) return route.continue()
      first = false
      return route.fulfill({ status: 400, json: { error: { code: 'badField', message: '' } } })
    })
    await type('hỏng')
    await type('lành')
    await page.getByText('Không gửi được tin này').waitFor()
    await expect.poll(texts).toEqual(['lành'])
  })

  test('while the line is away she is told, without losing what she typed', async () => {
    const { page, app, context } = await greeted()
    await context.setOffline(true)
    app.server.closeAllConnections()
    await page.getByRole('textbox').fill('đang viết dở')
    await page.getByRole('status').getByText('Đang kết nối lại').waitFor()
    await context.setOffline(false)
    await expect.poll(() => page.getByRole('status').innerText()).toBe('')
    expect(await page.getByRole('textbox').inputValue()).toBe('đang viết dở')
  })

  test('a tab that nobody looks at gives its line back, and hears everything when she looks again', async () => {
    const { page, say } = await greetedByTheClock()
    const over = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/chat/stream'))
    await page.evaluate(look(true))
    await page.clock.fastForward(16_000)
    await over
    say('lúc vắng')
    await page.evaluate(look(false))
    await page.getByText('lúc vắng').waitFor()
    expect(await bubblesOf(page)).toEqual(['Chào chị', 'lúc vắng'])
    expect(await page.getByRole('status').innerText()).toBe('')
  })

  test('a long answer is shown from what she said on, and not from its end', async () => {
    const { page, say, type } = await greeted()
    // What comes within three seconds is one answer, however slow the machine.
    await page.clock.setFixedTime(new Date())
    for (const n of [1, 2, 3]) say(`trước ${n}\n`.repeat(20))
    await type('nguy hiểm')
    await page.getByText('đã gửi').waitFor()
    say(`Gọi 113\n${'dòng\n'.repeat(60)}`)
    await page.getByText('Gọi 113').waitFor()
    expect(await page.getByText('nguy hiểm').evaluate(isOnScreen)).toBe(true)
    await page.getByRole('button', { name: 'Xuống tin mới nhất' }).click()
    await expect.poll(() => page.getByText('nguy hiểm').evaluate(isOnScreen)).toBe(false)
  })

  test('while she reads above, nothing pulls her down', async () => {
    const { page, say } = await greeted()
    for (const n of [1, 2, 3]) say(`trước ${n}\n`.repeat(20))
    await page.getByText('trước 3').first().waitFor()
    const down = page.getByRole('button', { name: 'Xuống tin mới nhất' })
    await down.click()
    await expect.poll(() => page.getByText('Chào chị').evaluate(isOnScreen)).toBe(false)
    await page.getByText('Chào chị').scrollIntoViewIfNeeded()
    await down.waitFor()
    say('tin mới')
    await page.getByText('tin mới').waitFor()
    expect(await page.getByText('Chào chị').evaluate(isOnScreen)).toBe(true)
  })
})

const isOnScreen = (element: { getBoundingClientRect(): { top: number; bottom: number } }): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return top > 40 && bottom < 800
}

const look = (hidden: boolean): string =>
  `Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${hidden} });
   document.dispatchEvent(new Event('visibilitychange'))`
