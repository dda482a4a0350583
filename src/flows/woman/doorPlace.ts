import { memberId } from '../../domain/ids.ts'
import { codeIn } from '../../domain/inviteCode.ts'
import type { Topic } from '../../domain/topic/topics.ts'
import { otherDoor, type OtherDoor } from '../doorNames.ts'
import type { Input } from '../heard.ts'
import { pickedSheet, showSheet, withOffers } from '../legal/sheetCard.ts'
import { ask, choice, say, type Say, t } from '../say.ts'
import { isOfWork } from '../union/verbs.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { type ClubInvitation, knock } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { showReturned } from './casePlace.ts'
import { dangerReturned } from './dangerPlace.ts'
import { asksWhoWeAre, howToCheck, whenForgotten } from './help.ts'
import { showFormal } from './formalPlace.ts'
import { keptWords } from './keptWords.ts'
import { leave } from './leave.ts'
import { moveToOwnPage } from './ownPage.ts'
import { doorCard, type DoorPlace, showDoor } from './showDoor.ts'
import { showTerms } from './terms.ts'
import { askBystander, showWhich } from './whichPlace.ts'
import { type Asked, hearWords } from './words.ts'

type TermsPlace = Extract<Place, { at: 'terms' }>

/** "Chị nhắn lúc này có tiện không?" The same face whether or not there is a case behind it. */
export function* doorPlace(place: DoorPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'now') return yield* through(place.to, place.words, ctx)
  if (input.kind === 'picked' && input.id === 'notNow') return leave()
  if (input.kind === 'picked' && input.id === 'forgot')
    return { ...showDoor(place), says: [whenForgotten(), doorCard()] }
  if (input.kind === 'picked' && input.id === 'real') return { ...showDoor(place), says: [howToCheck(), doorCard()] }
  if (input.kind === 'said' && asksWhoWeAre(input.text)) return { ...showDoor(place), says: [howToCheck(), doorCard()] }
  if (input.kind === 'said') {
    const { found, alarm, claimed, invitation } = yield* knock(input.text, place.claimed)
    if (invitation !== undefined) return ctx.fromUnion === true ? join(invitation, ctx) : askOutside()
    if (found !== undefined) return yield* showReturned(found.id)
    if (alarm !== undefined) return yield* dangerReturned(alarm)
    if (isLost(place, input.text)) return outAgain()
    const named = otherDoor(input.text)
    const to = named ?? place.to
    const kept = named === undefined ? keptWords(place.words, input.text, ctx) : place.words
    const door = showDoor({
      at: 'door',
      ...(kept === undefined ? {} : { words: kept }),
      ...(to === undefined ? {} : { to }),
      ...(claimed === undefined ? {} : { claimed }),
      ...(codeIn(input.text) === undefined ? {} : { tried: true as const }),
    })
    return { ...door, says: [...numbersFirst(ctx), ...door.says] }
  }
  return showDoor(place)
}

/** Words of the Union's work, and nothing before them: whoever writes them came in by mistake. */
const isLost = ({ words, claimed, tried }: DoorPlace, text: string): boolean =>
  words === undefined && claimed === undefined && tried === undefined && isOfWork(text)

const outAgain = (): VaultDecision => ({
  place: { at: 'left' },
  says: [say(t('door.sayAgain'))],
  effects: [{ do: 'closeSession' }],
})

/** The door that she named, with terms of its own; where none is open for a formal report she hears so. */
function* through(to: OtherDoor | undefined, words: string | undefined, ctx: Ctx): Flow {
  if (to !== 'formal') return showTerms(words, ctx, to)
  return yield* showFormal(words, ctx)
}

/** Whether she may join is known on the Union's side alone: nobody is administrator and in the club at once. */
const askOutside = (): VaultDecision => ({
  place: { at: 'left' },
  says: [say(t('door.codeAgain'))],
  effects: [{ do: 'closeSession' }],
})

/** Words of violence are answered with whom to call before anything is asked; by the words alone, whoever writes them. */
const numbersFirst = ({ triage }: Ctx): readonly Say[] =>
  triage === undefined || triage.danger === 'none'
    ? []
    : [say(t(triage.child ? 'child.numbers' : 'danger.numbersShort'))]

