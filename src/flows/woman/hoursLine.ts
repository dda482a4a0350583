import type { SafeHours } from '../../domain/case/contact.ts'
import { type Line, t } from '../say.ts'
import type { Ctx } from '../vault/context.ts'

/** When, if ever, she may be told that something waits for her: never on a page, whatever she allowed where she wrote before. */
export const hoursLine = (hours: SafeHours | undefined, { isPage }: Pick<Ctx, 'isPage'>): Line =>
  hours === undefined || isPage === true
    ? t('hours.setNever')
    : t('hours.set', { from: hours.fromHour, to: hours.toHour })
