/** Everything in a backlog that can have another name, in the order of the file: what a picker offers. */
import type { Backlog } from '../backlog/backlog.ts';
import type { ListName } from '../backlog/lists.ts';
import type { RenameKind } from '../operations/operation.ts';
import { DEFAULT_CONFIG } from '../backlog/config.ts';

export interface NameEntry {
  readonly what: RenameKind;
  readonly name: string;
  readonly title: string;
}

const IDS: readonly (readonly [ListName, RenameKind])[] = [
  ['people', 'person'],
  ['teams', 'team'],
  ['epics', 'epic'],
  ['sprints', 'sprint'],
  ['releases', 'release'],
  ['objectives', 'objective'],
  ['metrics', 'metric'],
  ['insights', 'insight'],
  ['decisions', 'decision'],
];

/** Without stories, which are found in other ways. */
export function namesOf(backlog: Backlog): readonly NameEntry[] {
  const names: NameEntry[] = [];
  for (const persona of backlog.list('personas')) {
    if (persona.title !== undefined)
      names.push({ what: 'role', name: persona.title, title: persona.id ?? '' });
  }
  for (const [list, what] of IDS) {
    for (const { id, title } of backlog.list(list)) {
      if (id !== undefined) names.push({ what, name: id, title: title ?? '' });
    }
  }
  const { config } = backlog;
  const plain = (what: RenameKind, all: Iterable<string>): void => {
    for (const name of all) names.push({ what, name, title: '' });
  };
  plain('label', new Set(backlog.items.flatMap(({ labels }) => labels)));
  plain('status', config.statuses);
  plain(
    'type',
    config.types.filter((type) => !DEFAULT_CONFIG.types.includes(type)),
  );
  plain('severity', config.severities);
  return names;
}
