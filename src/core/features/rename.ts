/** What bears a name at a place of the file, and the operation that gives it another one. Offsets are absolute. */
import type { Backlog } from '../backlog/backlog.ts';
import { isNameOf } from '../operations/findNames.ts';
import { type Leaf, leavesOf } from '../operations/names.ts';
import { RENAME_KINDS, type Operation, type RenameKind } from '../operations/operation.ts';
import type { Span } from '../text/span.ts';
import { readSentence } from '../writing/sentence/sentence.ts';
import { Written } from '../writing/written.ts';
import { isNull, type Scalar, scalarText } from '../yaml/node.ts';
import type { Slice } from '../yaml/slice.ts';

export interface Named {
  readonly what: RenameKind;
  readonly name: string;
  /** Where it stands, without quotes. */
  readonly span: Span;
}

/** The name under the offset: an id, a person, a status, a label, what stories call a persona; undefined elsewhere. */
export function nameAt(backlog: Backlog, offset: number): Named | undefined {
  const { source } = backlog;
  const index = source.indexAt(offset);
  const slice = source.slices[index];
  if (slice === undefined) return undefined;
  const start = source.startOf(index);
  const at = offset - start;
  const leaf = leavesOf(backlog, slice).leaves.find(({ node }) => node.start <= at && at <= node.end);
  if (leaf === undefined || isNull(leaf.node, slice.text)) return undefined;
  const named = isSentence(leaf) ? roleAt(backlog, leaf, slice, at) : nameOfLeaf(backlog, leaf, slice);
  if (named === undefined) return undefined;
  const { span } = named;
  return { ...named, span: { start: span.start + start, end: span.end + start } };
}

export function renameOperation({ what, name }: Named, to: string): Operation {
  return { type: 'rename', what, from: name, to };
}

function isSentence({ path, key }: Leaf): boolean {
  return path.length === 2 && path[1] === 'story' && (path[0] === 'stories' || path[0] === 'epics') && !key;
}

function roleAt(backlog: Backlog, { node }: Leaf, slice: Slice, at: number): Named | undefined {
  const written = new Written(node, slice.text);
  const { role } = readSentence(written, backlog.config);
  if (role === undefined || role.text === '') return undefined;
  const span = written.span(role);
  return at < span.start || at > span.end ? undefined : { what: 'role', name: role.text, span };
}

function nameOfLeaf(backlog: Backlog, leaf: Leaf, { text }: Slice): Named | undefined {
  const name = scalarText(leaf.node, text);
  const what = kindOf(backlog, leaf, name);
  return what === undefined || name === '' ? undefined : { what, name, span: inside(leaf.node) };
}

function kindOf(backlog: Backlog, leaf: Leaf, name: string): RenameKind | undefined {
  const { path, shape, key } = leaf;
  if (path.length === 2 && path[0] === 'personas' && path[1] === 'name' && !key) return 'role';
  // A story or an epic may stand here: what bears the id tells.
  if (shape.kind === 'ref' && shape.to === 'item')
    return backlog.byId(name).some(({ list }) => list === 'epics') ? 'epic' : 'story';
  return RENAME_KINDS.find((what) => what !== 'role' && isNameOf(what, leaf));
}

/** A scalar without its quotes. */
function inside({ start, end, style }: Scalar): Span {
  const quoted = style === 'single' || style === 'double';
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}
