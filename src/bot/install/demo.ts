import { isClubRole } from '../../domain/access.ts'
import { dateOf, instant } from '../../domain/calendar.ts'
import { approvedUntil } from '../../domain/legal/sheet.ts'
import type { Conversation } from '../../flows/turn.ts'
import type { Place as UnionPlace } from '../../flows/union/place.ts'
import type { Place as VaultPlace } from '../../flows/vault/place.ts'
import { blindIndex } from '../keys/keys.ts'
import { loadSheets } from '../sources/legalSheets.ts'
import { StartError } from '../start/startError.ts'
import { writeRegister } from '../store/register.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import { vaultPlace } from '../store/union/vaultDoors.ts'
import { DEMO_PEOPLE, demoRegister, type DemoPerson } from './demoProvince.ts'

/** Channels on which a demonstration person is known by her key. */
const CHANNELS = ['talk', 'web'] as const
const HOURS_FROM = '2021-01-01'

export type Kind = 'demo' | 'real'

/** What this database is: empty, a demonstration, or real. */
export async function kindOf(store: Store): Promise<Kind | undefined> {
  const row = await store.union.setting.findUnique({ where: { key: 'kind' } })
  return row?.value === 'demo' || row?.value === 'real' ? row.value : undefined
}

/** A demonstration never becomes a real installation, and a real one is never switched between persons. */
export async function checkKind(store: Store, demoAllowed: boolean): Promise<Kind | undefined> {
  const kind = await kindOf(store)
  if (kind === 'demo' && !demoAllowed) {
    throw new StartError({
      vi: 'Dữ liệu trong DATA_DIR là bản minh họa, không thể dùng thật. Hãy chọn một DATA_DIR hoặc DATABASE_URL mới rồi chạy "npm run cli -- init", hoặc bỏ PUBLIC_URL, DATABASE_URL và mã kênh để xem minh họa.',
      en: 'The data in DATA_DIR are a demonstration and cannot become real. Choose a new DATA_DIR or DATABASE_URL and run "npm run cli -- init", or unset PUBLIC_URL, DATABASE_URL and the channel token to see the demonstration.',
    })
  }
  return kind
}

/** The demonstration province, made once: units, people, and their conversations on the web chat and in the terminal. */
export async function installDemo(store: Store, now: Date): Promise<void> {
  const first = await store.union.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7270736901)`
    const kind = await tx.setting.findUnique({ where: { key: 'kind' } })
    if (kind !== null) return false
    await writeRegister(tx, demoRegister())
    for (const person of DEMO_PEOPLE) if (!isClub(person)) await addOfUnion(store, tx, person, now)
    await tx.setting.create({ data: { key: 'kind', value: 'demo' } })
    return true
  })
  if (first) {
    await store.vault.$transaction(async (tx) => {
      for (const person of DEMO_PEOPLE) if (isClub(person)) await addOfClub(store, tx, person, now)
      await approveForDemo(tx, now)
    })
  }
}

/** The invented head has approved what the file holds; each sheet says that she is invented. */
async function approveForDemo(tx: Tx, now: Date): Promise<void> {
  const today = dateOf(instant(now.getTime()))
  const { sheets } = await loadSheets()
  const data = sheets
    .filter((one) => one.to === undefined || one.to >= today)
    .map((one) => ({
      sheet: one.id,
      print: one.print,
      act: 'approved',
      by: 'demo-head',
      at: now,
      until: approvedUntil(one, today),
    }))
  await tx.sheetEvent.createMany({ data })
}

const isClub = (person: DemoPerson): boolean => isClubRole(person.role)

async function addOfUnion(store: Store, tx: Tx, person: DemoPerson, now: Date): Promise<void> {
  const id = `demo-${person.key}`
  await tx.person.create({ data: { id, name: person.name, demoKey: person.key, createdAt: now } })
  await tx.grant.create({
    data: {
      id: `${id}-g`,
      personId: id,
      role: person.role,
      unit: person.unit,
      from: HOURS_FROM,
      to: person.to ?? null,
    },
  })
  for (const channel of CHANNELS) {
    const conversation = `${id}-${channel}`
    const first: Conversation<UnionPlace> = { place: { at: 'home' }, count: 0 }
    const seal = (column: string, text: string) =>
      store.seals.union.seal({ table: 'conversation', column, row: conversation }, text)
    await tx.conversation.create({
      data: {
        id: conversation,
        lane: blindIndex(store.keys.unionLane, channel, person.key),
        channel,
        address: seal('address', person.key),
        personId: id,
        state: seal('state', JSON.stringify(first)),
      },
    })
  }
}

async function addOfClub(store: Store, tx: Tx, person: DemoPerson, now: Date): Promise<void> {
  const id = `demo-${person.key}`
  await tx.member.create({
    data: { id, name: person.name, role: person.role, unit: person.unit, demoKey: person.key, createdAt: now },
  })
  for (const channel of CHANNELS) {
    const conversation = `${id}-${channel}`
    const first: Conversation<VaultPlace> = { place: { at: 'desk' }, count: 0 }
    const seal = (column: string, text: string) =>
      store.seals.vault.seal(vaultPlace('conversation', column, conversation), text)
    await tx.vaultConversation.create({
      data: {
        id: conversation,
        lane: blindIndex(store.keys.vaultLane, channel, person.key),
        channel,
        address: seal('address', person.key),
        kind: 'member',
        memberId: id,
        open: true,
        state: seal('state', JSON.stringify(first)),
      },
    })
  }
}
