import type { LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Indicator, Rule, Source, Target } from '../plan/plan.ts'
import { LEVELS } from '../unit/unit.ts'
import type { AlsoRow, Figures, LevelFigures, Row } from './figures.ts'
import { narrowed } from './filter.ts'
import { type Gathered, gather } from './gather.ts'
import type { Court } from './judge.ts'
import { type Desk, levelFigures, ownAmount } from './levels.ts'
import type { JudgedUnit, RuleWork } from './rule.ts'
import { workFor } from './rules.ts'
import { splitBy } from './split.ts'
import { verdictOf } from './verdict.ts'

export function makeRow(indicator: Indicator, desk: Desk): Row {
  const { target, rule, by } = indicator
  const main = compute(
    indicator,
    { rule, sources: indicator.sources.map((source) => [source]), target, byUnit: true },
    desk,
  )
  const closes = rule.kind === 'onTime' ? (rule.due ?? desk.frame.window.to) : desk.frame.window.to
  const isOver = desk.hasEnded(desk.unit) || closes < desk.frame.asOf
  return {
    indicator: indicator.id,
    title: indicator.title,
    kind: main.figures.kind,
    focus: indicator.focus,
    day: desk.frame.day,
    figures: main.figures,
    levels: main.levels,
    ...(target ? { target } : {}),
    verdict: verdictOf({ target, figures: main.figures, levels: main.levels, isOver }),
    also: indicator.also.map((also) => {
      const sources = (also.sources ?? indicator.sources).map((source) => narrowed(source, also.where))
      const isSame = also.sources === undefined && also.where === undefined && isPlain(main.work)
      const shared = isSame ? { shared: main.gathered } : {}
      const asked = { rule: also.rule, sources, target: undefined, byUnit: countsUnits(also.rule), ...shared }
      const { figures, levels } = compute(indicator, asked, desk)
      return { id: also.id, title: also.title, kind: also.rule.kind, figures, levels } satisfies AlsoRow
    }),
    ...(by === undefined ? {} : { by: splitBy(by, { plan: desk.plan, indicator }, main.gathered.counting, main.work) }),
  }
}

/** A row that is only told: nothing is counted. */
export function toldRow(indicator: Indicator, day: LocalDate): Row {
  const { id, title, focus } = indicator
  const figures: Figures = { kind: 'told' }
  return { indicator: id, title, kind: 'told', focus, day, figures, levels: [], verdict: 'none', also: [] }
}

interface Asked {
  readonly rule: Rule
  readonly sources: readonly (readonly Source[])[]
  readonly target: Target | undefined
  /** Every unit has its standing. A plain figure printed under a row needs none. */
  readonly byUnit: boolean
  /** What was gathered for the row, where the same reports are asked for again. */
  readonly shared?: Gathered
}

interface Computed {
  readonly figures: Figures
  readonly levels: readonly LevelFigures[]
  readonly gathered: Gathered
  readonly work: RuleWork
}

const compute = (indicator: Indicator, { rule, sources, target, byUnit, shared }: Asked, desk: Desk): Computed => {
  const { frame, scope } = desk
  const work = workFor(rule, target, frame)
  const gathered =
    shared && isPlain(work)
      ? shared
      : gather({
          shelves: desk.shelvesOf(sources.flat(), work.anyDate ?? false),
          sources,
          indicator,
          work,
          frame,
          scope,
          byUnit: byUnit || rule.kind === 'count',
        })
  const court: Court = { work, gathered, scope, carry: indicator.carry, asOf: frame.asOf, silent: new Map() }
  const judged = new Map<UnitId, JudgedUnit>()
  const asked = byUnit ? LEVELS : []
  const levels = asked.flatMap((level) => levelFigures(level, { indicator, desk, court, judged }) ?? [])
  const figures = work.figures({
    counting: gathered.counting,
    own: ownAmount(indicator, desk, court),
    units: [...judged.values()].filter(({ standing }) => standing.standing !== 'notApplicable'),
    levels,
  })
  return { figures, levels, gathered, work }
}

/** Takes every report that matches and is dated in the window. */
const isPlain = ({ counts, anyDate }: RuleWork): boolean => counts === undefined && anyDate !== true

/** Rules whose figure is a share of units. */
const countsUnits = (rule: Rule): boolean => {
  switch (rule.kind) {
    case 'coverage':
    case 'cadence':
    case 'stages':
    case 'onTime':
      return true
    case 'inForce':
      return rule.per === 'unit'
    case 'count':
    case 'sum':
    case 'distinct':
    case 'uptake':
      return false
  }
}
