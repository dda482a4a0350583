import { CLUB_ROLES, UNION_ROLES } from '../../domain/access.ts'
import { readInviteCode } from '../../domain/inviteCode.ts'
import { personId } from '../../domain/ids.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, say, t } from '../say.ts'
import { type Ctx, type Flow, hasRole, type UnionDecision } from './context.ts'
import type { Effect } from './effects.ts'
import { type Invitation, theInvitation } from './needs.ts'
import type { Place } from './place.ts'
import { readVerb } from './verbs.ts'

/** An invitation code binds this account to a role and a unit. Wrong, used and expired look alike. */
export function* codePlace(place: Extract<Place, { at: 'code' }>, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked') return { place: { at: 'home' }, says: [say(t('code.later'))], effects: [] }
  if (input.kind !== 'said') return askCode()
  const code = readInviteCode(input.text)
  if (code === undefined) return askCode(t('code.notACode'))
  const invitation = yield* theInvitation(code)
  if (invitation === 'tooMany') return { place: { at: 'home' }, says: [say(t('code.tooMany'))], effects: [] }
  const had = invitation?.hers === true ? heldBy(ctx, invitation) : undefined
  if (had !== undefined)
    return { place: { at: 'home' }, says: [ask([had], [choice('home', t('menu.home'), 'go')])], effects: [] }
  if (invitation === undefined || invitation.state !== 'good') return askCode(t('code.wrong'))
  if (CLUB_ROLES.some((role) => role === invitation.role)) {
    // Nobody is administrator and in the club at once.
    if (hasRole(ctx.who, 'admin')) return askCode(t('code.wrong'))
    return { place: { at: 'home' }, says: [], effects: [{ do: 'openSession', text: input.text }] }
  }
  const role = UNION_ROLES.find((one) => one === invitation.role)
  if (role === undefined) return askCode(t('code.wrong'))
  if (invitation.person !== undefined) {
    // The account may belong to somebody else: then it stays hers.
    if (ctx.who !== undefined && ctx.who.id !== invitation.person) return askCode(t('code.wrong'))
    const known = invitation.name ?? ''
    return {
      place: { at: 'home' },
      says: [ask([t('code.samePerson', { name: known })], [choice('home', t('menu.home'), 'go')])],
      effects: [{ do: 'useInvitation', invitation: invitation.id, person: invitation.person, name: known }],
    }
  }
  const person = ctx.who?.id ?? personId(ctx.newId())
  const name = invitation.name ?? ctx.who?.name ?? ''
  const welcome = t('code.welcome', { role: t(`role.${role}`), unit: unitName(ctx.tree, invitation.unit) })
  const bind: Effect = { do: 'useInvitation', invitation: invitation.id, person, name }
  if (name === '') return { ...askName([welcome]), effects: [bind] }
  return { place: { at: 'home' }, says: [ask([welcome], [choice('home', t('menu.home'), 'go')])], effects: [bind] }
}

/** She types the code again that let her in: what it gave her she has, unless it was taken from her since. */
function heldBy(ctx: Ctx, { role, unit }: Invitation): Line | undefined {
  const held = ctx.who?.grants.find((grant) => grant.role === role && grant.unit === unit)
  return held === undefined
    ? undefined
    : t('code.again', { role: t(`role.${held.role}`), unit: unitName(ctx.tree, held.unit) })
}

/** Someone invited without a name tells it herself: it stands on her reports. */
export function namePlace(input: Input): UnionDecision {
  if (input.kind !== 'said') return askName([])
  const name = input.text.replace(/\s+/g, ' ').trim()
  if (name.length < 2 || name.length > 60) return askName([t('name.length')])
  // She has gone on to work, or typed her code a second time.
  if (readInviteCode(name) !== undefined || readVerb(name, false) !== undefined) return askName([t('name.notAName')])
  return {
    place: { at: 'home' },
    says: [ask([t('name.set', { name })], [choice('home', t('menu.home'), 'go')])],
    effects: [{ do: 'setName', name }],
  }
}

const askName = (before: readonly Line[]): UnionDecision => ({
  place: { at: 'name' },
  says: [ask([...before, t('name.ask')], [choice('home', t('form.later'))])],
  effects: [],
  typed: 'value',
})

function askCode(before?: ReturnType<typeof t>): UnionDecision {
  const lines = before === undefined ? [t('code.ask')] : [before, t('code.ask')]
  return { place: { at: 'code' }, says: [ask(lines, [choice('home', t('menu.home'))])], effects: [] }
}
