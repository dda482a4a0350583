import { expect, test } from 'vitest'
import { isAction } from '../../../src/bot/turns/heardOf.ts'
import { toOuts } from '../../../src/bot/turns/outs.ts'
import { turnIds } from '../../../src/bot/turns/turnIds.ts'
import { choice, say, t } from '../../../src/flows/say.ts'

const { newId } = turnIds(Buffer.alloc(32, 1), 'union:web:1')
const undo = { act: { kind: 'undo', payload: {}, minutes: 10 }, label: t('sent.undo') }
const home = choice('home', t('menu.home'))

test('on every screen of a conversation only the action outlives it', () => {
  const says = [{ ...say(t('sent.undone')), choices: [home, undo, home] }]
  for (let count = 0; count < 2000; count++) {
    const nonce = count.toString(36)
    const { outs } = toOuts({ says, nonce, voice: 'vi', speak: () => '', newId, pressed: false, protect: false })
    const actions = outs[0]?.buttons.map(({ token }) => isAction(token))
    expect({ nonce, actions }).toEqual({ nonce, actions: [false, true, false] })
  }
})
