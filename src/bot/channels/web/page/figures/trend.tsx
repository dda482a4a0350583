import type { Figures } from './data.ts'

const WIDE = 640
const TALL = 360
const LEFT = 76
const RIGHT = 170
const TOP = 14
const BOTTOM = 34

/** A line an indicator, named at its end; the same figures stand below as a table, for print and for who hears the page. */
export function Trend({ figures }: { readonly figures: Figures }) {
  const { words } = figures
  const { points, series } = figures.trend
  if (points.length < 2 || series.length === 0) return null
  const x = (n: number): number => LEFT + (n * (WIDE - LEFT - RIGHT)) / (points.length - 1)
  const y = (percent: number): number => TOP + ((100 - percent) * (TALL - TOP - BOTTOM)) / 100
  const ends = spread(series.map((one) => y(one.values.at(-1) ?? 0)))
  return (
    <section>
      <h2>{words.trend}</h2>
      <svg class="trend" viewBox={`0 0 ${WIDE} ${TALL}`} aria-hidden="true">
        {[0, 25, 50, 75, 100].map((percent) => (
          <g key={percent}>
            <line class="grid" x1={LEFT} x2={WIDE - RIGHT} y1={y(percent)} y2={y(percent)} />
            <text x={LEFT - 8} y={y(percent) + 5} text-anchor="end">
              {percent}%
            </text>
          </g>
        ))}
        {points.map((point, n) => (
          <text key={point} x={x(n)} y={TALL - 10} text-anchor="middle">
            {point}
          </text>
        ))}
        {series.map((one, n) => (
          <g key={one.label} class={`series s${n}`}>
            <polyline points={one.values.map((value, at) => `${x(at)},${y(value)}`).join(' ')} />
            {one.values.map((value, at) => (
              <circle key={points[at]} cx={x(at)} cy={y(value)} r="4" />
            ))}
            <text x={WIDE - RIGHT + 10} y={(ends[n] ?? 0) + 5}>
              {one.label} {one.values.at(-1)}%
            </text>
          </g>
        ))}
      </svg>
      <div class="wide" tabIndex={0} role="region" aria-label={words.trend}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              {points.map((point) => (
                <th key={point} scope="col" class="right">
                  {point}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.map((one) => (
              <tr key={one.label}>
                <th scope="row" title={one.name}>
                  {one.label}
                </th>
                {one.values.map((value, at) => (
                  <td key={points[at]} class="right">
                    {value}%
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Names at the end of the lines, at least a line of text apart. */
function spread(wanted: readonly number[]): readonly number[] {
  const order = wanted.map((at, n) => ({ at, n })).sort((a, b) => a.at - b.at)
  let last = Number.NEGATIVE_INFINITY
  const placed = new Map(
    order.map(({ at, n }) => {
      last = Math.max(at, last + 26)
      return [n, last]
    }),
  )
  return wanted.map((at, n) => placed.get(n) ?? at)
}
