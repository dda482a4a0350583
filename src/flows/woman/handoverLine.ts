import type { Handover } from '../../domain/case/handover.ts'
import { type Line, t } from '../say.ts'
import { dayTime } from './promiseLine.ts'

/** What became of her report, as it was recorded by whoever did it: never more than was done. */
export function handoverLine(handover: Handover): Line {
  const { receiver, handedAt, how, receivedAt, tried, withdrawnAt } = handover
  const to = t(`formal.${receiver}`)
  if (handedAt !== undefined && how !== undefined) {
    const handed = { receiver: to, at: dayTime(handedAt), how: t(`formal.by.${how}`) }
    if (receivedAt !== undefined) return t('formal.received', { ...handed, received: dayTime(receivedAt) })
    return t(withdrawnAt === undefined ? 'formal.handed' : 'formal.handedAnyway', handed)
  }
  if (withdrawnAt !== undefined) return t('formal.isWithdrawn', { at: dayTime(withdrawnAt) })
  return tried === undefined
    ? t('formal.notYet', { receiver: to })
    : t('formal.tried', { receiver: to, n: tried.times, at: dayTime(tried.at) })
}

/** Whether she may still take it back: there is a button for it while her case is open. */
export function undoLine({ handedAt, withdrawnAt }: Handover, isOpen: boolean): readonly Line[] {
  if (handedAt !== undefined) return [t('formal.noUndo')]
  return withdrawnAt === undefined && isOpen ? [t('formal.mayWithdraw')] : []
}
