/** Helpers of the tests of story pages. */
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import type { Item } from '../../../../src/core/backlog/item.ts';
import { itemPage } from '../../../../src/core/features/page/itemPage.ts';
import type { PageChange } from '../../../../src/core/features/page/pageChange.ts';
import type { ItemPage, PageFinding } from '../../../../src/core/features/page/pageData.ts';
import { planPageChange } from '../../../../src/core/features/page/pagePlan.ts';
import { planOperation } from '../../../../src/core/operations/planOperation.ts';
import { applied } from '../../../../src/core/text/applied.ts';

export interface Opened {
  readonly backlog: Backlog;
  readonly item: Item;
  readonly page: ItemPage;
}

/** The page of an item, which can be read. */
export function open(text: string, id = 'FN-1'): Opened {
  const backlog = Backlog.read(text).finish();
  const [item] = backlog.byId(id);
  if (item === undefined) throw new Error(`no ${id}`);
  const page = itemPage(backlog, item);
  if (page?.readable !== true) throw new Error(`${id} can't be read`);
  return { backlog, item, page };
}

/** The lines of a story, below its id and title. */
export function story(lines: string): string {
  const body = lines
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
  return `product: {name: Fieldnotes, key: FN}\nstories:\n  - id: FN-1\n    title: One\n${body}`;
}

type Loose<T> = T extends { readonly mark: string } ? Omit<T, 'mark'> & { readonly mark?: string } : T;

/** What comes of a change; marks that are not given are those of the page. The change is taken back as a check. */
export function change(text: string, wanted: Loose<PageChange>): string {
  const { backlog, item, page } = open(text);
  const plan = planPageChange(backlog, item, withMark(page, wanted));
  if (!plan.ok) return plan.refusal.message;
  const after = applied(text, plan.edits);
  backlog.edit(plan.edits);
  const undo = planOperation(backlog, plan.inverse);
  if (!undo.ok || applied(after, undo.edits) !== text) throw new Error('it can not be taken back');
  const again = open(after);
  if ('path' in wanted && wanted.kind !== 'remove') {
    const now = markAt(
      again.page,
      wanted.kind === 'move' ? `${wanted.path.split('.')[0] ?? ''}.${wanted.to}` : wanted.path,
    );
    if (wanted.kind !== 'add' && now !== plan.mark) throw new Error(`mark ${plan.mark}, but ${now}`);
  }
  return after;
}

function withMark(page: ItemPage, wanted: Loose<PageChange>): PageChange {
  if (['add', 'fix', 'drop', 'rank'].includes(wanted.kind)) return wanted as PageChange;
  const path = 'path' in wanted ? wanted.path : 'blocked';
  return { mark: markAt(page, path), ...wanted } as PageChange;
}

/** The mark that a page gives for a path. */
export function markAt(page: ItemPage, path: string): string {
  const [field = '', second] = path.split('.');
  const lists = [page.acceptance, page.tasks, page.notes, page.links, page.insights, page.dependsOn];
  const list = lists.find((each) => each?.path === field);
  if (list !== undefined)
    return second === undefined ? list.mark : (list.entries[Number(second)]?.mark ?? '');
  const found = page.fields.find((each) => each.path === path || each.path === field);
  if (found?.entries !== undefined && second !== undefined) return found.entries[Number(second)]?.mark ?? '';
  const others = [page.title, page.story, page.description, page.score, page.blocked];
  return (found ?? others.find((each) => each.path === field))?.mark ?? '';
}

/** Findings in few words: rule at path, and what is marked. */
export function briefly(
  findings: readonly PageFinding[],
  textAt?: (path: string) => string,
): readonly string[] {
  return findings.map(({ rule, path, span, early }) => {
    const words = span && textAt ? ` “${textAt(path).slice(span.start, span.end)}”` : '';
    return `${rule} at ${path}${words}${early === true ? ' (early)' : ''}`;
  });
}
