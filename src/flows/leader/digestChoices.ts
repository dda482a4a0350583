import type { Digest } from '../../domain/digest/digest.ts'
import { type Choice, type Line, t } from '../say.ts'

const WEEK_MINUTES = 7 * 24 * 60

/** Buttons that outlive the screen: a digest is read on the way to work and acted on at the desk. */
export function digestChoices(digest: Digest): readonly Choice[] {
  const act = actOf(digest)
  return [
    act('progress', t('digest.open'), { style: 'go' }),
    ...actingChoices(digest),
    act('papers', t('menu.papers')),
    act('digestSettings', t('digest.settings')),
    act('digestStop', t('digest.stop')),
  ]
}

/** What can be done about what it says: why units are late, to remind those who owe, to ask again. */
export function actingChoices(digest: Digest): readonly Choice[] {
  const { behind, questions, decide } = digest
  const act = actOf(digest)
  const row = pressingRow(digest)
  return [
    ...(behind.length === 0 ? [] : [act('lagging', t('digest.lagging'))]),
    ...(decide?.kind === 'remind'
      ? [act('nudgeUnit', t('digest.nudgeUnit', { unit: decide.name }), { payload: { of: decide.unit } })]
      : []),
    ...(row === undefined ? [] : [act('nudge', t('digest.nudge', { row }), { payload: { row } })]),
    ...(questions.length === 0 ? [] : [act('questions', t('question.menu'))]),
  ]
}

interface More {
  readonly style?: 'go'
  readonly payload?: Readonly<Record<string, string>>
}

const actOf =
  ({ unit }: Digest) =>
  (kind: string, label: Line, { style, payload = {} }: More = {}): Choice => ({
    act: { kind, payload: { unit, ...payload }, minutes: WEEK_MINUTES },
    label,
    ...(style === undefined ? {} : { style }),
  })

/** The row about which those who owe can be reminded: that of the decision, or what the latest unit owes first. */
function pressingRow({ decide, behind, due }: Digest): string | undefined {
  if (decide?.kind === 'dueSoon' || decide?.kind === 'loop') return decide.row
  if (decide?.kind === 'remind') return decide.rows[0]
  return behind[0]?.owed[0]?.row ?? due.flatMap(({ rows }) => rows).find(({ owing }) => owing > 0)?.row
}
