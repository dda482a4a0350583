import { expect, test } from 'vitest'
import { nearNamesIn } from '../../../src/domain/words/nearNames.ts'
import { makeVocabulary, wordsOf } from '../../../src/domain/words/vocabulary.ts'

const names = makeVocabulary([
  ['giám sát', 'supervision'],
  ['đối thoại', 'dialogue'],
  ['góp ý', 'comments'],
  ['phản biện xã hội', 'critique'],
])
const near = (text: string): readonly string[] => nearNamesIn(names, wordsOf(text)).flatMap(({ values }) => values)

test.each([
  ['tham gia giám sts hôm qua', 'supervision'],
  ['giam sar', 'supervision'],
  ['đối thaoi', 'dialogue'],
  ['doi thai', 'dialogue'],
  ['phan bin xa hoi', 'critique'],
])('one word of a name may have a slip: %s', (text, name) => {
  expect(near(text)).toEqual([name])
})

test.each(['giam dinh', 'điện thoại', 'góp í', 'giám, sts', 'dai thai', 'giám'])('another name is none: %s', (text) => {
  expect(near(text)).toEqual([])
})
