import type { Figures, Row, UnitStanding } from '../../domain/tally/figures.ts'
import type { Standing } from '../../domain/tally/standing.ts'
import { compare, compareNames } from '../../domain/unit/tree.ts'
import { type Line, t, words } from '../say.ts'

/** The figure of a row in a few characters, always with its raw numbers: '23/29', '12 (đã duyệt 9)'. */
export function figure(figures: Figures): Line {
  switch (figures.kind) {
    case 'coverage':
    case 'cadence':
    case 'stages':
      return t('figure.share', { met: figures.met, of: figures.of, approved: figures.approvedMet })
    case 'count':
    case 'sum':
    case 'distinct':
    case 'inForce':
      return t('figure.amount', { sent: figures.sent, approved: figures.approved })
    case 'uptake':
      return t('figure.uptake', {
        raised: figures.sent.raised,
        answered: figures.sent.answered,
        accepted: figures.sent.accepted,
        approvedRaised: figures.approved.raised,
        approvedAnswered: figures.approved.answered,
        approvedAccepted: figures.approved.accepted,
      })
    case 'onTime':
      return figures.due === undefined
        ? t('figure.received', {
            received: figures.received.sent,
            of: figures.of,
            approved: figures.received.approved,
          })
        : t('figure.onTime', {
            met: figures.met,
            of: figures.of,
            approved: figures.approvedMet,
            late: figures.late.sent,
          })
    case 'told':
      return t('figure.told')
  }
}

/** '☑ I.2 Giám sát: 23/29' */
export const rowLine = (row: Row): Line =>
  t('progress.row', {
    mark: t(`verdict.${row.verdict}`),
    id: row.indicator,
    title: words(row.title),
    figure: figure(row.figures),
  })

const WORST_FIRST: readonly Standing[] = ['noReport', 'notMet', 'reportedZero', 'open', 'met']

/** Units of a row in one standing; without one, those that are not there yet, worst first: silent, then short, then open. */
export function unitsIn(row: Row, state?: Standing): readonly UnitStanding[] {
  const wanted = state === undefined ? WORST_FIRST.filter((one) => one !== 'met') : [state]
  const seen = new Map<string, UnitStanding>()
  for (const level of row.levels) {
    for (const unit of level.units) if (wanted.includes(unit.standing)) seen.set(unit.unit, unit)
  }
  return [...seen.values()].toSorted(
    (a, b) =>
      WORST_FIRST.indexOf(a.standing) - WORST_FIRST.indexOf(b.standing) ||
      compareNames(a.name, b.name) ||
      compare(a.unit, b.unit),
  )
}
