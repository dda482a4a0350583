import { z } from 'zod'
import type { UnitId } from '../../domain/ids.ts'
import type { Tx } from './tx.ts'

/** What a province may set for itself; absent: the default of all. */
const reviewSchema = z.object({ acceptAfterDays: z.int().min(0).max(60) })

const ACCEPT_AFTER_DAYS = 5

const reviewKey = (root: UnitId): string => `review:${root}`

/** Working days after which a report that nobody looked at is accepted; 0: never. */
export async function acceptAfterDays(tx: Pick<Tx, 'setting'>, root: UnitId): Promise<number> {
  const row = await tx.setting.findUnique({ where: { key: reviewKey(root) } })
  const read = reviewSchema.safeParse(row?.value)
  return read.success ? read.data.acceptAfterDays : ACCEPT_AFTER_DAYS
}

export async function setAcceptAfterDays(tx: Pick<Tx, 'setting'>, root: UnitId, days: number): Promise<void> {
  const key = reviewKey(root)
  const value = reviewSchema.parse({ acceptAfterDays: days })
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

const TELEGRAM_NAME = 'telegramName'

/** The name of the bot at Telegram, for links that open it; undefined: it is not there. */
export async function keepTelegramName(tx: Pick<Tx, 'setting'>, name: string | undefined): Promise<void> {
  if (name === undefined) await tx.setting.deleteMany({ where: { key: TELEGRAM_NAME } })
  else {
    const row = { key: TELEGRAM_NAME, value: name }
    await tx.setting.upsert({ where: { key: row.key }, create: row, update: row })
  }
}

export async function telegramNameOf(tx: Pick<Tx, 'setting'>): Promise<string | undefined> {
  const row = await tx.setting.findUnique({ where: { key: TELEGRAM_NAME } })
  return typeof row?.value === 'string' ? row.value : undefined
}
