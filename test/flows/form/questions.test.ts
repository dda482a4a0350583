import { describe, expect, test } from 'vitest'
import type { Field, FieldKind, Value } from '../../../src/domain/plan/form.ts'
import { aForm, aPlan, day } from '../../support/builders.ts'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

const OPTIONS = ['đất đai', 'hôn nhân', 'lao động'].map((vi, n) => ({ id: `o${n + 1}`, label: { vi } }))

const aField = (id: string, kind: FieldKind, given: Partial<Field> = {}): Field => ({
  id,
  kind,
  label: { vi: `Nhãn ${id}` },
  ask: { vi: `Hỏi ${id}?` },
  optional: false,
  ...given,
})

/** A talk at the first question of a form with these fields; a last one stands behind them. */
function asking(...fields: readonly Field[]): UnionTalk {
  const form = aForm('F-X', { eventDate: 'held_on', fields: [...fields, aField('end', 'text')] })
  const talk = startUnionTalk({ plans: [aPlan([], { forms: [form], to: day('2022-12-31') })] })
  openForm(talk, 'F-X')
  return talk
}

const draftOf = (talk: UnionTalk) => [...talk.store.drafts.values()][0]
function valueOf(talk: UnionTalk, path: string): Value | undefined {
  const answered = draftOf(talk)?.answers[path]
  return answered?.kind === 'value' ? answered.value : undefined
}
const pathOf = (talk: UnionTalk): string => {
  const { place } = talk.conversation()
  return place.at === 'form' ? place.path : place.at
}

describe('several choices', () => {
  test.each([
    ['numbers', '1, 3', ['o1', 'o3']],
    ['a range', '1-3', ['o1', 'o2', 'o3']],
    ['labels', 'đất đai và lao động', ['o1', 'o3']],
    ['labels without accents', 'hon nhan, dat dai', ['o1', 'o2']],
    ['all of them', 'tất cả', ['o1', 'o2', 'o3']],
    ['other names', 'đđ, bhxh', ['o1', 'o3']],
    ['labels with no comma between', 'hôn nhân đất đai ạ', ['o1', 'o2']],
    ['labels and other names mixed', 'hn va dat dai', ['o1', 'o2']],
  ])('typed as %s', (_how, said, value) => {
    const aliases = [['đđ'], ['hn'], ['bhxh']]
    const options = OPTIONS.map((one, n) => ({ ...one, aliases: aliases[n] ?? [] }))
    const talk = asking(aField('many', 'many', { options }))
    talk.say(said)
    expect(valueOf(talk, 'many')).toEqual(value)
  })
  test('ticked one by one they keep the order of the form', () => {
    const talk = asking(aField('many', 'many', { options: OPTIONS }))
    for (const id of ['m:o3', 'm:o2', 'm:o1', 'm:o2', 'done']) talk.press(id)
    expect(valueOf(talk, 'many')).toEqual(['o1', 'o3'])
  })
  test('a tick writes nothing yet', () => {
    const talk = asking(aField('many', 'many', { options: OPTIONS }))
    expect(talk.press('m:o3').effects).toEqual([])
  })
  test.each(['đất đai', 'dat dai', '1'])('one alone, typed, is the whole answer: «%s»', (said) => {
    const talk = asking(aField('many', 'many', { options: OPTIONS }))
    talk.say(said)
    expect(valueOf(talk, 'many')).toEqual(['o1'])
    expect(pathOf(talk)).toBe('end')
  })
  test('while some are ticked the sentence names «Xong», and «ok» is it too', () => {
    const talk = asking(aField('many', 'many', { options: OPTIONS }))
    expect(spoken(talk.press('m:o3'))).toContain('«Xong»')
    talk.say('đất đai')
    talk.say('ok em')
    expect(valueOf(talk, 'many')).toEqual(['o1', 'o3'])
  })
  test.each([
    ['putting an earlier answer right', ['sửa câu 1', '7']],
    ['putting it right at once', ['à nhầm, 7']],
    ['leaving and coming back', ['để sau', 'tiếp tục']],
  ])('%s keeps the ticks', (_what, words) => {
    const talk = asking(aField('n', 'number'), aField('many', 'many', { options: OPTIONS }))
    talk.say('5')
    talk.press('m:o3')
    for (const said of words) talk.say(said)
    expect(pathOf(talk)).toBe('many')
    talk.press('done')
    expect(valueOf(talk, 'many')).toEqual(['o3'])
  })
  test('a part that fits nothing is no answer at all', () => {
    const talk = asking(aField('many', 'many', { options: OPTIONS }))
    expect(talk.say('đất đai, bóng đá').effects).toEqual([])
    expect(pathOf(talk)).toBe('many')
  })
})

