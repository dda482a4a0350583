import { personId, reportId, unitId } from '../../src/domain/ids.ts'
import { localDate } from '../../src/domain/calendar.ts'
import type { Answers } from '../../src/domain/plan/form.ts'
import { startReport } from '../../src/bot/store/union/reportEvents.ts'
import type { TestBot } from './bot.ts'

interface Given {
  readonly form: string
  readonly unit: string
  readonly on: string
  readonly answers: Answers
}

/** What an officer might have typed, so that a sheet would count it. */
export const FORMULA = '=1+1'

/** A half year of the demonstration province, as its units reported it. */
export const SOME_REPORTS: readonly Given[] = [
  ...Array.from(
    { length: 24 },
    (_, n): Given => ({
      form: 'F-COM',
      unit: `xa-${n + 1}`,
      on: `2022-0${(n % 6) + 1}-${String(10 + (n % 15))}`,
      answers: {
        kind: ['talk', 'group', 'law_day', 'training', 'loudspeaker'][n % 5],
        topics: ['dv', 'gender_equality'],
        sessions: 1 + (n % 3),
        participants: 40 + n * 7,
        women: 30 + n * 5,
        leaflets: n * 10,
      },
    }),
  ),
  ...Array.from(
    { length: 14 },
    (_, n): Given => ({
      form: 'F-SUP',
      unit: `xa-${n * 2 + 1}`,
      on: `2022-0${(n % 6) + 1}-15`,
      answers: {
        policy_title: n === 0 ? FORMULA : 'Việc thực hiện chính sách hỗ trợ hộ nghèo do phụ nữ làm chủ hộ',
        supervised_entity: 'UBND xã',
        role: n % 4 === 3 ? 'participant' : 'lead',
        mode: 'delegation',
        reached: 'concluded',
        selected_on: '2022-01-10',
        conducted_on: `2022-0${(n % 6) + 1}-15`,
        concluded_on: `2022-0${(n % 6) + 1}-25`,
        recommendations: 3,
        answered: 2,
        accepted: 1,
        conclusion_doc: { symbol: `${n + 10}/BC-HPN`, date: '2022-06-20' },
      },
    }),
  ),
  ...Array.from(
    { length: 19 },
    (_, n): Given => ({
      form: 'F-FBK',
      unit: n === 0 ? 'tinh' : `xa-${n + 3}`,
      on: `2022-0${(n % 5) + 2}-08`,
      answers: {
        draft_title: 'Dự thảo Nghị quyết phát triển kinh tế - xã hội năm 2023',
        drafting_body: 'HĐND xã',
        body_kind: 'peoples_council',
        act_kind: 'comment',
        method: 'written',
        sent_on: `2022-0${(n % 5) + 2}-08`,
        issues: [
          { text: 'Bổ sung chỉ tiêu lao động nữ', status: 'accepted_full' },
          { text: 'Nhà trẻ cho công nhân', status: n % 2 === 0 ? 'accepted_part' : 'rejected' },
          { text: 'Nước sạch', status: 'pending' },
        ],
      },
    }),
  ),
  ...['xa-1', 'xa-2', 'xa-5', 'xa-9'].map(
    (unit, n): Given => ({
      form: 'F-MED',
      unit,
      on: '2022-06-15',
      answers: { period: '2022-H1', total: 6 + n, success: 4 + n, failed: 1, pending: 1, dv_cases_referred: n % 2 },
    }),
  ),
  {
    form: 'F-CNS',
    unit: 'tinh',
    on: '2022-05-20',
    answers: {
      held_on: '2022-05-20',
      provider: 'club',
      consultations: { family_violence: 12, divorce_custody: 30, property_land: 7 },
    },
  },
  ...['land', 'marriage_family', 'marriage_family', 'dv'].map(
    (domain, n): Given => ({
      form: 'F-PET',
      unit: `xa-${n + 1}`,
      on: `2022-03-1${n}`,
      answers: {
        kind: 'proposal',
        domain,
        in_union_competence: n > 1,
        action: n === 0 ? 'forwarded' : 'guided',
        ...(n === 1 ? { closed_on: '2022-04-01' } : { due_on: '2022-05-01' }),
      },
    }),
  ),
  {
    form: 'F-MTG',
    unit: 'tinh',
    on: '2022-04-05',
    answers: {
      counterpart: 'same_level',
      held_on: '2022-04-05',
      period: 'half',
      has_regulation: true,
      regulation_ref: { symbol: '4021/QC-UBND-HLHPN' },
      regulation_signed_on: '2021-12-04',
    },
  },
  ...['xa-1', 'xa-2', 'xa-3'].map(
    (unit, n): Given => ({
      form: 'F-DLG',
      unit,
      on: `2022-05-0${n + 1}`,
      answers: {
        held_on: `2022-05-0${n + 1}`,
        party_head: true,
        gov_head: true,
        attendees: 100,
        women: 80,
        questions: 12,
        answered_on_spot: 9,
      },
    }),
  ),
]

export async function sendSome(bot: TestBot, reports: readonly Given[] = SOME_REPORTS): Promise<void> {
  await bot.store.union.$transaction(async (tx) => {
    for (const [n, one] of reports.entries()) {
      await startReport(tx, {
        id: reportId(`some-${n}`),
        code: `${one.form.slice(2)}-${String(n).padStart(6, '0')}`,
        form: one.form,
        formVersion: 1,
        unit: unitId(one.unit),
        jointUnits: [],
        eventDate: localDate(one.on),
        none: false,
        answers: one.answers,
        by: personId('demo-officer-1'),
        now: bot.clock.now(),
      })
    }
  })
}
