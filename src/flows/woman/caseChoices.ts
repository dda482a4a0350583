import { waitsForHandover } from '../../domain/case/handover.ts'
import { type Choice, choice, t } from '../say.ts'
import type { CaseLine } from '../vault/needs.ts'

/** What she may do with her case besides writing. */
export const caseChoices = (found: CaseLine): readonly Choice[] => [
  ...(found.state === 'closed' ? [choice('new', t('case.askNew'), 'go')] : []),
  ...(found.state === 'closed' && !found.rated ? [choice('rate', t('case.rate'))] : []),
  ...(found.state === 'taken' ? [choice('another', t('case.another'))] : []),
  ...(found.hasCodeWord || found.state === 'closed' ? [] : [choice('codeWord', t('case.setCodeWord'))]),
  ...(found.door === 'bystander' && found.state !== 'closed' ? [choice('formal', t('which.toFormal'))] : []),
  ...(found.state !== 'closed' && waitsForHandover(found.handover) ? [choice('withdraw', t('formal.withdraw'))] : []),
  choice('more', t('case.more')),
  choice('erase', t('case.erase')),
]

/** What was masked is read by the other side only when she says so. */
export const showChoice = (message: string): Choice => choice(`show:${message}`, t('case.showDetails'))
export const isShow = (picked: string): boolean => picked.startsWith('show:')
