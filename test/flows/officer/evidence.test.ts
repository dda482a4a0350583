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

/** At the question of evidence, with two photos. */
function withPhotos(): UnionTalk {
  const talk = aReport()
  for (const one of ['1', 'hôm qua', 'đất đai', '1', '45']) talk.say(one)
  while (!spokenNow(talk).includes('minh chứng')) talk.say('bỏ qua')
  talk.sendFile('first')
  talk.sendFile('second')
  return talk
}
const spokenNow = (talk: UnionTalk) => spoken(talk.back())
const filesOf = (talk: UnionTalk) =>
  Object.values([...talk.store.drafts.values()][0]?.answers ?? {}).flatMap((one) =>
    one.kind === 'value' && typeof one.value === 'object' && 'files' in one.value ? [one.value.files] : [],
  )

test('one photo of several is taken away by words, the rest stays and is told', () => {
  const talk = withPhotos()
  expect(spoken(talk.say('xóa ảnh 1'))).toContain('Em đã bỏ Tệp 1. Còn: 1 tệp, 0 liên kết.')
  expect(filesOf(talk)).toEqual([['second']])
})

test('the same by buttons', () => {
  const talk = withPhotos()
  expect(spoken(talk.press('less'))).toContain('Chị muốn bỏ cái nào ạ?')
  talk.press('x:1')
  expect(filesOf(talk)).toEqual([['first']])
})

test('of several it is asked which, the last one goes at once', () => {
  const talk = withPhotos()
  expect(spoken(talk.say('xóa ảnh'))).toContain('Chị muốn bỏ cái nào ạ?')
  talk.say('2')
  expect(spoken(talk.say('xóa ảnh'))).toContain('không còn gì')
  expect(filesOf(talk)).toEqual([])
})

test('at the summary one photo is taken away too', () => {
  const talk = withPhotos()
  talk.press('done')
  talk.press('rest')
  const turn = talk.say('xóa ảnh 2')
  expect(spoken(turn)).toContain('Minh chứng: 1 tệp')
  expect(talk.conversation().place.at).toBe('summary')
  expect(filesOf(talk)).toEqual([['first']])
})

test('«bỏ qua» behind photos that were sent keeps them', () => {
  const talk = withPhotos()
  talk.say('bỏ qua')
  expect(filesOf(talk)).toEqual([['first', 'second']])
})
