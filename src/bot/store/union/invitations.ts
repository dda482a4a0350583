import { randomBytes } from 'node:crypto'
import { inviteCode } from '../../../domain/inviteCode.ts'
import { keyedHash } from '../../keys/keys.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'

const INVITATION_HOURS = 72

export interface NewInvitation {
  readonly id: string
  /** In its canonical form, without the dash. */
  readonly code: string
  readonly role: string
  readonly unit: string
  readonly name?: string
  /** Somebody who has rights already and comes from another phone. */
  readonly person?: string
  /** Absent: issued at the server. */
  readonly by?: string
  readonly now: Date
}

/** Keeps the keyed hash of a code that binds one account to a role and a unit, for 72 hours. */
export async function createInvitation(store: Store, tx: Tx, invitation: NewInvitation): Promise<void> {
  const { id, code, role, unit, name, by, now } = invitation
  await tx.invitation.create({
    data: {
      id,
      hash: keyedHash(store.keys.invitation, code),
      role,
      unit,
      name: name ?? null,
      personId: invitation.person ?? null,
      issuedBy: by ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_HOURS * 3600_000),
    },
  })
}

/** An invitation made at the server; answers the code as it is shown, once. */
export async function inviteAtServer(
  store: Store,
  tx: Tx,
  given: Omit<NewInvitation, 'id' | 'code' | 'by'>,
): Promise<string> {
  const code = inviteCode(randomBytes(10))
  await createInvitation(store, tx, { ...given, id: randomBytes(12).toString('hex'), code: code.replace('-', '') })
  return code
}

/** Ends every role of a person at once: her next message is a visitor's. Answers how many there were. */
export async function revokeGrants(tx: Tx, person: string, now: Date): Promise<number> {
  const { count } = await tx.grant.updateMany({
    where: { personId: person, revokedAt: null },
    data: { revokedAt: now },
  })
  await tx.digestTime.updateMany({ where: { personId: person }, data: { phone: null } })
  return count
}
