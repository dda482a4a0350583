import { dateOf, formatDate } from '../../domain/calendar.ts'
import { joined, unitName } from '../form/showValue.ts'
import type { Input, OwnEvent } from '../heard.ts'
import { pageOf, pages } from '../leader/pages.ts'
import { ask, type Choice, choice, type Line, t, words } from '../say.ts'
import { type Ctx, type Flow, hasRole, type UnionDecision } from './context.ts'
import type { Effect } from './effects.ts'
import { type Announcement, type AnnouncementLine, myAnnouncements, theAnnouncement } from './needs.ts'
import type { Place } from './place.ts'

type AnnouncementsPlace = Extract<Place, { at: 'announcements' }>

const PAGE = 6
const GIST = 40
const NAMED = 10
const MONTH_MINUTES = 30 * 24 * 60

/** What she was told and, for a leader, what she wrote: who has read it and who has not yet. */
export function* announcementsPlace(place: AnnouncementsPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id.startsWith('a:')) return yield* opened(input.id.slice(2), ctx)
  const all = yield* myAnnouncements()
  const page = pageOf(place.page, input, all.length, PAGE)
  const shown = all.slice(page * PAGE, page * PAGE + PAGE)
  return {
    place: { at: 'announcements', page },
    says: [
      ask(
        [t(all.length === 0 ? 'announce.none' : 'announce.head', { n: all.length })],
        [
          ...(hasRole(ctx.who, 'leader') ? [choice('announce', t('announce.new'), 'go')] : []),
          ...shown.map((one) => choice(`a:${one.id}`, listLine(one))),
          ...pages(page, all.length, PAGE),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

function listLine({ at, text, mine, read, of, unread }: AnnouncementLine): Line {
  const values = { date: formatDate(dateOf(at)), gist: gistOf(text), read, of }
  return t(mine ? 'announce.mine' : unread ? 'announce.unread' : 'announce.known', values)
}

const gistOf = (text: string): string => {
  const line = text.split('\n')[0] ?? ''
  return line.length <= GIST ? line : `${line.slice(0, GIST).trimEnd()}…`
}

/** Opening it from the list is reading it. */
function* opened(id: string, ctx: Ctx): Flow {
  const one = yield* theAnnouncement(id)
  if (one === undefined) return yield* announcementsPlace({ at: 'announcements', page: 0 }, { kind: 'enter' }, ctx)
  const readNow: readonly Effect[] = one.unread ? [{ do: 'readAnnouncement', id }] : []
  return {
    place: { at: 'announcements', page: 0 },
    says: [
      ask(
        [...announcementLines(one, ctx), ...(one.mine ? readerLines(one, ctx) : [])],
        [choice('announcements', t('page.back')), choice('home', t('menu.home'))],
      ),
    ],
    effects: readNow,
  }
}

const announcementLines = ({ by, unit, at, text }: Announcement, ctx: Ctx): readonly Line[] => [
  t('announce.from', { by, unit: unitName(ctx.tree, unit), date: formatDate(dateOf(at)) }),
  words(text),
]

function readerLines({ copies }: Announcement, ctx: Ctx): readonly Line[] {
  const unread = copies.filter(({ read }) => !read)
  const names = unread
    .slice(0, NAMED)
    .map(({ name, unit }) => t('announce.reader', { name, unit: unitName(ctx.tree, unit) }))
  return [
    t('announce.readBy', { n: copies.length - unread.length, of: copies.length }),
    ...(unread.length === 0 ? [] : [t('announce.notYet', { names: joined(names) })]),
    ...(unread.length > NAMED ? [t('digest.rest', { n: unread.length - NAMED })] : []),
  ]
}

/** Comes to an officer wherever she stands, with one tap to say that she has read it. */
export function* announcementNotice({ data }: OwnEvent, place: Place, ctx: Ctx): Flow {
  const id = data['announcement'] ?? ''
  const one = yield* theAnnouncement(id)
  if (one === undefined) return { place, says: [], effects: [] }
  const read: Choice = {
    act: { kind: 'announcementRead', payload: { announcement: id }, minutes: MONTH_MINUTES },
    label: t('announce.read'),
    style: 'go',
  }
  return { place, says: [{ lines: announcementLines(one, ctx), choices: [read] }], effects: [] }
}

/** "Đã đọc": noted, and she goes on where she stands. */
export const announcementRead = (id: string, shown: UnionDecision): UnionDecision => ({
  ...shown,
  effects: [{ do: 'readAnnouncement', id }, ...shown.effects],
})
