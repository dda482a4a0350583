import { type LocalDate, monthOf, yearOf } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import { filledLines, type Letterhead, usualLetterhead } from '../../domain/unit/letterhead.ts'
import type { Level } from '../../domain/unit/unit.ts'
import { unitName } from '../form/showValue.ts'
import { type Line, t, words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { type Asking, theLetterhead } from '../union/needs.ts'
import type { Foot, Letterhead as PaperHead } from './paper.ts'

/** The unit over all those it belongs to: templates are kept there. */
export const rootOf = (unit: UnitId, ctx: Ctx): UnitId => ctx.tree.ancestorsOn(unit, ctx.today).at(-1)?.unit ?? unit

export const levelOf = (unit: UnitId, ctx: Ctx): Level =>
  (ctx.tree.versionOn(unit, ctx.today) ?? ctx.tree.latest(unit))?.level ?? 'commune'

export interface Frame {
  readonly head: PaperHead<Line>
  readonly foot: Foot<Line>
}

/** Head and foot of a unit's document; number and day stay open for the office that numbers it. */
export function* frameFor(unit: UnitId, ctx: Ctx): Asking<Frame> {
  const level = levelOf(unit, ctx)
  const letterhead = (yield* theLetterhead(rootOf(unit, ctx), level)) ?? usualLetterhead(level)
  return frameOf(letterhead, unit, ctx)
}

export function frameOf(letterhead: Letterhead, unit: UnitId, ctx: Ctx): Frame {
  const parent = ctx.tree.versionOn(unit, ctx.today)?.parent
  const names = { unit: unitName(ctx.tree, unit), upper: parent === undefined ? '' : unitName(ctx.tree, parent) }
  const one = (template: string): string => filledLines(template, names).join('\n')
  const capitals = (template: string): Line => words(one(template).toLocaleUpperCase('vi'))
  return {
    head: {
      upper: capitals(letterhead.upper),
      organ: capitals(letterhead.organ),
      number: t('rpt.number', { symbol: one(letterhead.symbol) }),
      state: letterhead.heading === 'state' ? t('rpt.state') : words(''),
      motto: letterhead.heading === 'state' ? t('rpt.motto') : t('rpt.party'),
      placeAndDate: dateLine(one(letterhead.place), ctx.today),
    },
    foot: {
      recipients: [t('rpt.recipients'), ...filledLines(letterhead.recipients, names).map((line) => words(`- ${line}`))],
      signature: filledLines(letterhead.signature, names).map((line) => words(line.toLocaleUpperCase('vi'))),
      signer: words(one(letterhead.signer)),
    },
  }
}

const dateLine = (place: string, today: LocalDate): Line =>
  t('rpt.placeAndDate', {
    place: place === '' ? '…………' : place,
    // The day of signing is written by hand, as its number is.
    month: String(monthOf(today)).padStart(2, '0'),
    year: yearOf(today),
  })
