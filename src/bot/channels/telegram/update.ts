import { z } from 'zod'

const id = z.int()
const chat = z.object({ id, type: z.string() })
const person = z.object({ id, is_bot: z.boolean().optional() })

const photoSize = z.object({
  file_id: z.string(),
  width: z.number(),
  height: z.number(),
  file_size: z.number().optional(),
})
const document = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
})

const message = z.looseObject({
  message_id: id,
  chat,
  from: person.optional(),
  via_bot: z.unknown().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.array(photoSize).optional(),
  document: document.optional(),
  contact: z.object({ phone_number: z.string(), user_id: id.optional() }).optional(),
  media_group_id: z.string().optional(),
  reply_to_message: z.object({ message_id: id }).optional(),
  voice: z.unknown().optional(),
  video_note: z.unknown().optional(),
  audio: z.unknown().optional(),
})

/** What we read of an update; whatever else Telegram adds is let through and not looked at. */
export const updateSchema = z.object({
  update_id: id,
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: person,
      data: z.string().optional(),
      message: z.object({ message_id: id, chat }).optional(),
    })
    .optional(),
  my_chat_member: z.object({ chat, new_chat_member: z.object({ status: z.string() }) }).optional(),
})

export type Update = z.infer<typeof updateSchema>
export type Message = z.infer<typeof message>
export type Query = NonNullable<Update['callback_query']>
export type Membership = NonNullable<Update['my_chat_member']>
export type PhotoSize = z.infer<typeof photoSize>
