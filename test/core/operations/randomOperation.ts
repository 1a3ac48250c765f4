/** Makes operations that a person might ask of a random file, from a row of choices. */
import type { ItemAddress, Operation, Place, Value } from '../../../src/core/operations/operation.ts';
import { type Choices, type RandomFile, TEXTS } from './randomBacklog.ts';

export function randomOperation(random: Choices, file: RandomFile): Operation {
  if (!random.rarely(12)) return simpleOperation(random, file);
  const operations = Array.from({ length: 1 + random.below(3) }, () => simpleOperation(random, file));
  return {
    type: 'sequence',
    operations: operations.filter((each) => each.type !== 'delete' && each.type !== 'move'),
  };
}

function simpleOperation(random: Choices, file: RandomFile): Operation {
  const kind = random.below(11);
  if (kind === 0 || file.stories + file.epics === 0) return addition(random, file);
  const item = address(random, file);
  switch (kind) {
    case 1:
      return { type: 'delete', item };
    case 2:
    case 3: {
      const list = randomList(random, file);
      const moved = [address(random, file, list), ...(random.rarely(3) ? [address(random, file, list)] : [])];
      return { type: 'move', items: moved, place: place(random, file, list) };
    }
    case 4:
      return {
        type: 'remove',
        item,
        field: random.of([
          'status',
          'labels',
          'description',
          'blocked',
          'blocked.why',
          'notes',
          'estimate',
          'x-market',
          'acceptance',
        ]),
      };
    case 5:
      return {
        type: 'addEntry',
        item,
        field: random.of(['labels', 'acceptance']),
        value: text(random),
        ...(random.rarely(3) ? { at: random.below(3) } : {}),
      };
    case 6:
      return {
        type: 'removeEntry',
        item,
        field: random.of(['labels', 'acceptance', 'notes']),
        entry: random.rarely(2) ? 'sync0' : random.below(3),
      };
    case 7:
      return {
        type: 'setEntry',
        item,
        field: random.of(['labels', 'acceptance', 'notes']),
        entry: random.below(3),
        value: text(random),
      };
    default:
      return { type: 'set', item, ...assignment(random) };
  }
}

function text(random: Choices): string {
  return random.rarely(10)
    ? random.of(['Given a\nThen b', 'x\n\ny', ' lead', 'trail ', 'a\n b', 'end\n', '\u2028', ''])
    : random.of(TEXTS);
}

function assignment(random: Choices): { field: string; value: Value } {
  switch (random.below(9)) {
    case 0:
      return { field: 'status', value: random.of(['doing', 'ready', 'done', 'idea']) };
    case 1:
      return { field: 'title', value: random.of(TEXTS) };
    case 2:
      return { field: 'description', value: text(random) };
    case 3:
      return { field: 'estimate', value: random.of([5, 8, 13]) };
    case 4:
      return {
        field: 'labels',
        value: random.of([
          ['a'],
          ['a', 'no'],
          ['sync0', 'x'],
          ['mobile1'],
          [text(random), text(random)],
          'solo',
          [],
        ]),
      };
    case 5:
      return { field: 'blocked.why', value: random.of(TEXTS) };
    case 6:
      return {
        field: 'blocked',
        value: random.of<Value>(['waiting', { why: text(random), due: '2026-12-01' }, { by: 'ana' }]),
      };
    case 7:
      return { field: 'notes', value: [{ by: 'ben', date: '2026-11-02', text: text(random) }] };
    default:
      return {
        field: random.of(['x-own', 'x-market', 'score.reach']),
        value: 7,
      };
  }
}

type List = 'stories' | 'epics';

/** A list with items; sometimes one that an operation then has to refuse. */
function randomList(random: Choices, file: RandomFile): List {
  if (random.rarely(20)) return random.of(['stories', 'epics']);
  if (file.stories === 0) return 'epics';
  return file.epics > 0 && random.rarely(4) ? 'epics' : 'stories';
}

function address(random: Choices, file: RandomFile, list: List = randomList(random, file)): ItemAddress {
  const index = random.below(Math.max(1, file[list]));
  return random.rarely(4) ? { list, index } : { id: `FN-${(list === 'epics' ? 100 : 0) + index + 1}` };
}

function place(random: Choices, file: RandomFile, list: List): Place {
  switch (random.below(4)) {
    case 1:
      return { after: address(random, file, list) };
    case 2:
      return { at: 'top' };
    case 3:
      return { at: 'bottom' };
    default:
      return { before: address(random, file, list) };
  }
}

function addition(random: Choices, file: RandomFile): Operation {
  const list = random.of(['stories', 'epics'] as const);
  const fields = {
    title: random.of(TEXTS),
    ...(random.rarely(2) ? { status: 'ready', labels: ['a', text(random)] } : {}),
  };
  if (random.rarely(2)) return { type: 'add', list, fields };
  const at = place(random, file, list);
  return file[list] === 0 && !('at' in at)
    ? { type: 'add', list, fields }
    : { type: 'add', list, fields, place: at };
}

/** The file with something wrong at one place. */
export function broken(text: string, random: Choices): string {
  const at = Math.floor((random.below(250) / 250) * text.length);
  const junk = random.of([
    '"',
    '\n',
    '{',
    ': ',
    '- ',
    '\t',
    '<<<<<<< HEAD\n',
    "'",
    '*x ',
    '&a ',
    '\n- ',
    '#',
    ']',
    '|',
    '\r',
  ]);
  return text.slice(0, at) + junk + text.slice(at + random.below(3));
}
