/** Every place where something is named, and what a name of a kind is: an id, a status, a label. */
import { listsOf } from '../backlog/ids.ts';
import type { ListName } from '../backlog/lists.ts';
import { scalarText } from '../yaml/node.ts';
import type { Slice } from '../yaml/slicedText.ts';
import { anchoredIn } from './data.ts';
import { type Leaf, leavesOf } from './names.ts';
import type { RenameKind } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import type { Respelled } from './respell.ts';
import type { View } from './view.ts';
import { readSlice, type Reading } from '../yaml/read.ts';

/** The lists whose items' ids are names of a kind. */
export const LIST_OF: Readonly<Partial<Record<RenameKind, ListName>>> = {
  story: 'stories',
  epic: 'epics',
  sprint: 'sprints',
  release: 'releases',
  objective: 'objectives',
  metric: 'metrics',
  insight: 'insights',
  decision: 'decisions',
  person: 'people',
  team: 'teams',
  persona: 'personas',
};

/** Lists and mappings of `workflow` in which the team says which statuses, types and severities there are. */
const WORKFLOW_KEYS: Readonly<Partial<Record<RenameKind, readonly string[]>>> = {
  status: ['statuses', 'active', 'done', 'dropped', 'wip'],
  type: ['ready'],
  severity: ['severities'],
};

/** True where names of a kind stand. */
export function isNameOf(what: RenameKind, { shape, path, key }: Leaf): boolean {
  const [section = '', field = ''] = path;
  const list = LIST_OF[what];
  if (list !== undefined) {
    if (section === list && field === 'id' && path.length === 2 && !key) return true;
    return shape.kind === 'ref' && listsOf(shape.to).includes(list);
  }
  if (what === 'label') return field === 'labels' && (section === 'stories' || section === 'epics');
  if (shape.kind === 'team') return shape.of === what;
  if (section !== 'workflow' || path.length !== 2) return false;
  const mapped = field === 'wip' || field === 'ready';
  return WORKFLOW_KEYS[what]?.includes(field) === true && key === mapped;
}

export interface NamesIn {
  readonly slice: Slice;
  readonly reading: Reading;
  readonly leaves: readonly Leaf[];
}

/** Where a name stands, slice by slice; refused where a slice that may hold it can't be read. */
export function findNames(view: View, what: RenameKind, name: string): readonly NamesIn[] | Refused {
  const found: NamesIn[] = [];
  for (const slice of view.source.slices) {
    if (!mayHold(slice.text, name)) continue;
    const { reading, leaves } = leavesOf(view, slice);
    if (reading.problems.length > 0 && slice.kind !== 'head' && slice.kind !== 'rest') {
      return refuse(
        'unreadable',
        `Something in the file that may name ${name} can't be read: mend what is reported there first.`,
      );
    }
    const named = leaves.filter((leaf) => scalarText(leaf.node, slice.text) === name && isNameOf(what, leaf));
    if (named.length > 0) found.push({ slice, reading, leaves: named });
  }
  return refuseTied(view, name, found) ?? found;
}

/** A name may be spelled with escapes, doubled quotes or over lines; else its characters are there. */
function mayHold(text: string, name: string): boolean {
  return text.includes(name) || text.includes('\\') || /['\s]/.test(name);
}

/** Refuses where an alias gives the name at a place that the format knows, and the place of its anchor is not found. */
function refuseTied(view: View, name: string, found: readonly NamesIn[]): Refused | undefined {
  const known = new Map(
    found.map(({ slice, leaves }) => [slice, new Set(leaves.map(({ node }) => node.start))]),
  );
  const tied = new Set<string>();
  for (const slice of view.source.slices) {
    if (!slice.text.includes('&') || !mayHold(slice.text, name)) continue;
    for (const { anchor, scalars } of anchoredIn(readSlice(slice).root)) {
      const left = scalars.some(
        (node) => scalarText(node, slice.text) === name && known.get(slice)?.has(node.start) !== true,
      );
      if (left) tied.add(anchor);
    }
  }
  if (tied.size === 0) return undefined;
  for (const slice of view.source.slices) {
    if (!slice.text.includes('*')) continue;
    const alias = leavesOf(view, slice).aliases.find((each) => tied.has(each.name));
    if (alias !== undefined)
      return refuse(
        'cannot-preserve',
        `${name} may come through the alias *${alias.name}: change it where &${alias.name} stands.`,
      );
  }
  return undefined;
}

/** The scalars of places, each with its new text. */
export function respelled(leaves: readonly Leaf[], text: string): Respelled[] {
  return leaves.map(({ node, flow, key }) => ({ node, text, flow: flow || key }));
}
