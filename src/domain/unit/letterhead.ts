import type { Level } from './unit.ts'

/**
 * What stands around the body of an official document (domain reference §3.2). Templates, not code: whether the State's heading
 * or the Party's applies, how the issuer is named and who signs is for the Union to say. «đơn vị» and «cấp trên» stand for the
 * names of the unit and of the one above it.
 */
export interface Letterhead {
  readonly heading: 'state' | 'party'
  readonly upper: string
  readonly organ: string
  /** After the number: 'BC-BTV'. */
  readonly symbol: string
  /** In the line of the date; empty: dots to be filled in. */
  readonly place: string
  /** Line by line. */
  readonly recipients: string
  readonly signature: string
  readonly signer: string
}

export const LETTERHEAD_FIELDS = ['upper', 'organ', 'symbol', 'place', 'recipients', 'signature', 'signer'] as const
export type LetterheadField = (typeof LETTERHEAD_FIELDS)[number]

export const UNIT_MARK = '«đơn vị»'
export const UPPER_MARK = '«cấp trên»'

const STANDING_COMMITTEE = 'TM. BAN THƯỜNG VỤ\nCHỦ TỊCH'

/** Seen in documents of the Union: over it the Union, under it the organ that issues; a small unit names the one above it. */
export function usualLetterhead(level: Level): Letterhead {
  const common = { heading: 'state', place: '', signer: '' } as const
  switch (level) {
    case 'province':
    case 'district':
      return {
        ...common,
        upper: UNIT_MARK,
        organ: 'BAN THƯỜNG VỤ',
        symbol: 'BC-BTV',
        recipients: 'Hội LHPN cấp trên (để báo cáo);\nCấp ủy, UBND, UBMTTQ cùng cấp (để báo cáo);\nLưu: VT.',
        signature: STANDING_COMMITTEE,
      }
    case 'commune':
    case 'affiliated':
      return {
        ...common,
        upper: UPPER_MARK,
        organ: UNIT_MARK,
        symbol: 'BC-HPN',
        recipients: `${UPPER_MARK} (để báo cáo);\nCấp ủy, UBND, UBMTTQ cùng cấp (để báo cáo);\nLưu: VT.`,
        signature: STANDING_COMMITTEE,
      }
    case 'board':
      return {
        ...common,
        upper: UPPER_MARK,
        organ: UNIT_MARK,
        symbol: 'BC-BAN',
        recipients: `Thường trực ${UPPER_MARK} (để báo cáo);\nLưu: VT.`,
        signature: 'TRƯỞNG BAN',
      }
  }
}

/** Lines of a template with the names put in; empty ones are left out. */
export function filledLines(template: string, names: { readonly unit: string; readonly upper: string }): string[] {
  return template
    .replaceAll(UNIT_MARK, names.unit)
    .replaceAll(UPPER_MARK, names.upper)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
