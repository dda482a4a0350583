/** One of six; all but notApplicable are in the denominator. */
export type Standing = 'met' | 'open' | 'notMet' | 'reportedZero' | 'noReport' | 'notApplicable'

export const STANDINGS: readonly Standing[] = ['met', 'open', 'notMet', 'reportedZero', 'noReport', 'notApplicable']

export interface Told {
  readonly met: boolean
  /** The window, or an interval that was missed, is over. */
  readonly closed: boolean
  /** What was sent of the row's forms: something, only "kỳ này không có", or nothing. */
  readonly sent: 'something' | 'none' | 'nothing'
}

/** "Kỳ này không có" is shown as such also while there is time, since the unit has answered. */
export function standingOf({ met, closed, sent }: Told): Standing {
  if (met) return 'met'
  if (sent === 'none') return 'reportedZero'
  if (!closed) return 'open'
  return sent === 'something' ? 'notMet' : 'noReport'
}
