import type { LocalDate } from '../calendar.ts'
import type { Indicator, Rule } from '../plan/plan.ts'
import { LEVELS } from '../unit/unit.ts'
import type { Block } from './blocks.ts'
import type { Desk } from './desk.ts'
import type { AlsoRow, Figures, LevelFigures, Row } from './figures.ts'
import { addGathered, type Gathered, gather } from './gather.ts'
import type { Court } from './judge.ts'
import { levelOf, type LevelPart, levelPart, ownAmount } from './levels.ts'
import type { Slot } from './slots.ts'
import { splitBy } from './split.ts'
import { verdictOf } from './verdict.ts'

/** A figure of the plan, and where it stands among them. */
export interface Numbered {
  readonly slot: Slot
  readonly at: number
}

/** A row and what is printed under it. */
export function makeRow(own: Numbered, also: readonly Numbered[], desk: Desk, counted: Counted): Row {
  const { indicator } = own.slot
  const { target, rule, by } = indicator
  const main = compute({ ...own, byUnit: true }, desk, counted)
  const closes = rule.kind === 'onTime' ? (rule.due ?? desk.frame.window.to) : desk.frame.window.to
  const isOver = desk.hasEnded(desk.unit) || closes <= desk.frame.over
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
    also: indicator.also.flatMap((one) => {
      const numbered = also.find(({ slot }) => slot.also === one)
      if (numbered === undefined) return []
      const { figures, levels } = compute({ ...numbered, byUnit: countsUnits(one.rule) }, desk, counted)
      return { id: one.id, title: one.title, kind: one.rule.kind, figures, levels } satisfies AlsoRow
    }),
    ...(by === undefined ? {} : { by: splitBy(by, { plan: desk.plan, indicator }, main.gathered.by) }),
  }
}

/** A row that is only told: nothing is counted. */
export function toldRow(indicator: Indicator, day: LocalDate): Row {
  const { id, title, focus } = indicator
  const figures: Figures = { kind: 'told' }
  return { indicator: id, title, kind: 'told', focus, day, figures, levels: [], verdict: 'none', also: [] }
}

interface Computed {
  readonly figures: Figures
  readonly levels: readonly LevelFigures[]
  readonly gathered: Gathered
}

interface Asked extends Numbered {
  /** Every unit has its standing. A plain figure printed under a row needs none. */
  readonly byUnit: boolean
}

const compute = (asked: Asked, desk: Desk, counted: Counted): Computed => {
  const { slot, at } = asked
  const parts = desk.blocks.map((block) => once(counted, block, at, () => computeBlock(asked, block, desk)))
  const gathered = addGathered(parts.map((one) => one.gathered))
  const levels = LEVELS.flatMap(
    (level) =>
      levelOf(
        parts.flatMap((one) => one.levels.find((part) => part.level === level) ?? []),
        gathered.countingOf.get(level),
      ) ?? [],
  )
  const figures = slot.work.figures({
    counting: gathered.counting,
    own: ownAmount(slot.indicator, desk, courtOf(asked, desk)),
    told: (mark) => parts.reduce((sum, { told }) => sum + (told.get(mark) ?? 0), 0),
    levels,
  })
  return { figures, levels, gathered }
}

/** What a block gave to each figure: a block in which nothing has changed is not counted again. */
export type Counted = WeakMap<Block, (BlockFigures | undefined)[]>

const once = (counted: Counted, block: Block, at: number, count: () => BlockFigures): BlockFigures => {
  const known = counted.get(block) ?? []
  counted.set(block, known)
  return (known[at] ??= count())
}

interface BlockFigures {
  readonly gathered: Gathered
  readonly levels: readonly LevelPart[]
  readonly told: ReadonlyMap<string, number>
}

const computeBlock = (asked: Asked, block: Block, desk: Desk): BlockFigures => {
  const { slot, at, byUnit } = asked
  const { indicator } = slot
  const told = new Map<string, number>()
  const work = { indicator, desk, court: courtOf(asked, desk), told }
  return {
    gathered: gather(block.bundles, { at, tells: slot.work.tells !== undefined, levelsOf: desk.levelsOf }),
    levels: byUnit ? LEVELS.flatMap((level) => levelPart(level, block, work) ?? []) : [],
    told,
  }
}

const courtOf = ({ slot, at }: Asked, { frame, scope, bundlesBy }: Desk): Court => {
  const { work, indicator } = slot
  return { work, at, bundlesBy, scope, carry: indicator.carry, over: frame.over, silent: new Map() }
}

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
