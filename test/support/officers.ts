import { localDate } from '../../src/domain/calendar.ts'
import type { Form } from '../../src/domain/plan/form.ts'
import type { Plan } from '../../src/domain/plan/plan.ts'
import { blindIndex } from '../../src/bot/keys/keys.ts'
import { writeRegister } from '../../src/bot/store/register.ts'
import type { Store } from '../../src/bot/store/store.ts'
import { aForm, aPlan, aUnit } from './builders.ts'

/** Says that a form is to be filled, as its officer types it. */
export const OPEN_WORD = 'phiếu thử'

/** A form of text questions f1 … fn, and nothing else to ask or to count. */
export function plainForm(questions: number): Form {
  const fields = Array.from({ length: questions }, (_, n) => ({
    id: `f${n + 1}`,
    kind: 'text' as const,
    label: { vi: `Câu ${n + 1}` },
    ask: { vi: `Chị cho biết điều thứ ${n + 1}:` },
    optional: false,
  }))
  return aForm('F-TRY', { short: { vi: OPEN_WORD }, fields, eventDate: 'none', mainText: 'f1', none: false })
}

/** In force in the year of this day. */
export function planWith(form: Form, now: Date): Plan {
  const year = now.getUTCFullYear()
  return aPlan([], { forms: [form], from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) })
}

/** Officers who have a conversation each on this channel, at these addresses; each of a commune of her own. */
export async function addOfficers(
  store: Store,
  channel: string,
  addresses: readonly string[],
  now: Date,
): Promise<void> {
  const units = addresses.map((address) => aUnit(`xa-${address}`, 'commune', { name: `Hội LHPN xã ${address}` }))
  const first = JSON.stringify({ place: { at: 'home' }, count: 0 })
  const conversations = addresses.map((address) => {
    const seal = (column: string, text: string) =>
      store.seals.union.seal({ table: 'conversation', column, row: address }, text)
    return {
      id: address,
      lane: blindIndex(store.keys.unionLane, channel, address),
      channel,
      address: seal('address', address),
      personId: address,
      state: seal('state', first),
    }
  })
  await store.union.$transaction(async (tx) => {
    await writeRegister(tx, { versions: units, lineage: [] })
    await tx.person.createMany({ data: addresses.map((id) => ({ id, name: `Chị ${id}`, createdAt: now })) })
    await tx.grant.createMany({
      data: addresses.map((personId) => ({
        id: `${personId}-g`,
        personId,
        role: 'officer',
        unit: `xa-${personId}`,
        from: '2020-01-01',
      })),
    })
    await tx.conversation.createMany({ data: conversations })
  })
}
