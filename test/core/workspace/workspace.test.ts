import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBacklogName } from '../../../src/core/workspace/names.ts';
import { differenceOf } from '../../../src/core/workspace/difference.ts';
import { type Outcome, Workspace } from '../../../src/core/workspace/workspace.ts';
import { SlicedText } from '../../../src/core/yaml/slicedText.ts';

const SILENT = { error: () => undefined, debug: () => undefined };
const URI = 'file:///team/backlog.yaml';

/** What a file is by the simplest rule: the open text while there is one, the text on disk otherwise. */
interface Model {
  open: string | undefined;
  disk: string | undefined;
}

type Command = fc.Command<Model, Workspace>;

const visible = ({ open, disk }: Model): string | undefined => open ?? disk;

/** Does a step to both, and compares what can be seen of them, before and after. */
function step(
  name: string,
  may: (model: Model) => boolean,
  act: (model: Model, workspace: Workspace) => Outcome,
): Command {
  return {
    check: may,
    run: (model, workspace) => {
      const before = visible(model);
      const revision = workspace.file(URI)?.revision;
      const outcome = act(model, workspace);
      const after = visible(model);
      const file = workspace.file(URI);
      expect(file?.source?.toString()).toBe(after);
      expect(file?.backlog?.source.toString()).toBe(after);
      expect(file?.isOpen ?? false).toBe(model.open !== undefined);
      if (after === undefined) expect(file).toBeUndefined();
      else if (before !== undefined) {
        if (before !== after) expect(file?.revision).not.toBe(revision);
        expect(outcome).toBe(before === after ? 'same' : 'changed');
      } else expect(outcome).toBe('changed');
    },
    toString: () => name,
  };
}

const text = fc.constantFrom(
  'stories:\n  - title: A\n',
  'stories:\n  - title: A\n  - title: B\n',
  'stories:\r\n  - title: 🦊\r\n',
  '',
  'product: {name: X\nstories:\n  - title: [\n',
);
const isOpen = ({ open }: Model): boolean => open !== undefined;

let version = 0;
const commands = [
  text.map((value) =>
    step(
      `open(${JSON.stringify(value)})`,
      (model) => !isOpen(model),
      (model, workspace) => {
        model.open = value;
        return workspace.open(URI, ++version, value);
      },
    ),
  ),
  fc
    .tuple(fc.nat(60), fc.nat(8), fc.constantFrom('', 'x', '\n', '- ', 'é🦊', '  - title: N\n'))
    .map(([at, length, typed]) =>
      step(`change(${at}, ${length}, ${JSON.stringify(typed)})`, isOpen, (model, workspace) => {
        const before = model.open ?? '';
        const start = Math.min(at, before.length);
        const end = Math.min(start + length, before.length);
        model.open = before.slice(0, start) + typed + before.slice(end);
        if (start === end && typed === '') return workspace.change(URI, ++version, []);
        const outcome = workspace.change(URI, ++version, [{ start, end, text: typed }]);
        // An edit that writes what is there already counts as a change: the editor gave it a new version.
        return model.open === before ? 'same' : outcome;
      }),
    ),
  fc.constant(
    step('save', isOpen, (model, workspace) => {
      model.disk = model.open;
      return workspace.save(URI);
    }),
  ),
  fc.constant(
    step('close', isOpen, (model, workspace) => {
      model.open = undefined;
      return workspace.close(URI);
    }),
  ),
  fc.option(text, { nil: undefined }).map((value) =>
    step(
      `disk(${JSON.stringify(value)})`,
      () => true,
      (model, workspace) => {
        model.disk = value;
        return workspace.disk(URI, value);
      },
    ),
  ),
];

