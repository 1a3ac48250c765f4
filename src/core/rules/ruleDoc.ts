/** What a rule says of itself: for the docs page, SARIF, hover on settings, and completion in `writing.rules`. */
import type { RuleId, Severity } from '../backlog/problem.ts';

export interface RuleDoc {
  readonly id: RuleId;
  /** A few words, as a heading. */
  readonly title: string;
  /** The severity it has unless `writing.rules` says otherwise; where cases differ, that of the weightier one. */
  readonly severity: Severity;
  /** True for a rule that says nothing until `writing.rules` gives it a severity. */
  readonly off?: boolean;
  /** What it reports, one or two sentences. */
  readonly summary: string;
  /** Why it matters to the people who work with the file. */
  readonly why: string;
  /** YAML that it reports. */
  readonly bad: string;
  /** The same, mended. */
  readonly good: string;
}
