import type { Caps, Pace } from '../../channel.ts'

/** Bot API 10.3. Buttons: Telegram takes 100, a thumb on a small phone takes 8 rows of 2. */
export const caps: Caps = {
  textMax: 4096,
  buttonsMax: 16,
  labelMax: 40,
  edit: true,
  delete: true,
  seenBy: 'foreign',
  fileMax: 50 * 1024 * 1024,
}

/**
 * Telegram refuses about 30 a second of one bot, more than one a second in a chat but for a few, and 20 a minute in a group; it
 * says so nowhere exactly. In no second more than 28, in no minute more than 18 in a group.
 */
export const pace: Pace = {
  burst: 4,
  perSecond: 24,
  reserved: 2,
  chat: { burst: 3, perSecond: 1 },
  group: { burst: 3, perSecond: 0.25 },
}

export const CAPTION_MAX = 1024
export const PHOTO_MAX = 10 * 1024 * 1024
/** What getFile gives a bot; a bigger file can be sent to us but never fetched. */
export const DOWNLOAD_MAX = 20 * 1024 * 1024
