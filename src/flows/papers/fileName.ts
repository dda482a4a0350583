import { fold } from '../../domain/words/fold.ts'

const ENDING = { word: 'docx', excel: 'xlsx', chart: 'png' } as const

/** 'so-lieu-hoi-lhpn-xa-phu-an-2022-11-11.docx': no accents, since not every phone keeps them in the name of a file. */
export function fileName(parts: readonly string[], kind: keyof typeof ENDING): string {
  const name = parts
    .map((part) =>
      fold(part)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
    .filter((part) => part !== '')
    .join('-')
  return `${name.slice(0, 100)}.${ENDING[kind]}`
}
