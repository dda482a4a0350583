import { zaloLimits } from '../../zalo/message.ts'
import type { Caps, Pace } from '../../channel.ts'

/** A title may have 100 characters; what a phone shows of it is far less. Nothing sent can be changed or deleted. */
export const caps: Caps = {
  textMax: zaloLimits.text,
  buttonsMax: zaloLimits.buttons,
  labelMax: 35,
  edit: false,
  delete: false,
  seenBy: 'managers',
  window: { free: 48, shut: 7 * 24 },
  fileMax: zaloLimits.fileBytes,
}

/** Zalo counts by the minute, 4,000 requests of an app; a message may be two of them, and several accounts may share the app. */
export const accountPace: Pace = { burst: 20, perSecond: 15, reserved: 8 }
