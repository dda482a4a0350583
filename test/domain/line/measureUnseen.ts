import { localDate } from '../../../src/domain/calendar.ts'
import { readLine } from '../../../src/domain/line/readLine.ts'
import type { Value } from '../../../src/domain/plan/form.ts'
import { plan2022 } from '../../support/plan2022.ts'
import { type Share, share } from './share.ts'

/** A line of the unseen set. Its writer knew the forms, not their fields: what she labelled is mapped to them here. */
export interface Unseen {
  readonly text: string
  readonly form: string | null
  readonly fields?: {
    readonly date?: string
    readonly participants?: number
    readonly women?: number
    readonly role?: string
    readonly count?: number
    /** Said as about so many. */
    readonly approx?: number
    readonly result?: string
  }
}

export const isUnseen = (value: unknown): value is Unseen =>
  typeof value === 'object' && value !== null && 'form' in value

export interface UnseenFigures {
  /** The right form, at once or among those that are asked. */
  readonly form: Share
  readonly formAtOnce: Share
  /** Values with a label (dates, people, women, role, counts): right, of those taken without asking. */
  readonly sure: Share
  /** The same, of all that was read, asked ones too. */
  readonly read: Share
  /** Labelled dates, people, women, roles that were read. */
  readonly recall: Share
  readonly falseReports: readonly string[]
  readonly wrongForms: readonly string[]
  readonly silentlyWrong: readonly string[]
  readonly askedWrong: readonly string[]
  readonly askedNonReports: readonly string[]
  /** Choices have no label in the set: to be judged by a person. */
  readonly unlabelled: readonly string[]
}

const ALLOWED: ReadonlySet<string> = new Set(plan2022.forms.map((form) => form.id))
const PEOPLE: ReadonlySet<string> = new Set(['participants', 'attendees', 'members_count'])

export function measureUnseen(lines: readonly Unseen[], today = '2025-03-19'): UnseenFigures {
  const none = (): string[] => []
  const lists = {
    falseReports: none(),
    wrongForms: none(),
    silentlyWrong: none(),
    askedWrong: none(),
    askedNonReports: none(),
    unlabelled: none(),
  }
  const n = { reports: 0, form: 0, atOnce: 0, sure: 0, sureOf: 0, read: 0, readOf: 0, said: 0, found: 0 }
  for (const line of lines) {
    const reading = readLine(line.text, { forms: plan2022.forms, allowed: ALLOWED, today: localDate(today) })
    if (line.form === null) {
      if (reading.kind === 'report') lists.falseReports.push(line.text)
      else if (reading.kind !== 'none') lists.askedNonReports.push(line.text)
      continue
    }
    n.reports += 1
    const { form, fields = {} } = line
    const named =
      reading.kind === 'report' || reading.kind === 'name'
        ? [reading.form]
        : reading.kind === 'which'
          ? reading.forms
          : []
    if (named.includes(form)) n.form += 1
    else lists.wrongForms.push(`${form}: ${line.text} → ${JSON.stringify(named)}`)
    if (reading.kind === 'report' && reading.form !== form)
      lists.silentlyWrong.push(`${form}: ${line.text} → ${reading.form}`)
    n.said += ['date', 'participants', 'women', 'role'].filter((id) => id in fields).length
    if (reading.kind !== 'report' || reading.form !== form) continue
    n.atOnce += 1
    for (const [id, value] of Object.entries({ ...reading.doubtful, ...reading.given })) {
      if (value === undefined) continue
      const isSure = reading.given[id] !== undefined
      const right = isRight({ form, id, value }, fields, isSure)
      const shown = `${line.text} → ${id} = ${JSON.stringify(value)}${isSure ? '' : ' (asked)'}`
      if (right === undefined) {
        lists.unlabelled.push(shown)
        continue
      }
      n.readOf += 1
      if (isSure) n.sureOf += 1
      if (right) {
        n.read += 1
        if (isSure) n.sure += 1
        if (isPlain(form, id)) n.found += 1
      } else (isSure ? lists.silentlyWrong : lists.askedWrong).push(`${shown}, labelled ${JSON.stringify(fields)}`)
    }
  }
  return {
    form: share(n.form, n.reports),
    formAtOnce: share(n.atOnce, n.reports),
    sure: share(n.sure, n.sureOf),
    read: share(n.read, n.readOf),
    recall: share(n.found, n.said),
    ...lists,
  }
}

const kindOf = (form: string, id: string) =>
  plan2022.forms.find((one) => one.id === form)?.fields.find((one) => one.id === id)?.kind

const isPlain = (form: string, id: string): boolean =>
  kindOf(form, id) === 'date' || PEOPLE.has(id) || id === 'women' || (form === 'F-SUP' && id === 'role')

/** A writer who labelled only whether the Union leads says `join` of both other roles. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  lead: ['lead'],
  colead: ['co_lead'],
  participant: ['participant'],
  join: ['co_lead', 'participant'],
}

/** Undefined where the set has no label for it. */
function isRight(
  { form, id, value }: { readonly form: string; readonly id: string; readonly value: Value },
  fields: NonNullable<Unseen['fields']>,
  isSure: boolean,
): boolean | undefined {
  if (kindOf(form, id) === 'date') return value === fields.date
  if (id === 'women') return value === fields.women
  if (form === 'F-SUP' && id === 'role') return ROLES[fields.role ?? '']?.some((role) => role === value) ?? false
  if (PEOPLE.has(id)) return value === fields.participants || (!isSure && value === fields.approx)
  if (kindOf(form, id) !== 'number') return undefined
  return value === fields.count || new RegExp(`(?<!\\d)${JSON.stringify(value)}(?!\\d)`).test(fields.result ?? '')
    ? true
    : undefined
}
