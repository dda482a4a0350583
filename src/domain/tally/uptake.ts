import type { Answers } from '../plan/form.ts'
import type { Rule } from '../plan/plan.ts'
import { isApproved, type Report } from '../report/report.ts'
import type { Uptake } from './figures.ts'
import type { Frame, RuleWork } from './rule.ts'
import { rounded, total } from './totals.ts'
import { choicesIn, recordsIn } from './values.ts'

type UptakeRule = Extract<Rule, { readonly kind: 'uptake' }>

/** What became of the issues that were raised. Whatever is in no list of the rule is still pending. */
export function uptake(rule: UptakeRule, { window }: Frame): RuleWork {
  const issuesOf = (report: Report): readonly Answers[] => recordsIn(report.answers[rule.list])
  const weigh = (report: Report): number => issuesOf(report).length

  const follow = (reports: readonly Report[]): Uptake => {
    const issues = reports.flatMap(issuesOf)
    const withStatus = (wanted: readonly string[]): number =>
      issues.filter((issue) => choicesIn(issue[rule.status]).some((status) => wanted.includes(status))).length
    const full = withStatus(rule.accepted)
    const part = withStatus(rule.part)
    const rejected = withStatus(rule.rejected)
    const noReply = withStatus(rule.noReply)
    const raised = issues.length
    const accepted = full + part
    const answered = accepted + rejected
    const pending = raised - answered - noReply
    return {
      raised,
      pending,
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

  return {
    weigh,
    judge: (reports) => ({ value: total(reports, weigh), met: reports.length > 0, closes: window.to }),
    figures: ({ counting }) => ({
      kind: 'uptake',
      sent: follow(counting),
      approved: follow(counting.filter(isApproved)),
    }),
  }
}
