import { MINUTE } from '../../domain/calendar.ts'
import type { ReportEvent } from '../../domain/report/report.ts'
import { fold } from '../../domain/words/fold.ts'
import { say, t } from '../say.ts'
import { type Ctx, unitsOf } from '../union/context.ts'
import type { UnionDecision } from '../union/context.ts'
import { everyReport } from '../union/figures.ts'
import { type Asking, theReport } from '../union/needs.ts'
import { reportsPlace } from './reportsPlace.ts'
import { undo } from './undo.ts'

const LEAD = '(?:(?:em|chi|cho|xin|xem|muon|can|giup) )*'
const TAIL = '(?: (?:a|em|nhe|giup|oi|di|cu|vua gui|vua roi|luc nay|da gui))*'
const UNDOES = new RegExp(`^${LEAD}(?:thu lai|thu hoi)(?: (?:bao cao|bc))?${TAIL}$`)
const SENT = new RegExp(
  `^${LEAD}(?:rut lai|(?:rut|rut lai|sua|sua lai|doi) (?:bao cao|bc)|(?:cac |nhung )?(?:bao cao|bc) (?:da|moi|vua) gui|cac (?:bao cao|bc))${TAIL}$`,
)
const MINUTES = 10

/** 'thu lại', typed after whatever else; undefined where it says something else or nothing can be taken back any more. */
export function* hearUndo(text: string, ctx: Ctx): Asking<UnionDecision | undefined> {
  if (!UNDOES.test(fold(text))) return undefined
  const [last] = (yield* everyReport(unitsOf(ctx.who, 'officer'), ctx))
    .filter((one) => one.by === ctx.who?.id && one.state === 'submitted' && one.changedAt > ctx.now - MINUTES * MINUTE)
    .toSorted((a, b) => b.changedAt - a.changedAt)
  if (last === undefined) return undefined
  const { events } = yield* theReport(last.id)
  const [before, event] = [events.at(-2), events.at(-1)]
  if (event === undefined || !isOwnStep(event) || (before !== undefined && !isOwnStep(before))) return undefined
  return yield* undo(last.id, before === undefined ? {} : { change: String(event.seq) }, ctx)
}

/** Nobody has looked at it: it was only sent or changed. */
const isOwnStep = ({ kind }: ReportEvent): boolean => kind === 'submitted' || kind === 'amended' || kind === 'staged'

/** 'rút báo cáo', 'sửa báo cáo', 'báo cáo đã gửi', 'thu lại' too late: the reports of her unit, where one is changed or taken back. */
export function* hearSent(text: string, ctx: Ctx): Asking<UnionDecision | undefined> {
  const [unit] = unitsOf(ctx.who, 'officer')
  const undone = yield* hearUndo(text, ctx)
  if (undone !== undefined || unit === undefined) return undone
  const plain = fold(text)
  if (!UNDOES.test(plain) && !SENT.test(plain)) return undefined
  const list = yield* reportsPlace({ at: 'reports', unit, page: 0 }, { kind: 'enter' }, ctx)
  return { ...list, says: [say(t('reports.choose')), ...list.says] }
}
