import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { runImportUnits } from '../../../src/bot/commands/importUnits.ts'
import { runInit } from '../../../src/bot/commands/init.ts'
import { planUnits, type UnitPlan } from '../../../src/bot/install/unitPlan.ts'
import { problemWords } from '../../../src/bot/install/unitProblems.ts'
import { readUnitFile } from '../../../src/bot/install/unitFile.ts'
import { readUnitRows } from '../../../src/bot/install/unitRows.ts'
import { localDate } from '../../../src/domain/calendar.ts'
import type { Register } from '../../../src/domain/unit/unit.ts'
import { aUnit } from '../../support/builders.ts'
import { aDesk, startBot } from '../../support/desk.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { sheetFile } from '../../support/sheet.ts'

// Each test begins a province and opens it several times; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const FROM = '2021-01-01'
const REGISTER: Register = {
  lineage: [],
  versions: [
    aUnit('tinh', 'province', { name: 'Hội LHPN tỉnh Thử', from: FROM }),
    aUnit('huyen-1', 'district', { name: 'Hội LHPN huyện Đông', parent: 'tinh', from: FROM, code: '001' }),
    aUnit('huyen-2', 'district', { name: 'Hội LHPN huyện Tây', parent: 'tinh', from: FROM }),
    aUnit('xa-1', 'commune', { name: 'Hội LHPN xã Phú An', parent: 'huyen-1', from: FROM, code: '00101' }),
    aUnit('xa-2', 'commune', { name: 'Hội LHPN xã Phú An', parent: 'huyen-2', from: FROM }),
    aUnit('xa-3', 'commune', { name: 'Hội LHPN xã Tân Lập', parent: 'huyen-2', from: FROM }),
  ],
}
const HEAD = 'id,mã,tên,cấp,đơn vị cấp trên,từ ngày,đến ngày,cơ sở'

function planOf(lines: readonly string[], head = HEAD, register = REGISTER): UnitPlan {
  const sheet = [head, ...lines].map((line, index) => ({ row: index + 1, cells: line.split(',') }))
  return planUnits(readUnitRows(sheet), register, { today: localDate('2022-11-09'), start: localDate(FROM) })
}

const problemsOf = (lines: readonly string[], head?: string): readonly string[] =>
  planOf(lines, head).problems.map((one) => `${one.row} ${one.column} ${one.problem}`)

test.each([
  ['a name that is missing', [',,,xã,tinh,,,'], ['2 name empty']],
  ['a level that is missing', [',,A,,tinh,,,'], ['2 level empty']],
  ['a level nobody knows', [',,A,làng,tinh,,,'], ['2 level badLevel']],
  ['an id with a space', ['a b,,A,xã,tinh,,,'], ['2 id badId']],
  ['a day that does not exist', [',,A,xã,tinh,31/02/2022,,'], ['2 from badDate']],
  ['an end before the beginning', [',,A,xã,tinh,01/02/2022,01/01/2022,'], ['2 to endsBeforeItBegins']],
  ['a yes that is none', [',,A,xã,tinh,,,có lẽ'], ['2 grassroots badGrassroots']],
  ['a formula for a name', [',,=A1,xã,tinh,,,'], ['2 name formula']],
  ['a parent nobody knows', [',,A,xã,đâu đó,,,'], ['2 parent unknownParent']],
  ['a parent of two', [',,Nhóm,trực thuộc,Phú An,,,'], ['2 parent ambiguousParent']],
  ['a parent of the same level', [',,A,xã,Tân Lập,,,'], ['2 parent parentLevel']],
  ['a parent for a province', ['t2,,Tỉnh Hai,tỉnh,tinh,,,'], ['2 parent provinceHasParent']],
  ['a unit under itself', ['h,,H,huyện,h,,,'], ['2 parent cycle']],
  ['a province of another name', [',,Hội LHPN tỉnh Khác,tỉnh,,,,'], ['2 name otherProvince']],
  ['a row twice', [',,A,xã,tinh,,,', ',,A,xã,tinh,,,'], ['3 name duplicate']],
  ['a code of another unit', ['xa-9,00101,A,xã,tinh,,,'], ['2 code sameCode']],
  ['a name that is elsewhere', [',,Hội LHPN xã Tân Lập,xã,huyen-1,,,'], ['2 name sameName']],
  ['a change without its day', ['xa-3,,Hội LHPN xã Tân Mới,xã,huyen-2,,,'], ['2 name changeNeedsDate']],
  ['a change from a day that is taken', [`xa-3,,Tân Mới,xã,huyen-2,${FROM},,`], ['2 from versionExists']],
  ['a unit older than its parent', [',,A,xã,tinh,01/01/2019,,'], ['2 from outlivesParent']],
  [
    'a unit that begins again too early',
    [',,A,xã,tinh,01/01/2022,,', 'b,,B,xã,tinh,01/01/2020,01/06/2022,'],
    ['3 from outlivesParent'],
  ],
  [
    'an end of a parent whose children go on',
    [`huyen-1,,Hội LHPN huyện Đông,huyện,tinh,${FROM},30/06/2022,`],
    ['2 from outlivesParent'],
  ],
])('%s is a problem of its row', (_, lines, problems) => {
  expect(problemsOf(lines)).toEqual(problems)
})

