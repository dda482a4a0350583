import { describe, expect, test } from 'vitest'
import { at, localDate } from '../../../src/domain/calendar.ts'
import { unitId } from '../../../src/domain/ids.ts'
import { plan2022 } from '../../support/plan2022.ts'
import { OFFICER, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

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

describe('the card of papers', () => {
  const noTask = { ...plan2022, id: 'next', from: localDate('2023-01-01'), to: localDate('2023-12-31') }
  const next = { ...noTask, indicators: plan2022.indicators.filter(({ id }) => id !== 'T2.2.3') }
  const official = (talk: UnionTalk): UnionTalk => {
    talk.stand({ at: 'papers', unit: unitId('xa-1') }, ['official'])
    talk.press('official')
    return talk
  }

  test('«năm» is the year, not the fifth button', () => {
    const talk = official(onDay('2022-08-15'))
    expect(spoken(talk.say('năm'))).toContain('Em đã soạn báo cáo Năm 2022')
  })
  test('the ten-year summary is offered in the new year, by the plan that asked for it, and no longer than that', () => {
    const offered = (day: string) =>
      official(startUnionTalk({ now: at(localDate(day), 9), plans: [plan2022, next] }))
        .choices()
        .includes('ten')
    expect([offered('2022-06-15'), offered('2023-01-10'), offered('2023-12-31')]).toEqual([true, true, true])
    const later = { ...next, id: 'later', from: localDate('2024-01-01'), to: localDate('2024-12-31') }
    const talk = official(startUnionTalk({ now: at(localDate('2024-01-10'), 9), plans: [plan2022, next, later] }))
    expect(talk.choices()).not.toContain('ten')
    const january = official(startUnionTalk({ now: at(localDate('2023-01-10'), 9), plans: [plan2022, next] }))
    expect(spoken(january.press('ten'))).toContain('Em đã soạn báo cáo tổng kết 10 năm')
  })
  test('one who works for several units is given the papers of the unit that she looks at, and can choose', () => {
    const grants = ['xa-1', 'xa-2'].map((unit) => ({ role: 'officer' as const, unit: unitId(unit) }))
    const talk = startUnionTalk({ who: { ...OFFICER, grants } })
    talk.stand({ at: 'unit', unit: unitId('xa-2') })
    talk.back()
    talk.press('files')
    expect(talk.conversation().place).toEqual({ at: 'papers', unit: 'xa-2' })
    talk.press('official')
    talk.press('list')
    expect(talk.conversation().place).toEqual({ at: 'papers', unit: 'xa-2' })
    talk.press('u:xa-1')
    expect(talk.conversation().place).toEqual({ at: 'papers', unit: 'xa-1' })
  })
})
