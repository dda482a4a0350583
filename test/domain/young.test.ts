import { expect, test } from 'vitest'
import { triage } from '../../src/domain/triage.ts'
import { readLabelled } from './labelled.ts'

test.each([
  'bố con đang đánh mẹ con, con sợ lắm',
  'bo con dang danh me con, con so lam co oi',
  'Cô ơi con bị bạn cùng lớp bắt nạt',
  'Cháu chào cô, cháu muốn hỏi về học bổng',
  'Em học lớp 8, bố mẹ em cãi nhau suốt',
  'cháu đang học lớp 9 ạ',
  'Dạ con 12 tuổi',
])('a child speaks of herself: %s', (text) => {
  expect(triage(text).young).toBe(true)
})

test.each([
  'Bố con nó đang đánh em, con sợ lắm',
  'Con em học lớp 5, em muốn ly hôn thì ai nuôi con',
  'con 8 tuổi muốn ở với mẹ thì tòa có hỏi ý kiến con không',
  'Con gái tôi mới 15 tuổi, cháu bỏ học',
  'Cháu nhà tôi bị bạn đánh ở trường',
  'Cô ơi con em sốt từ hôm qua',
  'Chị ơi cho em hỏi lớp 10 thì nộp hồ sơ ở đâu',
  'Các cháu lớp 4 diễn kịch hay lắm',
])('a grown-up speaks of a child: %s', (text) => {
  expect(triage(text).young).toBe(false)
})

test('of all labelled messages hardly one without a word of a child sounds like one', () => {
  const heard = readLabelled().filter((row) => triage(row.text).young)
  expect(heard.length).toBeGreaterThan(30)
  expect(heard.filter(({ text }) => !/(?<!\p{L})(?:con|cháu|chau|lớp|lop|tuổi|tuoi)(?!\p{L})/iu.test(text))).toEqual([])
})
