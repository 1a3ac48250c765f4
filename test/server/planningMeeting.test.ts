/** A planning meeting as the view and its host play it, against a real server: after each step the file's change is exactly what was agreed. */
import { afterEach, describe, expect, it } from 'vitest';
import { Drafts, type Kept } from '../../src/extension/panels/planning/drafts.ts';
import { actionOperation } from '../../src/extension/panels/planning/operations.ts';
import { type Message, planRequest, type RangeEdit, snapshotRequest } from '../../src/protocol/lsp.ts';
import type { Action, DraftChange } from '../../src/protocol/panels/planning.ts';
import { keptDraft } from '../../src/protocol/panels/planningSchema.ts';
import { planningRequest } from '../../src/protocol/planning.ts';
import { changed, isEmptyDraft } from '../../src/views/planning/draft.ts';
import { planOf, type PlanSource, sprintPlanOf, type SprintPlan } from '../../src/views/planning/plan.ts';
import { rebased, type RebaseNote } from '../../src/views/planning/rebase.ts';
import { Editor, URI } from './editor.ts';

const BACKLOG = `product: {name: Fieldnotes, key: FN}
people:
  - {id: ana, name: Ana Lima}
  - {id: ben, name: Ben Okafor}
sprints:
  - id: s1
    start: 2026-11-02
    end: 2026-11-13
    started: 2026-11-02
    committed: [FN-9]
    closed: 2026-11-13
    result: {committed: 8, added: 0, done: 8, carried: 0}
  - id: s2      # the one that we plan
    start: 2026-11-16
    end: 2026-11-27
    capacity: {ana: 8, ben: 6}
    away: {ben: 5}
stories:
  - id: FN-1
    title: One
    estimate: 5
  - {id: FN-2, title: Two, estimate: 3}
  - id: FN-3
    title: Three      # how long?
  - id: FN-4
    title: Four
    depends_on: [FN-6]
  - title: Five
    estimate: 2
  - id: FN-6
    title: Six
  - id: FN-9
    title: Nine
    status: done
    estimate: 8
    sprint: s1
`;

/** The host's half, without a window. */
class Meeting {
  readonly memory = new Map<string, unknown>();
  text = BACKLOG;
  drafts = this.#drafts();
  notes: readonly RebaseNote[] = [];

  private constructor(readonly editor: Editor) {}

  static async open(): Promise<Meeting> {
    const meeting = new Meeting(await Editor.start({ refinery: true }));
    await meeting.editor.open(meeting.text);
    return meeting;
  }

