import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

export interface SortColumn<R> {
  readonly head: string
  /** What a row is sorted by in this column; absent: it is not. */
  readonly key?: (row: R) => string | number
  readonly cell: (row: R) => ComponentChildren
  readonly className?: string
}

interface Sorting {
  readonly column: number
  readonly down: boolean
}

/** A table whose heads sort it; pressed again, the other way round. */
export function Sortable<R>(props: {
  /** Absent where a heading over it says so. */
  readonly caption?: string
  readonly columns: readonly SortColumn<R>[]
  readonly rows: readonly R[]
  readonly id: (row: R) => string
  /** The sums, a cell a column; they stay below whatever the order. */
  readonly total?: readonly ComponentChildren[]
  /** Said before the head of a column, to whoever hears the page. */
  readonly sortBy: string
  /** The first column names the row. */
}) {
  const { caption, columns, rows, id, total, sortBy } = props
  const [sorting, setSorting] = useState<Sorting>()
  const key = sorting === undefined ? undefined : columns[sorting.column]?.key
  const shown = key === undefined ? rows : sorted(rows, key, sorting?.down === true)
  const press = (column: number) =>
    setSorting((before) => ({ column, down: before?.column === column ? !before.down : false }))
  return (
    <table>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column.head} scope="col" class={column.className} aria-sort={sortOf(sorting, index)}>
              {column.key === undefined ? (
                column.head
              ) : (
                <>
                  <button type="button" class="screen" onClick={() => press(index)} title={`${sortBy} ${column.head}`}>
                    {column.head}
                    <span aria-hidden="true">{markOf(sorting, index)}</span>
                  </button>
                  {/* Chromium leaves buttons out of the heading that it repeats on each printed page. */}
                  <span class="print">{column.head}</span>
                </>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={id(row)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.head} scope="row" class={column.className}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.head} class={column.className}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {total !== undefined && (
        <tfoot>
          <tr>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.head} scope="row" class={column.className}>
                  {total[index]}
                </th>
              ) : (
                <td key={column.head} class={column.className}>
                  {total[index]}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function sorted<R>(rows: readonly R[], key: (row: R) => string | number, down: boolean): readonly R[] {
  const order = [...rows].sort((a, b) => {
    const [left, right] = [key(a), key(b)]
    if (typeof left === 'number' && typeof right === 'number') return left - right
    return String(left).localeCompare(String(right), 'vi', { numeric: true })
  })
  return down ? order.reverse() : order
}

const sortOf = (sorting: Sorting | undefined, index: number): 'ascending' | 'descending' | 'none' =>
  sorting?.column !== index ? 'none' : sorting.down ? 'descending' : 'ascending'

const markOf = (sorting: Sorting | undefined, index: number): string =>
  sorting?.column !== index ? ' ↕' : sorting.down ? ' ↓' : ' ↑'
