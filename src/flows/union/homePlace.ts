import { asShown, codeIn, readInviteCode } from '../../domain/inviteCode.ts'
import { fold } from '../../domain/words/fold.ts'
import { kindsPlace, openKind } from '../officer/kindsPlace.ts'
import { draftsPlace } from '../officer/draftsPlace.ts'
import { loopsPlace } from '../officer/loopsPlace.ts'
import { reportsPlace } from '../officer/reportsPlace.ts'
import { unitPlace } from '../officer/unitPlace.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { announcePlace } from '../leader/announcePlace.ts'
import { deputyPlace } from '../leader/deputyPlace.ts'
import { digestSettingsPlace } from '../leader/digestSettings.ts'
import { digestPlace } from '../leader/digestsPlace.ts'
import { laggingPlace } from '../leader/whyPlace.ts'
import { leaderUnit, progressPlace } from '../leader/progressPlace.ts'
import { papersPlace } from '../papers/papersPlace.ts'
import { adminPlace } from '../admin/adminPlace.ts'
import { reportsToReview } from '../review/queue.ts'
import { queuePlace } from '../review/queuePlace.ts'
import { ask, type Choice, choice, type Line, say, t } from '../say.ts'
import { announcementsPlace } from './announcementsPlace.ts'
import { codePlace } from './codePlace.ts'
import { type Ctx, type Flow, hasRole, unitsOf } from './context.ts'
import { theInvitation } from './needs.ts'
import { allNews, newsLines } from './news.ts'
import type { Place } from './place.ts'

const ENTER: Input = { kind: 'enter' }

/** The first screen, by role. */
export function* homePlace(_place: Extract<Place, { at: 'home' }>, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked') return yield* open(input.id, ctx)
  if (input.kind !== 'said') return yield* showHome(ctx)
  const code = ctx.who === undefined ? codeIn(input.text) : readInviteCode(input.text)
  if (code !== undefined) {
    const invitation = ctx.who === undefined ? yield* theInvitation(code) : undefined
    // A receipt looks like an invitation: what is none is tried in the private room, behind its usual face.
    if (ctx.who === undefined && invitation === undefined) {
      return { place: { at: 'home' }, says: [], effects: [{ do: 'openSession', text: input.text }] }
    }
    return yield* codePlace({ at: 'code' }, { kind: 'said', text: asShown(code) }, ctx)
  }
  if (ctx.who === undefined) return yield* hearVisitor(input.text, ctx)
  const shown = yield* showHome(ctx)
  if (GREETING.test(fold(input.text))) return shown
  return {
    ...shown,
    says: [say(t(ctx.triage?.danger === 'violence' ? 'home.privateOffer' : 'repair.notUnderstood')), ...shown.says],
  }
}

const GREETING = /^(?:em |da |vang )?(?:xin )?(?:chao|alo|hello|hi|hey)\b.{0,20}$/

/** Opens what a button of the first screen, or a word that works anywhere, names. */
export function* open(id: string, ctx: Ctx): Flow {
  const unit = unitsOf(ctx.who, 'officer')[0] ?? leaderUnit(ctx)
  switch (id) {
    case 'kinds':
      if (hasRole(ctx.who, 'officer')) return yield* kindsPlace({ at: 'kinds' }, ENTER, ctx)
      break
    case 'unit':
      if (unit !== undefined) return yield* unitPlace({ at: 'unit', unit }, ENTER, ctx)
      break
    case 'reports':
      if (unit !== undefined) return yield* reportsPlace({ at: 'reports', unit, page: 0 }, ENTER, ctx)
      break
    case 'loops':
      if (unit !== undefined) return yield* loopsPlace({ at: 'loops', unit, page: 0 }, ENTER, ctx)
      break
    case 'nudge': {
      const root = leaderUnit(ctx)
      if (root !== undefined) return yield* laggingPlace({ at: 'lagging', unit: root, page: 0 }, ENTER, ctx)
      break
    }
    case 'evidence':
      if (hasRole(ctx.who, 'officer')) {
        const ways = [choice('kinds', t('menu.report'), 'go'), choice('home', t('menu.home'))]
        return { place: { at: 'home' }, says: [ask([t('help.evidence')], ways)], effects: [] }
      }
      break
    case 'news':
      if (ctx.who !== undefined) return yield* tellNews(ctx)
      break
    case 'drafts':
      if (hasRole(ctx.who, 'officer')) return yield* draftsPlace({ at: 'drafts' }, ENTER, ctx)
      break
    case 'progress': {
      const root = leaderUnit(ctx) ?? unit
      if (root !== undefined) return yield* progressPlace({ at: 'progress', unit: root, page: 0 }, ENTER, ctx)
      break
    }
    case 'digest': {
      const root = leaderUnit(ctx)
      if (root !== undefined) return yield* digestPlace({ at: 'digest', unit: root }, ENTER, ctx)
      break
    }
    case 'papers': {
      const root = leaderUnit(ctx) ?? unit
      if (root !== undefined) return yield* papersPlace({ at: 'papers', unit: root }, ENTER, ctx)
      break
    }
    case 'digestSettings':
      return yield* digestSettingsPlace({ at: 'digestSettings' }, ENTER, ctx)
    case 'announce':
      return yield* announcePlace({ at: 'announce' }, ENTER, ctx)
    case 'announcements':
      if (ctx.who !== undefined) return yield* announcementsPlace({ at: 'announcements', page: 0 }, ENTER, ctx)
      break
    case 'deputy':
      return yield* deputyPlace({ at: 'deputy' }, ENTER, ctx)
    case 'admin':
      if (hasRole(ctx.who, 'admin')) return yield* adminPlace({ at: 'admin' }, ENTER, ctx)
      break
    case 'code':
      return yield* codePlace({ at: 'code' }, ENTER, ctx)
    case 'private':
      return { place: { at: 'home' }, says: [], effects: [{ do: 'openSession' }] }
    case 'formal':
    case 'bystander': {
      const name = ctx.speak(t(id === 'formal' ? 'which.toFormal' : 'which.toBystander'))
      return { place: { at: 'home' }, says: [], effects: [{ do: 'openSession', text: name }] }
    }
    case 'look':
      return { place: { at: 'home' }, says: [], effects: [{ do: 'openSession', look: true }] }
    case 'about':
      return { place: { at: 'home' }, says: [ask([t('home.about')], visitorChoices())], effects: [] }
    case 'queue':
      if (hasRole(ctx.who, 'leader')) return yield* queuePlace({ at: 'queue', page: 0 }, ENTER, ctx)
      break
    default:
      if (id.startsWith('k:') && hasRole(ctx.who, 'officer')) return yield* openKind(id.slice(2), ctx)
  }
  return yield* showHome(ctx)
}