  #drafts(): Drafts {
    const { memory } = this;
    const update = (key: string, value: unknown): Promise<void> => {
      memory.set(key, value === undefined ? undefined : JSON.stringify(value));
      return Promise.resolve();
    };
    const get = (key: string): unknown => {
      const kept = memory.get(key);
      return typeof kept === 'string' ? JSON.parse(kept) : undefined;
    };
    return new Drafts({ get, update }, (kept): Kept | undefined => keptDraft.safeParse(kept).data);
  }

  /** The window is loaded anew. */
  reload(): void {
    this.drafts = this.#drafts();
  }

  ask<Params, Result>({ method }: Message<string, Params, Result>, params: Params): Promise<Result> {
    return this.editor.request<Result>(method, params);
  }

  async source(): Promise<PlanSource> {
    const snapshot = await this.ask(snapshotRequest, { uri: URI });
    const answer = await this.ask(planningRequest, { uri: URI });
    if (snapshot?.kind !== 'whole' || answer === null) throw new Error('there is no backlog');
    const { rows, workflow } = snapshot;
    const { facts } = answer;
    const { draft } = this.drafts.of(URI);
    const next = rebased(draft, { rows, facts }, workflow);
    this.notes = next.notes;
    this.drafts.follow(URI, next.draft, []);
    return { rows, workflow, facts, draft: next.draft };
  }

  async change(...changes: DraftChange[]): Promise<void> {
    const source = await this.source();
    this.drafts.change(URI, (draft) => changes.reduce((before, one) => changed(before, one, source), draft));
  }

  async plan(id: string): Promise<SprintPlan> {
    const source = await this.source();
    const plan = planOf(source);
    const sprint = plan.sprints.find((one) => one.id === id);
    if (sprint === undefined) throw new Error(`there is no ${id}`);
    return sprintPlanOf(plan, sprint, source);
  }

  /** What the action changed, as lines of a diff. */
  async run(action: Action): Promise<string> {
    const { rows, draft } = await this.source();
    const operation = actionOperation(rows, draft, action);
    if (operation === undefined) throw new Error('there is nothing to write');
    const plan = await this.ask(planRequest, { uri: URI, operation });
    if (!plan.ok) throw new Error(plan.refusal.message);
    const before = this.text;
    await this.edit(plan.edits);
    this.drafts.written(URI);
    return diff(before, this.text);
  }

  async edit(edits: readonly RangeEdit[]): Promise<void> {
    // The last one first, so that none moves another.
    const backwards = [...edits].reverse();
    for (const { range, newText } of backwards) {
      const lines = this.text.split('\n');
      const offset = ({ line, character }: RangeEdit['range']['start']): number =>
        lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
      this.text = this.text.slice(0, offset(range.start)) + newText + this.text.slice(offset(range.end));
    }
    await this.editor.send(
      backwards.map(({ range, newText }) => ({ at: range.start, to: range.end, text: newText })),
    );
  }

  /** Somebody else writes into the file. */
  async replace(now: string, then: string): Promise<void> {
    const at = this.text.indexOf(now);
    const position = (offset: number): RangeEdit['range']['start'] => {
      const lines = this.text.slice(0, offset).split('\n');
      return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    };
    await this.edit([{ range: { start: position(at), end: position(at + now.length) }, newText: then }]);
  }
}

/** Lines that are gone and lines that came, in the order of the file. */
function diff(before: string, after: string): string {
  const [old, next] = [before.split('\n'), after.split('\n')];
  const lines: string[] = [];
  let at = 0;
  for (const line of old) {
    const found = next.indexOf(line, at);
    // A line that comes again soon stayed, and what stands before it came.
    if (found === -1 || found - at > 12) {
      lines.push(`-${line}`);
      continue;
    }
    for (const added of next.slice(at, found)) lines.push(`+${added}`);
    at = found + 1;
  }
  return [...lines, ...next.slice(at).map((line) => `+${line}`)].join('\n');
}

let meeting: Meeting;
afterEach(() => {
  meeting.editor.stop();
});

