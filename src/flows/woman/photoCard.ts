import type { FileId } from '../../domain/ids.ts'
import { type Choice, choice, type Line, t } from '../say.ts'

/** The question whether photos that wait are passed on. */
export const photoLine = (files: readonly FileId[]): Line => t('photo.ask', { n: files.length })

export const photoChoices = (): readonly Choice[] => [
  choice('send', t('photo.send'), 'go'),
  choice('drop', t('photo.drop')),
]
