import type { Answers } from '../plan/form.ts'
import type { Rule } from '../plan/plan.ts'
import type { Deed } from '../report/report.ts'
import type { Bag } from './bag.ts'
import type { Uptake } from './figures.ts'
import type { Frame, RuleWork } from './rule.ts'
import { rounded } from './totals.ts'
import { choicesIn, recordsIn } from './values.ts'

type UptakeRule = Extract<Rule, { readonly kind: 'uptake' }>

const ENDS = ['full', 'part', 'rejected', 'noReply'] as const
type End = (typeof ENDS)[number]

/** What became of the issues that were raised. Whatever is in no list of the rule is still pending. */
export function uptake(rule: UptakeRule, { window }: Frame): RuleWork {
  const issuesOf = (report: Deed): readonly Answers[] => recordsIn(report.answers[rule.list])
  const wanted = { full: rule.accepted, part: rule.part, rejected: rule.rejected, noReply: rule.noReply }
  const endsOf = (issue: Answers): readonly End[] => {
    const statuses = choicesIn(issue[rule.status])
    return ENDS.filter((end) => statuses.some((status) => wanted[end].includes(status)))
  }

  return {
    weigh: (report) => issuesOf(report).length,
    marks: (report) => issuesOf(report).flatMap(endsOf),
    judge: ({ n, weight }) => ({ value: weight, met: n > 0, closes: window.to }),
    figures: ({ counting }) => ({ kind: 'uptake', sent: follow(counting.sent), approved: follow(counting.approved) }),
  }
}

const follow = ({ weight: raised, marks }: Bag): Uptake => {
  const ended = (end: End): number => marks.get(end) ?? 0
  const [full, part, rejected, noReply] = [ended('full'), ended('part'), ended('rejected'), ended('noReply')]
  const accepted = full + part
  const answered = accepted + rejected
  return {
    raised,
    pending: raised - answered - noReply,
    full,
    part,
    rejected,
    noReply,
    answered,
    accepted,
    ...(answered > 0 ? { ofAnswered: rounded(accepted / answered) } : {}),
    ...(raised > 0 ? { ofRaised: rounded(accepted / raised) } : {}),
  }
}
