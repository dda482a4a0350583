import { owed } from '../../domain/report/owed.ts'
import { canonical, fold } from '../../domain/words/fold.ts'
import { unitName } from '../form/showValue.ts'
import { stepAt } from '../form/steps.ts'
import { openDraft } from '../form/openDraft.ts'
import { type Say, say, t, words } from '../say.ts'
import { explainTerm } from './asideTerm.ts'
import { type Ctx, unitsOf } from './context.ts'
import { questionLines, rowLines } from './explained.ts'
import { figuresOf } from './figures.ts'
import { open } from './homePlace.ts'
import type { Asking } from './needs.ts'
import type { Place } from './place.ts'
import { readVerb, type Verb } from './verbs.ts'

const ASKED =
  '(?:la gi|nghia la gi|la sao|la the nao|la nhu the nao|the nao|nhu the nao|tinh the nao|tinh sao|tinh ra sao|gom gi|gom nhung gi|can gi|yeu cau gi|co nghia gi|noi gi)'
const ROW = new RegExp(
  `^(?:(?:em|oi|cho|chi|minh|hoi|chi tieu|nhiem vu|muc|cai|the|vay|con) )*(?<row>[ito][. ]?\\d[a-z0-9.]{0,6})(?<asked> ${ASKED})?(?: (?:a|em|vay|the|e))*(?<mark> ?\\?)?$`,
)
const OWED =
  /\b(?:thieu|no|chua xong|con phai lam|phai lam|chua bao cao|chua lam|chua dat) (?:nhung |cac )?(?:gi|may|nao|muc nao|viec gi|viec nao|chi tieu nao|chi tieu gi|bao cao nao)\b/
const HERE =
  /^(?:(?:cau|muc|cai|cho|o|phan) (?:nay|tren|do|day) )?(?:la gi|la sao|nghia la gi|ghi the nao|ghi sao|ghi gi|ghi nhu the nao|viet gi|viet sao|viet the nao|tra loi the nao|vi du|vi du di|khong hieu|chua hieu|ko hieu|la the nao)(?: (?:a|em|vay|the|e|nhi|ha|oi))*\s*\??$/

const SHOWN = 8

/** A question in between: it is answered, and the same question stands again. Undefined where it is none. */
export function* hearAside(text: string, place: Place, ctx: Ctx): Asking<Say | undefined> {
  if (ctx.who === undefined || text.length > 120 || WRITES.has(place.at)) return undefined
  const looked = place.at === 'form' ? yield* lookAside(text, ctx) : undefined
  if (looked !== undefined) return looked
  const plain = fold(text)
  const row = ROW.exec(plain)?.groups
  if (row?.['row'] !== undefined && (row['asked'] !== undefined || row['mark'] !== undefined)) {
    return yield* explainRows(row['row'], ctx)
  }
  if (OWED.test(plain)) return yield* tellOwed(ctx)
  if (place.at === 'form' && HERE.test(plain.trim())) return yield* explainQuestion(place, ctx)
  return yield* explainTerm(text, place, ctx)
}

/** What she wants to see while a question stands: shown without its buttons, which would be taken for those of the question. */
function* lookAside(text: string, ctx: Ctx): Asking<Say | undefined> {
  const verb = readVerb(text, false)
  if (verb === 'resume') return say(t('aside.here'))
  if (verb === undefined || !LOOKS.has(verb)) return undefined
  const { says } = yield* open(verb, ctx)
  return say(...says.flatMap(({ lines }) => lines))
}

const LOOKS: ReadonlySet<Verb> = new Set(['drafts', 'unit', 'reports', 'loops'])

/** Places where what is written goes to other people. */
const WRITES: ReadonlySet<Place['at']> = new Set(['returning', 'announce'])

/** What an indicator asks, what counts, and where her unit stands in it. */
function* explainRows(said: string, ctx: Ctx): Asking<Say | undefined> {
  const plan = ctx.plans.latestOn(ctx.today)
  const wanted = canonical(said)
  const exact = plan?.indicators.filter((one) => canonical(one.id) === wanted) ?? []
  const rows = exact.length > 0 ? exact : (plan?.indicators.filter((one) => canonical(one.id).startsWith(wanted)) ?? [])
  return rows.length === 0 ? undefined : say(...(yield* rowLines(rows, ctx)))
}

function* tellOwed(ctx: Ctx): Asking<Say | undefined> {
  const unit = unitsOf(ctx.who, 'officer')[0]
  const opened = unit === undefined ? undefined : yield* figuresOf(unit, ctx)
  if (unit === undefined || opened === undefined) return undefined
  const rows = owed(opened.figures, unit).filter((one) => one.standing !== 'met')
  const name = unitName(ctx.tree, unit)
  if (rows.length === 0) return say(t('aside.owesNothing', { unit: name }))
  const lines = rows.slice(0, SHOWN).map((one) =>
    t('aside.owedRow', {
      id: one.row,
      title: words(opened.plan.indicators.find((row) => row.id === one.row)?.title ?? one.row),
    }),
  )
  const more = rows.length > SHOWN ? [t('unit.more', { n: rows.length - SHOWN })] : []
  return say(t('aside.owed', { unit: name, n: rows.length }), ...lines, ...more)
}

/** What is asked here: its help and an example. */
function* explainQuestion(place: Extract<Place, { at: 'form' }>, ctx: Ctx): Asking<Say | undefined> {
  const opened = yield* openDraft(place.draft, ctx)
  const step = opened === undefined ? undefined : stepAt(opened.form, opened.draft, place.path)
  if (step === undefined) return undefined
  return say(...questionLines(step.field))
}
