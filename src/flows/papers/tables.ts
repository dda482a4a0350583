import type { Answers } from '../../domain/plan/form.ts'
import type { Report } from '../../domain/report/report.ts'
import { amountIn, choicesIn, countOf, recordsIn } from '../../domain/tally/values.ts'
import { type Line, t, words } from '../say.ts'
import type { Column, Table } from './paper.ts'
import { shortLabels } from './shortName.ts'
import {
  capped,
  dateCell,
  fieldCell,
  groupTable,
  hasForm,
  lead,
  listTable,
  numberCell,
  ofForm,
  type TableInput,
  unitColumn,
} from './tableParts.ts'

type MakeTable = (input: TableInput) => Table<Line> | undefined

/** The tables of the domain reference §3.4, in its order; one whose form the plan does not have is absent. */
export const reportTables = (input: TableInput): readonly Table<Line>[] => MAKERS.flatMap((make) => make(input) ?? [])

const MAKERS: readonly MakeTable[] = [supervision, comments, communication, counselling, petitions, mediation]

function supervision(input: TableInput): Table<Line> | undefined {
  return listTable(input, {
    form: 'F-SUP',
    title: 'paper.sup.title',
    columns: [
      { head: 'paper.sup.policy', width: 24, cell: fieldCell('policy_title') },
      { head: 'paper.sup.entity', width: 14, cell: fieldCell('supervised_entity') },
      { head: 'paper.sup.mode', width: 10, cell: fieldCell('mode') },
      { head: 'paper.sup.role', width: 9, cell: fieldCell('role') },
      { head: 'paper.date', width: 10, align: 'center', cell: dateCell },
      { head: 'paper.sup.asked', width: 6, align: 'right', cell: numberCell('recommendations') },
      { head: 'paper.sup.answered', width: 6, align: 'right', cell: numberCell('answered') },
      { head: 'paper.sup.accepted', width: 6, align: 'right', cell: numberCell('accepted') },
      { head: 'paper.sup.document', width: 12, cell: fieldCell('conclusion_doc') },
    ],
  })
}

function comments(input: TableInput): Table<Line> | undefined {
  const issues =
    (...states: readonly string[]) =>
    ({ answers }: Report): number =>
      recordsIn(answers['issues']).filter((one) => choicesIn(one['status']).some((state) => states.includes(state)))
        .length
  return listTable(input, {
    form: 'F-FBK',
    title: 'paper.fbk.title',
    columns: [
      { head: 'paper.fbk.draft', width: 25, cell: fieldCell('draft_title') },
      { head: 'paper.fbk.body', width: 14, cell: fieldCell('drafting_body') },
      { head: 'paper.fbk.level', width: 10, cell: fieldCell('body_kind') },
      { head: 'paper.fbk.method', width: 10, cell: fieldCell('method') },
      { head: 'paper.date', width: 12, align: 'center', cell: dateCell },
      {
        head: 'paper.fbk.issues',
        width: 6,
        align: 'right',
        cell: ({ answers }) => recordsIn(answers['issues']).length,
      },
      { head: 'paper.fbk.full', width: 7, align: 'right', cell: issues('accepted_full') },
      { head: 'paper.fbk.part', width: 7, align: 'right', cell: issues('accepted_part') },
      { head: 'paper.fbk.rejected', width: 7, align: 'right', cell: issues('rejected') },
      { head: 'paper.fbk.open', width: 7, align: 'right', cell: issues('pending', 'no_reply') },
    ],
  })
}

function communication(input: TableInput): Table<Line> | undefined {
  return groupTable(input, {
    form: 'F-COM',
    title: 'paper.com.title',
    by: 'kind',
    group: 'paper.com.kind',
    columns: [
      { head: 'paper.com.sessions', value: (one) => amountIn(one['sessions']) },
      { head: 'paper.com.people', value: (one) => amountIn(one['participants']) + amountIn(one['reach']) },
      { head: 'paper.com.women', value: (one) => amountIn(one['women']) },
      { head: 'paper.com.leaflets', value: (one) => amountIn(one['leaflets']) },
    ],
  })
}

function counselling(input: TableInput): Table<Line> | undefined {
  return groupTable(input, {
    form: 'F-CNS',
    title: 'paper.cns.title',
    by: 'consultations',
    group: 'paper.field',
    columns: [{ head: 'paper.cns.consultations', value: (one, topic) => countOf(one['consultations'], topic) ?? 0 }],
  })
}

function petitions(input: TableInput): Table<Line> | undefined {
  const { to } = input
  const late = ({ due_on: due, closed_on: closed }: Answers): boolean =>
    typeof due === 'string' && due < to && closed === undefined
  return groupTable(input, {
    form: 'F-PET',
    title: 'paper.pet.title',
    by: 'domain',
    group: 'paper.field',
    columns: [
      { head: 'paper.pet.received', value: () => 1 },
      { head: 'paper.pet.own', value: (one) => Number(one['in_union_competence'] === true) },
      { head: 'paper.pet.forwarded', value: (one) => Number(one['action'] === 'forwarded') },
      { head: 'paper.pet.closed', value: (one) => Number(one['closed_on'] !== undefined) },
      { head: 'paper.pet.late', value: (one) => Number(late(one)) },
    ],
  })
}

function mediation(input: TableInput): Table<Line> | undefined {
  if (!hasForm(input, 'F-MED')) return undefined
  const counts = ['total', 'success', 'failed', 'pending', 'dv_cases_referred']
  const byUnit = Map.groupBy(ofForm(input, 'F-MED'), (one) => one.unit)
  const sums = (reports: readonly Report[]): readonly number[] =>
    counts.map((field) => reports.reduce((sum, one) => sum + amountIn(one.answers[field]), 0))
  const labels = shortLabels(input.tree, input.unit, [...byUnit.keys()], input.to)
  const rows = [...byUnit].map(([unit, reports], index) => [index + 1, words(labels(unit)), ...sums(reports)])
  return {
    title: t('paper.med.title'),
    columns: [
      ...lead(),
      unitColumn(40),
      ...(['total', 'success', 'failed', 'pending', 'referred'] as const).map(
        (name): Column<Line> => ({ head: t(`paper.med.${name}`), width: 11, align: 'right' }),
      ),
    ],
    ...capped(rows, input.most),
    ...(rows.length > 1 ? { total: [undefined, t('paper.total'), ...sums(ofForm(input, 'F-MED'))] } : {}),
  }
}
