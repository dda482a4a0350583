import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadSheets } from '../../../src/bot/sources/legalSheets.ts'
import { localDate } from '../../../src/domain/calendar.ts'
import { type Approval, approvedUntil, type Sheet, sheetState, shownSheets } from '../../../src/domain/legal/sheet.ts'
import { tellingWords } from '../../../scripts/privateTexts.ts'
import { temporaryFolder } from '../../support/folder.ts'

const day = localDate
const TODAY = day('2026-11-25')
const { sheets } = await loadSheets()
const text = readFileSync(path.join(import.meta.dirname, '../../../legal/sheets.yaml'), 'utf8')
const theSheet = (id: string): Sheet => {
  const found = sheets.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no sheet ${id}`)
  return found
}
const SHEET = theSheet('FS-09')
const approved = (given: Partial<Approval> = {}): Approval => ({
  sheet: SHEET.id,
  print: SHEET.print,
  act: 'approved',
  by: 'head',
  on: TODAY,
  until: day('2027-06-30'),
  demo: false,
  ...given,
})

describe('what may reach a woman', () => {
  test.each([
    ['approved and in date', SHEET, approved(), 'shown'],
    ['never approved', SHEET, undefined, 'unapproved'],
    ['edited since', SHEET, approved({ print: 'other' }), 'edited'],
    ['taken back', SHEET, approved({ act: 'revoked' }), 'revoked'],
    ['approved until yesterday', SHEET, approved({ until: day('2026-11-24') }), 'expired'],
    ['past its own date', { ...SHEET, expires: day('2026-11-24') }, approved(), 'expired'],
    ['of a law that begins tomorrow', { ...SHEET, from: day('2026-11-26') }, approved(), 'notYet'],
    ['of a law that ended yesterday', { ...SHEET, to: day('2026-11-24') }, approved(), 'over'],
  ] as const)('a sheet %s', (_what, sheet, approval, state) => {
    expect(sheetState(sheet, approval, TODAY)).toBe(state)
    expect(shownSheets([sheet], approval === undefined ? [] : [approval], TODAY)).toHaveLength(
      state === 'shown' ? 1 : 0,
    )
  })

  test('on its last day it still does', () => {
    expect(sheetState(SHEET, approved({ until: TODAY }), TODAY)).toBe('shown')
  })
})

test.each([
  ['a year', {}, '2026-01-10', '2027-01-10'],
  ['its own date', {}, '2026-11-25', '2027-06-30'],
  ['the end of the law', { to: day('2026-12-31') }, '2026-11-25', '2026-12-31'],
])('an approval lasts until %s', (_what, change, on, until) => {
  expect(approvedUntil({ ...SHEET, ...change }, day(on))).toBe(until)
})

describe('the file', () => {
  test('holds the 32 questions, two of them before and after 01/07/2026', () => {
    expect(new Set(sheets.map((one) => one.id.slice(0, 5))).size).toBe(32)
    expect(sheets).toHaveLength(34)
  })
  test.each([
    ['2026-06-30', 'FS-20.1'],
    ['2026-07-01', 'FS-20.2'],
  ])('maternity leave on %s is told by %s alone', (on, id) => {
    const told = sheets.filter(
      (one) => one.id.startsWith('FS-20') && sheetState(one, undefined, day(on)) === 'unapproved',
    )
    expect(told.map((one) => one.id)).toEqual([id])
  })
  test('every sheet names its articles', () => {
    for (const one of sheets) expect(one.basis).toMatch(/Luật|BLHS|BLDS|BLLĐ|BLTTDS|Nghị/u)
  })
  test.each([
    ['an unknown subject', 'topic: family_violence', 'topic: weather', 'FS-01 topic'],
    ['a date that is none', 'from: 2023-07-01', 'from: 2023-02-30', 'FS-01 from'],
    ['two of one name', 'id: FS-02', 'id: FS-01', 'FS-01'],
  ])('%s stops the start and is named', async (_what, right, bad, named) => {
    const changed = path.join(temporaryFolder(), 'sheets.yaml')
    writeFileSync(changed, text.replace(right, bad))
    await expect(loadSheets(changed)).rejects.toThrow(named)
  })
})

test('a word changed in what she reads is another fingerprint, a search word is not', async () => {
  const printAfter = async (from: string, to: string): Promise<string | undefined> => {
    const changed = path.join(temporaryFolder(), 'sheets.yaml')
    writeFileSync(changed, text.replace(from, to))
    return (await loadSheets(changed)).sheets[0]?.print
  }
  const print = theSheet('FS-01').print
  expect(await printAfter('trưởng thôn/tổ', 'trưởng thôn, tổ')).not.toBe(print)
  expect(await printAfter('trình báo, tố cáo chồng', 'trình báo')).toBe(print)
})

test('a title says nothing to whoever glances at the screen', () => {
  expect(sheets.flatMap((one) => tellingWords(one.title))).toEqual([])
})
