import type { StartError } from '../start/startError.ts'

/** One line of the doctor: what was looked at, and what to do where it is wrong. */
export interface Check {
  readonly ok: boolean
  readonly vi: string
  readonly en: string
}

export const fine = (vi: string, en: string): Check => ({ ok: true, vi, en })
export const wrong = (vi: string, en: string): Check => ({ ok: false, vi, en })

/** What a start would have been refused with. */
export function refused(error: StartError): Check {
  const [vi = '', ...en] = error.message.split('\n')
  return wrong(vi, en.join(' '))
}

export const checkLine = ({ ok, vi, en }: Check): string => `${ok ? 'ok' : '! '} ${vi} / ${en}`
