/**
 * What a row keeps of the deeds that count for it: how many, what they add up to, and how often each mark was made that its rule
 * reads (a day, a choice, a regulation). Bags add up in any order, and nothing else is ever done with them.
 */
export interface Bag {
  readonly n: number
  readonly weight: number
  readonly marks: ReadonlyMap<string, number>
}

/** The approved ones are among the sent ones. */
export interface Deeds {
  readonly sent: Bag
  readonly approved: Bag
}

const NO_MARKS: ReadonlyMap<string, number> = new Map()
const EMPTY: Bag = { n: 0, weight: 0, marks: NO_MARKS }
export const NO_DEEDS: Deeds = { sent: EMPTY, approved: EMPTY }

export function addDeeds(all: readonly Deeds[]): Deeds {
  const [first, ...others] = all
  if (first === undefined) return NO_DEEDS
  if (others.length === 0) return first
  const sent = addBags(all.map((one) => one.sent))
  // Most of what is old is approved, and then both are one.
  return { sent, approved: all.every(isAllApproved) ? sent : addBags(all.map((one) => one.approved)) }
}

export function withoutMarks(deeds: Deeds): Deeds {
  const bare = ({ n, weight }: Bag): Bag => ({ n, weight, marks: NO_MARKS })
  const sent = bare(deeds.sent)
  return { sent, approved: isAllApproved(deeds) ? sent : bare(deeds.approved) }
}

export const isAllApproved = ({ sent, approved }: Deeds): boolean => sent.n === approved.n

function addBags(bags: readonly Bag[]): Bag {
  let n = 0
  let weight = 0
  let marks = NO_MARKS
  let sum: Map<string, number> | undefined
  for (const bag of bags) {
    n += bag.n
    weight += bag.weight
    if (bag.marks.size === 0) continue
    if (marks.size === 0) {
      marks = bag.marks
      continue
    }
    sum ??= new Map(marks)
    for (const [mark, times] of bag.marks) sum.set(mark, (sum.get(mark) ?? 0) + times)
    marks = sum
  }
  return { n, weight, marks }
}

/** Deeds put in one by one. */
export interface Pile {
  put(deed: { readonly weight: number; readonly marks: Iterable<string>; readonly approved: boolean }): void
  deeds(): Deeds
}

export function makePile(): Pile {
  const sent = { n: 0, weight: 0, marks: new Map<string, number>() }
  const approved = { n: 0, weight: 0, marks: new Map<string, number>() }
  const put = (bag: typeof sent, weight: number, marks: Iterable<string>): void => {
    bag.n += 1
    bag.weight += weight
    for (const mark of marks) bag.marks.set(mark, (bag.marks.get(mark) ?? 0) + 1)
  }
  return {
    put: (deed) => {
      put(sent, deed.weight, deed.marks)
      if (deed.approved) put(approved, deed.weight, deed.marks)
    },
    deeds: () => {
      const whole = closed(sent)
      return { sent: whole, approved: approved.n === sent.n ? whole : closed(approved) }
    },
  }
}

const closed = ({ n, weight, marks }: Bag): Bag => ({ n, weight, marks: marks.size === 0 ? NO_MARKS : marks })
