import { fold } from '../../domain/words/fold.ts'
import { readYesNo } from '../../domain/words/yesNo.ts'
import type { UnionDecision } from '../union/context.ts'
import { withAnswer } from './draft.ts'
import { limitProblem } from './limits.ts'
import { addRecord, enough, leaveRest } from './pickAnswer.ts'
import type { At } from './question.ts'
import type { Answer } from './readField.ts'
import { firstOfRecord, onlyOptionalLeft } from './steps.ts'
import { take } from './takeAnswer.ts'

const REST = /^bo qua (?:het|phan con lai|het phan con lai|cac cau con lai)(?: (?:a|em|nhe|di))*$/
const NO_MORE =
  /^(?:(?:da|a|em|vang|ok|oke|thoi) )*(?:xong|roi|het|khong|ko|k|thoi|du|bo qua|(?:chi |co )?(?:vay|the|nhieu do))(?: (?:roi|a|em|nhe|nua|them|dau|thoi|co|con|gi|muc nao|ca|het))*$/
const MORE = /^(?:(?:da|vang|em) )*(?:co|them|con|da|vang|u|uh)(?: (?:them|nua|muc|mot|1|a|em|nhe|chu))*$/

/** What is typed at «Thêm mục nữa không ạ?»: yes, no, or the next item itself; undefined: none of these. */
export function hearMore(at: At, text: string, read: (at: At, text: string) => Answer): UnionDecision | undefined {
  const plain = fold(text).trim()
  if (REST.test(plain)) return enoughOfAll(at)
  if (NO_MORE.test(plain)) return enough(at)
  if (MORE.test(plain)) return addRecord(at)
  const isYes = readYesNo(text)
  // «ok» may be either.
  if (isYes !== undefined) return isYes ? undefined : enough(at)
  const { step } = at
  const first = step.kind === 'more' && /\p{L}{2}/u.test(text) ? firstOfRecord(step.field, step.count) : undefined
  if (first === undefined || (step.kind === 'more' && limitProblem(step.field, step.count + 1) !== undefined)) {
    return undefined
  }
  const there: At = { ...at, step: first, place: { ...at.place, path: first.path } }
  const answer = read(there, text)
  return answer.kind === 'problem' ? undefined : take(there, answer)
}

/** No more items, and nothing of what may be left out. */
function enoughOfAll(at: At): UnionDecision {
  const answered = { kind: 'value' as const, value: true }
  const after = withAnswer(at.draft, at.step.path, answered)
  const decision = enough(at)
  const isDone = decision.effects.some((one) => one.do === 'putAnswer' && one.path === at.step.path)
  if (!isDone || at.place.editing === true || !onlyOptionalLeft(at.form, after)) return decision
  const left = leaveRest({ ...at, draft: after })
  return { ...left, effects: [...decision.effects, ...left.effects] }
}
