import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { tellingWords } from '../../scripts/privateTexts.ts'
import { playTalk } from '../support/talk.ts'

const here = import.meta.dirname
const files = readdirSync(here).filter((name) => name.endsWith('.talk'))

/** UPDATE_TALKS=1 writes the talks anew: read the difference as the person would. */
const update = process.env['UPDATE_TALKS'] === '1'

test.each(files)('%s', { timeout: 60_000 }, async (name) => {
  const file = path.join(here, name)
  const expected = readFileSync(file, 'utf8')
  const { transcript, bubbles, log } = await playTalk(expected)
  if (update) writeFileSync(file, transcript)
  expect(log.filter((line) => line.includes('failed'))).toEqual([])
  expect(transcript).not.toContain('!! ')
  // What a lock screen shows of any bubble to a woman (her key begins with new:chi); only the card with the numbers may tell.
  const telling = bubbles.filter(
    ({ to, out }) => to.startsWith('new:chi') && !out.text.includes('1900') && tellingWords(out.text).length > 0,
  )
  expect(telling.map(({ out }) => out.text)).toEqual([])
  expect(update ? '' : firstDifference(transcript, expected)).toBe('')
})

/** Where two long texts part, short enough to be shown in full; '' when they do not. */
function firstDifference(now: string, before: string): string {
  if (now === before) return ''
  const at = now.split('\n').findIndex((line, index) => line !== before.split('\n')[index])
  const from = (text: string): string =>
    text
      .split('\n')
      .slice(Math.max(0, at), at + 6)
      .join('\n')
  return `line ${at + 1}:\n${from(now)}\ninstead of:\n${from(before)}`
}
