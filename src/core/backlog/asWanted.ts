/** Problems as the team and a comment at the item want them judged. */
import type { Config } from './config.ts';
import type { Problem } from './problem.ts';

export function asWanted(
  problems: readonly Problem[],
  rules: Config['rules'],
  ignored: readonly string[],
): readonly Problem[] {
  if (rules.size === 0 && ignored.length === 0) return problems;
  return problems.flatMap((problem) => {
    const severity = rules.get(problem.rule);
    if (severity === 'ignore' || ignored.includes(problem.rule)) return [];
    return severity === undefined || severity === problem.severity ? [problem] : [{ ...problem, severity }];
  });
}
