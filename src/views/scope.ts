/** Which stories a board is about: a sprint, an epic, a release or everything. */
import type { Scope } from '../protocol/panels/board.ts';
import type { Row } from '../protocol/snapshot.ts';

export interface ScopeTest {
  /** What the scope is about, in words. */
  readonly label: string;
  has(row: Row): boolean;
}

/** @param today `YYYY-MM-DD` */
export function scopeOf(rows: readonly Row[], scope: Scope, today: string): ScopeTest {
  switch (scope.kind) {
    case 'all':
      return { label: 'Everything', has: () => true };
    case 'active': {
      const active = activeSprints(rows, today);
      if (active.length === 0) return { label: 'No sprint runs today: everything is shown', has: () => true };
      const ids = new Set(active.map(({ id }) => id));
      return {
        label: active.map(nameOf).join(', '),
        has: ({ sprint }) => sprint !== undefined && ids.has(sprint),
      };
    }
    case 'sprint':
    case 'epic':
    case 'release': {
      const { kind, id } = scope;
      const list = { sprint: 'sprints', epic: 'epics', release: 'releases' }[kind];
      const item = rows.find((row) => row.list === list && row.id === id);
      return { label: item === undefined ? id : nameOf(item), has: (row) => row[kind] === id };
    }
  }
}

/** Sprints that run today: between their days and not closed. */
export function activeSprints(rows: readonly Row[], today: string): readonly Row[] {
  return rows.filter(
    ({ list, start, end, over }) =>
      list === 'sprints' &&
      over !== true &&
      start !== undefined &&
      end !== undefined &&
      start <= today &&
      today <= end,
  );
}

/** A sprint's goal or an item's title behind its id. */
export function nameOf({ id = '', title }: Row): string {
  return title === '' || title === id ? id : `${id} ${title}`.trim();
}
