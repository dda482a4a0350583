import type { Made } from '../../flows/papers/made.ts'

export const MIMES = {
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  chart: 'image/png',
} as const satisfies Record<Made<string>['kind'], string>

/** Makes the file. The libraries are loaded when one of their kind is first asked for. */
export async function make(made: Made<string>): Promise<Uint8Array> {
  switch (made.kind) {
    case 'word':
      return await (await import('./word.ts')).makeWord(made.paper)
    case 'excel':
      return await (await import('./excel.ts')).makeExcel(made.paper)
    case 'chart':
      return await (await import('./chart/png.ts')).makePng(made.chart)
  }
}
