/** workflow/status, workflow/estimate, workflow/severity: values that the team's workflow does not name. */
import type { Scalar } from '../yaml/node.ts';
import type { Judging } from './judging.ts';
import { isNothing, numberIn, shown } from './scalar.ts';
import { reportUnknown } from './unknownValue.ts';
import { listed } from './words.ts';

export function workflowStatus(judging: Judging, node: Scalar): void {
  reportUnknown(judging, node, judging.config.statuses, {
    rule: 'workflow/status',
    severity: 'error',
    what: 'no status of the workflow',
  });
}

export function workflowSeverity(judging: Judging, node: Scalar): void {
  reportUnknown(judging, node, judging.config.severities, {
    rule: 'workflow/severity',
    severity: 'warning',
    what: 'no severity of the workflow',
  });
}

export function workflowType(judging: Judging, node: Scalar): void {
  reportUnknown(judging, node, judging.config.types, {
    rule: 'schema/unknown-value',
    severity: 'warning',
    what: 'no type of work',
  });
}

/** A number off the scale counts all the same; a size off the scale counts for nothing. */
export function workflowEstimate(judging: Judging, node: Scalar): void {
  const { text, config } = judging;
  if (judging.life === 'finished' || isNothing(node, text)) return;
  if (config.points.has(node.value ?? text.slice(node.start, node.end))) return;
  if (Number.isNaN(numberIn(node, text))) {
    reportUnknown(judging, node, config.estimates, {
      rule: 'workflow/estimate',
      severity: 'information',
      what: 'no estimate of the workflow, and counts for no points',
    });
    return;
  }
  judging.report(
    'workflow/estimate',
    'hint',
    node,
    `${shown(node, text)} is not on the team's scale: ${listed(config.estimates)}.`,
  );
}