/** What is kept, who can see it, how to erase; the numbers; then an explicit yes. */
export function* termsPlace(place: TermsPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'agree') {
    if (place.words !== undefined) return showFirst(place.words, place.door)
    return place.door === undefined ? showTopics() : askBystander()
  }
  if (input.kind === 'picked' && input.id === 'doors') return yield* showWhich(place.words)
  if (input.kind === 'picked' && input.id === 'ownPage') {
    const { words, door } = place
    const moved = { ...(words === undefined ? {} : { words }), ...(door === undefined ? {} : { door }) }
    return moveToOwnPage(moved, ctx) ?? showTerms(words, ctx, door)
  }
  if (input.kind === 'said' && asksWhoWeAre(input.text)) {
    const shown = showTerms(place.words, ctx, place.door)
    return { ...shown, says: [howToCheck(), ...shown.says] }
  }
  if (input.kind === 'picked' && input.id === 'refuse') {
    const left = leave()
    return { ...left, says: [say(t('terms.refused')), ...left.says] }
  }
  const named = input.kind === 'said' ? otherDoor(input.text) : undefined
  if (named !== undefined) return yield* through(named, place.words, ctx)
  if (input.kind === 'said') {
    const words = [place.words, input.text].filter((one) => one !== undefined).join('\n')
    return showTerms(words, ctx, place.door)
  }
  return showTerms(place.words, ctx, place.door)
}

const TOPICS = [
  'family_violence',
  'divorce_custody',
  'property_land',
  'labour_maternity',
  'debt_credit',
  'other_legal',
] as const

const showTopics = (): VaultDecision => ({
  place: { at: 'topic' },
  says: [
    ask(
      [t('topic.ask')],
      TOPICS.map((topic) => choice(`topic:${topic}`, t(`topic.${topic}`))),
    ),
  ],
  effects: [],
})

export function* topicPlace(_place: Extract<Place, { at: 'topic' }>, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'said') return yield* hearWords(input.text, {}, ctx)
  const topic = input.kind === 'picked' ? TOPICS.find((one) => input.id === `topic:${one}`) : undefined
  return topic === undefined ? showTopics() : yield* askWords(topic)
}

/** She writes in her own words; what there is to read on the subject stands beside. */
function* askWords(topic: Topic): Flow {
  const asked: VaultDecision = {
    place: { at: 'words', topic },
    says: [ask([t('words.ask')], [choice('topics', t('page.back'))])],
    effects: [],
    typed: 'value',
  }
  return yield* withOffers(asked, { topic })
}

export function* wordsPlace(place: Extract<Place, { at: 'words' }>, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'said')
    return yield* hearWords(input.text, place.topic === undefined ? {} : { topic: place.topic }, ctx)
  const sheet = pickedSheet(input)
  if (sheet !== undefined) return yield* showSheet(sheet, place, [choice('ask', t('sheet.ask'), 'go')])
  return input.kind === 'picked' && input.id === 'ask' && place.topic !== undefined
    ? yield* askWords(place.topic)
    : showTopics()
}

const showFirst = (words: string, door?: 'bystander'): VaultDecision => ({
  place: door === undefined ? { at: 'first', words } : { at: 'first', words, door },
  says: [ask([t('first.ask')], [choice('send', t('first.send'), 'go'), choice('rewrite', t('first.rewrite'))])],
  effects: [],
})

/** Her first words before consent: offered back without repeating them on the screen. */
export function* firstPlace(place: Extract<Place, { at: 'first' }>, input: Input, ctx: Ctx): Flow {
  const { words, door } = place
  const asked: Asked = door === undefined ? {} : { door }
  if (input.kind === 'picked' && input.id === 'send') return yield* hearWords(words, asked, ctx)
  if (input.kind === 'picked' && input.id === 'rewrite') return door === undefined ? showTopics() : askBystander()
  if (input.kind === 'said') return yield* hearWords(`${words}\n${input.text}`, asked, ctx)
  return showFirst(words, door)
}

function join(invitation: ClubInvitation, ctx: Ctx): VaultDecision {
  const id = ctx.newId()
  // Without a name of her own she is told apart by three letters; a woman never sees it.
  const name = invitation.name ?? ctx.speak(t('desk.unnamed', { code: id.slice(-3).toUpperCase() }))
  return {
    place: { at: 'desk' },
    says: [
      ask(
        [t(invitation.role === 'provinceDuty' ? 'desk.isLast' : 'desk.welcome')],
        [choice('desk', t('desk.open'), 'go')],
      ),
    ],
    effects: [
      {
        do: 'joinClub',
        invitation: invitation.id,
        member: memberId(id),
        role: invitation.role,
        name,
        unit: invitation.unit,
      },
      { do: 'audit', act: 'join', subject: invitation.id },
    ],
  }
}
