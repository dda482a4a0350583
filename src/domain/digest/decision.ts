import type { LocalDate } from '../calendar.ts'
import type { Due } from './due.ts'
import type { UnitId } from '../ids.ts'
import type { OpenLoop } from './openLoops.ts'
import type { Row } from '../tally/figures.ts'

/** The one thing of the week that only the leader can do. */
export type Decision =
  | { readonly kind: 'remind'; readonly unit: UnitId; readonly name: string; readonly rows: readonly string[] }
  | { readonly kind: 'missed'; readonly row: string }
  | { readonly kind: 'dueSoon'; readonly row: string; readonly on: LocalDate; readonly owing: number }
  /** Something was begun and has waited too long. */
  | { readonly kind: 'loop'; readonly row: string; readonly n: number }
  | { readonly kind: 'own'; readonly row: string; readonly due?: LocalDate }
  /** The plan asks for it in time and gives no date. */
  | { readonly kind: 'setDue'; readonly row: string }

interface Situation {
  readonly rows: readonly Row[]
  readonly behind: readonly {
    readonly unit: UnitId
    readonly name: string
    readonly late: number
    readonly owed: readonly { readonly row: string }[]
  }[]
  readonly due: readonly Due[]
  readonly loops: readonly OpenLoop[]
  /** What the asked unit itself owes. */
  readonly own: readonly { readonly row: string; readonly due?: LocalDate }[]
}

/** The most pressing thing; not the one of last week where there is another. */
export function decide({ rows, behind, due, loops, own }: Situation, last: Decision | undefined): Decision | undefined {
  const remind = (late: boolean): readonly Decision[] =>
    behind
      .filter((one) => one.late > 0 === late)
      .map(({ unit, name, owed }) => ({ kind: 'remind', unit, name, rows: owed.map(({ row }) => row) }))
  const focused = rows.toSorted((a, b) => Number(b.focus) - Number(a.focus))
  const candidates: readonly Decision[] = [
    ...remind(true),
    ...focused.filter(({ verdict }) => verdict === 'notMet').map(({ indicator }) => missed(indicator)),
    ...loops.map(({ row, n }): Decision => ({ kind: 'loop', row, n })),
    ...due.flatMap(({ on, rows }) =>
      rows.filter(({ owing }) => owing > 0).map(({ row, owing }) => ({ kind: 'dueSoon' as const, row, on, owing })),
    ),
    ...remind(false),
    ...own.map(({ row, due }): Decision => ({ kind: 'own', row, ...(due === undefined ? {} : { due }) })),
    ...rows
      .filter(({ figures }) => figures.kind === 'onTime' && figures.due === undefined && figures.of > 0)
      .map(({ indicator }): Decision => ({ kind: 'setDue', row: indicator })),
  ]
  return candidates.find((one) => !last || subjectOf(one) !== subjectOf(last)) ?? candidates[0]
}

const missed = (row: string): Decision => ({ kind: 'missed', row })

const subjectOf = (decision: Decision): string =>
  `${decision.kind} ${decision.kind === 'remind' ? decision.unit : decision.row}`
