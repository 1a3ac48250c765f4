import { Backlog } from '../../core/backlog/backlog.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { type SprintFacts, sprintFacts } from '../../core/planning/sprintFacts.ts';
import { applied } from '../../core/text/applied.ts';
import { applyOperation, onNewestText } from '../applyOperation.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { itemById, type OpenBacklog, openBacklog } from '../openBacklog.ts';
import { FILE_OPTION } from '../options.ts';
import { UsageError } from '../usageError.ts';

export const sprint: Command = {
  name: 'sprint',
  operands: 'start|close ID',
  summary: 'Start or close a sprint, and write down what was committed and what came of it',
  details: `
start writes the day and the stories that are in the sprint and still to be done. close writes the day and the points
that were committed, added, done and carried over; say with --to or --backlog where unfinished stories go.`,
  examples: ['refinery sprint start s25', 'refinery sprint close s24 --to s25'],
  options: {
    to: { value: 'ID', help: 'close: the sprint that unfinished stories go on to' },
    backlog: { help: 'close: unfinished stories go back to the backlog' },
    on: { value: 'DAY', help: 'the day on which it was, as 2026-11-25; today without it' },
    ...FILE_OPTION,
  },

  run(args, terminal) {
    const [turn, id, ...more] = args.operands;
    if ((turn !== 'start' && turn !== 'close') || id === undefined || more.length > 0)
      throw new UsageError('sprint needs what to do and an id: refinery sprint start s25.');
    return onNewestText(() => {
      const open = openBacklog(args.value('file'), terminal);
      const item = itemById(open.backlog, id, 'sprint');
      const address = open.backlog.address(item);
      const day = args.value('on') ?? terminal.today();
      const operation: Operation =
        turn === 'start'
          ? startOperation(args, { type: 'startSprint', sprint: address, day })
          : { type: 'closeSprint', sprint: address, day, unfinished: targetIn(args) };
      const { edits } = applyOperation(open, operation);
      const facts = factsAfter(open, id, applied(open.file.text, edits));
      terminal.write(turn === 'start' ? startedWords(id, facts, open) : closedWords(id, facts, open));
      return EXIT.ok;
    });
  },
};

function startOperation(args: Arguments, operation: Operation): Operation {
  if (args.value('to') !== undefined || args.has('backlog'))
    throw new UsageError('--to and --backlog say where unfinished stories go when a sprint is closed.');
  return operation;
}

function targetIn(args: Arguments): string | null {
  const to = args.value('to');
  if ((to !== undefined) === args.has('backlog'))
    throw new UsageError('Say where unfinished stories go: --to ID, or --backlog.');
  return to ?? null;
}

function factsAfter({ backlog }: OpenBacklog, id: string, text: string): SprintFacts {
  const after = Backlog.read(text);
  const [item] = after.byId(id).filter(({ list }) => list === 'sprints');
  return item === undefined
    ? sprintFacts(backlog, itemById(backlog, id, 'sprint'))
    : sprintFacts(after, item);
}

function startedWords(id: string, { committed = [] }: SprintFacts, { path }: OpenBacklog): string {
  const stories = committed.length === 1 ? '1 story' : `${committed.length} stories`;
  const named = committed.length === 0 ? '' : `: ${committed.join(', ')}`;
  return `Started ${id} in ${path} with ${stories}${named}.\n`;
}

function closedWords(id: string, { result = {} }: SprintFacts, { path }: OpenBacklog): string {
  const points = Object.entries(result).map(([what, number]) => `${number} ${what}`);
  return `Closed ${id} in ${path}; points: ${points.join(', ')}.\n`;
}