describe('a planning meeting', () => {
  it('pulls five stories in, takes one out, estimates two, is interrupted, and starts the sprint', async () => {
    meeting = await Meeting.open();
    await meeting.change({ kind: 'sprint', keys: ['FN-1', 'FN-2', 'FN-3', 'FN-4', 'stories[4]'], to: 's2' });
    await meeting.change({ kind: 'estimate', keys: ['FN-3'], to: '5' });
    await meeting.change({ kind: 'estimate', keys: ['FN-4'], to: '1' });
    const over = await meeting.plan('s2');
    expect(over.room).toMatchObject({ agreed: 14, points: 11 });
    expect(over.load.points).toBe(16);
    expect(over.over).toBe(5);
    expect(over.broken).toEqual([{ key: 'FN-4', sprint: 's2', needs: 'FN-6', why: 'unplanned' }]);
    expect(meeting.text).toBe(BACKLOG);

    meeting.reload();
    await meeting.change({ kind: 'sprint', keys: ['FN-1'], to: null });
    expect((await meeting.plan('s2')).over).toBe(0);
    expect(await meeting.run({ kind: 'accept' })).toBe(
      [
        '-  - {id: FN-2, title: Two, estimate: 3}',
        '+  - {id: FN-2, title: Two, estimate: 3, sprint: s2}',
        '+    estimate: 5',
        '+    sprint: s2',
        '+    estimate: 1',
        '+    sprint: s2',
        '+    sprint: s2',
      ].join('\n'),
    );
    const { draft } = await meeting.source();
    expect(isEmptyDraft(draft)).toBe(true);
    expect(meeting.notes).toEqual([]);

    expect(await meeting.run({ kind: 'start', sprint: 's2', day: '2026-11-16' })).toBe(
      [
        '+    started: 2026-11-16',
        '+    committed: [FN-2, FN-3, FN-4, FN-10]',
        '-  - title: Five',
        '+  - id: FN-10',
        '+    title: Five',
      ].join('\n'),
    );
  });

  it('closes a sprint into one that is made in the same step', async () => {
    meeting = await Meeting.open();
    await meeting.change({ kind: 'sprint', keys: ['FN-1', 'FN-2'], to: 's2' });
    await meeting.run({ kind: 'start', sprint: 's2', day: '2026-11-16' });
    await meeting.replace('title: Two,', 'title: Two, status: done,');
    await meeting.change({
      kind: 'add',
      sprint: { id: 's3', goal: 'More', start: '2026-11-30', capacity: { ana: 8 } },
    });
    expect(await meeting.run({ kind: 'close', sprint: 's2', day: '2026-11-27', unfinished: 's3' })).toBe(
      [
        '+    closed: 2026-11-27',
        '+    result:',
        '+      committed: 8',
        '+      added: 0',
        '+      done: 3',
        '+      carried: 5',
        '+  - id: s3',
        '+    goal: More',
        '+    start: 2026-11-30',
        '+    capacity:',
        '+      ana: 8',
        '-    sprint: s2',
        '+    sprint: s3',
      ].join('\n'),
    );
    expect(isEmptyDraft((await meeting.source()).draft)).toBe(true);
    expect(meeting.notes).toEqual([]);
    expect((await meeting.plan('s3')).velocity).toMatchObject({ mean: 5.5, least: 3, most: 8, of: 2 });
  });

  it('changes what one person can do in one line, and takes away days that nobody is away', async () => {
    meeting = await Meeting.open();
    await meeting.change(
      { kind: 'capacity', id: 's2', to: { ana: 5, ben: 6 } },
      { kind: 'away', id: 's2', to: {} },
      { kind: 'sprintText', id: 's2', field: 'goal', to: 'Notes: kept' },
      { kind: 'assignee', keys: ['FN-1'], to: ['ana', 'ben'] },
    );
    expect(await meeting.run({ kind: 'accept' })).toBe(
      [
        '+    goal: "Notes: kept"',
        '-    capacity: {ana: 8, ben: 6}',
        '-    away: {ben: 5}',
        '+    capacity: {ana: 5, ben: 6}',
        '+    assignee: [ana, ben]',
      ].join('\n'),
    );
  });

  it('keeps what others write meanwhile, and says what the draft has to give up', async () => {
    meeting = await Meeting.open();
    await meeting.change(
      { kind: 'sprint', keys: ['FN-1', 'FN-2'], to: 's2' },
      { kind: 'estimate', keys: ['FN-1'], to: '8' },
    );
    await meeting.replace('title: One\n    estimate: 5', 'title: One!\n    estimate: 3');
    await meeting.replace('title: Two,', 'title: Two, status: dropped,');
    await meeting.source();
    expect(meeting.notes).toMatchObject([
      { key: 'FN-1', kept: true, reason: 'changed', now: '3', to: '8' },
      { key: 'FN-2', kept: false, reason: 'finished' },
    ]);
    expect(await meeting.run({ kind: 'accept' })).toBe('-    estimate: 3\n+    estimate: 8\n+    sprint: s2');
  });

  it('is refused in words, with nothing written, where the sprint was started by somebody else', async () => {
    meeting = await Meeting.open();
    await meeting.change({ kind: 'estimate', keys: ['FN-1'], to: '8' });
    await meeting.replace('  - id: s2 ', '  - started: 2026-11-16\n    id: s2 ');
    const before = meeting.text;
    await expect(meeting.run({ kind: 'start', sprint: 's2', day: '2026-11-17' })).rejects.toThrow(
      's2 was started on 2026-11-16.',
    );
    expect(meeting.text).toBe(before);
    expect(isEmptyDraft(meeting.drafts.of(URI).draft)).toBe(false);
  });
});
