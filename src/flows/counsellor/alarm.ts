import { caseId } from '../../domain/ids.ts'
import { promiseFor } from '../../domain/case/promise.ts'
import { ask, choice, say, t, words } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import { newAlias, theAlarm, theCase } from '../vault/needs.ts'
import { wordLines } from './atCasePlace.ts'
import { clock, refusedHer, showDesk } from './desk.ts'

/** Acknowledging is taking: whoever takes the alarm reads its words unmasked and has the case. */
export function* takeAlarm(id: string, ctx: Ctx): Flow {
  const alarm = yield* theAlarm(id)
  if (alarm === undefined || alarm.taken) {
    const shown = yield* showDesk(ctx)
    const gone = alarm?.erased === true ? t('alarm.erased', { at: clock(alarm.raisedAt) }) : t('queue.gone')
    return { ...shown, says: [say(gone), ...shown.says] }
  }
  if (alarm.refusedMe === true) return refusedHer()
  const { found: known, words: told } =
    alarm.case === undefined ? { found: undefined, words: [] } : yield* theCase(alarm.case, 'taking')
  const made = known?.id ?? caseId(ctx.newId())
  const promiseAt = promiseFor('immediate', ctx.now, ctx.calendar)
  const alias = known?.alias ?? (yield* newAlias(made))
  return {
    place: { at: 'atCase', id: made },
    says: [
      ask(
        [
          t('alarm.yours', { alias }),
          ...(alarm.child ? [t('alarm.child')] : []),
          ...(known !== undefined && told.length > 0
            ? wordLines({ ...known, severity: 'immediate', promiseAt }, told)
            : alarm.text === ''
              ? []
              : [t('atCase.woman', { text: words(alarm.text) })]),
          t('alarm.do'),
          alarm.reachable ? t('atCase.write', { alias }) : t('alarm.noWayBack'),
        ],
        [choice('close', t('atCase.close')), choice('mine', t('desk.mine')), choice('desk', t('desk.open'))],
      ),
    ],
    effects: [
      { do: 'takeAlarm', alarm: alarm.id, case: made, alias, promiseAt },
      { do: 'markShown', case: made, from: 'woman' },
      { do: 'audit', act: 'alarm.take', subject: alias },
    ],
    typed: 'value',
  }
}
