import { expect, test } from 'vitest'
import { openForm, spoken, startUnionTalk, type UnionTalk } from '../../support/unionTalk.ts'

/** At the question of the units that did it together. */
function atUnits(): UnionTalk {
  const talk = startUnionTalk()
  openForm(talk, 'F-COM')
  for (const one of ['1', 'hôm qua', 'đất đai', '1', '45']) talk.say(one)
  for (let n = 0; n < 9 && !spoken(talk.back()).includes('cùng làm'); n++) talk.say('bỏ qua')
  return talk
}
const names = (talk: UnionTalk): readonly string[] => {
  const answered = [...talk.store.drafts.values()][0]?.answers['joint_units']
  return answered?.kind === 'value' && Array.isArray(answered.value)
    ? answered.value.map((one) => talk.ctx.tree.latest(one)?.name ?? one)
    : []
}

test('of several names the clear one stands, and it is asked which of the others', () => {
  const talk = atUnits()
  const turn = talk.say('xã tân lập, xã đại lộc')
  expect(spoken(turn)).toContain('Đã ghi: Hội LHPN xã Đại Lộc')
  expect(spoken(turn)).toContain('Có nhiều đơn vị tên này')
  talk.say('1')
  expect(names(talk)).toEqual(['Hội LHPN xã Đại Lộc', 'Hội LHPN xã Tân Lập'])
})

test('what is no unit is said by its name, the others stand', () => {
  const talk = atUnits()
  expect(spoken(talk.say('xã đại lộc, xã trăng sao'))).toContain('Em không tìm thấy «xã trăng sao»')
  expect(names(talk)).toEqual(['Hội LHPN xã Đại Lộc'])
})

test('a second name of several units is not forgotten', () => {
  expect(spoken(atUnits().say('tân lập, phú an'))).toContain('«phú an» cũng có nhiều đơn vị')
})

test('the unit above tells units of one name apart', () => {
  const talk = atUnits()
  talk.say('tân lập huyện đông hà giang')
  expect(names(talk)).toEqual(['Hội LHPN xã Tân Lập'])
})

test.each(['bỏ xã đại lộc', 'bỏ đại lộc', 'xóa đại lộc'])('«%s» takes that unit away', (said) => {
  const talk = atUnits()
  talk.say('xã đại lộc, xã cẩm vân')
  expect(spoken(talk.say(said))).toContain('Em đã bỏ Hội LHPN xã Đại Lộc. Còn: Hội LHPN xã Cẩm Vân.')
  expect(names(talk)).toEqual(['Hội LHPN xã Cẩm Vân'])
})

test('a button takes one away, and «bỏ» alone asks which', () => {
  const talk = atUnits()
  talk.say('xã đại lộc, xã cẩm vân')
  expect(spoken(talk.say('bỏ'))).toContain('Chị muốn bỏ cái nào ạ?')
  talk.press('x:0')
  expect(names(talk)).toEqual(['Hội LHPN xã Cẩm Vân'])
})
