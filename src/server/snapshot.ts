/**
 * Builds what views see of a backlog. The row of an item that did not change stays the same object, so that the
 * difference between two revisions is found by comparing references, and a view that follows gets only that.
 */
import type { Backlog } from '../core/backlog/backlog.ts';
import type { Item } from '../core/backlog/item.ts';
import type { Severity } from '../core/backlog/problem.ts';
import { conflictsOf } from '../core/features/conflicts.ts';
import type { KnownFile } from '../core/workspace/knownFile.ts';
import type { Counts, Snapshot, SnapshotChange, WholeSnapshot, Workflow } from '../protocol/snapshot.ts';
import { type ItemCounts, Rows, type RowTable } from './rows.ts';
import { splicesBetween } from './splices.ts';

/** How many revisions back a view may be and still get a difference. */
const KEPT = 8;

type Facts = Omit<WholeSnapshot, 'kind' | 'uri'>;

export class Snapshots {
  private readonly kept = new WeakMap<KnownFile, Facts[]>();
  private readonly tables = new WeakMap<KnownFile, RowTable>();
  private readonly rows = new Rows();

  /** The newest snapshot, as the difference to revision `since` where that is still known; null without a model. */
  of(file: KnownFile, since: number | undefined): Snapshot | null {
    const facts = this.facts(file);
    if (facts === undefined) return null;
    const before = this.kept.get(file)?.find(({ revision }) => revision === since);
    if (before === undefined) return { kind: 'whole', uri: file.uri, ...facts };
    return change(file.uri, before, facts);
  }

  /** The keys of these items' rows, in this order. */
  keysOf(file: KnownFile, items: readonly Item[]): readonly string[] {
    this.facts(file);
    return items.flatMap((item) => this.rows.keyOf(item) ?? []);
  }

  private facts(file: KnownFile): Facts | undefined {
    const { backlog, revision } = file;
    if (backlog === undefined) return undefined;
    const kept = this.kept.get(file) ?? [];
    const last = kept.at(-1);
    if (last?.revision === revision) return last;
    const facts = this.read(file, backlog);
    this.kept.set(file, [...kept, facts].slice(-KEPT));
    return facts;
  }

  private read(file: KnownFile, backlog: Backlog): Facts {
    const { counts, byItem } = countProblems(backlog);
    const { config } = backlog;
    const table = this.rows.table(backlog, byItem, this.tables.get(file));
    this.tables.set(file, table);
    const conflicts = conflictsOf(backlog);
    return {
      revision: file.revision,
      name: config.product.name ?? nameOf(file.uri),
      productKey: config.product.key ?? '',
      workflow: workflowOf(backlog),
      rows: table.rows,
      counts,
      ...(conflicts.length === 0 ? {} : { conflicts }),
    };
  }
}

const COUNTS: Readonly<Record<Severity, keyof Counts>> = {
  error: 'errors',
  warning: 'warnings',
  information: 'information',
  hint: 'hints',
};

function countProblems(backlog: Backlog): { counts: Counts; byItem: ReadonlyMap<Item, ItemCounts> } {
  const counts = { errors: 0, warnings: 0, information: 0, hints: 0 };
  const byItem = new Map<Item, { errors: number; warnings: number }>();
  for (const { problem, item } of backlog.problems()) {
    counts[COUNTS[problem.severity]]++;
    if (item === undefined || (problem.severity !== 'error' && problem.severity !== 'warning')) continue;
    const own = byItem.get(item) ?? { errors: 0, warnings: 0 };
    own[problem.severity === 'error' ? 'errors' : 'warnings']++;
    byItem.set(item, own);
  }
  return { counts, byItem };
}

function workflowOf({ config }: Backlog): Workflow {
  const { statuses, active, done, dropped, estimates, types, wip } = config;
  return { statuses, active, done, dropped, estimates, types, wip: Object.fromEntries(wip) };
}

/** What a backlog without a product name is called: its own name, or its folder's where it is just `backlog.yaml`. */
function nameOf(uri: string): string {
  const parts = uri.split('/');
  const file = parts.at(-1) ?? uri;
  const own = /^(.+)\.backlog\.ya?ml$/.exec(file)?.[1] ?? parts.at(-2) ?? file;
  try {
    return decodeURIComponent(own);
  } catch {
    return own;
  }
}

function change(uri: string, before: Facts, after: Facts): SnapshotChange {
  const workflowChanged = JSON.stringify(before.workflow) !== JSON.stringify(after.workflow);
  return {
    kind: 'change',
    uri,
    since: before.revision,
    revision: after.revision,
    splices: splicesBetween(before.rows, after.rows),
    ...(before.name === after.name ? {} : { name: after.name }),
    ...(before.productKey === after.productKey ? {} : { productKey: after.productKey }),
    ...(workflowChanged ? { workflow: after.workflow } : {}),
    counts: after.counts,
    ...(after.conflicts === undefined ? {} : { conflicts: after.conflicts }),
  };
}
