import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../../src/domain/calendar.ts'
import { type LineReading, readLine } from '../../../src/domain/line/readLine.ts'
import { plan2022 } from '../../support/plan2022.ts'
import { type Labelled, measureLines } from './measureLines.ts'
import { many } from '../../support/many.ts'

const ALL = new Set(plan2022.forms.map((form) => form.id))
const read = (text: string, allowed: ReadonlySet<string> = ALL): LineReading =>
  readLine(text, { forms: plan2022.forms, allowed, today: localDate('2022-06-15') })

const data = path.join(import.meta.dirname, '../../data')
const isLabelled = (value: unknown): value is Labelled => typeof value === 'object' && value !== null && 'text' in value
const labelled = (name: string): readonly Labelled[] =>
  readFileSync(path.join(data, name), 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
    .filter(isLabelled)

describe('the lines it was tuned on', () => {
  const measured = measureLines(labelled('lines.own.jsonl'), '2022-06-15')
  test('no report that is none, nothing wrong taken without asking', () => {
    expect([measured.falseReports, measured.silentlyWrong]).toEqual([[], []])
  })
  test('the right form of nearly all, most of what is said is read', () => {
    expect(measured.form.n / measured.form.of).toBeGreaterThanOrEqual(0.97)
    expect(measured.read.n / measured.read.of).toBeGreaterThanOrEqual(0.95)
    expect(measured.recall.n / measured.recall.of).toBeGreaterThanOrEqual(0.9)
  })
})

describe('the two lines of the brief', () => {
  test('a talk on the law against violence', () => {
    expect(read('truyền thông luật PCBLGĐ 12/3 ở thôn Đông, 45 người 30 nữ')).toEqual({
      kind: 'report',
      form: 'F-COM',
      given: { held_on: '2022-03-12', place: 'thôn Đông', topics: ['dv'], participants: 45, women: 30 },
      doubtful: { kind: 'group' },
    })
  })
  test('a supervision', () => {
    expect(read('GS 1 chính sách nhà ở hôm qua chủ trì')).toEqual({
      kind: 'report',
      form: 'F-SUP',
      given: { conducted_on: '2022-06-14', role: 'lead' },
      doubtful: { policy_title: 'chính sách nhà ở' },
    })
  })
})

describe('what names only an activity', () => {
  test.each([
    ['truyen thong', 'F-COM'],
    ['báo cáo giám sát', 'F-SUP'],
    ['hoà giải', 'F-MED'],
    ['em ơi chị báo cáo tuyên truyền nhé', 'F-COM'],
  ])('%s', (said, form) => {
    expect(read(said)).toEqual({ kind: 'name', form })
  })
})

describe('only the name of an activity and its day', () => {
  test.each([
    ['bc tuyên truyền hôm qua', 'F-COM', { given: { held_on: '2022-06-14' } }],
    ['báo cáo giám sát 5/6', 'F-SUP', { given: { conducted_on: '2022-06-05' } }],
    ['tuyen truyen hqua nhe', 'F-COM', { given: { held_on: '2022-06-14' } }],
    // Said of a report a day is never one to come, however near.
    ['báo cáo giám sát 12/8', 'F-SUP', { doubtful: { conducted_on: '2021-08-12' } }],
  ])('%s', (said, form, answers) => {
    expect(read(said)).toMatchObject({ kind: 'report', form, ...answers })
  })
  test('without a word of reporting it may be a plan', () => {
    expect(read('giám sát 12/8')).toEqual({ kind: 'ahead', date: '2022-08-12' })
  })
})

describe('what may be meant in two ways is asked or left open', () => {
  const taken = (said: string): unknown => {
    const reading = read(said)
    return reading.kind === 'report' ? reading.given : undefined
  }
  test.each([
    ['tư vấn 10/6 2 chị bị chồng đánh, 1 chị ly hôn', { held_on: '2022-06-10' }],
    ['tt luật hôn nhân t5, 60 ng', { topics: ['marriage_family'], participants: 60 }],
    ['tuyên truyền an toàn giao thông 60 hs lớp 9 trường thcs hôm qua', { held_on: '2022-06-14', topics: ['other'] }],
    ['tuyên truyền miệng đất đai 30-40 người hôm qua', { held_on: '2022-06-14', topics: ['land'] }],
    ['tuyên truyền đất đai từ 30 đến 40 người hôm qua', { held_on: '2022-06-14', topics: ['land'] }],
    [
      'đăng bài fb về bđg 10/6 tiếp cận 3,5k người',
      { held_on: '2022-06-10', kind: 'online', topics: ['gender_equality'] },
    ],
    [
      'tuyên truyền đất đai hôm qua 45 người 30 nữ 5 tờ rơi/người',
      { held_on: '2022-06-14', topics: ['land'], participants: 45, women: 30 },
    ],
  ])('%s', (said, given) => {
    expect(taken(said)).toEqual(given)
  })
  test.each([
    ['tư vấn 10/6 3 chị: 2 ly hôn, 1 đất đai', { consultations: { divorce_custody: 2, property_land: 1 } }],
    ['tt luật hôn nhân t5 tuần trước, 60 ng', { held_on: '2022-06-09' }],
    ['tt luật hôn nhân t7, 60 ng', { held_on: '2022-06-11' }],
    ['tập huấn hôm qua lớp 9 người', { participants: 9 }],
    ['đăng bài fb về bđg 10/6 tiếp cận 3500 lượt xem', { reach: 3500 }],
    ['truyền thông đất đai 2 cuộc mỗi cuộc 30 người ngày 10/6', { sessions: 2 }],
  ])('but not what is clear: %s', (said, given) => {
    expect(taken(said)).toMatchObject(given)
  })
})

describe('a day said without its year', () => {
  const on = (today: string, said: string): LineReading =>
    readLine(said, { forms: plan2022.forms, allowed: ALL, today: localDate(today) })
  const LINE = 'truyền thông luật PCBLGĐ 12/3 ở thôn Đông, 45 người 30 nữ'
  test.each(['2022-06-15', '2022-11-20', '2022-12-31'])('12/3 is of the year that is being reported: %s', (today) => {
    expect(on(today, LINE)).toMatchObject({ kind: 'report', given: { held_on: '2022-03-12' } })
  })
  test('nearly a year ago it is asked', () => {
    expect(on('2022-12-28', 'truyền thông đất đai 3/1, 45 người 30 nữ')).toMatchObject({
      kind: 'report',
      doubtful: { held_on: '2022-01-03' },
    })
  })
  test.each([
    ['truyền thông đất đai 20/6, 45 người', '2022-06-20'],
    ['truyền thông đất đai 3/1/2023, 45 người', '2023-01-03'],
    ['tập huấn 25/6 ở xã, 40 người', '2022-06-25'],
  ])('«%s» is ahead', (said, date) => {
    expect(on('2022-06-15', said)).toEqual({ kind: 'ahead', date })
  })
  test('a year that is said in words is said', () => {
    expect(on('2022-06-15', 'truyền thông đất đai hôm 20/8 năm ngoái, 45 người')).toMatchObject({
      kind: 'report',
      doubtful: { held_on: '2021-08-20' },
    })
  })
  test('what is no activity is none, ahead or not', () => {
    expect(on('2022-06-15', 'đám cưới 20/6 nhà chị Hoa')).toEqual({ kind: 'none' })
  })
})

describe('doubt is asked', () => {
  test('two kinds of activity in one line', () => {
    expect(read('hôm qua truyền thông và tư vấn pháp luật cho 40 người')).toMatchObject({
      kind: 'which',
      forms: ['F-COM', 'F-CNS'],
    })
  })
  test('a rough number, a number of several meanings', () => {
    expect(read('tuyên truyền ngày 10/6 khoảng 40 người')).toMatchObject({ doubtful: { participants: 40 } })
    expect(read('hòa giải tháng 5: 5 vụ thành 4, 1 đang giải quyết')).toMatchObject({ given: { period: '2022-05' } })
    expect(read('hòa giải tháng 5: 5 vụ thành 4, 1 đang giải quyết')).not.toMatchObject({ given: { success: 5 } })
  })
  test('more women than people', () => {
    expect(read('tuyên truyền ngày 10/6, 30 người 45 nữ')).toMatchObject({ doubtful: { participants: 30, women: 45 } })
  })
  test('the holiday that was the occasion', () => {
    expect(read('tuyên truyền bình đẳng giới nhân dịp 8/3, 100 người')).toMatchObject({
      doubtful: { held_on: '2022-03-08' },
    })
  })
  test('a share is neither a day nor a number', () => {
    const reading = read('tuyên truyền bđg tại 10/12 thôn, 45/50 người')
    expect(JSON.stringify(reading)).not.toMatch(/2021-12-10|45|50/)
  })
  test('a list of which a part is not known', () => {
    expect(read('tuyên truyền luật đất đai và luật thú y 10/6, 40 người')).toMatchObject({
      doubtful: { topics: ['land'] },
    })
  })
})

describe('no report', () => {
  test.each([
    'khi nào nộp báo cáo giám sát 12/3?',
    'tuần sau xã tổ chức truyền thông 45 người',
    'kính mời các chị dự tập huấn ngày 10/6',
    'chưa tổ chức được buổi truyền thông nào tháng 5',
    'hôm qua chị gửi báo cáo truyền thông rồi',
    'sửa báo cáo giám sát hôm qua giúp chị',
    'giám sát '.repeat(60),
    '',
  ])('%s', (said) => {
    expect(read(said)).toEqual({ kind: 'none' })
  })
  test('of a kind that her unit does not report', () => {
    expect(read('truyền thông 12/3, 45 người', new Set(['F-SUP']))).toEqual({ kind: 'none' })
  })
})

describe('words that contain others', () => {
  test.each([
    ['hoàn thành lớp tập huấn 10/6, 30 học viên', 'F-COM'],
    ['tập huấn cho chi hội trưởng 10/6, 30 người', 'F-COM'],
    ['chia sẻ, tuyên truyền luật trẻ em 10/6', 'F-COM'],
    ['đối thoại 10/6, 60 người ở xóm Chùa', 'F-DLG'],
  ])('%s is a report', (said, form) => {
    expect(read(said)).toMatchObject({ kind: 'report', form })
  })
})

const PIECES = plan2022.forms
  .flatMap((form) => [...form.words, ...form.fields.flatMap((one) => [...(one.words ?? []), ...(one.maybe ?? [])])])
  .concat([
    '12/3',
    'hôm qua',
    '45',
    '30 nữ',
    'người',
    ',',
    'ngày',
    'mỗi',
    '/',
    '-',
    'quý 1',
    'tháng 5',
    '217-QĐ/TW',
    '🙏',
    '\n',
  ])

const RUNS = many(300, 10_000)

test('anything made of its own words is read without a crash, and never into the future', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
      const reading = read(pieces.join(' '))
      if (reading.kind !== 'report') return
      const dates = Object.values({ ...reading.given, ...reading.doubtful }).flatMap((one) =>
        typeof one === 'string' && /^\d{4}-\d\d-\d\d$/.test(one) ? [one] : [],
      )
      expect(dates.every((one) => one <= '2022-06-15')).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

const heard = (said: string): readonly string[] => {
  const reading = read(said)
  return reading.kind === 'which' ? reading.forms : 'form' in reading ? [reading.form] : []
}

describe('a text that was issued', () => {
  test.each([
    ['ban hành kế hoạch giám sát năm 2022 ngày 10/6', 'F-PLN'],
    ['kế hoạch tư vấn lưu động năm 2022 của xã đã ban hành hôm 10/6', 'F-PLN'],
    ['da ban hanh huong dan 07/HD-BTV ve cong tac giam sat, ky 10/6', 'F-DIR'],
    ['ra công văn 22 về góp ý dự thảo luật gửi các xã, 10/6', 'F-DIR'],
    ['bc quy 1 da nop cho tinh hom 10/6', 'F-RPT'],
  ])('is what is reported, not what it is about: %s', (said, form) => {
    expect(heard(said)[0]).toBe(form)
  })
  test.each([
    ['giám sát việc ban hành kế hoạch dân chủ ở xã, chủ trì, 10/6', 'F-SUP'],
    ['góp ý dự thảo kế hoạch sử dụng đất, gửi 10/6, 5 ý kiến', 'F-FBK'],
    ['gửi công văn góp ý dự thảo luật dân số 10/6, 5 ý kiến', 'F-FBK'],
  ])('unless something was done about it: %s', (said, form) => {
    expect(read(said)).toMatchObject({ kind: 'report', form })
  })
})

describe('a name of an activity is heard', () => {
  test.each([
    ['tham gia giám sts với mặt trận về nước sạch 10/6', 'F-SUP'],
    ['giam sar bep an truong mam non 10/6', 'F-SUP'],
    ['đối thaoi với phụ nữ xã 10/6, 40 chị', 'F-DLG'],
  ])('with a slip of a letter: %s', (said, form) => {
    expect(heard(said)).toContain(form)
  })
  test.each([
    ['hôm qua đăng 12 tin về bhxh tự nguyện', 'F-COM'],
    ['tiếp nhận năm đơn về đất đai 10/6', 'F-PET'],
  ])('with a number inside: %s', (said, form) => {
    expect(heard(said)).toContain(form)
  })
})

test('that the report of a period was sent is what is reported, of another it is only said', () => {
  expect(heard('Báo cáo quý 1 em gửi lên tỉnh chiều qua rồi nha')).toEqual(['F-RPT'])
  expect(heard('hôm qua chị gửi báo cáo truyền thông lên tỉnh rồi')).toEqual([])
})

describe('what was not done, or by another', () => {
  test.each([
    'ngày mốt huyện giám sát trường mầm non, 5 người',
    'hôm qua định tuyên truyền cho 40 chị mà mưa quá',
    'hôm qua bên huyện đoàn đối thoại 60 thanh niên, đâu phải hội mình',
    'nghe bên mặt trận nói mới giám sát nước sạch hôm 10/6',
    'đang dự thảo kế hoạch truyền thông quý 2',
    'bữa nào tư vấn lưu động 30 chị thì gọi em',
  ])('is no report: %s', (said) => {
    expect(read(said)).toEqual({ kind: 'none' })
  })
})

test('of several sessions with a number each none is taken for the whole', () => {
  const reading = read('tập huấn pcblgđ hai lớp hôm 10/6, lớp đầu 35 người lớp sau 42')
  expect(reading).toMatchObject({ kind: 'report', form: 'F-COM' })
  expect(JSON.stringify(reading)).not.toMatch(/35|42/)
})

describe('numbers that are tied to each other', () => {
  test('where one could be read in two ways, the others are asked too', () => {
    const reading = read('quý 1 hòa giải 9 vụ thành 7, 2 vụ chưa thành')
    expect(reading).toMatchObject({ kind: 'report', form: 'F-MED', given: { period: '2022-Q1' } })
    const { given } = reading.kind === 'report' ? reading : { given: {} }
    expect(Object.keys(given)).toEqual(['period'])
  })
})
