import { applyOperation, onNewestText } from '../applyOperation.ts';
import { fieldsFrom, readAssignment } from '../assignments.ts';
import type { Assignment } from '../assignments.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { FILE_OPTION } from '../options.ts';
import { KIND_HELP, KIND_LINE, listOfKind } from '../itemKinds.ts';
import { openBacklog } from '../openBacklog.ts';
import { PLACE_OPTIONS, placeFrom } from '../place.ts';
import { UsageError } from '../usageError.ts';

export const newItem: Command = {
  name: 'new',
  operands: 'TITLE [FIELD=VALUE…]',
  summary: 'Add a story, or an item of another kind, and print its id',
  details: `
Stories and epics get the next number; items of other kinds need an id=…. Without a place, the new item goes behind
the last one that is not finished.
${KIND_LINE}`,
  examples: [
    'refinery new "Sync when back online"',
    'refinery new "Sync when back online" estimate=5 labels=sync,mobile --after FN-9',
    'refinery new --kind epic "Offline notes" horizon=now --top',
  ],
  options: {
    kind: { short: 'k', value: 'KIND', help: KIND_HELP },
    ...PLACE_OPTIONS,
    ...FILE_OPTION,
  },

  run(args, terminal) {
    const list = listOfKind(args.value('kind') ?? 'story');
    const { title, assignments } = titleAndFields(args.operands);
    const place = placeFrom(args, list);
    return onNewestText(() => {
      const open = openBacklog(args.value('file'), terminal);
      const fields = fieldsFrom(assignments, list, open.backlog.config);
      const { items } = applyOperation(open, {
        type: 'add',
        list,
        fields: title === undefined ? fields : { [TITLE_FIELDS[list] ?? 'title']: title, ...fields },
        place,
      });
      const added = items[0];
      terminal.write(`${added !== undefined && 'id' in added ? added.id : (title ?? '')}\n`);
      return EXIT.ok;
    });
  },
};

/** The field that holds the title in the lists whose items have no `title`. */
const TITLE_FIELDS: Readonly<Record<string, string>> = {
  people: 'name',
  personas: 'name',
  metrics: 'name',
  insights: 'text',
  decisions: 'text',
  sprints: 'goal',
};

function titleAndFields(operands: readonly string[]): {
  readonly title: string | undefined;
  readonly assignments: readonly Assignment[];
} {
  const assignments: Assignment[] = [];
  const titles: string[] = [];
  for (const word of operands) {
    const assignment = readAssignment(word);
    if (assignment === undefined) titles.push(word);
    else assignments.push(assignment);
  }
  if (titles.length > 1) {
    throw new UsageError(
      `"${titles.join('" and "')}" can't both be the title; put the whole title in quotes.`,
    );
  }
  if (titles.length === 0 && assignments.length === 0) {
    throw new UsageError('new needs a title: refinery new "Sync when back online".');
  }
  return { title: titles[0], assignments };
}
