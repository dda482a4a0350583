/**
 * Combinations of concepts that mean danger. A single verb is never a rule (domain reference §6.3 a).
 *
 * `now`: at once, unless it is told as past. `blow`: at once only with a sign that it goes on or has just happened.
 * `harm`: violence whatever the time.
 */
export interface Rule {
  readonly id: string
  readonly kind: 'now' | 'blow' | 'harm'
  readonly patterns: readonly string[]
  /** Other words in the run are so telling that a homograph among them is taken as meant. */
  readonly sure?: true
  /** Holds even inside reports, news and questions of law. */
  readonly personal?: true
}
