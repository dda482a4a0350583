import { addDays, type LocalDate, localDate, yearOf } from '../../domain/calendar.ts'
import { type UnitId, unitId } from '../../domain/ids.ts'
import type { Answers } from '../../domain/plan/form.ts'

/** One invented report of the demonstration, as it stands in the end. */
export interface ExampleReport {
  readonly form: string
  readonly unit: UnitId
  readonly eventDate: LocalDate
  readonly answers: Answers
  /** What the upper level did three days later. */
  readonly looked?: 'approved' | 'returned'
}

const COMMUNES = 36
const POLICIES = [
  'Chính sách hỗ trợ nhà ở cho hộ nghèo',
  'Thực hiện chế độ thai sản của lao động nữ',
  'Chính sách vay vốn giải quyết việc làm',
  'Thực hiện Luật Phòng, chống bạo lực gia đình',
  'Chế độ với người cao tuổi, người khuyết tật',
]
const DRAFTS = [
  'Dự thảo Nghị quyết phát triển kinh tế - xã hội của xã',
  'Dự thảo Quy chế dân chủ ở cơ sở',
  'Dự thảo Hương ước, quy ước thôn',
]
const OPINIONS = [
  ['Bổ sung chỉ tiêu cán bộ nữ', 'accepted_full'],
  ['Bố trí nơi gửi trẻ gần khu công nghiệp', 'accepted_part'],
  ['Tách nhà vệ sinh nam, nữ ở nhà văn hóa thôn', 'pending'],
  ['Giảm mức đóng góp của hộ nghèo do phụ nữ làm chủ', 'rejected'],
] as const
const TOPICS = ['dv', 'gender_equality', 'marriage_family', 'land', 'children', 'trafficking', 'civil_status'] as const
const KINDS = ['talk', 'group', 'talk', 'loudspeaker', 'drama'] as const

/** What the units of the demonstration have done by this day of its year: the same on every machine. Some are behind, one is silent. */
export function exampleReports(today: LocalDate): readonly ExampleReport[] {
  const year = yearOf(today)
  const on = (month: number, day: number): LocalDate =>
    localDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  const units = Array.from({ length: COMMUNES }, (_, n) => ofCommune(n, on))
  return [...units.flat(), ...ofProvince(on)]
    .filter((one) => one.eventDate <= today)
    .map((one, n) => ({ ...one, ...lookedAt(one.form, n, addDays(one.eventDate, 3) <= today) }))
    .toSorted((a, b) => (a.eventDate < b.eventDate ? -1 : 1))
}

type On = (month: number, day: number) => LocalDate

function ofCommune(n: number, on: On): readonly ExampleReport[] {
  const unit = unitId(`xa-${n + 1}`)
  const day = 3 + (n % 20)
  const seldom = n % 12 === 11
  return [
    ...(n % 9 === 8 ? [] : [plan(unit, n, on(2, 5 + (n % 15)))]),
    ...[1, 2, 4, 5, 7, 8, 10, 11]
      .filter((month) => !(seldom && month > 4) && (n + month) % 3 !== 0)
      .map((month) => communication(unit, n + month, on(month, day))),
    ...(seldom || n % 7 === 6 ? [] : [lawDay(unit, n, on(11, 9))]),
    ...(n % 4 === 3 ? [] : [supervision(unit, n, on(3 + (n % 7), day))]),
    ...(n % 3 === 2 ? [] : [comments(unit, n, on(4 + (n % 6), day))]),
    ...(n % 5 === 4 ? [] : [meeting(unit, n, on(5 + (n % 5), day))]),
    ...(n % 2 === 0 ? [mediation(unit, n, on(6, 30)), mediation(unit, n + 5, on(9, 30))] : []),
    ...(n % 6 === 0 ? [dialogue(unit, n, on(8, day))] : []),
  ]
}

function ofProvince(on: On): readonly ExampleReport[] {
  const unit = unitId('tinh')
  return [
    supervision(unit, 3, on(5, 18)),
    comments(unit, 1, on(6, 22)),
    meeting(unit, 2, on(7, 12)),
    dialogue(unit, 4, on(10, 14)),
    { form: 'F-COM', unit, eventDate: on(4, 20), answers: talkAbout(2, 'training', on(4, 20), 120) },
    { form: 'F-COM', unit, eventDate: on(9, 10), answers: talkAbout(0, 'group', on(9, 10), 60) },
    lawDay(unit, 7, on(11, 9)),
    ...[3, 6, 9].map((month): ExampleReport => {
      const date = on(month, 25)
      const consultations = { family_violence: 2 + month, divorce_custody: month, property_land: 3 }
      return { form: 'F-CNS', unit, eventDate: date, answers: { held_on: date, provider: 'club', consultations } }
    }),
  ]
}

