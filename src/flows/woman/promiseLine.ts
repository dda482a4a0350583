import { dateOf, formatDate, type Instant, timeOf, weekday } from '../../domain/calendar.ts'
import { type Line, t } from '../say.ts'
import type { CaseLine } from '../vault/needs.ts'

/** "muộn nhất 17:00 thứ Hai, 12/03/2026" */
export const promiseLine = (at: Instant): Line =>
  t('receipt.promise', { time: clock(at), weekday: t(`weekday.${weekday(dateOf(at))}`), date: formatDate(dateOf(at)) })

/** The time by which her case is answered; with an apology where an earlier one was not kept. An alarm has no such time. */
export const promiseLines = ({ alarm, late, promiseAt }: CaseLine): readonly Line[] =>
  alarm === undefined
    ? [...(late === true ? [t('case.late')] : []), promiseLine(promiseAt)]
    : [t('danger.stillCalling')]

/** "17:00 12/03/2026" */
export const dayTime = (at: Instant): string => `${clock(at)} ${formatDate(dateOf(at))}`

function clock(at: Instant): string {
  const { hour, minute } = timeOf(at)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