test('several provinces need a parent for each unit', () => {
  expect(problemsOf(['t2,,Tỉnh Hai,tỉnh,,,,', ',,A,xã,,,,'])).toEqual(['3 parent parentNeeded'])
})

test('a column that is missing or there twice is said', () => {
  expect(problemsOf([',A'], 'mã,tên')).toEqual(['1 level missingColumn'])
  expect(problemsOf(['A,xã,B'], 'tên,cấp,Tên đơn vị')).toContain('1 name sameColumn')
})

test('versions of one unit that overlap are a problem', () => {
  const rows = ['c,,C,xã,tinh,01/01/2021,31/12/2022,', 'c,,C mới,xã,tinh,01/06/2022,,']
  expect(problemsOf(rows)).toEqual(['3 from overlap'])
})

test('a row below a broken one is not blamed for it', () => {
  expect(problemsOf([',,Huyện Bắc,làng,tinh,,,', ',,A,xã,Huyện Bắc,,,'])).toEqual(['2 level badLevel'])
})

test('every problem has words in both languages that name row, column and what to write', () => {
  const [problem] = planOf([',,A,xã,đâu đó,,,']).problems
  expect(problem === undefined ? '' : problemWords(problem)).toBe(
    'Dòng 2, cột «đơn vị cấp trên»: không có đơn vị «đâu đó» trong tệp hay trong dữ liệu. Ghi id, mã hoặc tên đúng. / Row 2, parent: no such unit in the file or in the data. Give its id, code or exact name.',
  )
})

test('headings and levels are read with and without accents, below a title', () => {
  const rows = readUnitRows([
    { row: 1, cells: ['DANH SÁCH ĐƠN VỊ'] },
    { row: 3, cells: ['STT', 'TEN DON VI', 'Loai', 'Truc thuoc'] },
    { row: 4, cells: ['1', 'Hội LHPN phường Lê Lợi', 'phuong', 'tinh'] },
  ])
  expect(rows).toMatchObject({ rows: [{ row: 4, level: 'commune', parent: 'tinh' }], ignored: ['STT'], problems: [] })
})

test('a change of name or parent is a new version from its day, the former one ends the day before', () => {
  const plan = planOf([',00101,Hội LHPN xã Phú An Mới,xã,tinh,01/07/2022,,'])
  expect(plan.problems).toEqual([])
  expect(plan.changed).toMatchObject([{ unit: 'xa-1', from: FROM, to: '2022-06-30', parent: 'huyen-1' }])
  expect(plan.added).toMatchObject([{ unit: 'xa-1', from: '2022-07-01', parent: 'tinh', code: '00101' }])
})

