import { fold } from '../../domain/words/fold.ts'
import { say, type Say, t } from '../say.ts'

/** Is this really the Union? How she can find out without us. */
export const howToCheck = (): Say => say(t('real.how'))

const DOUBTS =
  /\b(co that|that su|that khong|co phai|gia mao|mao danh|lua dao)\b.*\b(hoi|may|bot|nguoi|khong|ko|day)\b|\b(day la ai|ai day|ai dang (nhan|tra loi))\b/

/** A short question about who answers here; in her case a person answers it. */
export const asksWhoWeAre = (text: string): boolean => text.length <= 60 && DOUBTS.test(fold(text))

/** The same for everybody, whether or not there is anything behind the door. */
export const whenForgotten = (): Say => say(t('door.forgotten'))
