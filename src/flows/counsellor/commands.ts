import { matchChoice } from '../../domain/words/choices.ts'
import { canonical } from '../../domain/words/fold.ts'
import { t, type TextKey } from '../say.ts'
import type { Offered } from '../say.ts'
import type { Ctx } from '../vault/context.ts'

/** Buttons that a member knows, whatever stands on her screen. Those of the menu of a case begin with «menu:». */
const COMMANDS: readonly (readonly [TextKey, string])[] = [
  ['alarm.take', 'alarms'],
  ['notice.take', 'queue'],
  ['notice.open', 'open'],
  ['page.back', 'open'],
  ['atCase.close', 'close'],
  ['caseMenu.open', 'menu'],
  ['handover.open', 'handover'],
  ['caseMenu.note', 'menu:note'],
  ['caseMenu.canned', 'menu:canned'],
  ['caseMenu.look', 'menu:look'],
  ['caseMenu.transfer', 'menu:transfer'],
  ['caseMenu.return', 'menu:return'],
  ['caseMenu.severity', 'menu:severity'],
  ['caseMenu.refer', 'menu:refer'],
  ['caseMenu.correct', 'menu:correct'],
  ['desk.queue', 'queue'],
  ['desk.mine', 'mine'],
  ['desk.open', 'desk'],
  ['desk.board', 'board'],
  ['desk.goOn', 'dutyOn'],
  ['desk.goOff', 'dutyOff'],
  ['desk.leave', 'leave'],
  ['own.enter', 'own'],
]

/** Words that are, or begin, the name of a button; `undefined` where they name none. Several: the first is offered. */
export function readCommand(text: string, ctx: Ctx): Offered | undefined {
  const said = canonical(text)
  if (said === 'tuvan') return { label: t('desk.open'), id: 'desk' }
  // A number names what stands on the screen, and nothing else.
  if (matchChoice([ANY], text) !== undefined) return undefined
  const named = COMMANDS.filter(([key]) => matchChoice([ctx.speak(t(key))], text) !== undefined)
  const [key, id] = named.find(([one]) => canonical(ctx.speak(t(one))) === said) ?? named[0] ?? []
  return key === undefined || id === undefined ? undefined : { label: t(key), id }
}

/** No word of hers is like it. */
const ANY = '###'
