import { expect, test } from 'vitest'
import { at, localDate } from '../../../src/domain/calendar.ts'
import { personId, unitId } from '../../../src/domain/ids.ts'
import type { Report } from '../../../src/domain/report/report.ts'
import { tally } from '../../../src/domain/tally/tally.ts'
import { figuresPaper } from '../../../src/flows/papers/figuresPaper.ts'
import { type Paper, speakPaper, type Table } from '../../../src/flows/papers/paper.ts'
import { periodicReport } from '../../../src/flows/papers/periodicReport.ts'
import type { Line } from '../../../src/flows/say.ts'
import type { Ctx } from '../../../src/flows/union/context.ts'
import { figuresOf } from '../../../src/flows/union/figures.ts'
import type { Asking, Known, Need } from '../../../src/flows/union/needs.ts'
import { aReport } from '../../support/builders.ts'
import { plan2022 } from '../../support/plan2022.ts'
import { speak, startUnionTalk, TREE } from '../../support/unionTalk.ts'

const PROVINCE = unitId('tinh')
const NAMESAKES = TREE.inForce(localDate('2022-06-15'))
  .filter(({ name }) => name.endsWith('xã Phú An'))
  .map(({ unit }) => unit)

const ctxOn = (day: string, unit = PROVINCE): Ctx =>
  startUnionTalk({
    now: at(localDate(day), 9),
    who: { id: personId('p9'), name: 'Minh', grants: [{ role: 'leader', unit }] },
    plans: [plan2022],
  }).ctx

/** Answers what papers ask from these reports alone. */
function drive<T>(asking: Asking<T>, reports: readonly Report[]): T {
  let step = asking.next()
  while (step.done !== true) step = asking.next(known(step.value, reports))
  return step.value
}

function known(need: Need, reports: readonly Report[]): Known {
  if (need.need === 'figures') {
    return { need: 'figures', figures: need.days.map((asOf) => tally({ ...need, reports, asOf })) }
  }
  if (need.need === 'reports') {
    return { need: 'reports', reports: reports.filter(({ unit }) => need.units.includes(unit)) }
  }
  if (need.need === 'anyReport') {
    return { need: 'anyReport', any: reports.some(({ eventDate: on }) => need.from <= on && on <= need.to) }
  }
  if (need.need === 'letterhead') return { need: 'letterhead', letterhead: undefined }
  throw new Error(`not known here: ${need.need}`)
}

const spoken = (paper: Paper<Line> | undefined): Paper<string> => {
  if (paper === undefined) throw new Error('no paper')
  return speakPaper(paper, speak)
}
const tablesOf = (paper: Paper<string>): readonly Table<string>[] =>
  paper.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
const columns = (paper: Paper<string>): readonly string[] => tablesOf(paper)[0]?.columns.map(({ head }) => head) ?? []
const rowIn = (paper: Paper<string>, id: string) => tablesOf(paper)[0]?.rows.find(([row]) => row === id)

const com = (on: string, unit: string = PROVINCE): Report =>
  aReport({ unit, on, form: 'F-COM', answers: { kind: 'group', sessions: 1, participants: 10 } })

const figuresIn = (reports: readonly Report[], ctx: Ctx, unit = PROVINCE): Paper<string> => {
  const opened = drive(figuresOf(unit, ctx), reports)
  if (opened === undefined) throw new Error('no plan')
  return spoken(drive(figuresPaper(unit, 300, opened, ctx), reports))
}

test('the table of a quarter has the figures of the quarter beside those of the year, and says which is which', () => {
  const reports = [com('2022-02-01'), com('2022-08-01'), com('2022-09-01')]
  const paper = spoken(
    drive(periodicReport(PROVINCE, { kind: 'quarter', n: 3, year: 2022 }, ctxOn('2022-10-05')), reports),
  )
  expect(columns(paper)).toEqual(expect.arrayContaining(['Trong kỳ', 'Lũy kế từ đầu năm']))
  const place = columns(paper).indexOf('Trong kỳ')
  expect(rowIn(paper, 'T2.3.1')?.slice(place, place + 2)).toEqual(['2 (đã duyệt 0)', '3 (đã duyệt 0)'])
  expect(paper.blocks.map((block) => (block.kind === 'heading' ? block.text : ''))).toContain(
    'VI. KẾT QUẢ THỰC HIỆN CHỈ TIÊU (LŨY KẾ TỪ ĐẦU NĂM ĐẾN 30/09/2022)',
  )
  const year = spoken(drive(periodicReport(PROVINCE, { kind: 'year', n: 1, year: 2022 }, ctxOn('2022-10-05')), reports))
  expect(columns(year)).not.toContain('Trong kỳ')
})

