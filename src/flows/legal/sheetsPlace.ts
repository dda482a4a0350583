import { formatDate } from '../../domain/calendar.ts'
import { approvedUntil } from '../../domain/legal/sheet.ts'
import { showDesk } from '../counsellor/desk.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, say, type Say, t, words } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import type { Effect } from '../vault/effects.ts'
import type { Place } from '../vault/place.ts'
import { pickedSheet } from './sheetCard.ts'
import { allSheets, type SheetLine } from './sheetNeeds.ts'

type SheetsPlace = Extract<Place, { at: 'sheets' }>

const PAGE = 8

/** The head of the club reads a sheet in full and answers for it, or takes that back; nobody else can. */
export function* sheetsPlace(place: SheetsPlace, input: Input, ctx: Ctx): Flow {
  if (ctx.member?.role !== 'clubHead') return yield* showDesk(ctx)
  const lines = (yield* allSheets()).filter((one) => one.state !== 'over').toSorted(byNeed)
  const id = pickedSheet(input)
  const picked = lines.find((one) => one.sheet.id === id)
  if (picked !== undefined) return showOne(picked, place.page, ctx)
  if (input.kind === 'picked' && place.sheet !== undefined) {
    const [act, print] = input.id.split(':')
    const one = lines.find((line) => line.sheet.id === place.sheet)
    if (one !== undefined && (act === 'approved' || act === 'revoked')) {
      // The words that were on her screen, not those that a newer file may hold by now.
      if (one.sheet.print !== print) return showOne(one, place.page, ctx, [say(t('sheets.changed'))])
      return judged(one, act, lines, ctx)
    }
  }
  return showList(lines, pageAfter(place.page, input))
}

function pageAfter(page: number, input: Input): number {
  if (input.kind !== 'picked') return 0
  return input.id === 'next' ? page + 1 : input.id === 'back' ? page : 0
}

const NEED: Readonly<Record<SheetLine['state'], number>> = {
  edited: 0,
  expired: 1,
  unapproved: 2,
  revoked: 3,
  notYet: 4,
  shown: 5,
  over: 6,
}
const byNeed = (a: SheetLine, b: SheetLine): number =>
  NEED[a.state] - NEED[b.state] || a.sheet.id.localeCompare(b.sheet.id)

function showList(lines: readonly SheetLine[], page: number) {
  const shown = lines.filter((one) => one.state === 'shown').length
  const first = page * PAGE < lines.length ? page * PAGE : 0
  const here = lines.slice(first, first + PAGE)
  const more = lines.length > first + PAGE ? [choice('next', t('page.next'))] : []
  return {
    place: { at: 'sheets' as const, page: first / PAGE },
    says: [
      ask(
        [t('sheets.head', { n: lines.length, shown }), t('sheets.how')],
        [
          ...here.map((one) =>
            choice(
              `sheet:${one.sheet.id}`,
              t('sheets.line', { id: one.sheet.id, title: one.sheet.title, state: t(`sheets.state.${one.state}`) }),
            ),
          ),
          ...more,
          choice('desk', t('desk.open')),
        ],
      ),
    ],
    effects: [],
  }
}

function showOne({ sheet, state, until }: SheetLine, page: number, ctx: Ctx, before: readonly Say[] = []) {
  const lines: readonly Line[] = [
    t('sheets.one', { id: sheet.id, topic: t(`topic.${sheet.topic}`), state: t(`sheets.state.${state}`) }),
    words(`${sheet.question}\n${sheet.answer}`),
    t('sheet.basis', { basis: sheet.basis }),
    t('sheets.dates', {
      from: formatDate(sheet.from),
      to: sheet.to === undefined ? t('sheets.open') : formatDate(sheet.to),
      written: formatDate(sheet.written),
      expires: formatDate(sheet.expires),
    }),
    t('sheets.note', { note: sheet.note }),
    state === 'shown' && until !== undefined
      ? t('sheets.goodUntil', { until: formatDate(until) })
      : t('sheets.answerFor', { until: formatDate(approvedUntil(sheet, ctx.today)) }),
  ]
  const act =
    state === 'shown'
      ? choice(`revoked:${sheet.print}`, t('sheets.revoke'), 'danger')
      : choice(`approved:${sheet.print}`, t('sheets.approve'), 'go')
  return {
    place: { at: 'sheets' as const, page, sheet: sheet.id },
    says: [...before, ask(lines, [act, choice('back', t('page.back')), choice('desk', t('desk.open'))])],
    effects: [],
  }
}

/** Approved: the next that needs reading comes at once. Taken back: the list. */
function judged(one: SheetLine, act: 'approved' | 'revoked', lines: readonly SheetLine[], ctx: Ctx) {
  const { sheet } = one
  const until = act === 'approved' ? approvedUntil(sheet, ctx.today) : ctx.today
  const effects: readonly Effect[] = [
    { do: 'judgeSheet', sheet: sheet.id, print: sheet.print, act, until },
    { do: 'audit', act: `sheet.${act}`, subject: `${sheet.id}:${sheet.print}` },
  ]
  const done = say(
    t(act === 'approved' ? 'sheets.approvedNow' : 'sheets.revokedNow', { id: sheet.id, until: formatDate(until) }),
  )
  const after = lines.map((line) =>
    line === one ? { ...line, state: act === 'approved' ? ('shown' as const) : ('revoked' as const) } : line,
  )
  const next = act === 'approved' ? after.find((line) => NEED[line.state] < NEED.notYet) : undefined
  const shown = next === undefined ? showList(after.toSorted(byNeed), 0) : showOne(next, 0, ctx)
  return { ...shown, says: [done, ...shown.says], effects }
}
