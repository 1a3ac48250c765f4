import { describe, expect, it } from 'vitest';
import { changedNotification, snapshotRequest } from '../../src/protocol/lsp.ts';
import { ServerLink, type Connection, type ConnectionEvents } from '../../src/extension/serverLink.ts';
import { UndoStack } from '../../src/extension/undoStack.ts';
import { ViewStore, type Memory } from '../../src/extension/viewState.ts';

function memory(kept?: unknown): Memory & { kept: unknown } {
  return {
    kept,
    get() {
      return this.kept;
    },
    update(_key, value) {
      this.kept = value;
      return Promise.resolve();
    },
  };
}

describe('the view state', () => {
  it('starts with the grouping of the settings', () => {
    expect(new ViewStore(memory(), 'sprint').view).toEqual({
      grouping: 'sprint',
      filter: '',
      hideDone: false,
      only: undefined,
    });
  });

  it('is kept for the workspace', () => {
    const kept = memory();
    new ViewStore(kept, 'none').update({ grouping: 'epic', filter: 'is:open' });
    expect(new ViewStore(kept, 'none').view).toEqual({
      grouping: 'epic',
      filter: 'is:open',
      hideDone: false,
      only: undefined,
    });
  });

  it('tells of news only', () => {
    const store = new ViewStore(memory(), 'none');
    const seen: string[] = [];
    store.onDidChange(({ filter }) => seen.push(filter));
    store.update({ filter: 'a' });
    store.update({ filter: 'a' });
    store.update({ filter: '' });
    expect(seen).toEqual(['a', '']);
  });

  it.each([[null], ['text'], [7], [{ grouping: 'by moon', filter: 7, only: [] }]])(
    'takes nothing strange from what was kept: %j',
    (kept) => {
      expect(new ViewStore(memory(kept), 'status').view).toEqual({
        grouping: 'status',
        filter: '',
        hideDone: false,
        only: undefined,
      });
    },
  );
});

describe('the undo stack', () => {
  const entry = (label: string) => ({
    uri: 'file:///w/backlog.yaml',
    inverse: { type: 'remove', item: { id: 'FN-1' }, field: 'status' } as const,
    label,
  });

  it('gives the newest first and says whether there is more', () => {
    const stack = new UndoStack();
    const some: boolean[] = [];
    stack.onDidChange((there) => some.push(there));
    stack.push(entry('one'));
    stack.push(entry('two'));
    expect(stack.undo()?.label).toBe('two');
    expect(stack.undo()?.label).toBe('one');
    expect(stack.undo()).toBeUndefined();
    expect(some).toEqual([true, true, true, false, false]);
  });

  it('gives what was taken back to be made again, until something else is changed', () => {
    const stack = new UndoStack();
    stack.push(entry('one'));
    const undone = stack.undo();
    expect(stack.redo()).toBeUndefined();
    if (undone !== undefined) stack.undone({ ...undone, label: 'again' });
    const again = stack.redo();
    expect(again?.label).toBe('again');
    if (again !== undefined) stack.redone(again);
    expect(stack.undo()?.label).toBe('again');
    stack.undone(entry('two'));
    stack.push(entry('three'));
    expect(stack.redo()).toBeUndefined();
  });

  it('forgets the oldest beyond fifty', () => {
    const stack = new UndoStack();
    for (let at = 0; at < 60; at++) stack.push(entry(String(at)));
    const left: string[] = [];
    for (let one = stack.undo(); one !== undefined; one = stack.undo()) left.push(one.label);
    expect([left.length, left[0], left.at(-1)]).toEqual([50, '59', '10']);
  });
});

/** Connections that the test can look into. */
class Connections {
  readonly log: string[] = [];
  events: ConnectionEvents | undefined;
  handlers: ((params: never) => void)[] = [];
  fails = false;

  readonly link = new ServerLink((events) => {
    this.events = events;
    const connection: Connection = {
      request: (message) => {
        this.log.push(message.method);
        return Promise.resolve(null as never);
      },
      onNotification: (_message, handler) => {
        this.handlers.push(handler);
        return { dispose: () => this.handlers.splice(this.handlers.indexOf(handler), 1) };
      },
      notify: (message) => {
        this.log.push(message.method);
        return Promise.resolve();
      },
      filesChanged: (uris, change) => {
        this.log.push(`${change} ${uris.join(' ')}`);
        return Promise.resolve();
      },
      start: () => {
        this.log.push('start');
        return this.fails ? Promise.reject(new Error('no server')) : Promise.resolve();
      },
      stop: () => {
        this.log.push('stop');
        return Promise.resolve();
      },
    };
    return Promise.resolve(connection);
  });
}

describe('the link to the server', () => {
  it('refuses to ask before there is one, and asks afterwards', async () => {
    const { link, log } = new Connections();
    await expect(link.request(snapshotRequest, { uri: 'a' })).rejects.toThrow('not running');
    await link.restart();
    expect(await link.request(snapshotRequest, { uri: 'a' })).toBeNull();
    expect(log).toEqual(['start', 'refinery/snapshot']);
  });

  it('tells of files only where there is somebody to tell', async () => {
    const { link, log } = new Connections();
    await link.filesChanged(['a'], 'deleted');
    await link.restart();
    await link.filesChanged(['b'], 'deleted');
    expect(log).toEqual(['start', 'deleted b']);
  });

  it('keeps its handlers through a restart, each once', async () => {
    const connections = new Connections();
    connections.link.onNotification(changedNotification, () => undefined);
    await connections.link.restart();
    await connections.link.restart();
    expect(connections.log).toEqual(['start', 'stop', 'start']);
    expect(connections.handlers).toHaveLength(1);
  });

  it('tells of each state', async () => {
    const connections = new Connections();
    const states: string[] = [];
    connections.link.onDidChangeState((state) => states.push(state));
    await connections.link.restart();
    connections.events?.stateChanged('stopped');
    connections.events?.stateChanged('running');
    await connections.link.stop();
    expect(states).toEqual(['starting', 'running', 'stopped', 'running', 'stopped']);
  });

  it('is stopped when the server does not start, and can be started again', async () => {
    const connections = new Connections();
    connections.fails = true;
    await expect(connections.link.restart()).rejects.toThrow('no server');
    expect(connections.link.state).toBe('stopped');
    connections.fails = false;
    await connections.link.restart();
    expect(connections.link.state).toBe('running');
  });

  it('does not listen to a connection that it gave up', async () => {
    const connections = new Connections();
    await connections.link.restart();
    const old = connections.events;
    await connections.link.restart();
    old?.stateChanged('stopped');
    expect(connections.link.state).toBe('running');
  });
});
