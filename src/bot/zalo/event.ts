import { z } from 'zod'

const id = z.string().min(1).max(64)
const party = z
  .looseObject({
    id: id.optional(),
    admin_id: z
      .union([id, z.int().transform(String)])
      .optional()
      .catch(undefined),
  })
  .optional()
  .catch(undefined)

const attachment = z.looseObject({
  type: z.string().catch(''),
  payload: z
    .looseObject({
      url: z.string().optional().catch(undefined),
      name: z.string().optional().catch(undefined),
      size: z.union([z.string(), z.number()]).optional().catch(undefined),
      type: z.string().optional().catch(undefined),
    })
    .catch({}),
})

const message = z.looseObject({
  msg_id: id.optional().catch(undefined),
  quote_msg_id: id.optional().catch(undefined),
  msg_ids: z.array(id).optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  attachments: z.array(attachment).optional().catch(undefined),
})

/**
 * What is read of a webhook's body. New events and new fields are let through, and a part of another form than ours is as if it
 * were not there: Zalo adds and changes without notice, and what is signed is never a forgery.
 */
export const zaloEventSchema = z.looseObject({
  event_name: z.string().min(1).max(64),
  app_id: id,
  timestamp: z.union([z.string(), z.int().transform(String)]).pipe(z.string().regex(/^\d{1,16}$/)),
  oa_id: id.optional().catch(undefined),
  sender: party,
  recipient: party,
  follower: party,
  user_id: id.optional().catch(undefined),
  message: message.optional().catch(undefined),
  info: z
    .looseObject({ phone: z.union([z.string(), z.number().transform(String)]).optional() })
    .optional()
    .catch(undefined),
})

export type ZaloEvent = z.infer<typeof zaloEventSchema>

/** Was a part of it of another form than ours, and so left out? */
export const hasUnread = (event: ZaloEvent): boolean => Object.values(event).some((part) => part === undefined)

/** The person of the event: whoever of the two is not the account. */
export function userOf(event: ZaloEvent, oaId: string): string | undefined {
  return [event.sender?.id, event.recipient?.id, event.follower?.id, event.user_id].find(
    (one) => one !== undefined && one !== oaId,
  )
}

/** Is the event about this account? All accounts of an app share one webhook; some events (user_withdraw) name none. */
export function isAbout(event: ZaloEvent, oaId: string): boolean {
  const named = [event.oa_id, event.sender?.id, event.recipient?.id].filter((one) => one !== undefined)
  return named.length === 0 || named.includes(oaId)
}

/** Zalo gives an event no id of its own (zalo.md §4.1). */
export function eventKeyOf(event: ZaloEvent, oaId: string): string {
  const { event_name, message, timestamp } = event
  const msgId = message?.msg_id
  return msgId === undefined
    ? `${event_name}:${timestamp}:${userOf(event, oaId) ?? '-'}:${oaId}`
    : `${event_name}:${msgId}`
}