/** Most are accepted in time, a few wait, now and then one comes back. */
function lookedAt(form: string, n: number, isTime: boolean): Pick<ExampleReport, 'looked'> {
  if (!isTime || n % 11 === 10) return {}
  return { looked: form === 'F-COM' && n % 23 === 22 ? 'returned' : 'approved' }
}

const pick = <T>(from: readonly [T, ...T[]] | readonly T[], n: number): T => {
  const one = from[n % from.length]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

function plan(unit: UnitId, n: number, eventDate: LocalDate): ExampleReport {
  const doc_ref = { symbol: `${String(5 + n).padStart(2, '0')}/KH-BTV`, date: eventDate }
  return {
    form: 'F-PLN',
    unit,
    eventDate,
    answers: { doc_ref, period: String(yearOf(eventDate)), sent_on: eventDate },
  }
}

const communication = (unit: UnitId, n: number, eventDate: LocalDate): ExampleReport => ({
  form: 'F-COM',
  unit,
  eventDate,
  answers: talkAbout(n, pick(KINDS, n), eventDate, 28 + ((n * 7) % 40)),
})

const lawDay = (unit: UnitId, n: number, eventDate: LocalDate): ExampleReport => ({
  form: 'F-COM',
  unit,
  eventDate,
  answers: talkAbout(n, 'law_day', eventDate, 60 + ((n * 11) % 90)),
})

const talkAbout = (n: number, kind: string, held_on: LocalDate, participants: number): Answers => ({
  kind,
  held_on,
  topics: [pick(TOPICS, n), ...(n % 2 === 0 ? [pick(TOPICS, n + 3)] : [])],
  sessions: 1,
  participants,
  women: Math.round(participants * 0.8),
})

const supervision = (unit: UnitId, n: number, conducted_on: LocalDate): ExampleReport => ({
  form: 'F-SUP',
  unit,
  eventDate: conducted_on,
  answers: {
    policy_title: pick(POLICIES, n),
    supervised_entity: 'UBND cùng cấp',
    role: n % 5 === 0 ? 'co_lead' : 'lead',
    mode: 'delegation',
    reached: n % 3 === 0 ? 'concluded' : 'conducted',
    selected_on: addDays(conducted_on, -40),
    conducted_on,
    ...(n % 3 === 0 ? { concluded_on: addDays(conducted_on, 15) } : {}),
  },
})

const comments = (unit: UnitId, n: number, sent_on: LocalDate): ExampleReport => ({
  form: 'F-FBK',
  unit,
  eventDate: sent_on,
  answers: {
    draft_title: pick(DRAFTS, n),
    drafting_body: 'UBND cùng cấp',
    body_kind: 'peoples_committee',
    act_kind: 'comment',
    method: 'written',
    sent_on,
    issues: [0, 1].slice(0, 1 + (n % 2)).map((k) => {
      const [text, status] = pick(OPINIONS, n + k)
      return { text, status, ...(status === 'pending' ? {} : { decided_on: addDays(sent_on, 20) }) }
    }),
    verified_on: sent_on,
  },
})

const meeting = (unit: UnitId, n: number, held_on: LocalDate): ExampleReport => ({
  form: 'F-MTG',
  unit,
  eventDate: held_on,
  answers: {
    counterpart: 'same_level',
    held_on,
    period: n % 2 === 0 ? 'half' : 'year',
    has_regulation: false,
    minutes_ref: { symbol: `${10 + n}/BB-LV`, date: held_on },
  },
})

const mediation = (unit: UnitId, n: number, eventDate: LocalDate): ExampleReport => ({
  form: 'F-MED',
  unit,
  eventDate,
  answers: {
    period: `${yearOf(eventDate)}-Q${Math.ceil(Number(eventDate.slice(5, 7)) / 3)}`,
    total: 3 + (n % 4),
    success: 2 + (n % 4) - (n % 2),
    failed: 1,
    pending: n % 2,
  },
})

const dialogue = (unit: UnitId, n: number, held_on: LocalDate): ExampleReport => ({
  form: 'F-DLG',
  unit,
  eventDate: held_on,
  answers: { held_on, party_head: n % 2 === 0, gov_head: true, attendees: 50 + n, questions: 5 + (n % 6) },
})
