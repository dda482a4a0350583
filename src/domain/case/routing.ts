import { fold } from '../words/fold.ts'

/** A member as the routing of cases sees her. */
export interface Candidate {
  readonly id: string
  readonly unit?: string
  /** Cases she holds, and how many she can. */
  readonly load: number
  readonly capacity: number
}

export interface Routed {
  /** Members who declined it, gave it back, or whom the woman refused. */
  readonly declinedBy: readonly string[]
  /** Units named in her words. */
  readonly avoid: readonly string[]
  readonly severity: 'immediate' | 'violence' | 'none'
}

/**
 * Who hears of a case: nobody who may know her, nobody who declined or whom she refused, nobody who is full unless it is
 * danger. The least loaded first. Where that leaves nobody it stays in the queue, and the head hears of it by the promise.
 */
export function routeTo<T extends Candidate>(members: readonly T[], wanted: Routed): readonly T[] {
  return members
    .filter((one) => isFree(one, wanted))
    .toSorted((a, b) => a.load - b.load || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

const isFree = (one: Candidate, { declinedBy, avoid, severity }: Routed): boolean =>
  !declinedBy.includes(one.id) &&
  (one.unit === undefined || !avoid.includes(one.unit)) &&
  (severity === 'immediate' || one.load < one.capacity)

export interface NamedUnit {
  readonly unit: string
  readonly name: string
}

const KIND = /^(?:hoi lhpn |hoi lien hiep phu nu )?(?:xa|phuong|thi tran|thi xa|huyen|quan|dac khu) /

/** The units of these that a text names, with or without accents. A name of one short word counts only with its kind before it. */
export function unitsNamed(text: string, units: readonly NamedUnit[]): readonly string[] {
  const said = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return units.flatMap(({ unit, name }) => {
    const full = fold(name)
      .replace(/^hoi (?:lhpn|lien hiep phu nu) /, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    const own = full.replace(KIND, '')
    const told = said.includes(` ${full} `) || (own.includes(' ') && said.includes(` ${own} `))
    return told && own !== '' ? [unit] : []
  })
}
