import type { Heard } from '../../flows/heard.ts'
import { isAction } from './heardOf.ts'

/** The row of a button that outlives its screen, of either persona; it is good for some minutes. */
export const actionData = (
  action: {
    readonly id: string
    readonly kind: string
    readonly payload: Readonly<Record<string, string>>
    readonly minutes: number
  },
  conversation: string,
  now: Date,
) => ({
  id: action.id,
  conversationId: conversation,
  kind: action.kind,
  payload: { ...action.payload },
  createdAt: now,
  expiresAt: new Date(now.getTime() + action.minutes * 60_000),
})

const readPayload = (payload: unknown): Readonly<Record<string, string>> =>
  typeof payload === 'object' && payload !== null
    ? Object.fromEntries(
        Object.entries(payload).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      )
    : {}

/** The table of such rows, of either persona. */
interface Actions {
  findFirst(query: {
    readonly where: {
      readonly id: string
      readonly conversationId: string
      readonly expiresAt: { readonly gt: Date }
      readonly usedAt: null
    }
  }): Promise<{ readonly id: string; readonly kind: string; readonly payload: unknown } | null>
  update(change: {
    readonly where: { readonly id: string }
    readonly data: { readonly usedAt: Date }
  }): Promise<unknown>
}

/** A button that outlives its screen: its row must be this conversation's, unused and not expired. */
export async function resolveAction(actions: Actions, conversation: string, heard: Heard, now: Date): Promise<Heard> {
  if (heard.kind !== 'press' || !isAction(heard.token)) return heard
  const row = await actions.findFirst({
    where: { id: heard.token.slice(2), conversationId: conversation, expiresAt: { gt: now }, usedAt: null },
  })
  if (row === null) return heard
  await actions.update({ where: { id: row.id }, data: { usedAt: now } })
  return { kind: 'action', act: row.kind, payload: readPayload(row.payload), at: heard.at }
}
