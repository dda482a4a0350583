import { expect, test } from 'vitest'
import type { Arrival } from '../../../../src/bot/channel.ts'
import type { WebMessage } from '../../../../src/bot/channels/web/ports.ts'
import { bubblesOf, describeInBrowser, openPage } from './browser.ts'

const menu: Partial<WebMessage> = {
  text: 'Chị muốn làm gì ạ?',
  card: true,
  buttons: [
    { token: 'n.0', label: 'Báo cáo' },
    { token: 'n.1', label: 'Hỏi kín' },
  ],
}

function answer({ what }: Arrival): readonly Partial<WebMessage>[] {
  if (what.kind === 'back') return [menu]
  if (what.kind === 'text') return [{ text: `Đã nghe: ${what.text}` }]
  if (what.kind !== 'press') return []
  return [{ text: 'Tiếp theo?', card: true, buttons: [{ token: 'm.0', label: 'Bỏ qua' }] }]
}

const said = (arrivals: readonly Arrival[]) =>
  arrivals.flatMap(({ what }) => (what.kind === 'text' ? what.text : what.kind === 'press' ? what.token : []))

describeInBrowser('the page', () => {
  test('what is typed is sent with Enter, and Shift+Enter begins a line', async () => {
    const { page, arrivals, complaints } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    await page.getByRole('textbox').pressSequentially('một')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('hai')
    await page.keyboard.press('Enter')
    await page.getByText('Đã nghe: một').waitFor()
    await page.getByText('đã gửi').waitFor()
    expect(said(arrivals)).toEqual(['một\nhai'])
    expect(await page.getByRole('textbox').inputValue()).toBe('')
    expect(complaints).toEqual([])
  })

  test('what stands on the screen is acknowledged', async () => {
    const { page, arrivals, waiting } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    await expect.poll(() => waiting(arrivals[0]?.address ?? '')).toEqual([])
  })

  test('a button is pressed, and the next card takes the place of its buttons', async () => {
    const { page, arrivals } = await openPage({ answer })
    const button = page.getByRole('button', { name: '2 Hỏi kín' })
    await button.click()
    await page.getByRole('button', { name: '1 Bỏ qua' }).waitFor()
    expect(said(arrivals)).toEqual(['n.1'])
    expect(await bubblesOf(page)).toEqual(['Chị muốn làm gì ạ?', 'Hỏi kín', 'Tiếp theo?'])
    expect(await button.count()).toBe(0)
  })

  test('buttons of a notice that is no card stay', async () => {
    const { page, arrivals, say } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    say(arrivals[0]?.address ?? '', { text: 'Có ca mới', buttons: [{ token: 'a', label: 'Nhận ca' }] })
    await page.getByRole('button', { name: 'Báo cáo' }).click()
    await page.getByText('Tiếp theo?').waitFor()
    await page.getByRole('button', { name: 'Nhận ca' }).click()
    await expect.poll(() => said(arrivals)).toEqual(['n.0', 'a'])
  })

  test('a button that lasts stays when the rest of its card goes', async () => {
    const { page, arrivals, say } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    const buttons = [
      { token: 'n.7', label: 'Về đầu' },
      { token: 'a.1', label: 'Thu lại', lasts: true },
    ]
    say(arrivals[0]?.address ?? '', { text: 'Đã gửi', card: true, buttons })
    await page.getByRole('button', { name: 'Về đầu' }).click()
    await page.getByText('Tiếp theo?').waitFor()
    expect(await page.getByRole('button', { name: 'Về đầu' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Thu lại' }).click()
    await expect.poll(() => said(arrivals)).toEqual(['n.7', 'a.1'])
  })

  test('when she leaves the room, nothing of it stays on the screen', async () => {
    const { page, arrivals, say, app } = await openPage({ answer })
    const to = async () => arrivals[0]?.address ?? ''
    await page.getByText('Chị muốn làm gì').waitFor()
    await page.getByRole('textbox').fill('chuyện kín')
    await page.keyboard.press('Enter')
    await page.getByText('Đã nghe: chuyện kín').waitFor()
    say(await to(), { text: 'Chào chị ạ.', clears: true })
    await page.getByText('Chào chị ạ.').waitFor()
    app.server.closeAllConnections()
    say(await to(), { text: 'sau đó' })
    await page.getByText('sau đó').waitFor()
    expect(await bubblesOf(page)).toEqual(['Chào chị ạ.', 'sau đó'])
  })

  test('who works with the keyboard goes on at the next card', async () => {
    const { page } = await openPage({ answer })
    await page.getByRole('button', { name: 'Báo cáo' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Tiếp theo?').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('1 Bỏ qua')
  })

  test('words are words, whatever they look like', async () => {
    const { page, arrivals, say, complaints } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    const text = '<img src=x onerror=alert(1)> **b** https://evil.example\nGọi 113 hoặc 1900 96 96 80'
    say(arrivals[0]?.address ?? '', { text })
    await page.getByText('evil.example').waitFor()
    expect((await bubblesOf(page)).at(-1)).toBe(text)
    expect(await page.locator('.bubble a').evaluateAll((links) => links.map(String))).toEqual([
      'tel:113',
      'tel:1900969680',
    ])
    expect(complaints).toEqual([])
  })

  test('a file goes with its name, and one that is too big is told at once', async () => {
    const { page, arrivals, files } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    const picker = page.locator('input[type=file]')
    await picker.setInputFiles({ name: 'Ảnh.png', mimeType: 'image/png', buffer: Buffer.from('abc') })
    await page.getByText('đã gửi').waitFor()
    expect(arrivals.at(-1)?.what).toMatchObject({ kind: 'file', file: { name: 'Ảnh.png', size: 3 } })
    await picker.setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) })
    await page.getByRole('alert').getByText('10 MB').waitFor()
    expect(files.size).toBe(1)
  })

  test('pictures that are chosen at once go as one set, in their order', async () => {
    const { page, arrivals } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    const picker = page.locator('input[type=file]')
    await picker.setInputFiles(
      ['1.png', '2.png', '3.png'].map((name) => ({ name, mimeType: 'image/png', buffer: Buffer.from(name) })),
    )
    await expect.poll(() => arrivals.filter(({ what }) => what.kind === 'file').length, { timeout: 20_000 }).toBe(3)
    const sent = arrivals.flatMap(({ what }) => (what.kind === 'file' ? [[what.file.name, what.album]] : []))
    const [[, set] = []] = sent
    expect(set).toMatch(/^[0-9a-f-]{36}$/)
    expect(sent).toEqual(['1.png', '2.png', '3.png'].map((name) => [name, set]))
  })

  test('a picture is drawn and a file is saved, both with the token', async () => {
    const { page, arrivals, say, files, complaints } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    files.set('chart', { mime: 'image/png', name: 'chart.png', bytes: onePixel })
    files.set('doc', { mime: 'application/msword', name: 'báo cáo.doc', bytes: new Uint8Array([1]) })
    say(arrivals[0]?.address ?? '', {
      files: [
        { id: 'chart', name: 'biểu đồ.png', mime: 'image/png' },
        { id: 'doc', name: 'báo cáo.doc', mime: 'application/msword' },
      ],
    })
    await page.getByRole('img', { name: 'biểu đồ.png' }).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'báo cáo.doc' }).click()
    expect((await download).suggestedFilename()).toBe('báo cáo.doc')
    expect(complaints).toEqual([])
  })

  test('opened again, the tab goes on with its session', async () => {
    const { page, arrivals } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    await page.reload()
    await expect.poll(() => arrivals.map(({ what }) => what.kind)).toEqual(['back', 'back'])
    expect(new Set(arrivals.map(({ address }) => address)).size).toBe(1)
  })

  test('a left-over token of an ended session is no hindrance', async () => {
    const { page, arrivals, ports } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    await ports.endSession(await tokenIn(page.evaluate('sessionStorage.getItem("chat")')))
    await page.reload()
    await page.getByText('Chị muốn làm gì').waitFor()
    expect(new Set(arrivals.map(({ address }) => address)).size).toBe(2)
  })

  test('a session that ends under her eyes leaves nothing on the screen', async () => {
    const { page, ports } = await openPage({ answer, pingMs: 50 })
    await page.getByText('Chị muốn làm gì').waitFor()
    await ports.endSession(await tokenIn(page.evaluate('sessionStorage.getItem("chat")')))
    await page.getByText('đã đóng').waitFor()
    expect(await bubblesOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Mở cuộc mới' }).click()
    await page.getByText('Chị muốn làm gì').waitFor()
  })

  test('in the demonstration one changes person, and sees nothing of the other', async () => {
    const { page, arrivals } = await openPage({ answer, demo: true })
    await page.getByText('Chị muốn làm gì').waitFor()
    await page.getByRole('textbox').fill('chuyện riêng')
    await page.keyboard.press('Enter')
    await page.getByText('Đã nghe').waitFor()
    await page.getByLabel('Minh họa: đang là').selectOption('hoa')
    await expect.poll(() => bubblesOf(page)).toEqual(['Chị muốn làm gì ạ?'])
    expect(arrivals.at(-1)).toMatchObject({ address: 'demo-hoa', what: { kind: 'back' } })
  })

  test('outside the demonstration there is no choice of person', async () => {
    const { page } = await openPage({ answer })
    await page.getByText('Chị muốn làm gì').waitFor()
    expect(await page.getByRole('combobox').count()).toBe(0)
  })
})

const onePixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

const tokenIn = async (kept: Promise<unknown>): Promise<string> => String(await kept).split('\n')[0] ?? ''
