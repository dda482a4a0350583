import { expect, test } from 'vitest'

import type { ShownSheet } from '../../../src/domain/legal/sheet.ts'
import { instant, localDate } from '../../../src/domain/calendar.ts'
import type { Place } from '../../../src/flows/vault/place.ts'
import { aCase, CASE, MEMBER, NOW, saidIn, vaultPressed, vaultSaid } from '../../support/vaultTalk.ts'

const day = localDate('2026-01-01')
const sheet = (id: string): ShownSheet => ({
  id,
  topic: 'family_violence',
  title: id,
  question: '',
  answer: `Nội dung của ${id}`,
  basis: 'Điều 19',
  from: day,
  written: day,
  expires: localDate('2027-01-01'),
  words: '',
  note: '',
  print: 'p',
  approval: { sheet: id, print: 'p', act: 'approved', by: 'm', on: day, until: localDate('2027-01-01'), demo: false },
})
const SHEETS = [sheet('FS-01'), sheet('FS-02')]
const NO_CONTACT: Place = { at: 'formal', receiver: 'police', where: 'xã Phú An', words: 'chồng đánh' }
const READY: Place = { ...NO_CONTACT, contact: '' }

test('she reads who receives and by which article before she chooses', () => {
  const turn = vaultPressed({ place: { at: 'which' }, sheets: SHEETS }, 'formal')
  expect(saidIn(turn)).toMatch(/Nội dung của FS-01[^]*Nội dung của FS-02[^]*Điều 19[^]*Chị muốn báo tới nơi nào/)
})

test.each([[[]], [[sheet('FS-01')]]])('without both sheets approved and in date the door is closed', (sheets) => {
  const turn = vaultPressed({ place: { at: 'which' }, sheets }, 'formal')
  expect(turn.conversation.place.at).toBe('which')
  expect(saidIn(turn)).not.toContain('Điều 19')
  expect(turn.conversation.screen?.choices.map((one) => one.id)).not.toContain('formal')
})

test('nothing is written before her yes to exactly the words that are shown', () => {
  const asked = vaultPressed({ place: NO_CONTACT, sheets: SHEETS }, 'none')
  expect(asked.effects).toEqual([])
  const shown = saidIn(asked)
  const agreed = vaultPressed({ place: READY, sheets: SHEETS }, 'agree')
  const written = agreed.effects.find((one) => one.do === 'writeHandover')
  expect(shown).toContain(written?.text)
  expect(agreed.effects.map((one) => one.do)).toEqual(['openCase', 'addWords', 'writeHandover', 'tellDuty', 'audit'])
})

test('the machine never says that it told anybody', () => {
  expect(saidIn(vaultPressed({ place: READY, sheets: SHEETS }, 'agree'))).toContain('Tin chưa chuyển cho ai')
})

test('of a report that waits she is told that nobody was told yet; of one handed over, when and how', () => {
  const handover = { receiver: 'police' as const, writtenAt: NOW }
  const place: Place = { at: 'case', id: CASE }
  const waits = vaultSaid({ place, found: aCase({ door: 'formal', handover, state: 'closed' }) }, 'sao rồi')
  expect(saidIn(waits)).toContain('Tin chưa chuyển cho ai')
  const handed = { ...handover, handedAt: NOW, how: 'phone' as const }
  const told = vaultSaid({ place, found: aCase({ door: 'formal', handover: handed, state: 'closed' }) }, 'sao rồi')
  expect(saidIn(told)).toMatch(
    /Đã chuyển tới Công an xã lúc 09:00 23\/11\/2026, qua điện thoại\. Nơi nhận chưa xác nhận/,
  )
})

test('only the member who has the case records that it was handed over', () => {
  const handover = { receiver: 'police' as const, writtenAt: instant(NOW) }
  const place: Place = { at: 'handover', id: CASE }
  const hers = aCase({ handover, state: 'taken', takenBy: MEMBER.id })
  expect(vaultPressed({ place, member: MEMBER, found: hers }, 'w:phone').effects[0]).toEqual({
    do: 'handOver',
    case: CASE,
    how: 'phone',
  })
  const others = aCase({ handover, state: 'taken' })
  const turn = vaultPressed({ place, member: MEMBER, found: others }, 'w:phone')
  expect(turn.effects.map((one) => one.do)).not.toContain('handOver')
})
