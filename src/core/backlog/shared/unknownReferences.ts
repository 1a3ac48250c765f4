/** `reference/unknown`: an id that no item bears. */
import { REF_NAMES } from '../../schema/shape.ts';
import { closest } from '../../text/closest.ts';
import type { Config } from '../config.ts';
import { listsOf } from '../ids.ts';
import type { Item, Reference } from '../item.ts';
import type { Problem } from '../problem.ts';
import { type ItemChange, NO_PROBLEMS, type SharedHost, type SharedRule } from './sharedRule.ts';

export class UnknownReferences implements SharedRule {
  /** Items that name an unknown id, with their problems once somebody asked. */
  private readonly found = new Map<Item, readonly Problem[] | undefined>();

  constructor(private readonly host: SharedHost) {}

  get size(): number {
    return this.found.size;
  }

  affected(): Iterable<Item> {
    return this.found.keys();
  }

  update({ removed, added, whole }: ItemChange): void {
    for (const item of removed) this.found.delete(item);
    for (const item of added) this.check(item);
    if (whole) return;
    const changed = changedIds(removed, added);
    for (const id of changed) for (const item of this.host.ids.namedBy(id) ?? []) this.check(item);
    // The first person in the file makes all other names unknown; the last one to go frees them.
    if (opensOrCloses(removed) || opensOrCloses(added))
      for (const item of this.host.everyItem()) this.check(item);
    // A new id may be what an unknown one was meant to be.
    if (changed.size > 0) for (const item of this.found.keys()) this.found.set(item, undefined);
  }

  problemsOf(item: Item): readonly Problem[] {
    if (!this.found.has(item)) return NO_PROBLEMS;
    let problems = this.found.get(item);
    if (!problems) {
      problems = item.references
        .filter((each) => this.isUnknown(each))
        .map((each) => this.problem(item, each));
      this.found.set(item, problems);
    }
    return problems;
  }

  private check(item: Item): void {
    for (const reference of item.references) {
      if (this.isUnknown(reference)) {
        this.found.set(item, undefined);
        return;
      }
    }
    this.found.delete(item);
  }

  private isUnknown({ to, id }: Reference): boolean {
    return this.host.ids.target(to, id) === undefined && !this.host.ids.isOpen(to);
  }

  private problem(item: Item, { to, id, start, end }: Reference): Problem {
    const rule = 'reference/unknown';
    const foreign = otherKey(id, this.host.config());
    if ((to === 'item' || to === 'epic') && foreign !== undefined) {
      const message = `${id} belongs to another backlog, ${foreign}, which is not open here.`;
      return { rule, severity: 'hint', message, start, end };
    }
    const message = `No ${REF_NAMES[to]} is called "${id}".`;
    const suggestion = WORK_ID.test(id) ? undefined : closest(id, this.candidates(to, item));
    if (suggestion === undefined) return { rule, severity: 'error', message, start, end };
    const edits = [{ start, end, text: suggestion }];
    return {
      rule,
      severity: 'error',
      message: `${message} Did you mean "${suggestion}"?`,
      start,
      end,
      fixes: [{ title: `Change to "${suggestion}"`, edits, preferred: true }],
    };
  }

  /** Ids to suggest, in the alphabet's order so that the same file always gives the same word. */
  private candidates(to: Reference['to'], item: Item): readonly string[] {
    const found = new Set<string>();
    for (const list of listsOf(to)) {
      if (list === 'stories' || this.host.ids.size(list) > MAX_CANDIDATES) continue;
      for (const other of this.host.ids.of(list)) {
        if (other !== item && other.id !== undefined) found.add(other.id);
      }
    }
    return [...found].sort();
  }
}

/** Among more than this a suggestion by spelling alone is a guess. */
const MAX_CANDIDATES = 500;

function opensOrCloses(items: readonly Item[]): boolean {
  return items.some((item) => item.list === 'people' || item.list === 'teams');
}

/** The ids that some item bears after a change and not before, or the other way round. */
function changedIds(removed: readonly Item[], added: readonly Item[]): ReadonlySet<string> {
  const before = new Set(removed.flatMap(names));
  const after = new Set(added.flatMap(names));
  const changed = new Set<string>();
  for (const name of before) if (!after.has(name)) changed.add(idIn(name));
  for (const name of after) if (!before.has(name)) changed.add(idIn(name));
  return changed;
}

function names(item: Item): string[] {
  const ids = item.id === undefined ? item.was : [item.id, ...item.was];
  return ids.map((id) => `${item.list} ${id}`);
}

function idIn(name: string): string {
  return name.slice(name.indexOf(' ') + 1);
}

const WORK_ID = /^([A-Z][A-Z0-9]*)-\d+$/;

/** The key of an id that looks like another backlog's. */
function otherKey(id: string, { product }: Config): string | undefined {
  const key = WORK_ID.exec(id)?.[1];
  if (key === undefined || product.key === undefined || key === product.key) return undefined;
  return product.formerKeys.includes(key) ? undefined : key;
}
