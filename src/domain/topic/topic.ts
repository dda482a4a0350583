import { compileLexicon } from '../danger/phrase.ts'
import type { Token } from '../danger/token.ts'
import type { Danger } from '../danger/types.ts'
import { likelyTopic } from './likelyTopic.ts'
import { SUBJECTS } from './subjects.ts'
import { TOPICS } from './topics.ts'
import type { Topic } from './topics.ts'

export type { Topic } from './topics.ts'

const finder = compileLexicon(SUBJECTS)

/** Rules of danger that tell the subject by themselves. */
const DESPAIR_RULES: ReadonlySet<string> = new Set([
  'despair',
  'despair.weighed',
  'suicide',
  'suicide.meant',
  'poison',
  'poison.farewell',
  'baby',
])
const SEXUAL_RULES: ReadonlySet<string> = new Set(['sexual', 'rape.now', 'image'])
const DEBT_RULES: ReadonlySet<string> = new Set(['gang', 'debt'])
const STALKING_RULES: ReadonlySet<string> = new Set(['door', 'hunt', 'stalk', 'locked', 'rape.now', 'hide'])

export interface Telling {
  readonly danger: Danger
  /** The rules of danger that fired. */
  readonly why: readonly string[]
  readonly signs: ReadonlySet<string>
}

/** What the writer asks about, or the case reported: what the lists of words say is one voice among all signs. */
export function findTopic(tokens: readonly Token[], telling: Telling): Topic {
  const more = subjectSigns(tokens, telling)
  return likelyTopic([telling.signs, more], telling.signs.size + more.length)
}

/** Subjects named in the message (`%`), the danger found (`!`) and what the lists alone would say (`#`). */
export function subjectSigns(tokens: readonly Token[], { danger, why }: Telling): readonly string[] {
  const counts = countWords(tokens)
  const listed = danger === 'none' ? calmTopic(counts) : dangerTopic(counts, danger, why)
  return [...Array.from(counts.keys(), (subject) => `%${subject}`), `!${danger}`, `#${listed}`]
}

type Counts = ReadonlyMap<string, number>

/** A phrase counts by its number of words, and only where no longer phrase of the same list holds it. */
function countWords(tokens: readonly Token[]): Counts {
  const counts = new Map<string, number>()
  const reached = new Map<string, number>()
  const found = finder.find(tokens).toSorted((a, b) => a.from - b.from || b.to - a.to)
  const inLaws = found.filter((hit) => hit.concept === 'inLaw')
  for (const hit of found) {
    if (hit.concept === 'spouse' && inLaws.some((one) => one.from <= hit.from && hit.to <= one.to)) continue
    if (hit.from < (reached.get(hit.concept) ?? 0)) continue
    reached.set(hit.concept, hit.to)
    counts.set(
      hit.concept,
      (counts.get(hit.concept) ?? 0) +
        1 +
        0.5 * (hit.to - hit.from - 1) -
        (hit.doubtful && hit.to - hit.from === 1 ? 0.4 : 0),
    )
  }
  return counts
}

const score = (counts: Counts, topic: Topic): number =>
  2 * (counts.get(`${topic}.strong`) ?? 0) + (counts.get(`${topic}.weak`) ?? 0)

const has = (counts: Counts, concept: string): boolean => counts.has(concept)

function calmTopic(counts: Counts): Topic {
  if (has(counts, 'petitionCase')) return 'complaint_petition'
  const report = has(counts, 'reportStrong') && !has(counts, 'forTeaching')
  if (report && !has(counts, 'question')) return 'not_legal'
  let best: Topic = 'not_legal'
  let most = has(counts, 'ask') ? 0.9 : 1.9
  if (report) most += 2
  else if (has(counts, 'report')) most += 1.5
  for (const topic of TOPICS) {
    const points = score(counts, topic)
    if (points > most) {
      best = topic
      most = points
    }
  }
  return best
}

function dangerTopic(counts: Counts, danger: Danger, why: readonly string[]): Topic {
  const fired = (rules: ReadonlySet<string>): boolean => why.some((id) => rules.has(id))
  const kinfolk = has(counts, 'kinfolk')
  if (danger === 'violence' && has(counts, 'complaintAsk')) return 'complaint_petition'
  if (danger === 'violence' && asksForDivorce(counts)) return 'divorce_custody'
  const asked =
    danger === 'violence' && has(counts, 'question') ? ASKED.find((one) => score(counts, one) >= 4) : undefined
  if (asked) return asked
  if (fired(DEBT_RULES) && (!has(counts, 'spouse') || score(counts, 'debt_credit') >= 3)) return 'debt_credit'
  if (why.includes('baby')) return 'not_legal'
  if (why.includes('rape.now') && has(counts, 'lender')) return 'debt_credit'
  if (why.includes('bully')) return 'not_legal'
  if (why.some((id) => id.startsWith('sold')) && !fired(SEXUAL_RULES)) return 'other_legal'
  if (why.every((id) => DESPAIR_RULES.has(id))) return 'not_legal'
  if (fired(SEXUAL_RULES) && (!has(counts, 'spouse') || has(counts, 'strange') || why.includes('image')))
    return 'sexual_harassment_abuse'
  if (has(counts, 'study') && !kinfolk && why.every((id) => id === 'blow.told')) return 'not_legal'
  if (!kinfolk && (fired(DEBT_RULES) || score(counts, 'debt_credit') >= 3)) return 'debt_credit'
  if (has(counts, 'landFight')) return 'property_land'
  if (!kinfolk && score(counts, 'labour_maternity') > 3 && !fired(STALKING_RULES)) return 'labour_maternity'
  if (!kinfolk && has(counts, 'strange') && fired(STALKING_RULES)) return 'sexual_harassment_abuse'
  if (!kinfolk && score(counts, 'sexual_harassment_abuse') > 2) return 'sexual_harassment_abuse'
  if (why.includes('likeness') && !kinfolk) return topicOfLikeness(counts)
  return 'family_violence'
}

/** No rule says what it is about: her own words do. */
function topicOfLikeness(counts: Counts): Topic {
  if (has(counts, 'lastWish')) return 'not_legal'
  const calm = calmTopic(counts)
  return calm === 'not_legal' && has(counts, 'household') ? 'family_violence' : calm
}

/** Subjects she may ask about while telling of violence. */
const ASKED: readonly Topic[] = ['inheritance', 'property_land', 'civil_status', 'social_insurance']

const asksForDivorce = (counts: Counts): boolean =>
  has(counts, 'divorceAsk') ||
  (has(counts, 'divorceWord') && has(counts, 'question') && !has(counts, 'divorced')) ||
  (score(counts, 'divorce_custody') >= 2 && has(counts, 'question') && !has(counts, 'divorced'))
