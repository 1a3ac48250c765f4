import type { Message, MessageReader } from 'vscode-jsonrpc';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Workspace } from '../../src/core/workspace/workspace.ts';
import { Idle } from '../../src/server/idle.ts';
import { PendingChanges } from '../../src/server/pendingChanges.ts';
import { Editor, URI } from './editor.ts';

/** A host whose turns are taken by hand. */
function setup() {
  const errors: string[] = [];
  const told: string[] = [];
  const log = { error: (message: string) => void errors.push(message), debug: () => undefined };
  const workspace = new Workspace(log);
  const pending = new PendingChanges();
  let arrive: (message: Message) => void = () => undefined;
  // Of a reader only what is listened to is used here.
  const reader = {
    listen: (callback: (message: Message) => void) => {
      arrive = callback;
      return { dispose: () => undefined };
    },
  } as unknown as MessageReader;
  pending.watch(reader).listen(() => undefined);
  const tasks: (() => void)[] = [];
  const schedule = (task: () => void): void => void tasks.push(task);
  // A look at the clock takes a twentieth of a millisecond, whatever the machine does.
  let clock = 0;
  const idle = new Idle(
    { workspace, log, host: { pending, schedule } },
    (uri) => void told.push(uri),
    () => (clock += 0.05),
  );
  return {
    workspace,
    idle,
    told,
    errors,
    tasks,
    message: () => {
      arrive({ jsonrpc: '2.0' });
    },
    turn: () => tasks.shift()?.(),
    /** Takes turns until there are none; how many. */
    rest: () => {
      let turns = 0;
      for (let task = tasks.shift(); task; task = tasks.shift(), turns++) task();
      return turns;
    },
  };
}

const VAGUE = 'As a coach, I want to find the hall easily, where possible.';
const stories = (count: number): string =>
  `stories:\n${Array.from({ length: count }, (_, i) => `  - id: FN-${i}\n    title: t\n    status: ready\n    story: ${VAGUE}\n`).join('')}`;

describe('idle work', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is done in turns, and told when it is done', () => {
    // On a slow machine it would also be told in between.
    vi.useFakeTimers({ toFake: ['performance'] });
    const { workspace, idle, told, tasks, rest } = setup();
    workspace.open(URI, 1, stories(3));
    const before = workspace.file(URI)?.revision ?? 0;
    idle.wake(URI);
    expect(tasks).toHaveLength(1);
    expect(told).toEqual([]);
    rest();
    expect(told).toEqual([URI]);
    expect(workspace.file(URI)?.pending).toBe(false);
    expect(workspace.file(URI)?.revision).toBeGreaterThan(before);
    idle.wake(URI);
    expect(tasks).toHaveLength(0);
  });

  it('is not told where nothing is found', () => {
    const { workspace, idle, told, rest } = setup();
    workspace.open(URI, 1, 'stories:\n  - title: t\n    type: task\n    status: ready\n');
    idle.wake(URI);
    expect(rest()).toBeGreaterThan(0);
    expect(told).toEqual([]);
  });

  it('is done in slices, so that a large file takes many turns', () => {
    const { workspace, idle, rest } = setup();
    workspace.open(URI, 1, stories(2_000));
    idle.wake(URI);
    expect(rest()).toBeGreaterThan(5);
  });

  it('lets every message pass that has come', () => {
    const { workspace, idle, told, message, turn } = setup();
    workspace.open(URI, 1, stories(1));
    idle.wake(URI);
    for (let i = 0; i < 3; i++) message();
    for (let i = 0; i < 3; i++) {
      turn();
      expect(workspace.file(URI)?.pending).toBe(true);
    }
    for (let i = 0; i < 20 && told.length === 0; i++) turn();
    expect(told).toEqual([URI]);
  });

  it('goes on with the file that was woken last', () => {
    const { workspace, idle, told, rest } = setup();
    const other = 'file:///team/other.backlog.yaml';
    workspace.open(URI, 1, stories(400));
    workspace.open(other, 1, stories(2));
    idle.wake(URI);
    idle.wake(other);
    rest();
    expect(told[0]).toBe(other);
    expect(told).toContain(URI);
  });

  it('forgets a file that is gone, and a mistake costs no more than the file', () => {
    const { workspace, idle, told, errors, rest } = setup();
    workspace.open(URI, 1, stories(2));
    idle.wake(URI);
    workspace.close(URI);
    rest();
    expect(told).toEqual([]);
    workspace.open(URI, 1, stories(2));
    const file = workspace.file(URI);
    if (file === undefined) throw new Error('the file is not known');
    file.work = () => {
      throw new Error('a mistake of the test');
    };
    idle.wake(URI);
    rest();
    expect(errors.join()).toContain('a mistake of the test');
  });
});

describe('an editor', () => {
  it('is told first of the form and then of the words, with the version that both are about', async () => {
    const editor = await Editor.start({ refinery: true });
    try {
      await editor.open(`${stories(2)}  - id: FN-9\n    title: t\n    status: nope\n`);
      const first = editor.published.at(-1);
      expect(first?.diagnostics.map(({ code }) => code)).not.toContain('story/escape-clause');
      await expect
        .poll(() => editor.published.at(-1)?.diagnostics.map(({ code }) => code), { timeout: 5_000 })
        .toContain('story/escape-clause');
      expect(editor.published.at(-1)?.version).toBe(first?.version);
      expect(editor.told.filter((line) => line === `changed ${URI}`).length).toBeGreaterThan(1);
    } finally {
      editor.stop();
    }
  });
});
