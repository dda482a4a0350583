import type { Verdict } from '../../domain/tally/figures.ts'
import type { Standing } from '../../domain/tally/standing.ts'
import type { Table } from '../papers/paper.ts'

/** What the page of figures is given; a file of its own, since the page is built for a browser and reads no more than this. */

export interface PageUnit<T> {
  readonly id: string
  readonly name: T
}

export interface PageRow<T> {
  readonly id: string
  readonly title: T
  readonly figure: T
  readonly verdict: Verdict
  readonly verdictName: T
  readonly met?: number
  readonly of?: number
  readonly units: readonly { readonly id: string; readonly name: T; readonly standing: Standing; readonly said: T }[]
}

/** The figures of a unit as a page shows them: nothing that the chat would not show the same person. */
export interface FiguresPage<T> {
  readonly unit: PageUnit<T>
  readonly up?: PageUnit<T>
  readonly below: readonly PageUnit<T>[]
  readonly plan: T
  readonly asOf: T
  readonly rows: readonly PageRow<T>[]
  readonly trend: {
    readonly points: readonly T[]
    readonly series: readonly { label: T; name: T; values: readonly number[] }[]
  }
  readonly tables: readonly Table<T>[]
}
