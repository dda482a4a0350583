import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawSvg } from '../../../src/bot/documents/chart/png.ts'
import { FONT } from '../../../src/bot/documents/chart/theme.ts'

/** Every letter of Vietnamese: each vowel with each of the five marks, and đ. */
const VOWELS = 'aăâeêioôơuưy'
const MARKS = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const SMALL = [...[...VOWELS].flatMap((vowel) => MARKS.map((mark) => `${vowel}${mark}`.normalize('NFC'))), 'đ']
const LETTERS = [...SMALL, ...SMALL.map((one) => one.toUpperCase())]
const OTHERS = [...'0123456789/%.,:;()–·…+-“”«»']

const svgOf = (text: string, weight: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="96"><text x="8" y="64" font-family="${FONT}" font-weight="${weight}" font-size="48">${text}</text></svg>`

async function ink(text: string, weight: number): Promise<Buffer> {
  return await sharp(drawSvg(svgOf(text, weight)))
    .greyscale()
    .raw()
    .toBuffer()
}
const isBlank = (pixels: Buffer): boolean => pixels.every((one) => one === 255)

test('the check sees a letter that the font lacks', async () => {
  expect(isBlank(await ink('ก', 400))).toBe(true)
})

test.each([400, 700])('every Vietnamese letter is drawn, no two alike (weight %i)', async (weight) => {
  const drawn = await Promise.all([...LETTERS, ...OTHERS].map(async (one) => ({ one, pixels: await ink(one, weight) })))
  expect(drawn.filter(({ pixels }) => isBlank(pixels)).map(({ one }) => one)).toEqual([])
  const seen = new Map<string, string>()
  const alike = drawn.flatMap(({ one, pixels }) => {
    const key = pixels.toString('base64')
    const other = seen.get(key)
    seen.set(key, one)
    return other === undefined ? [] : [`${other} = ${one}`]
  })
  expect(alike).toEqual([])
})

test('the two weights differ', async () => {
  expect(await ink('Ễ', 400)).not.toEqual(await ink('Ễ', 700))
})

test('letters typed apart from their marks are drawn as one', async () => {
  expect(await ink('ệ'.normalize('NFD'), 400)).toEqual(await ink('ệ', 400))
})
