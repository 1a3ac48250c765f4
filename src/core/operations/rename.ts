/**
 * Gives something another name where it is defined and wherever the format says that it is named: references, keys of
 * capacities and limits, the workflow. Texts and comments stay. A story or epic keeps its old id in `was`.
 */
import { addEntry } from './addEntry.ts';
import { Chain } from './chain.ts';
import { findNames, LIST_OF, respelled } from './findNames.ts';
import { refuseName } from './mayRename.ts';
import type { ItemAddress, Operation } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { removeEntry } from './removeEntry.ts';
import { renameRole } from './renameRole.ts';
import { respell } from './respell.ts';
import { nothing, type Step } from './step.ts';
import { addressOf, entryAt, type View } from './view.ts';

type Rename = Extract<Operation, { readonly type: 'rename' }>;

export function rename(view: View, operation: Rename): Step | Refused {
  const { what, from } = operation;
  const to = operation.to.trim();
  if (to === from) return nothing(view, []);
  if (what === 'role') return renameRole(view, from, to);
  const asked = { ...operation, to };
  const refused = refuseName(view, asked);
  if (refused !== undefined) return refused;
  const chain = new Chain(view);
  const list = LIST_OF[what];
  if (what === 'label') dropDoubled(chain, from, to);
  const address = list === undefined ? undefined : ({ id: to, list } as const);
  const defined = list !== undefined && view.byId(from).some((entry) => entry.list === list);
  const items = address !== undefined && defined ? [address] : [];
  chain.then((current) => everywhere(current, asked, items));
  if (address !== undefined && (what === 'story' || what === 'epic')) keepFormer(chain, address, from, to);
  return chain.step(items);
}

function everywhere(view: View, { what, from, to }: Rename, items: readonly ItemAddress[]): Step | Refused {
  const found = findNames(view, what, from);
  if ('ok' in found) return found;
  if (found.length === 0) return refuse('unknown-item', `No ${what} is called "${from}".`);
  const scalars = found.map(({ slice, reading, leaves }) => ({
    slice,
    root: reading.root,
    scalars: respelled(leaves, to),
  }));
  return respell(view, scalars, items, `the ${what} ${from}`);
}

/** Items that bear both labels lose one of them. */
function dropDoubled(chain: Chain, from: string, to: string): void {
  const { view } = chain;
  const [gone, stays] = [findNames(view, 'label', from), findNames(view, 'label', to)];
  if ('ok' in gone || 'ok' in stays) return;
  const bearers = new Map(stays.map(({ slice, leaves }) => [slice, new Set(leaves.map(({ nth }) => nth))]));
  for (const { slice, leaves } of gone) {
    for (const nth of new Set(leaves.map((leaf) => leaf.nth))) {
      const entry = bearers.get(slice)?.has(nth) === true ? entryAt(view, slice, nth) : undefined;
      if (entry === undefined) continue;
      const address = addressOf(view, entry);
      chain.then((current) => removeEntry(current, address, 'labels', from));
    }
  }
}

/** Old commits keep their links by `was`; the new id is no former one. */
function keepFormer(chain: Chain, item: ItemAddress, from: string, to: string): void {
  chain.then((current) => removeEntry(current, item, 'was', to));
  chain.then((current) => addEntry(current, item, 'was', from, undefined));
}
