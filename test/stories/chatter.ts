import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seriousOn } from '../bot/channels/web/axe.ts'
import { bubblesOf, visit } from '../bot/channels/web/browser.ts'

/** One person at the web chat, in a browser of her own. */
export interface Chatter {
  readonly page: Page
  say(text: string): Promise<void>
  /** Types and sends, and does not wait for an answer. */
  write(text: string): Promise<void>
  /** Taps the newest button with this label, and waits for the answer. */
  tap(label: string | RegExp): Promise<void>
  /** Taps the newest button with this label, after which the page is wiped and only these words stand there. */
  leaveBy(label: string, words: string): Promise<void>
  /** Turns pages until the button is there, then taps it. */
  turnTo(label: string): Promise<void>
  attach(name: string, bytes: Buffer): Promise<void>
  /** Waits until this stands in the newest bubble but `back`. */
  sees(words: string | RegExp, back?: number): Promise<void>
  /** Waits until this stands anywhere. */
  finds(words: string): Promise<void>
  bubbles(): Promise<readonly string[]>
  offline(is: boolean): Promise<void>
  token(): Promise<string>
  /** Neither axe, nor the console, nor a request to anybody else has anything to say. */
  isFine(expected?: RegExp): Promise<void>
}

/** Opens the chat of this bot: as a newcomer, or as a person of the demonstration. */
export async function enter(origin: string, person?: string): Promise<Chatter> {
  const visited = await visit(origin)
  const { page } = visited
  await page.getByText('máy trả lời tự động').waitFor()
  if (person !== undefined) {
    await page.getByLabel('Minh họa: đang là').selectOption(person)
    await page.getByText('máy trả lời tự động').waitFor({ state: 'detached' })
    await page.locator('.choices button').first().waitFor()
  }
  return chatterOn(visited, origin)
}

/** The person at a page that stands open. */
export function chatterOn(
  { page, context, complaints, asked }: Awaited<ReturnType<typeof visit>>,
  origin: string,
): Chatter {
  const bubbles = () => bubblesOf(page)
  const write = async (text: string) => {
    await page.getByRole('textbox').fill(text)
    await page.keyboard.press('Enter')
  }
  const mine = page.locator('.line.mine')
  const answered = async (act: () => Promise<void>) => {
    const before = await mine.count()
    await act()
    await expect.poll(() => mine.count()).toBeGreaterThan(before)
    await expect.poll(() => page.locator('.line').last().getAttribute('class')).toContain('theirs')
  }
  const button = (label: string | RegExp) =>
    page.locator('.choices button').filter({ hasText: typeof label === 'string' ? whole(label) : label })
  const tap = (label: string | RegExp) => answered(() => button(label).last().click())
  return {
    page,
    bubbles,
    tap,
    write,
    leaveBy: async (label, words) => {
      await button(label).last().click()
      await expect.poll(bubbles).toEqual([words])
    },
    say: (text) => answered(() => write(text)),
    turnTo: async (label) => {
      while ((await button(label).count()) === 0) await tap('Trang sau')
      await tap(label)
    },
    attach: (name, buffer) =>
      answered(() => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer })),
    sees: async (words, back = 0) => {
      await expect.poll(async () => (await bubbles()).at(-1 - back)).toMatch(words)
    },
    finds: (words) => page.getByText(words).last().waitFor(),
    offline: (is) => context.setOffline(is),
    token: async () => String(await page.evaluate('sessionStorage.getItem("chat")')).split('\n')[0] ?? '',
    isFine: async (expected = /^$/) => {
      expect(await seriousOn(page)).toEqual([])
      expect(complaints.filter((one) => !expected.test(one))).toEqual([])
      expect(asked.filter((url) => !url.startsWith(`${origin}/`))).toEqual([])
    },
  }
}

/** The number, the dot of what is still owed, the label. */
const whole = (label: string): RegExp => new RegExp(`^\\d+ (● )?${label.replace(/[()|.]/g, '\\$&')}$`)
