import { expect, test } from 'vitest'
import { draftId } from '../../../src/domain/ids.ts'
import { plan2022 } from '../../support/plan2022.ts'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

const aReport = (): UnionTalk => {
  const talk = startUnionTalk({ plans: [plan2022] })
  openForm(talk, 'F-COM')
  return talk
}
const onlyDraft = (talk: UnionTalk) => draftId([...talk.store.drafts.keys()][0] ?? '')

test('a photo sent at a summary that still misses answers is not taken, and she hears so', () => {
  const talk = aReport()
  talk.stand({ at: 'summary', draft: onlyDraft(talk) })
  const turn = talk.sendFile('a')
  expect(turn.effects).toEqual([])
  expect(spoken(turn)).toContain('chưa cần tệp')
  expect(talk.conversation().place.at).toBe('form')
})
