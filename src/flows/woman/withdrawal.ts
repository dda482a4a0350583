import { waitsForHandover } from '../../domain/case/handover.ts'
import type { CaseId } from '../../domain/ids.ts'
import { fold } from '../../domain/words/fold.ts'
import { ask, choice, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { CaseLine } from '../vault/needs.ts'
import { caseChoices } from './caseChoices.ts'
import { dayTime } from './promiseLine.ts'

const WISH = /^\W*(?:(?:da|thoi|chi|em|chau|toi|cho|xin|muon|can) ){0,6}rut (?:lai|tin|bao|don)\b.{0,30}$/

/** Does she say that she takes her report back? She is asked before it is done. */
export const wishesToWithdraw = (text: string): boolean => WISH.test(fold(text))

export const askWithdraw = (id: CaseId): VaultDecision => ({
  place: { at: 'more', id, doing: 'withdraw' },
  says: [ask([t('formal.withdrawAsk')], [choice('yes', t('formal.withdrawYes')), choice('back', t('page.back'))])],
  effects: [],
})

/** Recorded, and whoever would hand it over hears it; where that was done meanwhile, her case says so. */
export function* withdraw(found: CaseLine, ctx: Ctx, back: (id: CaseId) => Flow): Flow {
  const { id, handover } = found
  if (handover === undefined || !waitsForHandover(handover)) return yield* back(id)
  const event = { kind: 'handoverWithdrawn', data: { case: id } }
  const told = { event, key: `withdrawn:${ctx.newId()}` }
  const line = t('formal.withdrawn', { at: dayTime(ctx.now) })
  return {
    place: { at: 'case', id },
    says: [ask([line], caseChoices({ ...found, handover: { ...handover, withdrawnAt: ctx.now } }))],
    effects: [
      { do: 'withdrawHandover', case: id },
      found.takenBy === undefined
        ? { do: 'tellDuty', case: id, ...told }
        : { do: 'tellMember', member: found.takenBy, ...told },
      { do: 'audit', act: 'withdrawHandover', subject: found.alias },
    ],
    typed: 'value',
  }
}
