import { useEffect } from 'preact/hooks'
import type { Figures } from './data.ts'
import { Sortable, type SortColumn } from './sortable.tsx'

type Row = Figures['rows'][number]
type Standing = Row['units'][number]['standing']

/** A shape beside each colour; the words are there for who hears the page. */
const MARKS: Readonly<Record<Standing, string>> = {
  met: '✓',
  open: '○',
  notMet: '✕',
  reportedZero: '0',
  noReport: '–',
  notApplicable: '',
}
const WEIGHT: Readonly<Record<Standing, number>> = {
  noReport: 0,
  notMet: 1,
  reportedZero: 2,
  open: 3,
  met: 4,
  notApplicable: 5,
}
const VERDICTS = ['notMet', 'open', 'met', 'none']

export function Indicators({ figures }: { readonly figures: Figures }) {
  const { words } = figures
  const columns: readonly SortColumn<Row>[] = [
    { head: words.code, key: (row) => row.id, cell: (row) => row.id, className: 'code' },
    { head: words.content, key: (row) => row.title, cell: (row) => row.title },
    {
      head: words.result,
      key: (row) => (row.of === undefined || row.of === 0 ? -1 : (row.met ?? 0) / row.of),
      cell: (row) => (
        <>
          {row.figure}
          <Bar row={row} />
          {row.verdict !== 'none' && <span class={`verdict phone ${row.verdict}`}>{row.verdictName}</span>}
        </>
      ),
    },
    {
      head: words.verdict,
      key: (row) => VERDICTS.indexOf(row.verdict),
      cell: (row) => <span class={`verdict ${row.verdict}`}>{row.verdictName}</span>,
      className: 'desk',
    },
  ]
  return (
    <Sortable
      caption={words.indicators}
      columns={columns}
      rows={figures.rows}
      id={(row) => row.id}
      sortBy={words.sortBy}
    />
  )
}

function Bar({ row }: { readonly row: Row }) {
  if (row.met === undefined || row.of === undefined || row.of === 0) return null
  const share = Math.round((row.met * 100) / row.of)
  return (
    <span class="share">
      <svg class={`bar ${row.verdict}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="8" rx="2" />
        <rect class="done" width={share} height="8" rx="2" />
      </svg>
      {share}%
    </span>
  )
}

interface UnitLine {
  readonly id: string
  readonly name: string
  readonly cells: ReadonlyMap<string, { readonly standing: Standing; readonly said: string }>
}

/** Units × the rows that ask something of each. */
export function Matrix({ figures, open }: { readonly figures: Figures; readonly open: (unit: string) => void }) {
  const { words } = figures
  const rows = figures.rows.filter((row) => row.verdict !== 'none' && row.of !== undefined && row.units.length > 1)
  const lines = new Map<
    string,
    { id: string; name: string; cells: Map<string, { standing: Standing; said: string }> }
  >()
  for (const row of rows) {
    for (const { id, name, standing, said } of row.units) {
      const line = lines.get(id) ?? { id, name, cells: new Map() }
      lines.set(id, line)
      line.cells.set(row.id, { standing, said })
    }
  }
  if (lines.size < 2) return null
  const columns: readonly SortColumn<UnitLine>[] = [
    {
      head: words.unit,
      key: (line) => line.name,
      cell: (line) => (
        <button type="button" class="plain" onClick={() => open(line.id)}>
          {line.name}
        </button>
      ),
    },
    ...rows.map(
      (row): SortColumn<UnitLine> => ({
        head: row.id,
        key: (line) => WEIGHT[line.cells.get(row.id)?.standing ?? 'notApplicable'],
        cell: (line) => {
          const { standing, said } = line.cells.get(row.id) ?? { standing: 'notApplicable', said: '' }
          return (
            <span class={`standing ${standing}`} title={said}>
              <span aria-hidden="true">{MARKS[standing]}</span>
              <span class="heard">{said}</span>
            </span>
          )
        },
        className: 'mark',
      }),
    ),
  ]
  const seen = new Map(
    rows.flatMap((row) =>
      row.units.filter((one) => one.standing !== 'notApplicable').map((one) => [one.standing, one.said]),
    ),
  )
  return (
    <>
      <div class="wide" tabIndex={0} role="region" aria-label={words.units}>
        <Sortable
          caption={words.units}
          columns={columns}
          rows={[...lines.values()]}
          id={(line) => line.id}
          sortBy={words.sortBy}
        />
      </div>
      <p class="legend">
        {[...seen].map(([standing, said]) => (
          <span key={standing}>
            <span class={`standing ${standing}`} aria-hidden="true">
              {MARKS[standing]}
            </span>{' '}
            {said}
          </span>
        ))}
      </p>
    </>
  )
}

/** Long lists are folded up on a small screen, and never on paper. */
export function Tables({ figures }: { readonly figures: Figures }) {
  useEffect(() => {
    const unfold = () => {
      for (const one of document.querySelectorAll('details')) one.open = true
    }
    addEventListener('beforeprint', unfold)
    return () => removeEventListener('beforeprint', unfold)
  }, [])
  return (
    <>
      {figures.tables.map((table) => (
        <details key={table.title} open={innerWidth > 700}>
          <summary>
            <h2>{table.title}</h2> ({table.rows.length})
          </summary>
          {table.rows.length > 0 && (
            <div class="wide" tabIndex={0} role="region" aria-label={table.title}>
              <TableOf table={table} figures={figures} />
            </div>
          )}
          {table.note !== undefined && <p class="note">{table.note}</p>}
        </details>
      ))}
    </>
  )
}

type PageTable = Figures['tables'][number]

function TableOf({ table, figures }: { readonly table: PageTable; readonly figures: Figures }) {
  const columns = table.columns.map(
    (column, index): SortColumn<PageTable['rows'][number]> => ({
      head: column.head,
      key: (row) => row[index] ?? '',
      cell: (row) => shown(row[index], figures),
      ...(column.align === undefined ? {} : { className: column.align }),
    }),
  )
  const id = (row: PageTable['rows'][number]): string => String(table.rows.indexOf(row))
  const total = table.total?.map((one) => shown(one, figures))
  return (
    <Sortable
      columns={columns}
      rows={table.rows}
      id={id}
      sortBy={figures.words.sortBy}
      {...(total === undefined ? {} : { total })}
    />
  )
}

const shown = (cell: string | number | undefined, { locale }: Figures): string =>
  typeof cell === 'number' ? cell.toLocaleString(locale) : (cell ?? '')
