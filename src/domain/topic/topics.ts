export const TOPICS = [
  'family_violence',
  'divorce_custody',
  'property_land',
  'labour_maternity',
  'social_insurance',
  'civil_status',
  'debt_credit',
  'inheritance',
  'sexual_harassment_abuse',
  'complaint_petition',
  'other_legal',
  'not_legal',
] as const

/** What the writer asks about or the case reported (domain reference §6.2). */
export type Topic = (typeof TOPICS)[number]
