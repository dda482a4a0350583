import { once } from 'node:events'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { addDays, localDate } from '../../src/domain/calendar.ts'
import type { UnitVersion } from '../../src/domain/unit/unit.ts'
import { aUnit } from '../support/builders.ts'

/** A country as one subtree: its provinces after 2025, and their communes. */
const PROVINCES = 34
export const ROOT = 't'
const FIRST = localDate('2022-01-01')
export const AS_OF = localDate('2022-11-28')
const DAYS = 330
const SETTLED = localDate('2022-11-22')

export interface Size {
  readonly communes: number
  readonly reports: number
}

export const FULL: Size = { communes: 3321, reports: 1_000_000 }

export function unitsOf({ communes }: Size): readonly UnitVersion[] {
  return [
    aUnit(ROOT, 'province', { name: 'Hội LHPN tỉnh' }),
    ...Array.from({ length: PROVINCES }, (_, n) =>
      aUnit(districtId(n), 'district', { parent: ROOT, name: `Huyện ${n}` }),
    ),
    ...Array.from({ length: communes }, (_, n) =>
      aUnit(communeId(n), 'commune', { parent: districtId(n % PROVINCES), name: `Xã ${n}` }),
    ),
  ]
}

export const districtId = (n: number): string => `h${n}`
export const communeId = (n: number): string => `x${n}`

/** Nothing is random: the same world each time, and every form that a row of the plan counts. */
function* reportLines({ communes, reports }: Size): Generator<string> {
  for (let n = 0; n < reports; n++) {
    const mix = (n * 2654435761) >>> 0
    const { form, answers } = FORMS[mix % FORMS.length] ?? { form: 'F-DLG', answers: () => ({}) }
    const commune = n % communes
    const on = addDays(FIRST, Math.floor((n * DAYS) / reports))
    const unit = mix % 97 === 0 ? districtId(mix % PROVINCES) : mix % 991 === 0 ? ROOT : communeId(commune)
    // Two in a hundred are done together with the commune next to it.
    const joint = mix % 50 === 0 ? `{${communeId((commune + PROVINCES) % communes)}}` : '{}'
    // Older ones have been looked at, or accepted by the passing of time.
    const state = mix % 40 === 0 ? 'returned' : on > SETTLED && mix % 3 === 0 ? 'submitted' : 'approved'
    const at = `${on} 10:00:00+00`
    const columns = [
      `r${n}`,
      `B-${n}`,
      form,
      1,
      unit,
      joint,
      on,
      state,
      'f',
      JSON.stringify(answers(mix, on)),
      'p1',
      at,
      at,
      'f',
    ]
    yield `${columns.join('\t')}\n`
  }
}

const FORMS: readonly { readonly form: string; readonly answers: (n: number, on: string) => object }[] = [
  ...[0, 1, 2, 3].map((k) => ({
    form: 'F-COM',
    answers: (n: number) => ({
      kind: ['talk', 'group', 'law_day', 'training'][(n >> 3) % 4],
      topics: ['dv', 'gender_equality', 'land', 'persuade_relatives'].filter((_, at) => ((n >> at) + k) % 2 === 0),
      sessions: 1 + (n % 3),
      participants: 20 + (n % 90),
      women: 10 + (n % 50),
    }),
  })),
  {
    form: 'F-SUP',
    answers: (n, on) => ({ role: n % 3 === 0 ? 'participant' : 'lead', conducted_on: on, topic_code: 'other' }),
  },
  {
    form: 'F-FBK',
    answers: (n) => ({
      body_kind: n % 2 === 0 ? 'peoples_committee' : 'central',
      act_kind: 'comment',
      issues: [{ text: 'a', status: n % 3 === 0 ? 'pending' : 'accepted_full' }],
    }),
  },
  {
    form: 'F-MTG',
    answers: (n, on) => ({ counterpart: 'same_level', has_regulation: n % 2 === 0, regulation_signed_on: on }),
  },
  { form: 'F-DIR', answers: (n) => ({ documents: [`R${10 + (n % 11)}`], sessions: 1 + (n % 2), participants: 30 }) },
  { form: 'F-CNS', answers: (n) => ({ provider: 'unit', consultations: { land: n % 3, civil: n % 2 } }) },
  { form: 'F-PET', answers: (n, on) => ({ kind: 'complaint', due_on: on, ...(n % 9 === 0 ? {} : { closed_on: on }) }) },
  { form: 'F-MED', answers: (n) => ({ total: 1 + (n % 4), success: 1, failed: 0, pending: n % 4 }) },
  { form: 'F-OPN', answers: () => ({ issues: [{ topic: 'land', gist: 'a' }] }) },
]

/** Straight into the table, as `restore` does: what is measured is what comes after. */
export async function fill(ownerUrl: string, size: Size): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('TRUNCATE public.report')
    const stream = client.query(
      copyFrom(
        'COPY public.report (id, code, form, "formVersion", unit, "jointUnits", "eventDate", state, none, answers, by, "submittedAt", "changedAt", automatic) FROM STDIN',
      ),
    )
    for (const line of reportLines(size)) if (!stream.write(line)) await once(stream, 'drain')
    stream.end()
    await once(stream, 'finish')
    await client.query('VACUUM ANALYZE public.report')
  } finally {
    await client.end()
  }
}
