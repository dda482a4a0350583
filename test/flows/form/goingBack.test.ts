import { describe, expect, test } from 'vitest'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

const answersOf = (talk: UnionTalk): Readonly<Record<string, unknown>> => {
  const [draft] = talk.store.drafts.values()
  return Object.fromEntries(
    Object.entries(draft?.answers ?? {})
      .filter(([path]) => !path.startsWith('$'))
      .map(([path, one]) => [path, one.kind === 'value' ? one.value : undefined]),
  )
}
const pathOf = (talk: UnionTalk): string => {
  const { place } = talk.conversation()
  return place.at === 'form' ? place.path : place.at
}

describe('going back loses nothing', () => {
  test('what she went back from is offered when she comes back later', () => {
    const talk = startUnionTalk()
    talk.say('tt pl 14/6 50ng, nu 20 về đất đai, 2 cuộc')
    expect(pathOf(talk)).toBe('kind')
    talk.say('quay lại')
    const gone = pathOf(talk)
    for (const said of ['menu', 'tiếp tục', 'nói chuyện']) talk.say(said)
    expect(pathOf(talk)).toBe(gone)
    expect(talk.choices()).toContain('keep')
    talk.press('keep')
    expect(pathOf(talk)).toBe('summary')
    expect(answersOf(talk)).toMatchObject({ women: 20, participants: 50, sessions: 2 })
  })
  test('past the first question the draft is kept with all its answers', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-COM')
    for (const said of ['2', 'hôm kia']) talk.say(said)
    const before = answersOf(talk)
    const says = ['quay lại', 'quay lại', 'quay lại'].map((said) => spoken(talk.say(said)))
    expect(says.at(-1)).toContain('Em giữ bản nháp')
    expect(answersOf(talk)).toEqual(before)
    talk.say('tiếp tục')
    expect(pathOf(talk)).toBe('topics')
  })
  test('a draft that never had an answer is none', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-COM')
    talk.say('quay lại')
    expect(talk.store.drafts.size).toBe(0)
  })
  test('the optional rest is left out, whatever she went back from', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-COM')
    talk.press('v:talk')
    for (const said of ['10/6/2022', '1,2', '1', '54', '30', 'quay lại']) talk.say(said)
    expect(pathOf(talk)).toBe('women')
    talk.press('rest')
    expect(pathOf(talk)).toBe('summary')
  })
  test('the options that she went back from are named on the button', () => {
    const talk = startUnionTalk()
    openForm(talk, 'F-CNS')
    for (const said of ['hôm qua', 'clb', 'ly hôn', 'quay lại']) talk.say(said)
    const keep = talk.conversation().screen?.choices.find((one) => one.id === 'keep')
    expect(keep === undefined ? '' : talk.ctx.speak(keep.label)).toMatch(/^Giữ: \S/)
  })
})
