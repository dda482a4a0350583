import type { PlanProblem } from './schemaParts.ts'

/** A plan file as plain data, before it is typed. */
export interface RawPlan {
  readonly [key: string]: unknown
}

interface Extended {
  readonly raw: RawPlan
  readonly problems: readonly PlanProblem[]
}

/**
 * A plan file laid over the one it extends: maps are merged, everything else is replaced, `null` takes a member away, and
 * `ends: true` ends a row or a form with the earlier plan.
 */
export function extendPlan(base: RawPlan, changes: RawPlan): Extended {
  const { extends: _file, ...members } = changes
  const days = ['year', 'from', 'to'].filter((key) => members[key] !== undefined)
  const own = days.length === 0 ? base : withoutKeys(base, ['year', 'from', 'to'])
  const merged = mergeMaps(own, members)
  return {
    raw: {
      ...merged,
      forms: withoutEnded(merged.forms),
      indicators: withoutEnded(merged.indicators),
    },
    problems: [...strayRows(base, members), ...sameVersions(base, members)],
  }
}

const isMap = (value: unknown): value is RawPlan => typeof value === 'object' && value !== null && !Array.isArray(value)

const withoutKeys = (map: RawPlan, keys: readonly string[]): RawPlan =>
  Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)))

function mergeMaps(base: RawPlan, changes: RawPlan): RawPlan {
  const result: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(changes)) {
    const old = result[key]
    if (value === null) delete result[key]
    else result[key] = isMap(value) && isMap(old) ? mergedMember(old, value) : value
  }
  return result
}

/**
 * Things told apart by `kind` (rules) are replaced whole: half of one kind and half of another is no rule. A field of a form may
 * be called so too; that is no name of a kind.
 */
const mergedMember = (old: RawPlan, value: RawPlan): RawPlan =>
  typeof old['kind'] === 'string' && typeof value['kind'] === 'string' && old['kind'] !== value['kind']
    ? value
    : mergeMaps(old, value)

const withoutEnded = (map: unknown): unknown =>
  isMap(map) ? Object.fromEntries(Object.entries(map).filter(([, one]) => !isMap(one) || one.ends !== true)) : map

/** A change of a row that the earlier plan does not have; a new row brings its wording. */
function strayRows(base: RawPlan, changes: RawPlan): readonly PlanProblem[] {
  return ['indicators', 'forms'].flatMap((part) => {
    const [known, changed] = [base[part], changes[part]]
    if (!isMap(known) || !isMap(changed)) return []
    const whole = part === 'indicators' ? 'wording' : 'fields'
    return Object.entries(changed)
      .filter(([id, one]) => !(id in known) && !(isMap(one) && whole in one))
      .map(([id]) => ({ path: [part, id], reason: `changes ${id}, which the extended plan does not have` }))
  })
}

/** Answers remember form@version, so a changed form needs a new version. */
function sameVersions(base: RawPlan, changes: RawPlan): readonly PlanProblem[] {
  const [known, changed] = [base.forms, changes.forms]
  if (!isMap(known) || !isMap(changed)) return []
  return Object.entries(changed).flatMap(([id, form]) => {
    const old = known[id]
    if (!isMap(old) || !isMap(form) || form.ends === true) return []
    const isNewer = typeof form.version === 'number' && typeof old.version === 'number' && form.version > old.version
    return isNewer ? [] : [{ path: ['forms', id], reason: 'changes a form without a higher version' }]
  })
}
