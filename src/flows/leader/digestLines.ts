import { formatDate } from '../../domain/calendar.ts'
import type { Change, Digest, Headline } from '../../domain/digest/digest.ts'
import type { Behind } from '../../domain/digest/behind.ts'
import type { OpenLoop } from '../../domain/digest/openLoops.ts'
import type { CounsellingTold, QuarterRelease, Told } from '../../domain/case/disclosure.ts'
import { joined, showPeriod } from '../form/showValue.ts'
import { type Line, type TextKey, t, words } from '../say.ts'
import { questionLine } from './questionsPlace.ts'

const SHOWN = 6
const NAMED = 4

/** A frozen digest as a person reads it, from its own data alone: the same figures and names for ever. */
export function digestLines(digest: Digest): readonly Line[] {
  const head = t('digest.head', { n: digest.number, unit: digest.name, date: formatDate(digest.asOf) })
  const mark = digest.mark === undefined ? [] : [t('digest.mark', { mark: words(digest.mark) })]
  if (digest.quiet) return [head, ...mark, ...digest.headline.flatMap((one) => quietLine(one, digest.since))]
  const title = titles(digest)
  const changed = (key: 'digest.change' | 'digest.correction', one: Change): Line =>
    t(key, { row: title(one.indicator), from: shown(one.from), to: shown(one.to) })
  return [
    head,
    ...mark,
    ...digest.headline.map((one) => headline(one, digest)),
    ...endLines(digest),
    ...section(
      'digest.moved',
      digest.moved.map((one) => changed('digest.change', one)),
    ),
    ...section('digest.behind', digest.behind.map(behindLine)),
    ...section(
      'digest.due',
      digest.due.map((one) =>
        t('digest.dueLine', {
          date: formatDate(one.on),
          rows: joined(
            one.rows.slice(0, NAMED).map(({ row, owing }) => t('digest.dueRow', { row: title(row), n: owing })),
            '; ',
          ),
        }),
      ),
    ),
    ...section('digest.loops', digest.loops.map(loopLine)),
    ...section('digest.questions', digest.questions.map(questionLine)),
    ...counsellingLines(digest.counselling),
    ...decision(digest, title),
    ...section(
      'digest.corrections',
      digest.corrections.map((one) => changed('digest.correction', one)),
    ),
    t('digest.basis', { plan: words(digest.planTitle), version: digest.planVersion }),
  ]
}

/** At most six lines of each kind: the rest is a tap away. */
function section(head: TextKey, lines: readonly Line[]): readonly Line[] {
  if (lines.length === 0) return []
  const rest = lines.length - SHOWN
  return [t(head), ...lines.slice(0, SHOWN), ...(rest > 0 ? [t('digest.rest', { n: rest })] : [])]
}

const titles =
  ({ figures }: Digest) =>
  (row: string): Line => {
    const title = figures.find((one) => one.indicator === row)?.title
    return title === undefined ? words(row) : t('digest.row', { id: row, title: words(title) })
  }

const shown = (figure: Change['to']): string =>
  figure.of === undefined ? String(figure.value) : `${figure.value}/${figure.of}`

/** «I.2 (chưa có báo cáo), I.4 (hạn 31/12/2022)» */
const behindLine = (one: Behind): Line =>
  t('digest.unit', {
    unit: one.name,
    n: one.owed.length,
    rows: joined(
      one.owed
        .slice(0, NAMED)
        .map(({ row, standing, due }) =>
          due === undefined
            ? t('digest.owes', { row, standing: t(`standing.${standing}`) })
            : t('digest.owesDue', { row, due: formatDate(due) }),
        ),
    ),
  })

export const loopLine = (one: OpenLoop): Line =>
  t(one.kind === 'overdue' ? 'digest.overdue' : 'digest.unanswered', {
    row: t('digest.row', { id: one.row, title: words(one.title) }),
    n: one.n,
    since: formatDate(one.oldest),
  })

