import { MONDAY_SEVEN } from '../../../domain/digest/time.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Place } from '../../keys/seal.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'

export const phonePlace = (person: string): Place => ({ table: 'digest_time', column: 'phone', row: person })

/** Her number for the digest, '84…'; undefined: she gave none. */
export async function digestPhone({ seals }: Store, tx: Tx, person: string): Promise<string | undefined> {
  const row = await tx.digestTime.findUnique({ where: { personId: person }, select: { phone: true } })
  return row?.phone == null ? undefined : seals.union.open(phonePlace(person), row.phone)
}

export async function phoneOfConversation(store: Store, conversation: string): Promise<string | undefined> {
  const row = await store.union.conversation.findUnique({ where: { id: conversation }, select: { personId: true } })
  return row?.personId == null ? undefined : await digestPhone(store, store.union, row.personId)
}

export async function setDigestPhone(
  { seals }: Store,
  tx: Tx,
  { by, phone, now }: { readonly by: PersonId; readonly phone: string | undefined; readonly now: Date },
): Promise<void> {
  const row = { phone: phone === undefined ? null : seals.union.seal(phonePlace(by), phone), changedAt: now }
  const { weekday, hour } = MONDAY_SEVEN
  await tx.digestTime.upsert({
    where: { personId: by },
    create: { personId: by, weekday, hour, ...row },
    update: row,
  })
}
