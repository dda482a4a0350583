import { z } from 'zod'

const button = z.looseObject({ text: z.string() })
const request = z.object({
  parse_mode: z.string().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  reply_markup: z.object({ inline_keyboard: z.array(z.array(button)).optional() }).optional(),
})

/** What Telegram refuses and its types do not tell. */
export function brokenRule(payload: unknown): string | undefined {
  const { parse_mode, text = '', caption = '', reply_markup } = request.parse(payload)
  if (parse_mode === 'HTML' && !isHtml(text + caption)) return "can't parse entities"
  const rows = reply_markup?.inline_keyboard ?? []
  const buttons = rows.flat()
  if (buttons.length > 100 || rows.some((row) => row.length > 8)) return 'reply markup is too long: buttons'
  if (Buffer.byteLength(JSON.stringify(reply_markup ?? {})) > 10 * 1024) return 'reply markup is too long'
  if (buttons.some((one) => !hasOneAction(one))) return 'a button needs exactly one action'
  if (buttons.some(({ text }) => text.trim() === '')) return 'a button needs a text'
  return undefined
}

const LOOKS = new Set(['text', 'style', 'icon_custom_emoji_id'])
const hasOneAction = (one: z.infer<typeof button>): boolean =>
  Object.keys(one).filter((key) => !LOOKS.has(key)).length === 1

const TAGS = new Set(
  'b strong i em u ins s strike del span tg-spoiler a code pre blockquote tg-emoji tg-time'.split(' '),
)

function isHtml(text: string): boolean {
  if (/&(?!(lt|gt|amp|quot|#\d+|#x[\da-f]+);)/i.test(text)) return false
  const open: string[] = []
  for (const [, close, name = ''] of text.matchAll(/<(\/?)([^\s>]*)[^>]*>?/g)) {
    if (!TAGS.has(name)) return false
    if (close === '') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}
