import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drive } from '../../../src/bot/turns/ask.ts'
import { heardOf, isHers, TEXT_MAX } from '../../../src/bot/turns/heardOf.ts'
import { toOuts } from '../../../src/bot/turns/outs.ts'
import { turnIds } from '../../../src/bot/turns/turnIds.ts'
import { instant } from '../../../src/domain/calendar.ts'
import { ask, choice, type Line, say, words } from '../../../src/flows/say.ts'
import { readPress, settle } from '../../../src/flows/turn.ts'

const speak = (line: Line): string => ('text' in line ? line.text.vi : line.key)
const AT = new Date('2026-11-23T03:00:00Z')
const NOW = instant(AT.getTime())
const KEY = Buffer.alloc(32, 3)
const heard = (
  what: Parameters<typeof isHers>[0] extends infer S ? (S extends { what: infer W } ? W : never) : never,
) => heardOf({ kind: 'arrival', address: 'a', what }, AT)

describe('messages of a turn', () => {
  const says = [
    ask([words('Một'), words('Hai')], [choice('a', words('A')), choice('b', words('B'), 'go')]),
    say(words('Ba')),
    {
      lines: [words('Bốn')],
      card: true,
      choices: [
        { label: words('C'), act: { kind: 'undo', payload: { r: '1' }, minutes: 10 } },
        choice('d', words('D')),
      ],
    },
  ]
  const spoken = (pressed: boolean) =>
    toOuts({ says, nonce: '5', voice: 'vi', speak, newId: turnIds(KEY, 's').newId, pressed, protect: false })

  test('are one a say, its lines one below the other', () => {
    expect(spoken(false).outs.map((one) => one.text)).toEqual(['Một\nHai', 'Ba', 'Bốn'])
  })
  test('only the first takes the place of the card that was pressed', () => {
    expect(spoken(true).outs.map((one) => one.card)).toEqual([true, false, false])
    expect(spoken(false).outs.map((one) => one.card)).toEqual([false, false, false])
  })
  test('a button that outlives its screen is a row with what it does', () => {
    const { outs, actions } = spoken(false)
    expect(actions).toMatchObject([{ kind: 'undo', payload: { r: '1' }, minutes: 10 }])
    expect(outs[2]?.buttons[0]?.token).toBe(`a.${actions[0]?.id}`)
  })
  test('each other button is read back as the choice it shows', () => {
    const { screen } = settle({ place: 'x', count: 4 }, { place: 'x', says, effects: [] }, NOW).conversation
    const tokens = spoken(false).outs.flatMap((one) => one.buttons.map((button) => button.token))
    expect(tokens.map((token) => readPress(screen, token))).toEqual(['a', 'b', undefined, 'd'])
  })
  test('no token is longer than 24 bytes, even on the last of many screens', () => {
    const many = [
      ask(
        [],
        Array.from({ length: 60 }, (_, n) => choice(`x${n}`, words('x'))),
      ),
    ]
    const nonce = Number.MAX_SAFE_INTEGER.toString(36)
    const { outs } = toOuts({
      says: many,
      nonce,
      voice: 'vi',
      speak,
      newId: () => 'x'.repeat(20),
      pressed: false,
      protect: true,
    })
    expect(Math.max(...(outs[0]?.buttons ?? []).map((one) => one.token.length))).toBeLessThanOrEqual(24)
    expect(spoken(false).outs[2]?.buttons[0]?.token.length).toBeLessThanOrEqual(24)
  })
})

describe('ids of a turn', () => {
  const some = (seed: string, n = 50): readonly string[] => {
    const { newId } = turnIds(KEY, seed)
    return Array.from({ length: n }, newId)
  }

  test('are the same when the turn is run again', () => {
    expect(some('union:web:1')).toEqual(some('union:web:1'))
  })
  test('are others in another turn, or under another key', () => {
    expect(new Set([...some('union:web:1'), ...some('union:web:2'), ...some('vault:web:1')]).size).toBe(150)
    expect(turnIds(Buffer.alloc(32, 4), 'union:web:1').newId()).not.toBe(some('union:web:1', 1)[0])
  })
  test('are twenty letters that are not mistaken for others', () => {
    expect(some('x').filter((id) => !/^[0-9a-hjkmnp-tv-z]{20}$/.test(id))).toEqual([])
  })
  test('an id never tells the secret that comes after it', () => {
    const { newId, newSecret } = turnIds(KEY, 'x')
    newId()
    expect(Buffer.from(newSecret())).not.toEqual(Buffer.from(turnIds(KEY, 'x').newSecret()))
  })
})

describe('what is heard', () => {
  test('a text is clean, and cut where it is too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000, size: 'max' }), (text) => {
        const one = heard({ kind: 'text', text })
        const said = one.kind === 'text' ? one.text : ''
        expect(said.length).toBeLessThanOrEqual(TEXT_MAX)
        expect(said.isWellFormed()).toBe(true)
        expect(said).not.toContain('\0')
      }),
      { numRuns: 30 },
    )
  })
  test('a cut does not leave half a letter', () => {
    expect(heard({ kind: 'text', text: `${'a'.repeat(TEXT_MAX - 1)}🙏` })).toMatchObject({ cut: true })
    const one = heard({ kind: 'text', text: `${'a'.repeat(TEXT_MAX - 1)}🙏` })
    expect(one.kind === 'text' && one.text.isWellFormed()).toBe(true)
  })
  test('a text of exactly the length is not cut', () => {
    expect(heard({ kind: 'text', text: 'a'.repeat(TEXT_MAX) })).toMatchObject({ cut: false })
  })
  test.each(['5.0', 'a.7k2m', '-.0', 'zz.1f'])('%j may be ours', (token) => {
    expect(heard({ kind: 'press', token })).toMatchObject({ token })
  })
  test.each(['', 'x', '5.0.1', '5 .0', "a.'; DROP", 'A.1', `${'9'.repeat(30)}.0`, '5.\u0000'])(
    '%j was made by somebody else: a press of nothing',
    (token) => {
      expect(heard({ kind: 'press', token })).toMatchObject({ kind: 'press', token: '' })
    },
  )
  test.each([
    ['text', true],
    ['press', true],
    ['voice', true],
    ['start', true],
    ['back', false],
    ['blocked', false],
    ['unknown', false],
  ] as const)('%s is her own doing: %s', (kind, hers) => {
    const what = kind === 'text' ? { kind, text: 'x' } : kind === 'press' ? { kind, token: '1.0' } : { kind }
    expect(isHers({ kind: 'arrival', address: 'a', what })).toBe(hers)
  })
  test('what fell due is not', () => {
    expect(isHers({ kind: 'own', event: { kind: 'digestDue', data: {} } })).toBe(false)
  })
})

describe('a flow that asks', () => {
  function* asking(times: number): Generator<number, number, number> {
    let sum = 0
    for (let n = 0; n < times; n++) sum += yield n
    return sum
  }

  test('is answered in its order', async () => {
    expect(await drive(asking(4), async (need) => need * 10)).toBe(60)
  })
  test('in circles is stopped', async () => {
    await expect(drive(asking(100), async () => 1)).rejects.toThrow('asked too often')
  })
})