describe('figures by option', () => {
  test('only those she named are asked, one number each', () => {
    const talk = asking(aField('counts', 'countsByOption', { options: OPTIONS, min: 1 }))
    talk.say('1, 3')
    talk.say('4')
    expect(pathOf(talk)).toBe('counts.o3')
    talk.say('5')
    expect(pathOf(talk)).toBe('end')
    expect([valueOf(talk, 'counts.o1'), valueOf(talk, 'counts.o3')]).toEqual([4, 5])
  })
  test('nought is refused where one is the least', () => {
    const talk = asking(aField('counts', 'countsByOption', { options: OPTIONS, min: 1 }))
    talk.say('1, 3')
    expect(talk.say('0').effects).toEqual([])
    expect(pathOf(talk)).toBe('counts.o1')
  })
})

describe('a list of records', () => {
  const list = (given: Partial<Field> = {}) =>
    aField('list', 'recordList', { fields: [aField('text', 'text'), aField('n', 'number')], ...given })

  test('its first record is asked at once, then whether there is another', () => {
    const talk = asking(list())
    expect(pathOf(talk)).toBe('list.0.text')
    talk.say('việc một')
    talk.say('1')
    expect(pathOf(talk)).toBe('list.$done')
    expect(talk.choices().slice(0, 2)).toEqual(['more', 'enough'])
  })
  test('another is a whole record again', () => {
    const talk = asking(list())
    for (const said of ['việc một', '1', 'thêm', 'việc hai', '2', 'đủ rồi']) talk.say(said)
    expect(pathOf(talk)).toBe('end')
    expect(['0.text', '0.n', '1.text', '1.n'].map((path) => valueOf(talk, `list.${path}`))).toEqual([
      'việc một',
      1,
      'việc hai',
      2,
    ])
  })
  test('an optional one first asks whether there is any', () => {
    const talk = asking(list({ optional: true }))
    expect(pathOf(talk)).toBe('list.$done')
    talk.say('không có')
    expect(pathOf(talk)).toBe('end')
  })
})

describe('what is doubted is read back', () => {
  test('an unusual number of a document is kept after a yes', () => {
    const talk = asking(aField('doc', 'docRef'))
    expect(talk.say('công văn số 45').effects).toEqual([])
    talk.press('sure')
    expect(valueOf(talk, 'doc')).toMatchObject({ symbol: 'công văn số 45' })
  })
  test('a usual one is taken at once', () => {
    const talk = asking(aField('doc', 'docRef'))
    talk.say('12/BC-BTV ngày 5/3/2022')
    expect(valueOf(talk, 'doc')).toEqual({ symbol: '12/BC-BTV', date: '2022-03-05' })
  })
  test('a phone number in a text that goes up the line', () => {
    const talk = asking(aField('note', 'text', { noNames: true }))
    expect(talk.say('gọi chị Hoa 0912345678').effects).toEqual([])
    expect(talk.choices()).toEqual(['sure', 'again'])
    talk.press('again')
    talk.say('đã gọi chị ấy')
    expect(valueOf(talk, 'note')).toBe('đã gọi chị ấy')
  })
  test('a phone number where a name is asked for; the name alone is taken', () => {
    const talk = asking(aField('speaker', 'text'))
    expect(spoken(talk.say('chị Mai 0912345678'))).toContain('số điện thoại')
    expect(talk.choices()).toEqual(['sure', 'again'])
    talk.press('again')
    talk.say('chị Nguyễn Thị Mai, Hội Phụ nữ xã')
    expect(valueOf(talk, 'speaker')).toBe('chị Nguyễn Thị Mai, Hội Phụ nữ xã')
  })
  test('the name of one who was harmed, where a name is asked for', () => {
    const talk = asking(aField('speaker', 'text'))
    expect(spoken(talk.say('nạn nhân Lê Thị Mơ kể chuyện'))).toContain('tên riêng')
    expect(talk.choices()).toEqual(['sure', 'again'])
  })
  test('a rough number', () => {
    const talk = asking(aField('n', 'number'))
    expect(talk.say('khoảng 40 người').effects).toEqual([])
    talk.say('đúng rồi')
    expect(valueOf(talk, 'n')).toBe(40)
  })
  test('another answer instead of a yes is the answer', () => {
    const talk = asking(aField('n', 'number'))
    talk.say('khoảng 40 người')
    talk.say('38')
    expect(valueOf(talk, 'n')).toBe(38)
  })
})

