/** schema/unknown-value: a value that is not one of those its key takes. */
import type { RuleId, Severity } from '../backlog/problem.ts';
import type { Field } from '../schema/shape.ts';
import { closest } from '../text/closest.ts';
import { scalarText } from '../yaml/node.ts';
import type { Scalar } from '../yaml/node.ts';
import { changeTo } from './fixes.ts';
import type { Judging } from './judging.ts';
import { shown } from './scalar.ts';
import { listed } from './words.ts';

export function unknownValue(judging: Judging, node: Scalar, of: readonly string[], field: Field): void {
  reportUnknown(judging, node, of, {
    rule: 'schema/unknown-value',
    severity: 'warning',
    what: `no value of "${field.key}"`,
  });
}

export interface Unknown {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** `no status of the workflow`. */
  readonly what: string;
}

/** Says that a value is not in a list, with the one that was likely meant. */
export function reportUnknown(judging: Judging, node: Scalar, of: readonly string[], unknown: Unknown): void {
  const { text } = judging;
  const meant = closest(scalarText(node, text), of);
  const advice = meant === undefined ? `known are ${listed(of, 'and')}.` : `did you mean "${meant}"?`;
  judging.report(
    unknown.rule,
    unknown.severity,
    node,
    `"${shown(node, text)}" is ${unknown.what}: ${advice}`,
    meant === undefined ? undefined : [changeTo(node, meant)],
  );
}