function* showHome(ctx: Ctx, withNews = true): Flow {
  const card =
    ctx.who === undefined
      ? ask([t('home.hello'), t('home.machine'), t('home.writeOrTap')], visitorChoices())
      : ask(greeting(ctx, withNews ? yield* newsLines(ctx) : []), menu(ctx, (yield* reportsToReview(ctx)).length))
  return { place: { at: 'home' }, says: [card], effects: [] }
}

/** 'có gì mới': since her last words, else of the last days; then the first screen. */
function* tellNews(ctx: Ctx): Flow {
  const shown = yield* showHome(ctx, false)
  return { ...shown, says: [say(...(yield* allNews(ctx))), ...shown.says] }
}

/** Someone without an account: she may simply write; what sounds like a question of law or of violence goes to the private room. */
function* hearVisitor(text: string, ctx: Ctx): Flow {
  const looks = LOOKS.exec(text)
  if (looks !== null) {
    const words = looks[1]?.trim() ?? ''
    const effect = { do: 'openSession' as const, look: true as const }
    return { place: { at: 'home' }, says: [], effects: [words === '' ? effect : { ...effect, text: words }] }
  }
  const asks =
    ctx.triage !== undefined &&
    (ctx.triage.danger !== 'none' || ctx.triage.doubtful || ctx.triage.topic !== 'not_legal')
  return asks ? { place: { at: 'home' }, says: [], effects: [{ do: 'openSession', text }] } : yield* showHome(ctx)
}

/** `tra cứu thủ tục ly hôn`: what follows is looked for at once. */
const LOOKS = /^\s*tra c[ứưu]u\b(.*)$/isu

const visitorChoices = (): readonly Choice[] => [
  choice('private', t('home.private')),
  choice('look', t('home.look')),
  choice('code', t('home.haveCode')),
  choice('about', t('home.whatIsThis')),
]

function greeting(ctx: Ctx, news: readonly Line[]): readonly Line[] {
  if (ctx.who === undefined) return []
  const units = [...new Set(ctx.who.grants.map((grant) => unitName(ctx.tree, grant.unit)))].join(', ')
  const head = t('home.staff', { name: ctx.who.name, unit: units })
  return [head, ...(ctx.demo ? [t('home.demo')] : []), ...news, t('home.staffAsk')]
}

function menu(ctx: Ctx, waiting: number): readonly Choice[] {
  const officer = hasRole(ctx.who, 'officer')
  const leader = hasRole(ctx.who, 'leader')
  return [
    ...(officer
      ? [choice('kinds', t('menu.report'), 'go'), choice('unit', t('menu.unit')), choice('drafts', t('menu.drafts'))]
      : []),
    ...(leader
      ? [
          ...(waiting === 0 ? [] : [choice('queue', t('menu.queueOf', { n: waiting }), 'go')]),
          choice('progress', t('menu.progress'), 'go'),
          choice('digest', t('menu.digest')),
        ]
      : []),
    ...(officer && !leader ? [choice('progress', t('menu.progress'))] : []),
    ...(officer || leader
      ? [choice('papers', t('menu.papers')), choice('announcements', t('menu.announcements'))]
      : []),
    ...(hasRole(ctx.who, 'admin') ? [choice('admin', t('menu.admin'))] : []),
    choice('private', t('home.private')),
  ]
}
