/** What a new name has to be before it is given: legal, free, and of something that can have another name. */
import { DEFAULT_CONFIG } from '../backlog/config.ts';
import { domainOf } from '../backlog/ids.ts';
import { ITEM_NAMES, type ListName } from '../backlog/lists.ts';
import { findNames, LIST_OF } from './findNames.ts';
import { leavesOf } from './names.ts';
import type { Operation } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import type { View } from './view.ts';

type Rename = Extract<Operation, { readonly type: 'rename' }>;

const KEY_NUMBER = /^[A-Z][A-Z0-9]*-[0-9]+$/;

/** Why the name can't be given; undefined where nothing is against it. */
export function refuseName(view: View, asked: Rename): Refused | undefined {
  const { what, to } = asked;
  if (to === '' || /[\r\n\t]/.test(to))
    return refuse('invalid-value', `A ${what} needs a name of some characters on one line.`);
  const list = LIST_OF[what];
  if (list !== undefined) return refuseId(view, asked, list);
  if (what === 'status' || what === 'type' || what === 'severity') return refuseWorkflow(view, asked, what);
  return asked.merge === true ? undefined : refuseUsed(view, asked);
}

function refuseId(view: View, asked: Rename, list: ListName): Refused | undefined {
  const { from, to } = asked;
  const name = ITEM_NAMES[list];
  const bearers = view.byId(from).filter((entry) => entry.list === list);
  // Where a file lists no people or teams, any name is as good as another.
  const open = (list === 'people' || list === 'teams') && view.list(list).length === 0;
  if (bearers.length === 0 && !open) return refuse('unknown-item', `No ${name} is called "${from}".`);
  if (bearers.length > 1)
    return refuse(
      'ambiguous-item',
      `${bearers.length} items are called ${from}: give each its own id first.`,
    );
  const commits = list === 'stories' || list === 'epics';
  const taken = view.byId(to).some((entry) => domainOf(entry.list) === domainOf(list));
  if (taken) {
    const merge = commits ? 'merge the two, or choose another id' : 'choose another id';
    return refuse('invalid-value', `${to} is there already: ${merge}.`);
  }
  if (!commits) return open ? refuseUsed(view, asked) : undefined;
  if (!KEY_NUMBER.test(to)) {
    const key = view.config.product.key ?? 'KEY';
    return refuse(
      'invalid-value',
      `"${to}" is not an id that commits can name: write the key and a number, like ${key}-12.`,
    );
  }
  const former = view.items.find((entry) => entry.id !== from && entry.was.includes(to));
  return former === undefined
    ? undefined
    : refuse('invalid-value', `${former.id ?? 'Another item'} was called ${to} once: choose another id.`);
}

/** Refuses a name that something else has, where only its uses tell. */
function refuseUsed(view: View, { what, to }: Rename): Refused | undefined {
  const found = findNames(view, what, to);
  if ('ok' in found) return found;
  if (found.length === 0) return undefined;
  return refuse(
    'invalid-value',
    `The ${what} "${to}" is in use already: merge both, or choose another name.`,
  );
}

function refuseWorkflow(
  view: View,
  { from, to }: Rename,
  what: 'status' | 'type' | 'severity',
): Refused | undefined {
  const { config } = view;
  const known = { status: config.statuses, type: config.types, severity: config.severities }[what];
  if (!known.includes(from)) return refuse('unknown-item', `No ${what} is called "${from}".`);
  if (known.includes(to))
    return refuse('invalid-value', `The ${what} "${to}" is there already: choose another.`);
  if (what === 'type') {
    return DEFAULT_CONFIG.types.includes(from)
      ? refuse('invalid-value', `"${from}" is a type that every backlog has, so its name stays.`)
      : undefined;
  }
  if (what === 'status' && from === 'ready')
    return refuse('invalid-value', 'From the status "ready" on stories are judged, so its name stays.');
  const unwritten = unwrittenKeys(view, what).find((key) => byDefault(key).includes(from));
  return unwritten === undefined
    ? undefined
    : refuse(
        'invalid-value',
        `The file leaves workflow.${unwritten} to the format, which says "${from}": write it into the file first.`,
      );
}

const KEYS = { status: ['statuses', 'active', 'done', 'dropped'], severity: ['severities'] } as const;
type WorkflowKey = (typeof KEYS)[keyof typeof KEYS][number];

function byDefault(key: WorkflowKey): readonly string[] {
  return DEFAULT_CONFIG[key];
}

/** The keys of `workflow` that the file leaves to the format. */
function unwrittenKeys(view: View, what: 'status' | 'severity'): readonly WorkflowKey[] {
  const slices = view.source.slices.filter(({ kind, section }) => kind === 'whole' || section === 'workflow');
  const written = new Set(
    slices.flatMap((slice) =>
      leavesOf(view, slice).leaves.flatMap(({ path: [section, key = ''] }) =>
        section === 'workflow' ? [key] : [],
      ),
    ),
  );
  return KEYS[what].filter((key) => !written.has(key));
}