function headline(one: Headline, { ended, since }: Digest): Line {
  switch (one.kind) {
    case 'verdicts':
      return t('digest.verdicts', { met: one.met, open: one.open, notMet: one.notMet })
    case 'week':
      return one.sincePrevious
        ? weekLine(one, since)
        : t(ended === undefined ? 'digest.first' : 'digest.firstOfPlan', {
            reports: one.reports,
            units: one.units,
            waiting: one.waiting,
          })
    case 'units':
      return one.late === 0
        ? t('digest.unitsInTime', { owing: one.owing, of: one.of })
        : t('digest.units', { owing: one.owing, of: one.of, late: one.late })
  }
}

/** The year that is over, row by row: what was not reached first. */
function endLines({ ended }: Digest): readonly Line[] {
  if (ended === undefined || ended.figures.length === 0) return []
  const missed = ended.figures.filter(({ verdict }) => verdict !== 'met')
  const met = ended.figures.filter(({ verdict }) => verdict === 'met')
  return [
    t('digest.ended', {
      plan: words(ended.title),
      date: formatDate(ended.asOf),
      met: met.length,
      notMet: missed.filter(({ verdict }) => verdict === 'notMet').length,
    }),
    ...[...missed, ...met].map((one) =>
      t('digest.endedRow', {
        row: t('digest.row', { id: one.indicator, title: words(one.title) }),
        figure: shown(one),
        verdict: t(`paper.verdict.${one.verdict}`),
      }),
    ),
  ]
}

/** What came in: in the week, or since the day of the one that she had before. */
function weekLine(one: Extract<Headline, { kind: 'week' }>, since: Digest['since']): Line {
  const came = { reports: one.reports, units: one.units, moved: one.moved, waiting: one.waiting }
  return since === undefined ? t('digest.week', came) : t('digest.weeks', { ...came, since: formatDate(since) })
}

function quietLine(one: Headline, since: Digest['since']): readonly Line[] {
  if (one.kind !== 'verdicts') return []
  const stand = { met: one.met, open: one.open, notMet: one.notMet }
  return [
    since === undefined ? t('digest.quiet', stand) : t('digest.quietSince', { ...stand, since: formatDate(since) }),
  ]
}

/** Service quality of the week in a band, and a closed quarter as it was released: never more than that. */
function counsellingLines(told: CounsellingTold | undefined): readonly Line[] {
  const band = told?.week?.band
  // Too few to tell is told by silence.
  const week = band === undefined || band === 'few' ? [] : [t(`digest.promise.${band}`)]
  const quarter = told?.quarter === undefined ? [] : quarterLines(told.quarter)
  return week.length + quarter.length === 0 ? [] : [t('digest.counselling'), ...week, ...quarter]
}

const quarterLines = ({ quarter, groups, total }: QuarterRelease): readonly Line[] => [
  t('digest.quarter', {
    quarter: showPeriod(quarter),
    family: toldWords(groups.family),
    livelihood: toldWords(groups.livelihood),
    other: toldWords(groups.other),
  }),
  ...(total === undefined ? [] : [t('digest.quarterTotal', { total: toldWords(total) })]),
]

const toldWords = (told: Told): Line => (told === 'few' ? t('digest.few') : t('digest.atLeast', { n: told }))

function decision(digest: Digest, title: (row: string) => Line): readonly Line[] {
  const one = digest.decide
  if (one === undefined) return []
  switch (one.kind) {
    case 'remind':
      return [
        t('digest.decideRemind', { unit: one.name, rows: joined(one.rows.slice(0, NAMED).map((row) => words(row))) }),
      ]
    case 'missed':
      return [t('digest.decideMissed', { row: title(one.row) })]
    case 'loop':
      return [t('digest.decideLoop', { row: title(one.row), n: one.n })]
    case 'dueSoon':
      return [t('digest.decideDueSoon', { row: title(one.row), date: formatDate(one.on), n: one.owing })]
    case 'own':
      return [t('digest.decideOwn', { row: title(one.row) })]
    case 'setDue':
      return [t('digest.decideSetDue', { row: title(one.row) })]
  }
}
