import { expect, test } from 'vitest'
import { personId } from '../../../src/domain/ids.ts'
import { spoken, startUnionTalk, TREE } from '../../support/unionTalk.ts'

test('in a period a row with a target of the year is not said to have none', () => {
  const unit = TREE.inForce(startUnionTalk().ctx.today).find((one) => one.level === 'province')?.unit
  if (unit === undefined) throw new Error('no province')
  const talk = startUnionTalk({ who: { id: personId('p9'), name: 'Minh', grants: [{ role: 'leader', unit }] } })
  talk.say('tiến độ')
  expect(spoken(talk.say('I.1'))).toContain('ít nhất 1')
  talk.say('các chỉ tiêu')
  talk.say('quý 1')
  expect(spoken(talk.say('I.1'))).toContain('tính cho cả năm')
})
