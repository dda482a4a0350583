/**
 * Who may do what: one table. Roles of the Union live beside a unit; roles of the club live in the vault, and the two sets
 * share no action (design rule 3: counselling is absent from the Union's roles, not hidden).
 */
export type UnionRole = 'officer' | 'leader' | 'admin'
/** provinceDuty: called last when nobody of the club takes an alarm; she has what she took, and no queue. */
export type ClubRole = 'counsellor' | 'clubHead' | 'provinceDuty'
export type Role = UnionRole | ClubRole | 'visitor' | 'woman'

export const UNION_ROLES: readonly UnionRole[] = ['officer', 'leader', 'admin']
export const CLUB_ROLES: readonly ClubRole[] = ['counsellor', 'clubHead', 'provinceDuty']

export const isClubRole = (role: string): role is ClubRole => CLUB_ROLES.some((one) => one === role)

/** How the one who asks stands to the thing that is asked for. */
export type Relation = 'own' | 'below' | 'other'

export const ACTIONS = [
  'report.write',
  'report.read',
  'report.review',
  /** Of a unit with none above it: by a leader of its own. */
  'report.reviewOwn',
  'progress.read',
  'digest.read',
  'unit.nudge',
  'unit.invite',
  'unit.revoke',
  'unit.import',
  'case.open',
  'case.read',
  'case.take',
  'case.answer',
  'case.close',
  'alarm.take',
  'case.board',
  'case.erase',
  /** What a woman asks to be done with her data: of a case that is one's own, or of any. */
  'request.answer',
  'duty.change',
] as const
export type Action = (typeof ACTIONS)[number]

type Grants = Readonly<Record<Action, Readonly<Partial<Record<Role, readonly Relation[]>>>>>

const GRANTS: Grants = {
  'report.write': { officer: ['own'] },
  'report.read': { officer: ['own'], leader: ['own', 'below'] },
  'report.review': { leader: ['below'] },
  'report.reviewOwn': { leader: ['own'] },
  'progress.read': { officer: ['own'], leader: ['own', 'below'] },
  'unit.nudge': { leader: ['below'] },
  'digest.read': { leader: ['own', 'below'] },
  'unit.invite': { admin: ['own', 'below'] },
  'unit.revoke': { admin: ['own', 'below'] },
  'unit.import': { admin: ['own', 'below'] },
  'case.open': { visitor: ['own'], woman: ['own'] },
  'case.read': { woman: ['own'], counsellor: ['own'], clubHead: ['own'], provinceDuty: ['own'] },
  'case.take': { counsellor: ['other'], clubHead: ['other'] },
  'case.answer': { counsellor: ['own'], clubHead: ['own'], provinceDuty: ['own'] },
  'case.close': { counsellor: ['own'], clubHead: ['own'], provinceDuty: ['own'] },
  'alarm.take': { counsellor: ['other'], clubHead: ['other'], provinceDuty: ['other'] },
  'case.board': { clubHead: ['other'] },
  'case.erase': { woman: ['own'] },
  'request.answer': { counsellor: ['own'], clubHead: ['own', 'other'] },
  'duty.change': { counsellor: ['own'], clubHead: ['own'] },
}

/** May one with these roles do this to a thing that stands so to her? Unknown is no. */
export function may(roles: Iterable<Role>, action: Action, relation: Relation): boolean {
  for (const role of roles) if (GRANTS[action][role]?.includes(relation)) return true
  return false
}