test('the report of a year that is over says that it was not reached, and goes on with nothing of it', () => {
  const paper = spoken(
    drive(periodicReport(PROVINCE, { kind: 'year', n: 1, year: 2022 }, ctxOn('2023-01-10')), [com('2022-02-01')]),
  )
  const texts = paper.blocks.map((block) => (block.kind === 'table' ? '' : block.text))
  expect(texts.some((one) => one.startsWith('- I.2') && one.endsWith('Chưa đạt.'))).toBe(true)
  expect(texts.filter((one) => one.includes('Tiếp tục thực hiện chỉ tiêu'))).toEqual([])
})

test('nothing is compared with a year of which nothing is known, and a paper without a report says so', () => {
  const ctx = ctxOn('2022-10-05')
  expect(columns(figuresIn([com('2022-02-01')], ctx))).not.toContain('So cùng kỳ')
  expect(columns(figuresIn([com('2022-02-01'), com('2021-02-01')], ctx))).toContain('So cùng kỳ')
  const silent = drive(periodicReport(PROVINCE, { kind: 'quarter', n: 3, year: 2022 }, ctx), [])
  expect(spoken(silent).lines.join()).toContain('chưa có báo cáo nào')
})

test('a commune’s table leaves out what only the province is asked', () => {
  const [commune = PROVINCE] = NAMESAKES
  const reports = [com('2022-02-01', commune)]
  const paper = figuresIn(reports, ctxOn('2022-10-05', commune), commune)
  expect(rowIn(paper, 'I.2')).toBeDefined()
  expect(rowIn(paper, 'I.1')).toBeUndefined()
  expect(rowIn(paper, 'T2.1.4')).toBeUndefined()
  const report = drive(
    periodicReport(commune, { kind: 'quarter', n: 3, year: 2022 }, ctxOn('2022-10-05', commune)),
    reports,
  )
  expect(rowIn(spoken(report), 'T2.1.4')).toBeUndefined()
})

test('units of one name are told apart in every table', () => {
  expect(NAMESAKES.length).toBe(2)
  const reports = NAMESAKES.flatMap((unit) => [
    aReport({ unit, on: '2022-02-01', form: 'F-SUP', answers: { role: 'lead' } }),
    aReport({ unit, on: '2022-02-01', form: 'F-MED', answers: { total: 1, success: 1 } }),
  ])
  const texts = tablesOf(figuresIn(reports, ctxOn('2022-10-05'))).flatMap(({ rows }) => rows.flat())
  expect(texts).not.toContain('xã Phú An')
  expect(texts).toEqual(expect.arrayContaining(['xã Phú An (huyện Đông Hà Giang)', 'xã Phú An (huyện Nam Khê)']))
})

test('a paper states no 0 where nobody answered, and does where 0 was the answer', () => {
  const dialogue = (answers: Report['answers']) => [
    aReport({ unit: PROVINCE, on: '2022-06-10', form: 'F-DLG', answers }),
  ]
  const said = (answers: Report['answers']) =>
    spoken(drive(periodicReport(PROVINCE, { kind: 'month', n: 6, year: 2022 }, ctxOn('2022-06-15')), dialogue(answers)))
      .blocks.map((block) => (block.kind === 'table' ? '' : block.text))
      .find((one) => one.includes('đối thoại với')) ?? ''
  expect(said({ attendees: 50, questions: 12 })).toContain('12 ý kiến được nêu, …… ý kiến được trả lời tại chỗ')
  expect(said({ attendees: 50, questions: 12, answered_on_spot: 0 })).toContain('0 ý kiến được trả lời tại chỗ')
})

test('what still has time is no shortcoming of the period', () => {
  const limits = (day: string, year: number) => {
    const paper = spoken(drive(periodicReport(PROVINCE, { kind: 'year', n: 1, year }, ctxOn(day)), [com('2022-02-01')]))
    const texts = paper.blocks.map((block) => (block.kind === 'table' ? '' : block.text))
    const from = texts.findIndex((one) => one.includes('TỒN TẠI, HẠN CHẾ'))
    return texts.slice(from + 1, texts.indexOf('Nguyên nhân: '))
  }
  expect(limits('2022-06-15', 2022)).toEqual([
    'Chưa có chỉ tiêu nào quá hạn mà chưa đạt; các chỉ tiêu còn lại đang thực hiện.',
  ])
  expect(limits('2023-01-10', 2022).some((one) => one.startsWith('- I.2'))).toBe(true)
})
