/** workflow/status in the settings themselves: a limit or a role for a status that the team does not have. */
import type { Node, Scalar } from '../yaml/node.ts';
import type { Judging } from './judging.ts';
import { indexIn, isNothing, pairWith } from './scalar.ts';
import { workflowStatus } from './workflowValue.ts';

export function workflowNames(judging: Judging, node: Node | undefined): void {
  const { text } = judging;
  if (node?.kind !== 'map') return;
  for (const key of ['active', 'done', 'dropped']) {
    const value = pairWith(node, key, text)?.value;
    if (value?.kind !== 'seq') continue;
    for (const item of value.items) if (item?.kind === 'scalar') judgeName(judging, item);
  }
  const limits = pairWith(node, 'wip', text)?.value;
  if (limits?.kind !== 'map') return;
  for (const { key } of limits.pairs) if (key.kind === 'scalar') judgeName(judging, key);
}

function judgeName(judging: Judging, name: Scalar): void {
  const { text, config } = judging;
  if (indexIn(name, text, config.statuses) < 0 && !isNothing(name, text)) workflowStatus(judging, name);
}
