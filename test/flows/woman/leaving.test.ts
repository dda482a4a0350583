import { describe, expect, test } from 'vitest'
import { memberId } from '../../../src/domain/ids.ts'
import { aCase, CASE, MEMBER, saidIn, vaultExited, vaultSaid, vaultTold } from '../../support/vaultTalk.ts'

describe('whoever has her case hears that she has left it', () => {
  const found = aCase({ state: 'taken', takenBy: memberId('m1') })
  const told = (turn: ReturnType<typeof vaultSaid>) => turn.effects.filter((one) => one.do === 'tellMember')
  const notice = { member: 'm1', event: { kind: 'womanLeft', data: { case: CASE } } }

  test('by a word or by the button', () => {
    expect(told(vaultSaid({ place: { at: 'case', id: CASE }, found }, 'thoát'))).toMatchObject([notice])
    expect(told(vaultExited({ place: { at: 'more', id: CASE }, found }))).toMatchObject([notice])
  })
  test('also from danger', () => {
    const back = { at: 'case' as const, id: CASE }
    expect(told(vaultSaid({ place: { at: 'danger', alarm: 'a1', back }, found }, 'thoát'))).toMatchObject([notice])
  })
  test('not from before the door, where nothing stood open', () => {
    expect(told(vaultSaid({ place: { at: 'door' }, found }, 'thoát'))).toEqual([])
  })
  test('with the alias of the case; and so does whoever had its alarm when it is over', () => {
    const member = { place: { at: 'desk' as const }, member: MEMBER, found }
    expect(saidIn(vaultTold(member, { kind: 'womanLeft', data: { case: CASE } }))).toContain('CA-7K2MQ')
    expect(saidIn(vaultTold(member, { kind: 'stoodDown', data: { case: CASE } }))).toContain('CA-7K2MQ')
  })
})
