import { describe, expect, test } from 'vitest'
import { aCase, CASE, saidIn, type VaultGiven, vaultPressed, vaultSaid } from '../../support/vaultTalk.ts'

const BASE = 'https://hoi.example'
const onZalo = (given: Omit<VaultGiven, 'seenBy' | 'base'>): VaultGiven => ({
  ...given,
  seenBy: 'managers',
  base: BASE,
})
const choices = (turn: ReturnType<typeof vaultPressed>) => turn.conversation.screen?.choices.map((one) => one.id) ?? []

describe('a page of her own', () => {
  test.each([
    ['on Zalo', { seenBy: 'managers', base: BASE }, true],
    ['on Telegram', { seenBy: 'foreign', base: BASE }, true],
    ['where there is no page', { seenBy: 'managers' }, false],
    ['where she is at such a page', { seenBy: 'nobody', base: BASE }, false],
  ] as const)('%s: offered is %s', (_, where, offered) => {
    expect(choices(vaultPressed({ place: { at: 'door' }, ...where }, 'now')).includes('ownPage')).toBe(offered)
    const more = vaultPressed({ place: { at: 'case', id: CASE }, found: aCase(), ...where }, 'more')
    expect(choices(more).includes('ownPage')).toBe(offered)
  })

  test('her first words go along, the room is shut, and the link says nothing of them', () => {
    const turn = vaultPressed(onZalo({ place: { at: 'terms', words: 'chồng em đánh' } }), 'ownPage')
    const [move, close] = turn.effects
    expect(move).toMatchObject({ do: 'moveRoom', words: 'chồng em đánh', minutes: 15 })
    expect(close).toEqual({ do: 'closeSession' })
    expect(turn.conversation.place).toEqual({ at: 'left' })
    const secret = move?.do === 'moveRoom' ? move.secret : '-'
    expect(saidIn(turn)).toContain(`${BASE}/mo/${secret}`)
    expect(saidIn(turn)).not.toMatch(/đánh|Hội|tư vấn|ca /i)
  })

  test('her case goes along, and she hears how to come back to it', () => {
    const turn = vaultPressed(onZalo({ place: { at: 'more', id: CASE }, found: aCase() }), 'ownPage')
    expect(turn.effects[0]).toMatchObject({ do: 'moveRoom', case: CASE })
    expect(saidIn(turn)).toContain(`vào ${BASE} rồi gõ mã riêng`)
  })

  test('a page cannot reach her once it is shut: no hours are offered there, and none are promised', () => {
    const allowed = aCase({ hours: { fromHour: 19, toHour: 21 } })
    const at = { place: { at: 'more', id: CASE }, found: allowed } as const
    expect(choices(vaultPressed({ place: { at: 'case', id: CASE }, found: allowed }, 'more'))).toContain('hours')
    expect(
      choices(vaultPressed({ place: { at: 'case', id: CASE }, found: allowed, isPage: true }, 'more')),
    ).not.toContain('hours')
    expect(saidIn(vaultPressed(at, 'copy'))).toContain('Từ 19 đến 21 giờ')
    expect(saidIn(vaultPressed({ ...at, isPage: true }, 'copy'))).toContain('Em không nhắn trước')
  })

  test('words of danger are answered at the terms too, whatever page she thinks of', () => {
    const turn = vaultSaid(onZalo({ place: { at: 'terms' } }), 'cứu em với chồng em đang cầm dao đuổi chém em')
    expect(turn.effects.map((one) => one.do)).toContain('raiseAlarm')
  })
})
