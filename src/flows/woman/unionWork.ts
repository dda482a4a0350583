import { triage } from '../../domain/triage.ts'
import { fold } from '../../domain/words/fold.ts'
import { isOfWork } from '../union/verbs.ts'

const LONGEST = 250
const ACT =
  /\b(?:truyen thong|tuyen truyen|tap huan|giam sat|toa dam|hoi nghi|sinh hoat|ra mat|trien khai|phan bien|nghiep vu|clb|cau lac bo)\b/
const COUNT = /\d\s?(?:nguoi|ng|nu|chi|hoi vien|luot|can bo|dai bieu)\b/

/** A command of the Union's side, or a report in one line: an act with how many took part. By the words alone, whoever writes them. */
export function isUnionWork(text: string): boolean {
  if (isOfWork(text)) return true
  const plain = fold(text)
  const isLine = text.length <= LONGEST && !text.includes('?') && ACT.test(plain) && COUNT.test(plain)
  return isLine && triage(text).danger === 'none'
}
