/** What Zalo takes at most, as its documents and refusals say. */
export const zaloLimits = {
  text: 2_000,
  buttons: 5,
  title: 100,
  payload: 1_000,
  imageBytes: 1024 * 1024,
  fileBytes: 5 * 1024 * 1024,
} as const

export type ZaloButton =
  /** `payload` comes back as a message of the person's: shown in her chat, or hidden. */
  | { readonly title: string; readonly type: 'oa.query.show' | 'oa.query.hide'; readonly payload: string }
  | { readonly title: string; readonly type: 'oa.open.url'; readonly payload: { readonly url: string } }
  | { readonly title: string; readonly type: 'oa.open.phone'; readonly payload: { readonly phone_code: string } }

export type ZaloMessage =
  | { readonly kind: 'text'; readonly text: string; readonly buttons?: readonly ZaloButton[]; readonly quote?: string }
  | { readonly kind: 'image'; readonly attachmentId: string; readonly text?: string }
  | { readonly kind: 'imageAddress'; readonly url: string; readonly text?: string }
  | { readonly kind: 'file'; readonly token: string }
  | { readonly kind: 'requestUserInfo'; readonly title: string; readonly subtitle: string; readonly imageUrl: string }

/** A person, or a group of the account's (GMF); a group takes no buttons. */
export type ZaloRecipient = { readonly user: string } | { readonly group: string }

/** The body of a send request, in the shapes of Zalo's own SDK samples. `templateType`: see ZaloClientOptions. */
export function messageBody(to: ZaloRecipient, message: ZaloMessage, templateType?: string): object {
  const recipient = 'user' in to ? { user_id: to.user } : { group_id: to.group }
  return { recipient, message: toWire(message, templateType) }
}

function toWire(message: ZaloMessage, templateType: string | undefined): object {
  switch (message.kind) {
    case 'text':
      return textToWire(message, templateType)
    case 'image':
      return media({ media_type: 'image', attachment_id: message.attachmentId }, message.text)
    case 'imageAddress':
      return media({ media_type: 'image', url: message.url }, message.text)
    case 'file':
      return { attachment: { type: 'file', payload: { token: message.token } } }
    case 'requestUserInfo': {
      const { title, subtitle, imageUrl } = message
      return template({ template_type: 'request_user_info', elements: [{ title, subtitle, image_url: imageUrl }] })
    }
  }
}

function textToWire(message: ZaloMessage & { readonly kind: 'text' }, templateType: string | undefined): object {
  const { text, buttons = [], quote } = message
  const quoted = quote === undefined ? {} : { quote_message_id: quote }
  if (buttons.length === 0) return { text, ...quoted }
  // The one client that names a type says its text inside the template; all others beside it.
  return templateType === undefined
    ? { text, ...quoted, ...template({ buttons }) }
    : { ...quoted, ...template({ template_type: templateType, text, buttons }) }
}

const media = (element: object, text: string | undefined): object => ({
  ...(text === undefined ? {} : { text }),
  ...template({ template_type: 'media', elements: [element] }),
})

const template = (payload: object): object => ({ attachment: { type: 'template', payload } })
