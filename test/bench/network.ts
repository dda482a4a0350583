import type { Step } from './script.ts'

/** A message as the person sees it; what a press needs is on it. */
interface Message {
  readonly message_id: number
  readonly from: object
  readonly chat: { readonly id: number; readonly type: string; readonly first_name: string }
  readonly date: number
  readonly text: string
  readonly reply_markup?: Keyboard
}

interface Keyboard {
  readonly inline_keyboard: readonly (readonly { readonly text: string; readonly callback_data: string }[])[]
}

interface Sending {
  readonly chat_id: number
  readonly text: string
  readonly reply_markup?: Keyboard
}

const DATE = 1_795_393_000

export const me = {
  id: 777,
  is_bot: true,
  first_name: 'Hoi',
  username: 'hoi_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
}

/** In the place of Telegram: gives a message back at once, and remembers the buttons that stand on each screen. */
export interface Network {
  call(method: string, payload: unknown): unknown
  /** Below a client, in the place of fetch: the same JSON both ways as over a wire. */
  fetch(url: string, init: { readonly body: string }): Promise<{ json(): Promise<unknown> }>
  /** What Telegram sends when this person does this. */
  update(chat: number, step: Step): object
}

export function nullNetwork(): Network {
  const screens = new Map<number, Message>()
  let messages = 1000
  let updates = 1
  const network: Network = {
    call: (method, payload) => {
      if (!isSending(method, payload)) return true
      const { chat_id: id, text, reply_markup } = payload
      const message: Message = {
        message_id: messages++,
        from: { id: me.id, is_bot: true, first_name: me.first_name, username: me.username },
        chat: { id, type: 'private', first_name: 'Chị Lan' },
        date: DATE,
        text,
        ...(reply_markup === undefined ? {} : { reply_markup }),
      }
      if (reply_markup !== undefined) screens.set(id, message)
      return message
    },
    fetch: async (url, init) => {
      const payload: unknown = JSON.parse(init.body)
      const text = JSON.stringify({ ok: true, result: network.call(url.slice(url.lastIndexOf('/') + 1), payload) })
      return { json: async () => JSON.parse(text) }
    },
    update: (chat, step) => {
      const from = { id: chat, is_bot: false, first_name: 'Chị Lan', last_name: 'Nguyễn', language_code: 'vi' }
      const update_id = updates++
      if (step.kind === 'type') return { update_id, message: typed(step.text, from, messages++) }
      const message = screens.get(chat)
      const button = message?.reply_markup?.inline_keyboard.flat().find((one) => one.text.includes(step.label))
      if (button === undefined) throw new Error(`no button "${step.label}" on the screen: ${message?.text}`)
      const id = String(4_382e12 + update_id)
      return { update_id, callback_query: { id, from, chat_instance: '-38291', message, data: button.callback_data } }
    },
  }
  return network
}

const typed = (text: string, from: { readonly id: number }, message_id: number) => ({
  message_id,
  from,
  chat: { id: from.id, type: 'private', first_name: 'Chị Lan', last_name: 'Nguyễn' },
  date: DATE,
  text,
  ...(text.startsWith('/') ? { entities: [{ offset: 0, length: text.length, type: 'bot_command' }] } : {}),
})

const isSending = (method: string, _payload: unknown): _payload is Sending =>
  method === 'sendMessage' || method === 'editMessageText'
