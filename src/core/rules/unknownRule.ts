/** schema/unknown-rule: `writing.rules` names a rule that there is not. */
import { closest } from '../text/closest.ts';
import { scalarText } from '../yaml/node.ts';
import type { Node } from '../yaml/node.ts';
import { changeTo } from './fixes.ts';
import type { Judging } from './judging.ts';
import { ruleDoc, RULES } from './registry.ts';
import { pairWith, shown } from './scalar.ts';

export function unknownRule(judging: Judging, node: Node | undefined): void {
  const { text } = judging;
  if (node?.kind !== 'map') return;
  const rules = pairWith(node, 'rules', text)?.value;
  if (rules?.kind !== 'map') return;
  for (const { key } of rules.pairs) {
    if (key.kind !== 'scalar') continue;
    const id = scalarText(key, text);
    if (ruleDoc(id) !== undefined) continue;
    const meant = closest(
      id,
      RULES.map((rule) => rule.id),
    );
    judging.report(
      'schema/unknown-rule',
      'warning',
      key,
      `There is no rule "${shown(key, text)}"${meant === undefined ? '.' : `: did you mean "${meant}"?`}`,
      meant === undefined ? undefined : [changeTo(key, meant)],
    );
  }
}
