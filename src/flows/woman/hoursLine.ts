import type { SafeHours } from '../../domain/case/contact.ts'
import { type Line, t } from '../say.ts'

/** When, if ever, she may be told that something waits for her. */
export const hoursLine = (hours: SafeHours | undefined): Line =>
  hours === undefined ? t('hours.setNever') : t('hours.set', { from: hours.fromHour, to: hours.toHour })
