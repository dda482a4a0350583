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

export const readPayload = (payload: unknown): Readonly<Record<string, string>> =>
  typeof payload === 'object' && payload !== null
    ? Object.fromEntries(
        Object.entries(payload).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      )
    : {}
