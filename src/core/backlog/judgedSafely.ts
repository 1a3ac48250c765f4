/**
 * A rule that throws is a mistake of ours and must cost no more than its own answer: the item is shown, everything
 * else is judged, and the mistake is named where it happened.
 */
import type { Span } from '../text/span.ts';
import type { Problem } from './problem.ts';

/** What `judge` finds, or one problem at `at` where it throws. */
export function judgedSafely(judge: () => readonly Problem[], at: Span): readonly Problem[] {
  try {
    return judge();
  } catch (error) {
    return [ruleFailed(error, at)];
  }
}

/** Says that a rule threw. */
export function ruleFailed(error: unknown, { start, end }: Span): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `Something went wrong in Refinery while checking this: ${reason}`;
  return { rule: 'backlog/rule-failed', severity: 'warning', start, end, message };
}
