import { besideSecrets } from '../../domain/case/secretsSaid.ts'
import { isCodeAlone } from '../../domain/inviteCode.ts'
import type { Ctx } from '../vault/context.ts'

const SENTENCE = 5

/** What is a sentence, or says what it is about, is kept to be offered back after consent; what opens nothing, word or code, is not. */
export function keptWords(before: string | undefined, said: string, { triage }: Ctx): string | undefined {
  const tells = triage !== undefined && (triage.danger !== 'none' || triage.doubtful || triage.topic !== 'not_legal')
  const beside = isCodeAlone(said) ? '' : besideSecrets(said)
  const sentence = beside !== '' && (tells || beside.split(/\s+/u).length >= SENTENCE)
  return sentence ? [before, beside].filter((one) => one !== undefined).join('\n') : before
}
