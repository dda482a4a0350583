import { isApproved, type Deed } from '../report/report.ts'
import { type Deeds, makePile, type Pile } from './bag.ts'
import type { Slot } from './slots.ts'
import { choicesIn, countOf } from './values.ts'

/** What the tally keeps of some reports, slot by slot; nothing where none of them counts. */
export interface Sheet {
  readonly slots: readonly (SheetSlot | undefined)[]
}

export interface SheetSlot {
  /** What was sent on the forms of the slot, whether or not it counts: something, or only "kỳ này không có". */
  readonly sent: 'something' | 'none'
  /** Absent where nothing counts. */
  readonly deeds?: Deeds
  /** By the values of the field that splits the row. */
  readonly by?: ReadonlyMap<string, Deeds>
}

export function fillSheet(reports: readonly Deed[], slots: readonly Slot[]): Sheet {
  const open = slots.map((): OpenSlot | undefined => undefined)
  const byForm = Map.groupBy(reports, ({ form }) => form)
  slots.forEach((slot, at) => {
    for (const form of slot.forms) {
      for (const report of byForm.get(form) ?? []) {
        if (slot.isIn(report)) enter(report, slot, (open[at] ??= { sent: 'none' }))
      }
    }
  })
  return { slots: open.map((one) => (one === undefined ? undefined : closed(one))) }
}

interface OpenSlot {
  sent: SheetSlot['sent']
  pile?: Pile
  by?: Map<string, Pile>
}

function enter(report: Deed, { work, counts, also, indicator }: Slot, open: OpenSlot): void {
  if (!report.none) open.sent = 'something'
  if (!counts(report)) return
  const approved = isApproved(report)
  const weight = work.weigh(report)
  open.pile ??= makePile()
  open.pile.put({ weight, marks: work.marks?.(report) ?? [], approved })
  const field = also === undefined ? indicator.by : undefined
  if (field === undefined) return
  open.by ??= new Map()
  for (const value of choicesIn(report.answers[field])) {
    const pile = open.by.get(value) ?? makePile()
    open.by.set(value, pile)
    pile.put({ weight: countOf(report.answers[field], value) ?? weight, marks: [], approved })
  }
}

const closed = ({ sent, pile, by }: OpenSlot): SheetSlot => ({
  sent,
  ...(pile === undefined ? {} : { deeds: pile.deeds() }),
  ...(by === undefined ? {} : { by: new Map([...by].map(([value, one]) => [value, one.deeds()])) }),
})
