import type { Handover } from '../../domain/case/handover.ts'
import { type Line, t } from '../say.ts'
import { dayTime } from './promiseLine.ts'

/** What became of her report, as it was recorded by whoever did it: never more than was done. */
export function handoverLine({ receiver, handedAt, how, receivedAt }: Handover): Line {
  const to = t(`formal.${receiver}`)
  if (handedAt === undefined || how === undefined) return t('formal.notYet', { receiver: to })
  const handed = { receiver: to, at: dayTime(handedAt), how: t(`formal.by.${how}`) }
  return receivedAt === undefined
    ? t('formal.handed', handed)
    : t('formal.received', { ...handed, received: dayTime(receivedAt) })
}