describe('dates', () => {
  test('tomorrow is refused', () => {
    const talk = asking(aField('held_on', 'date'))
    expect(spoken(talk.say('16/6/2022'))).toContain('chưa tới')
    expect(pathOf(talk)).toBe('held_on')
  })
  test('today is taken', () => {
    const talk = asking(aField('held_on', 'date'))
    talk.say('hôm nay')
    expect(valueOf(talk, 'held_on')).toBe('2022-06-15')
  })
  test('a due date may lie ahead', () => {
    const talk = asking(aField('due_on', 'date', { future: true }))
    talk.say('30/12/2022')
    expect(valueOf(talk, 'due_on')).toBe('2022-12-30')
  })
})

describe('units', () => {
  test('of one name are told apart by what they belong to', () => {
    const talk = asking(aField('with', 'units'))
    const turn = talk.say('Phú An')
    expect(turn.effects).toEqual([])
    expect(talk.choices().slice(0, 2)).toEqual(['v:xa-1', 'v:xa-10'])
    talk.press('v:xa-10')
    expect(valueOf(talk, 'with')).toEqual(['xa-10'])
  })
  test('only of the levels that the question allows', () => {
    const talk = asking(aField('with', 'units', { levels: ['province'] }))
    talk.say('Phú An')
    expect(pathOf(talk)).toBe('with')
  })
})

describe('evidence', () => {
  test('files come one by one until she is done', () => {
    const talk = asking(aField('files', 'evidence', { max: 3 }))
    talk.sendFile('a')
    talk.sendFile('b')
    expect(pathOf(talk)).toBe('files')
    talk.press('done')
    expect(valueOf(talk, 'files')).toEqual({ files: ['a', 'b'], links: [] })
    expect(pathOf(talk)).toBe('end')
  })
  test('one file more than allowed is refused and the others stay', () => {
    const talk = asking(aField('files', 'evidence', { max: 3 }))
    for (const name of ['a', 'b', 'c']) talk.sendFile(name)
    const turn = talk.sendFile('d')
    expect(turn.effects).toEqual([])
    expect(spoken(turn)).toContain('tối đa 3')
    expect(valueOf(talk, 'files')).toEqual({ files: ['a', 'b', 'c'], links: [] })
  })
  test('a link is taken', () => {
    const talk = asking(aField('files', 'evidence'))
    talk.say('ảnh ở đây https://vi.example.org/a?b=1 chị nhé')
    expect(valueOf(talk, 'files')).toEqual({ files: [], links: ['https://vi.example.org/a?b=1'] })
  })
  test.each([
    'https://lan:matkhau@example.org/a',
    'https://lan@example.org',
    'https://example.org/a http://[x',
    'http:',
    'https://localhost/a',
    `https://example.org/${'a'.repeat(500)}`,
  ])('«%s» is refused and named, with nothing taken', (said) => {
    const talk = asking(aField('files', 'evidence'))
    const turn = talk.say(said)
    expect(turn.effects).toEqual([])
    expect(spoken(turn)).toContain('liên kết')
    expect(pathOf(talk)).toBe('files')
  })
  test('a file at another question is not taken', () => {
    const talk = asking(aField('n', 'number'))
    expect(talk.sendFile('a').effects).toEqual([])
    expect(pathOf(talk)).toBe('n')
  })
})

test('every step writes the same bytes, however long the form is', () => {
  const bytesOf = (length: number): readonly number[] => {
    const fields = Array.from({ length }, (_, n) => aField(`q${String(n).padStart(3, '0')}`, 'number'))
    const talk = asking(...fields)
    return fields.map(() => JSON.stringify(talk.say('7').effects).length)
  }
  expect(new Set([...bytesOf(3), ...bytesOf(40)]).size).toBe(1)
})

test('her conversation does not grow with her answers', () => {
  const talk = asking(...Array.from({ length: 30 }, (_, n) => aField(`q${String(n).padStart(3, '0')}`, 'number')))
  const sizes = Array.from({ length: 29 }, () => JSON.stringify(talk.say('7').conversation.place).length)
  expect(new Set(sizes).size).toBe(1)
})

test('“hủy” in the middle, then kept: the same question again, nothing can be sent yet', () => {
  const talk = asking(aField('n', 'number'))
  talk.say('hủy')
  expect(talk.press('show').effects).toEqual([])
  expect([pathOf(talk), talk.choices().includes('send')]).toEqual(['n', false])
})
