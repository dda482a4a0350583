import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeSpeaker } from '../../../src/bot/sources/speak.ts'
import { t, words } from '../../../src/flows/say.ts'

const speak = await makeSpeaker()

describe('words of people stay as they are', () => {
  test('alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(speak(words(text), 'vi')).toBe(text)
      }),
    )
  })
  test('inside a sentence of ours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(speak(t('form.about', { name: words(text) }), 'vi')).toBe(`«${text}»`)
      }),
    )
  })
  test.each(['{{name}}', '$t(menu.home)', '{{constructor}}', '$& $1 $`', '<b>&amp;</b>', 'menu.home', 'a:b|c'])(
    '%j is neither a key nor a place to fill in',
    (text) => {
      expect(speak(t('form.about', { name: text }), 'vi')).toBe(`«${text}»`)
    },
  )
})

test('lines inside lines are spoken, lists with commas', () => {
  expect(speak(t('form.about', { name: t('form.yes') }), 'vi')).toBe('«Có»')
  expect(speak(t('form.about', { name: [t('form.yes'), words('x'), t('form.no')] }), 'vi')).toBe('«Có, x, Không»')
})

test('nought is a number that is said', () => {
  expect(speak(t('form.tooManyFiles', { max: 0 }), 'vi')).toContain('0')
})

test('a text of the plan is read in her language, in Vietnamese where there is no other', () => {
  expect(speak(words({ vi: 'Giám sát', en: 'Supervision' }), 'en')).toBe('Supervision')
  expect(speak(words({ vi: 'Giám sát' }), 'en')).toBe('Giám sát')
  expect(speak(t('form.yes'), 'en')).not.toBe(speak(t('form.yes'), 'vi'))
})
