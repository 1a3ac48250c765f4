/** schema/version: a file of a version that this product does not know. */
import { scalarText } from '../yaml/node.ts';
import type { Node } from '../yaml/node.ts';
import type { Judging } from './judging.ts';
import { isNothing } from './scalar.ts';

const KNOWN = '1';

export function schemaVersion(judging: Judging, node: Node | undefined): void {
  if (node?.kind !== 'scalar' || isNothing(node, judging.text)) return;
  const version = scalarText(node, judging.text).trim();
  if (version === KNOWN) return;
  judging.report(
    'schema/version',
    'warning',
    node,
    `Format version "${version.slice(0, 20)}" isn’t supported, only ${KNOWN}: the file is read as far as possible.`,
  );
}