test('a unit can be ended, and given a code it had not', () => {
  const plan = planOf([`xa-3,00103,Hội LHPN xã Tân Lập,xã,huyen-2,${FROM},30/06/2022,`])
  expect(plan).toMatchObject({ problems: [], added: [], changed: [{ unit: 'xa-3', to: '2022-06-30', code: '00103' }] })
})

test('what was imported is skipped when it is imported again', () => {
  const rows = [
    ',,Hội LHPN xã Mới,xã,huyện Đông,,,',
    ',009,Hội LHPN xã Chín,xã,001,,,có',
    'k,,Cũ,xã,tinh,01/01/2021,,',
    'k,,Mới,xã,tinh,01/01/2022,,',
  ]
  const first = planOf(rows)
  expect(first.problems).toEqual([])
  const after = { lineage: [], versions: [...REGISTER.versions, ...first.added] }
  expect(planOf(rows, HEAD, after)).toMatchObject({ added: [], changed: [], problems: [], unchanged: 4 })
})

test.each([
  ['semicolons and a byte order mark', '\uFEFFmã;tên;cấp\r\n="00101";Xã A;xã\r\n'],
  ['tabs', 'mã\ttên\tcấp\n00101\tXã A\txã\n'],
  ['quotes', 'mã,tên,cấp\n"00101","Xã A","xã"\n'],
])('a CSV with %s is read', async (_, text) => {
  const file = path.join(temporaryFolder(), 'u.csv')
  writeFileSync(file, text)
  expect(readUnitRows(await readUnitFile(file)).rows).toMatchObject([{ code: '00101', name: 'Xã A', level: 'commune' }])
})

test('an Excel file is read: a formula as what it shows, a date as its day, a number as its digits', async () => {
  const file = path.join(temporaryFolder(), 'u.xlsx')
  writeFileSync(file, sheetFile())
  const read = readUnitRows(await readUnitFile(file))
  expect(read.problems).toEqual([])
  expect(read.rows).toMatchObject([{ row: 2, code: '101', name: 'Xã A', level: 'commune', from: '2022-07-01' }])
})

test('a file in an old code page, an old .xls or no file at all is refused with what to do', async () => {
  const file = path.join(temporaryFolder(), 'u.csv')
  writeFileSync(file, Buffer.from([0x74, 0xea, 0x6e, 0x0a]))
  await expect(readUnitFile(file)).rejects.toThrow('UTF-8')
  await expect(readUnitFile(`${file}.none`)).rejects.toThrow('.xlsx')
})

test('nothing is written by a dry run or while a row is wrong, everything otherwise', async () => {
  const desk = await aDesk()
  await runInit(desk.terminal, { name: 'Hội LHPN tỉnh Thử', from: FROM })
  const { union } = (await startBot(desk)).installation.store
  const good = 'tên,cấp\nHội LHPN xã A,xã\n'
  writeFileSync(path.join(desk.dataDir, 'good.csv'), good)
  writeFileSync(path.join(desk.dataDir, 'bad.csv'), `${good}Hội LHPN xã B,làng\n`)
  expect(await runImportUnits(desk.terminal, 'bad.csv', {})).toBe(1)
  expect(await runImportUnits(desk.terminal, 'good.csv', { dryRun: true })).toBe(0)
  expect(await union.unitVersion.count()).toBe(3)
  expect(await runImportUnits(desk.terminal, 'good.csv', {})).toBe(0)
  expect(await union.unitVersion.findFirst({ where: { name: 'Hội LHPN xã A' } })).toMatchObject({ parent: 'tinh' })
  expect(await runImportUnits(desk.terminal, 'good.csv', {})).toBe(0)
  expect(await union.unitVersion.count()).toBe(4)
})
