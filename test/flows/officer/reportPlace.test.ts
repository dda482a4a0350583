import { expect, test } from 'vitest'
import { personId, unitId } from '../../../src/domain/ids.ts'
import { aReport } from '../../support/builders.ts'
import { spoken, startUnionTalk } from '../../support/unionTalk.ts'

const report = aReport({ unit: 'xa-1', joint: ['xa-2'], on: '2022-06-10', answers: { kind: 'talk' } })
const { id, code, form, formVersion, unit: sentBy, jointUnits, eventDate, none, answers } = report

test.each([
  ['xa-1', true],
  ['xa-2', true],
  ['xa-3', false],
])('a report of two units is read by an officer of %s: %s', (unit, reads) => {
  const who = { id: personId('p2'), name: 'Trần Thị Hoa', grants: [{ role: 'officer' as const, unit: unitId(unit) }] }
  const talk = startUnionTalk({ who })
  const sent = { id, code, form, formVersion, unit: sentBy, jointUnits, eventDate, none, answers, afterClose: false }
  talk.store.perform({ do: 'sendReport', ...sent })
  talk.stand({ at: 'reports', unit: unitId(unit), page: 0 }, [`r:${report.id}`])
  const said = spoken(talk.press(`r:${report.id}`))
  expect(said.includes(report.code)).toBe(reads)
  expect(talk.choices().includes('withdraw')).toBe(unit === 'xa-1')
})
