import { describe, expect, test } from 'vitest'
import { at, localDate } from '../../../src/domain/calendar.ts'
import { unitId } from '../../../src/domain/ids.ts'
import { spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

const onDay = (day: string): UnionTalk => startUnionTalk({ now: at(localDate(day), 9) })

describe('the paper of a period', () => {
  test.each([
    [
      '2022-07-02',
      ['p:2022-06', 'p:2022-Q2', 'p:2022-H1', 'p:2022-07', 'p:2022-Q3', 'p:2022-H2', 'p:2022-9M', 'p:2022'],
    ],
    ['2022-10-03', ['p:2022-09', 'p:2022-Q3', 'p:2022-9M', 'p:2022-10', 'p:2022-Q4', 'p:2022-H2', 'p:2022']],
    ['2022-08-20', ['p:2022-07', 'p:2022-08', 'p:2022-Q3', 'p:2022-H2', 'p:2022-9M', 'p:2022']],
    ['2022-12-20', ['p:2022-11', 'p:2022-12', 'p:2022-Q4', 'p:2022-H2', 'p:2022']],
  ])('on %s those that just ended are offered first', (day, periods) => {
    const talk = onDay(day)
    talk.stand({ at: 'papers', unit: unitId('xa-1') }, ['official'])
    talk.press('official')
    expect(talk.choices().filter((one) => one.startsWith('p:'))).toEqual(periods)
  })
})

describe('the paper is asked for in words', () => {
  test('of which period is asked where she names none', () => {
    const talk = onDay('2022-10-03')
    expect(spoken(talk.say('soạn báo cáo'))).toContain('của kỳ nào')
  })
  test.each(['làm báo cáo', 'viết báo cáo giám sát', 'báo cáo', 'nộp báo cáo quý 3'])(
    '«%s» asks for no paper',
    (said) => {
      const talk = onDay('2022-10-03')
      talk.say(said)
      expect(talk.conversation().place.at).not.toBe('official')
    },
  )
})
