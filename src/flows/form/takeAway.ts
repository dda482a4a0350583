import { unitId } from '../../domain/ids.ts'
import type { Field, Value } from '../../domain/plan/form.ts'
import { bareName } from '../../domain/unit/search.ts'
import { canonical, fold } from '../../domain/words/fold.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import { ask, choice, type Line, say, t, words } from '../say.ts'
import type { UnionDecision } from '../union/context.ts'
import { valueAt, withAnswer, withoutAnswer } from './draft.ts'
import { type At, show } from './question.ts'
import { isEvidence, isStrings, showValue, unitName } from './showValue.ts'

/** One of what a question has gathered: a file, a link, a unit, an item of a list. */
interface Item {
  readonly label: Line
  /** The value without it; undefined where nothing is left. */
  readonly rest: Value | undefined
}

const TAKES =
  /^(?:(?:xin|cho|em|chi|c|nho|giup) )*(?:xoa|bo(?! qua)|go|bot)(?: (?:bot|di|giup|cho|em|ra))*(?: (?<what>\S.*))?$/
const FILE =
  /^(?:(?:cai|mot|tam|minh chung) )*(?:anh|hinh|tep|file|pdf|word|minh chung)(?: (?:thu|so))? ?(?<n>\d{1,2}|cuoi|dau)?$/
const LINK = /^(?:cai )?(?:link|lien ket|duong dan)(?: (?:thu|so))? ?(?<n>\d{1,2}|cuoi|dau)?$/

export const gathers = ({ kind }: Field): boolean => kind === 'units' || kind === 'evidence' || kind === 'textList'

/** What has been gathered at this question, to take one away. */
function itemsOf({ draft, step, ctx }: At): readonly Item[] {
  const value = valueAt(draft, step.path)
  if (value === undefined) return []
  if (isEvidence(value)) {
    const { files, links } = value
    const put = (some: Value & { files: readonly string[]; links: readonly string[] }): Value | undefined =>
      some.files.length + some.links.length === 0 ? undefined : some
    return [
      ...files.map((_, n) => ({
        label: t('list.file', { n: n + 1 }),
        rest: put({ files: files.toSpliced(n, 1), links }),
      })),
      ...links.map((link, n) => ({ label: words(link), rest: put({ files, links: links.toSpliced(n, 1) }) })),
    ]
  }
  if (!isStrings(value)) return []
  return value.map((one, n) => ({
    label: words(step.field.kind === 'units' ? unitName(ctx.tree, one) : one),
    rest: value.length === 1 ? undefined : value.toSpliced(n, 1),
  }))
}

/** Which of them to take away. */
export function showLess(at: At): UnionDecision {
  const items = itemsOf(at)
  if (items.length === 0) return show(at)
  const choices = items.map(({ label }, n) => choice(`x:${n}`, label))
  return {
    place: at.place,
    says: [ask([t('list.whichAway')], [...choices, choice('show', t('page.back'))])],
    effects: [],
  }
}

/** One goes, the rest stays, and she hears what is left. `back` is where she goes on. */
export function takeAway(at: At, index: number, back: (after: At) => UnionDecision = show): UnionDecision {
  const { draft, step, ctx } = at
  const item = itemsOf(at)[index]
  if (item === undefined) return back(at)
  const { label, rest } = item
  const answered = rest === undefined ? undefined : ({ kind: 'value', value: rest } as const)
  const after = answered === undefined ? withoutAnswer(draft, step.path) : withAnswer(draft, step.path, answered)
  const said =
    rest === undefined
      ? t('list.awayNone', { what: label })
      : t('list.away', { what: label, left: showValue(step.field, rest, ctx.tree) })
  const decision = back({ ...at, draft: after })
  return {
    ...decision,
    says: [say(said), ...decision.says],
    effects: [
      answered === undefined
        ? { do: 'dropAnswers', draft: draft.id, paths: [step.path] }
        : { do: 'putAnswer', draft: draft.id, path: step.path, answered },
    ],
  }
}

/** 'bỏ xã Đại Lộc', 'xóa ảnh 1': which one is meant; 'which' where it is to be chosen, undefined where it is none of these. */
export function awayMeant(at: At, text: string): number | 'which' | undefined {
  const taken = TAKES.exec(fold(text))?.groups
  const items = itemsOf(at)
  if (taken === undefined || items.length === 0) return undefined
  const what = taken['what']
  if (what === undefined || /^(?:bot|mot cai|mot)$/.test(what)) return items.length === 1 ? 0 : 'which'
  const value = valueAt(at.draft, at.step.path)
  if (value === undefined) return undefined
  if (isEvidence(value)) {
    const [file, link] = [FILE.exec(what), LINK.exec(what)]
    const count = file !== null ? value.files.length : value.links.length
    if (file === null && link === null) return undefined
    const n = indexOf((file ?? link)?.groups?.['n'], count)
    return n === undefined ? 'which' : file === null ? value.files.length + n : n
  }
  if (/^\d{1,2}$/.test(what)) return Number(what) <= items.length ? Number(what) - 1 : 'which'
  const found = isStrings(value) ? value.flatMap((one, n) => (isNamed(at.ctx.tree, one, what) ? [n] : [])) : []
  const [only, second] = found
  if (only !== undefined && second === undefined) return only
  // 'Bỏ thủ tục …' may be an item itself.
  return at.step.field.kind === 'units' ? 'which' : undefined
}

/** The place of a number among so many. */
function indexOf(said: string | undefined, count: number): number | undefined {
  if (said === undefined) return count === 1 ? 0 : undefined
  const n = said === 'dau' ? 1 : said === 'cuoi' ? count : Number(said)
  return n >= 1 && n <= count ? n - 1 : undefined
}

const isNamed = (tree: UnitTree, one: string, what: string): boolean => {
  const unit = tree.latest(unitId(one))
  const name = bareName(what)
  return unit === undefined
    ? canonical(one) === canonical(what)
    : name.length >= 2 && (bareName(unit.name) === name || canonical(unit.name).includes(canonical(what)))
}
