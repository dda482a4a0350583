import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { call } from './call.ts'
import { messageBody, type ZaloMessage, type ZaloRecipient } from './message.ts'

export interface ZaloClientOptions {
  readonly apiRoot?: string
  readonly businessRoot?: string
  /** The secret of the app, where its console asks for `appsecret_proof`. */
  readonly proofSecret?: string
  /**
   * `template_type` beside buttons: absent in all clients that were seen to work but one, which sends 'button' and then says the
   * text inside the template.
   */
  readonly templateType?: string
  readonly timeoutMs?: number
}

export interface Sent {
  readonly messageId: string
  /** 'reply' within 48 h, 'sub_quota' from the package…; absent: it was charged. */
  readonly quota?: string
}

export interface OaInfo {
  readonly id: string
  readonly name: string
  readonly verified: boolean
  readonly packageName?: string
  readonly packageUntil?: string
}

export interface ZaloUser {
  readonly id: string
  readonly follower: boolean
  /** DD/MM/YYYY: a day only, so it does not prove a window of 48 hours. */
  readonly lastInteraction?: string
}

export interface TemplateMessage {
  readonly templateId: string
  readonly data: Readonly<Record<string, string>>
}

/** The calls of the Official Account API that are needed here. The access token is given with each: it lives elsewhere. */
export interface ZaloClient {
  send(token: string, to: ZaloRecipient, message: ZaloMessage): Promise<Sent>
  sendTemplateToUser(token: string, user: string, message: TemplateMessage): Promise<Sent>
  /** `phone`: 84…, without plus. `trackingId` comes back in the webhook; Zalo does not take it as a key against repetition. */
  sendTemplateToPhone(
    token: string,
    phone: string,
    message: TemplateMessage & { readonly trackingId: string },
  ): Promise<Sent>
  /** JPEG or PNG of at most 1 MB; the id lives for 7 days. */
  uploadImage(token: string, file: UploadFile): Promise<string>
  /** PDF, DOC, DOCX or CSV of at most 5 MB; the token lives for 7 days. */
  uploadFile(token: string, file: UploadFile): Promise<string>
  getOa(token: string): Promise<OaInfo>
  userDetail(token: string, user: string): Promise<ZaloUser>
}

export interface UploadFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

const text = z.union([z.string(), z.number().transform(String)])
const sent = z.looseObject({
  data: z.looseObject({
    message_id: text.optional(),
    msg_id: text.optional(),
    quota: z.looseObject({ quota_type: z.string().optional() }).optional().catch(undefined),
  }),
})
const image = z.looseObject({ data: z.looseObject({ attachment_id: text }) })
const file = z.looseObject({ data: z.looseObject({ token: text }) })
const oa = z.looseObject({
  data: z.looseObject({
    oa_id: text.optional(),
    oaid: text.optional(),
    name: z.string().catch(''),
    is_verified: z.unknown(),
    package_name: z.string().optional().catch(undefined),
    package_valid_through_date: z.string().optional().catch(undefined),
  }),
})
const user = z.looseObject({
  data: z.looseObject({
    user_id: text,
    user_is_follower: z.unknown(),
    user_last_interaction_date: z.string().optional().catch(undefined),
  }),
})

export function zaloClient(options: ZaloClientOptions = {}): ZaloClient {
  const { apiRoot = 'https://openapi.zalo.me', businessRoot = 'https://business.openapi.zalo.me' } = options
  const { timeoutMs = 20_000 } = options

  const headers = (token: string): Record<string, string> => ({
    access_token: token,
    ...(options.proofSecret === undefined
      ? {}
      : { appsecret_proof: createHmac('sha256', options.proofSecret).update(token).digest('hex') }),
  })
  const post = <T>(token: string, path: string, body: object, answer: z.ZodType<T>): Promise<T> =>
    call(
      {
        host: 'oa',
        url: `${apiRoot}${path}`,
        body: JSON.stringify(body),
        headers: { ...headers(token), 'content-type': 'application/json' },
        timeoutMs,
      },
      answer,
    )
  const get = <T>(token: string, path: string, answer: z.ZodType<T>): Promise<T> =>
    call({ host: 'oa', url: `${apiRoot}${path}`, headers: headers(token), timeoutMs }, answer)
  const upload = <T>(
    token: string,
    path: string,
    { name, mime, bytes }: UploadFile,
    answer: z.ZodType<T>,
  ): Promise<T> => {
    const form = new FormData()
    form.set('file', new Blob([Uint8Array.from(bytes)], { type: mime }), name)
    return call({ host: 'oa', url: `${apiRoot}${path}`, body: form, headers: headers(token), timeoutMs }, answer)
  }

  return {
    send: async (token, to, message) => {
      const path = 'user' in to ? '/v3.0/oa/message/cs' : '/v3.0/oa/group/message'
      return toSent(await post(token, path, messageBody(to, message, options.templateType), sent))
    },
    sendTemplateToUser: async (token, userId, { templateId, data }) => {
      const body = { user_id: userId, template_id: templateId, template_data: data }
      return toSent(await post(token, '/v3.0/oa/message/template', body, sent))
    },
    sendTemplateToPhone: async (token, phone, { templateId, data, trackingId }) => {
      const body = JSON.stringify({ phone, template_id: templateId, template_data: data, tracking_id: trackingId })
      const url = `${businessRoot}/message/template`
      const all = { ...headers(token), 'content-type': 'application/json' }
      return toSent(await call({ host: 'business', url, body, headers: all, timeoutMs }, sent))
    },
    uploadImage: async (token, bytes) =>
      (await upload(token, '/v2.0/oa/upload/image', bytes, image)).data.attachment_id,
    uploadFile: async (token, bytes) => (await upload(token, '/v2.0/oa/upload/file', bytes, file)).data.token,
    getOa: async (token) => {
      const { data } = await get(token, '/v2.0/oa/getoa', oa)
      return {
        id: data.oa_id ?? data.oaid ?? '',
        name: data.name,
        verified: data.is_verified === true || data.is_verified === 'true',
        ...(data.package_name === undefined ? {} : { packageName: data.package_name }),
        ...(data.package_valid_through_date === undefined ? {} : { packageUntil: data.package_valid_through_date }),
      }
    },
    userDetail: async (token, userId) => {
      const query = encodeURIComponent(JSON.stringify({ user_id: userId }))
      const { data } = await get(token, `/v3.0/oa/user/detail?data=${query}`, user)
      const last = data.user_last_interaction_date
      return {
        id: data.user_id,
        follower: data.user_is_follower === true || data.user_is_follower === 'true',
        ...(last === undefined ? {} : { lastInteraction: last }),
      }
    },
  }
}

function toSent({ data }: z.infer<typeof sent>): Sent {
  const messageId = data.message_id ?? data.msg_id ?? ''
  const quota = data.quota?.quota_type
  return quota === undefined ? { messageId } : { messageId, quota }
}