describe('a file in its two halves', () => {
  it('shows the open text while there is one and the disk text otherwise, after any sequence of events', () => {
    fc.assert(
      fc.property(fc.commands(commands, { size: '+1' }), (sequence) => {
        fc.modelRun(
          () => ({ model: { open: undefined, disk: undefined }, real: new Workspace(SILENT) }),
          sequence,
        );
      }),
      { numRuns: 600 },
    );
  });

  it('keeps unsaved text when the file changes on disk, and shows the disk text once it is closed', () => {
    const workspace = new Workspace(SILENT);
    workspace.disk(URI, 'stories:\n  - title: A\n');
    workspace.open(URI, 1, 'stories:\n  - title: A\n');
    workspace.change(URI, 2, [{ start: 20, end: 21, text: 'Mine' }]);
    expect(workspace.disk(URI, 'stories:\n  - title: Theirs\n')).toBe('same');
    expect(workspace.file(URI)?.backlog?.items[0]?.title).toBe('Mine');
    expect(workspace.close(URI)).toBe('changed');
    expect(workspace.file(URI)?.backlog?.items[0]?.title).toBe('Theirs');
  });

  it('keeps an open file that is deleted on disk until it is closed', () => {
    const workspace = new Workspace(SILENT);
    workspace.disk(URI, 'stories: []\n');
    workspace.open(URI, 1, 'stories: []\n');
    expect(workspace.disk(URI, undefined)).toBe('same');
    expect(workspace.file(URI)?.backlog).toBeDefined();
    expect(workspace.close(URI)).toBe('removed');
    expect(workspace.files()).toEqual([]);
  });

  it('names a file that can not be read until it can, or is gone', () => {
    const workspace = new Workspace(SILENT);
    expect(workspace.unreadable(URI, 'You may not read this file.')).toBe('changed');
    expect(workspace.unreadable(URI, 'You may not read this file.')).toBe('same');
    expect(workspace.files()).toMatchObject([
      { unreadable: 'You may not read this file.', backlog: undefined },
    ]);
    expect(workspace.disk(URI, 'stories: []\n')).toBe('changed');
    expect(workspace.file(URI)?.unreadable).toBeUndefined();
    workspace.unreadable(URI, 'Gone wrong.');
    expect(workspace.disk(URI, undefined)).toBe('removed');
  });

  it('never gives a revision twice, not even to a file that comes back', () => {
    const workspace = new Workspace(SILENT);
    workspace.disk(URI, 'stories: []\n');
    const first = workspace.file(URI)?.revision;
    workspace.disk(URI, undefined);
    workspace.disk(URI, 'stories: []\n');
    expect(workspace.file(URI)?.revision).not.toBe(first);
  });

  it('reads only the item again that a change on disk touched', () => {
    const workspace = new Workspace(SILENT);
    workspace.disk(URI, 'stories:\n  - title: A\n  - title: B\n  - title: C\n');
    const before = workspace.file(URI)?.backlog?.items;
    workspace.disk(URI, 'stories:\n  - title: A\n  - title: Better\n  - title: C\n');
    const after = workspace.file(URI)?.backlog?.items;
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]?.title).toBe('Better');
    expect(after?.[2]).toBe(before?.[2]);
  });
});

describe('the difference to a new text', () => {
  it('is one edit that gives the new text', () => {
    const piece = fc.constantFrom(
      'stories:\n',
      '  - title: A\n',
      '  - title: B\n',
      '\n',
      'x',
      '🦊',
      'product: X\n',
      '\r\n',
    );
    const any = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(any, any, (before, after) => {
        const source = SlicedText.of(before);
        const edit = differenceOf(source, after);
        if (before === after) expect(edit).toBeUndefined();
        else expect(before.slice(0, edit?.start) + (edit?.text ?? '') + before.slice(edit?.end)).toBe(after);
      }),
      { numRuns: 5000 },
    );
  });

  it('is no larger than what changed', () => {
    const before = 'stories:\n  - title: A\n  - title: B\n';
    expect(differenceOf(SlicedText.of(before), before.replace('B', 'Bee'))).toEqual({
      start: 34,
      end: 34,
      text: 'ee',
    });
  });
});

describe('names of backlog files', () => {
  it.each(['backlog.yaml', '/a/backlog.yml', 'file:///a/team.backlog.yaml', 'C:\\a\\backlog.yaml'])(
    '%s is one',
    (name) => {
      expect(isBacklogName(name)).toBe(true);
    },
  );
  it.each(['mybacklog.yaml', 'backlog.json', 'backlog.yaml.bak', 'backlog/notes.yaml'])(
    '%s is none',
    (name) => {
      expect(isBacklogName(name)).toBe(false);
    },
  );
});
