import { caseId } from '../../domain/ids.ts'
import type { Sealer } from '../keys/seal.ts'
import type { Blobs } from './blobs.ts'
import type { Store } from './store.ts'
import { bubbleRow } from './bubbles.ts'
import { phonePlace } from './union/digestPhones.ts'
import { caseKey, openWords } from './vault/caseKeys.ts'

export interface SealedColumn {
  readonly column: string
  readonly opened: number
  /** Changed, moved, cut, or sealed with a key that is not in the key ring. */
  readonly failed: number
}

type Place = Parameters<Sealer['openBytes']>[0]
interface Value {
  readonly place: Place
  readonly bytes: Uint8Array | null
}

/** Opens everything that is sealed and tells only how many did; what was in it is dropped at once. */
export async function checkSealed(store: Store, blobs: Blobs): Promise<readonly SealedColumn[]> {
  return [...(await checkUnion(store)), ...(await checkVault(store)), await checkFiles(store, blobs)]
}

async function checkUnion({ union, seals }: Store): Promise<readonly SealedColumn[]> {
  const conversations = await union.conversation.findMany({ select: { id: true, address: true, state: true } })
  const answers = await union.draftAnswer.findMany({ select: { draftId: true, field: true, value: true } })
  const outbox = await union.outbox.findMany({ where: { body: { not: null } }, select: { key: true, body: true } })
  const inbox = await union.inbox.findMany({
    where: { body: { not: null } },
    select: { channel: true, eventKey: true, body: true },
  })
  const bubbles = await union.bubble.findMany({ select: { vaultLane: true, ref: true, address: true } })
  const grants = await union.zaloGrant.findMany({ select: { account: true, access: true, refresh: true } })
  const times = await union.digestTime.findMany({ where: { phone: { not: null } } })
  const at = (table: string, column: string, row: string): Place => ({ table, column, row })
  return [
    count('conversation.address', seals.union, conversations, (one) => ({
      place: at('conversation', 'address', one.id),
      bytes: one.address,
    })),
    count('conversation.state', seals.union, conversations, (one) => ({
      place: at('conversation', 'state', one.id),
      bytes: one.state,
    })),
    count('draft_answer.value', seals.union, answers, (one) => ({
      place: at('draft_answer', 'value', `${one.draftId}|${one.field}`),
      bytes: one.value,
    })),
    count('outbox.body', seals.union, outbox, (one) => ({ place: at('outbox', 'body', one.key), bytes: one.body })),
    count('inbox.body', seals.inbox, inbox, (one) => ({
      place: at('inbox', 'body', `${one.channel}|${one.eventKey}`),
      bytes: one.body,
    })),
    count('bubble.address', seals.union, bubbles, (one) => ({
      place: at('bubble', 'address', bubbleRow(one.vaultLane, one.ref)),
      bytes: one.address,
    })),
    count('digest_time.phone', seals.union, times, (one) => ({ place: phonePlace(one.personId), bytes: one.phone })),
    ...(['access', 'refresh'] as const).map((column) =>
      count(`zalo_grant.${column}`, seals.union, grants, (one) => ({
        place: at('zalo_grant', column, one.account),
        bytes: one[column],
      })),
    ),
  ]
}

async function checkVault(store: Store): Promise<readonly SealedColumn[]> {
  const { vault, seals } = store
  const conversations = await vault.vaultConversation.findMany({ select: { id: true, address: true, state: true } })
  const bubbles = await vault.vaultBubble.findMany({ select: { vaultLane: true, ref: true, address: true } })
  const alarms = await vault.alarm.findMany({ select: { id: true, address: true, body: true } })
  const outbox = await vault.vaultOutbox.findMany({ where: { body: { not: null } }, select: { key: true, body: true } })
  const at = (table: string, column: string, row: string): Place => ({ table: `vault.${table}`, column, row })
  return [
    count('vault.conversation.address', seals.vault, conversations, (one) => ({
      place: at('conversation', 'address', one.id),
      bytes: one.address,
    })),
    count('vault.conversation.state', seals.vault, conversations, (one) => ({
      place: at('conversation', 'state', one.id),
      bytes: one.state,
    })),
    count('vault.bubble.address', seals.vault, bubbles, (one) => ({
      place: at('bubble', 'address', bubbleRow(one.vaultLane, one.ref)),
      bytes: one.address,
    })),
    count('vault.alarm.address', seals.vault, alarms, (one) => ({
      place: at('alarm', 'address', one.id),
      bytes: one.address,
    })),
    count('vault.alarm.body', seals.vault, alarms, (one) => ({ place: at('alarm', 'body', one.id), bytes: one.body })),
    count('vault.outbox.body', seals.vault, outbox, (one) => ({
      place: at('outbox', 'body', one.key),
      bytes: one.body,
    })),
    await checkCases(store),
  ]
}

/** Words without a key are those of an erased case that has not gone yet, or of a backup restored without its keys. */
async function checkCases(store: Store): Promise<SealedColumn> {
  const keys = await store.vault.caseKey.findMany({ select: { caseId: true } })
  let opened = 0
  let failed = 0
  for (const row of keys) {
    const id = caseId(row.caseId)
    const key = await caseKey(store, store.vault, id).catch(() => undefined)
    const reports = await store.vault.handover.findMany({ where: { caseId: id, body: { not: new Uint8Array(0) } } })
    const messages = [
      ...(await store.vault.caseMessage.findMany({ where: { caseId: id }, select: { id: true, body: true } })),
      ...reports.map(({ body }) => ({ id: `handover:${id}`, body })),
    ]
    for (const one of messages) {
      const fine = key !== undefined && opens(() => openWords(key, id, one.id, one.body))
      if (fine) opened++
      else failed++
    }
    if (messages.length === 0 && key === undefined) failed++
  }
  return { column: 'vault.case_message.body', opened, failed }
}

async function checkFiles({ union, seals }: Store, blobs: Blobs): Promise<SealedColumn> {
  const rows = await union.file.findMany({ select: { id: true } })
  let opened = 0
  for (const { id } of rows) {
    const bytes = await blobs.get(id).catch(() => undefined)
    const place = { table: 'file', column: 'bytes', row: id }
    if (bytes !== undefined && opens(() => seals.union.openBytes(place, bytes))) opened++
  }
  return { column: 'files', opened, failed: rows.length - opened }
}

/** An empty value was erased. */
function count<T>(column: string, sealer: Sealer, rows: readonly T[], valueOf: (row: T) => Value): SealedColumn {
  const values = rows.map(valueOf).filter(({ bytes }) => bytes !== null && bytes.length > 0)
  const opened = values.filter(
    ({ place, bytes }) => bytes !== null && opens(() => sealer.openBytes(place, bytes)),
  ).length
  return { column, opened, failed: values.length - opened }
}

function opens(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch {
    // The count of those that failed is what is reported.
    return false
  }
}
