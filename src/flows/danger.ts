import { type Line, type Say, t } from './say.ts'

/** The numbers to call, first and at once, whoever writes and wherever she stands (design rule 7). */
export function dangerNumbers(child: boolean): Say {
  const lines: readonly Line[] = [
    t('danger.now'),
    ...(child ? [t('danger.child')] : []),
    t('danger.numbers'),
    t('danger.do'),
  ]
  return { lines }
}
