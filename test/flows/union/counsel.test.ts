import { describe, expect, test } from 'vitest'
import { startUnionTalk } from '../../support/unionTalk.ts'

describe('«tư vấn» alone', () => {
  test.each(['tư vấn', 'tu van', 'Tư vấn'])(
    '«%s» of an officer: a session to report, or a question of her own',
    (said) => {
      const talk = startUnionTalk()
      expect(talk.say(said).effects).toEqual([])
      expect(talk.choices()).toEqual(['k:F-CNS', 'private'])
    },
  )
  test('the session opens its form, the question her private room', () => {
    const reporting = startUnionTalk()
    reporting.say('tư vấn')
    reporting.say('báo cáo buổi tư vấn')
    expect([...reporting.store.drafts.values()].map(({ form }) => form)).toEqual(['F-CNS'])
    const asking = startUnionTalk()
    asking.say('tư vấn')
    expect(asking.press('private').effects).toEqual([{ do: 'openSession' }])
  })
  test('of a visitor it opens the private room, as «hỏi riêng» does to everybody', () => {
    expect(startUnionTalk({ who: undefined }).say('tư vấn').effects).toEqual([{ do: 'openSession' }])
    expect(startUnionTalk().say('hỏi riêng').effects).toEqual([{ do: 'openSession' }])
  })
})
