/** Which items an id means that is written somewhere else: in code, in Markdown, in a commit message. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';

export interface CalledItem {
  readonly backlog: Backlog;
  readonly item: Item;
}

const KEY = /^([A-Za-z][A-Za-z0-9_]*)-\d+$/;

/** The keys of a backlog's ids, former ones too; where the product says none, those that its stories have. */
export function keysOf(backlog: Backlog): readonly string[] {
  const { key, formerKeys } = backlog.config.product;
  const used = key === undefined ? backlog.list('stories') : [];
  const found = used.flatMap(({ id }) => KEY.exec(id ?? '')?.[1] ?? []);
  return [...new Set([...(key === undefined ? found : [key]), ...formerKeys])].filter(
    (one) => one.trim() !== '',
  );
}

/** Stories and epics of this id, in the order of the backlogs; those that once bore it where nobody does now. */
export function itemsCalled(backlogs: readonly Backlog[], id: string): readonly CalledItem[] {
  const living = backlogs.flatMap((backlog) =>
    backlog
      .byId(id)
      .filter(({ list }) => list === 'stories' || list === 'epics')
      .map((item) => ({ backlog, item })),
  );
  if (living.length > 0) return living;
  return backlogs.flatMap((backlog) => {
    const item = backlog.target('item', id);
    return item === undefined ? [] : [{ backlog, item }];
  });
}
