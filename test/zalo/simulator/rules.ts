import { z } from 'zod'
import type { Bubble, SimButton, SimUser, World } from './world.ts'

const DAY = 24 * 3600_000
const text = z.string()

const button = z.discriminatedUnion('type', [
  z.strictObject({ title: text, type: z.enum(['oa.query.show', 'oa.query.hide']), payload: text }),
  z.strictObject({ title: text, type: z.literal('oa.open.url'), payload: z.strictObject({ url: z.url() }) }),
  z.strictObject({ title: text, type: z.literal('oa.open.phone'), payload: z.strictObject({ phone_code: text }) }),
  z.strictObject({
    title: text,
    type: z.literal('oa.open.sms'),
    payload: z.strictObject({ content: text, phone_code: text }),
  }),
])

const element = z.union([
  z.strictObject({ media_type: z.literal('image'), attachment_id: text }),
  z.strictObject({ media_type: z.literal('image'), url: z.url() }),
])
const info = z.strictObject({ title: text, subtitle: text, image_url: z.url() })

const attachment = z.union([
  z.strictObject({ type: z.literal('template'), payload: z.strictObject({ buttons: z.array(button) }) }),
  z.strictObject({
    type: z.literal('template'),
    payload: z.strictObject({ template_type: z.literal('media'), elements: z.array(element).length(1) }),
  }),
  z.strictObject({
    type: z.literal('template'),
    payload: z.strictObject({ template_type: z.literal('request_user_info'), elements: z.array(info).length(1) }),
  }),
  z.strictObject({ type: z.literal('file'), payload: z.strictObject({ token: text }) }),
])

const message = z.strictObject({
  text: text.optional(),
  quote_message_id: text.optional(),
  attachment: attachment.optional(),
})
const toUser = z.strictObject({ recipient: z.strictObject({ user_id: text }), message })
const toGroup = z.strictObject({ recipient: z.strictObject({ group_id: text }), message })

export type Ruling =
  | { readonly ok: false; readonly error: number }
  | {
      readonly ok: true
      readonly user: SimUser | undefined
      readonly group?: Bubble[]
      readonly quota: string
      readonly bubble: Omit<Bubble, 'id'>
    }

/** What Zalo would say to a message: zalo.md §1.2, §1.9 and §2.1. */
export function ruleMessage(world: World, path: 'cs' | 'group', body: unknown): Ruling {
  if (path === 'group') {
    const read = toGroup.safeParse(body)
    if (!read.success) return { ok: false, error: -201 }
    // The account can speak only in groups that it has made.
    const group = world.groups.get(read.data.recipient.group_id)
    if (group === undefined) return { ok: false, error: -237 }
    const content = ruleContent(world, read.data.message)
    // No buttons in a group.
    if (content.ok && content.bubble.buttons.length > 0) return { ok: false, error: -201 }
    return content.ok ? { ...content, user: undefined, group, quota: 'gmf' } : content
  }
  const read = toUser.safeParse(body)
  if (!read.success) return { ok: false, error: -201 }
  const user = world.users.get(read.data.recipient.user_id)
  if (user === undefined) return { ok: false, error: -201 }
  const content = ruleContent(world, read.data.message)
  if (!content.ok) return content
  const quota = ruleWindow(user, world.options.now())
  return typeof quota === 'number' ? { ok: false, error: quota } : { ...content, user, quota }
}

const template = z.strictObject({
  user_id: text.optional(),
  phone: z
    .string()
    .regex(/^84\d{8,10}$/)
    .optional(),
  template_id: text,
  template_data: z.record(text, text),
  tracking_id: text.max(48).optional(),
  mode: z.literal('development').optional(),
})

export type TemplateRuling =
  | { readonly error: number }
  | { readonly user: SimUser | undefined; readonly data: Readonly<Record<string, string>> }

/** A form goes when the chat is shut too; its fields are those that were approved (zalo.md §1.8). */
export function ruleTemplate(world: World, to: 'user' | 'phone', body: unknown): TemplateRuling {
  const read = template.safeParse(body)
  if (!read.success) return { error: to === 'user' ? -201 : -108 }
  const { user_id = '', phone, template_id, template_data } = read.data
  const user = world.users.get(user_id)
  if (to === 'user' ? user === undefined : phone === undefined) return { error: to === 'user' ? -201 : -108 }
  const fields = world.templates.get(template_id)
  if (fields === undefined) return { error: to === 'user' ? -249 : -109 }
  if (fields.some((name) => template_data[name] === undefined)) return { error: to === 'user' ? -201 : -1122 }
  if (Object.values(template_data).some((value) => value === '' || value.length > 400))
    return { error: to === 'user' ? -210 : -1121 }
  if (user?.blocked === true) return { error: -244 }
  return { user, data: template_data }
}

function ruleWindow(user: SimUser, now: number): string | number {
  if (user.blocked) return -244
  if (user.lastInteraction === undefined) return user.follower ? 'welcome_msg' : -213
  const age = now - user.lastInteraction
  if (age > 7 * DAY) return -230
  return age <= 2 * DAY ? 'reply' : 'sub_quota'
}

type Content =
  | { readonly ok: false; readonly error: number }
  | { readonly ok: true; readonly bubble: Omit<Bubble, 'id'> }

function ruleContent(world: World, { text = '', attachment }: z.infer<typeof message>): Content {
  const said = (more: Partial<Bubble> = {}): Content => ({
    ok: true,
    bubble: { from: 'oa', text, buttons: [], ...more },
  })
  if (text.length > 2000) return { ok: false, error: -210 }
  if (attachment === undefined) return text.trim() === '' ? { ok: false, error: -201 } : said()
  if (attachment.type === 'file') return ruleUpload(world, attachment.payload.token, 'file', said)
  const { payload } = attachment
  if ('buttons' in payload) return text.trim() === '' ? { ok: false, error: -201 } : ruleButtons(payload.buttons, said)
  if (payload.template_type === 'request_user_info') {
    const [first] = payload.elements
    if (first === undefined || first.title.length > 100 || first.subtitle.length > 500)
      return { ok: false, error: -210 }
    return said({ attachment: { kind: 'info', name: first.title } })
  }
  const [first] = payload.elements
  if (first === undefined) return { ok: false, error: -201 }
  if ('url' in first) return said({ attachment: { kind: 'image', name: first.url } })
  return ruleUpload(world, first.attachment_id, 'image', said)
}

function ruleButtons(buttons: readonly SimButton[], said: (more: Partial<Bubble>) => Content): Content {
  if (buttons.length === 0) return { ok: false, error: -201 }
  const long = buttons.some(
    ({ title, payload }) =>
      title === '' || title.length > 100 || (typeof payload === 'string' && Buffer.byteLength(payload) > 1000),
  )
  return buttons.length > 5 || long ? { ok: false, error: -210 } : said({ buttons })
}

function ruleUpload(
  world: World,
  id: string,
  kind: 'image' | 'file',
  said: (more: Partial<Bubble>) => Content,
): Content {
  const upload = world.uploads.get(id)
  if (upload === undefined || upload.kind !== kind) return { ok: false, error: -201 }
  if (world.options.now() - upload.at > 7 * DAY) return { ok: false, error: -100 }
  return said({ attachment: { kind, name: upload.name } })
}
