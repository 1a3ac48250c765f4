import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol';
import type * as Hovering from '../../src/core/features/hover.ts';
import type * as Limits from '../../src/core/backlog/shared/workLimits.ts';
import type * as Ready from '../../src/core/rules/readyMissing.ts';
import type { Snapshot } from '../../src/protocol/snapshot.ts';
import { Editor, insertion, URI } from './editor.ts';

vi.mock('../../src/core/rules/readyMissing.ts', async (original) => {
  const { readyMissing } = await original<typeof Ready>();
  const throwing: typeof readyMissing = (judging, item) => {
    if (judging.text.includes('BOOM')) throw new Error('a rule of the test');
    readyMissing(judging, item);
  };
  return { readyMissing: throwing };
});

vi.mock('../../src/core/features/hover.ts', async (original) => {
  const { hoverAt } = await original<typeof Hovering>();
  const throwing: typeof hoverAt = (backlog, offset) => {
    if (backlog.source.toString().startsWith('# no hover')) throw new Error('a handler of the test');
    return hoverAt(backlog, offset);
  };
  return { hoverAt: throwing };
});

vi.mock('../../src/core/backlog/shared/workLimits.ts', async (original) => {
  const { WorkLimits } = await original<typeof Limits>();
  return {
    WorkLimits: class extends WorkLimits {
      override update(change: Parameters<(typeof WorkLimits.prototype)['update']>[0]): void {
        if (change.added.some(({ title }) => title?.includes('BANG') === true))
          throw new Error('a shared rule');
        super.update(change);
      }
    },
  };
});

let editor: Editor | undefined;
afterEach(() => editor?.stop());

const TEXT = 'stories:\n  - id: FN-1\n    title: A\n  - id: FN-2\n    title: B\n    status: nope\n';

describe('a rule that throws', () => {
  it('costs its own answer: everything else is judged, shown and followed as before', async () => {
    editor = await Editor.start();
    await editor.open(TEXT);
    const { version, diagnostics } = await editor.change([insertion(2, 12, ' BOOM')]);
    expect(version).toBe(2);
    expect(diagnostics.map(({ code }) => code)).toEqual(['backlog/rule-failed', 'workflow/status']);
    expect(diagnostics[0]?.message).toContain('a rule of the test');
    const snapshot = await editor.request<Snapshot>('refinery/snapshot', { uri: URI });
    expect(snapshot).toMatchObject({ rows: [{ title: 'A BOOM' }, { title: 'B' }] });
    const mended = await editor.change([
      { at: { line: 2, character: 12 }, to: { line: 2, character: 17 }, text: '' },
    ]);
    expect(mended.diagnostics.map(({ code }) => code)).toEqual(['workflow/status']);
  });
});

describe('a rule between items that throws', () => {
  it('falls silent by itself, and judges again once it can', async () => {
    editor = await Editor.start();
    const wip = 'workflow: {wip: {doing: 1}}\n';
    const doing = '  - {title: C, status: doing}\n  - {title: D, status: doing}\n';
    const codes = (published: { diagnostics: readonly { code?: unknown }[] }): unknown[] =>
      published.diagnostics.map(({ code }) => code);
    const before = codes(await editor.open(wip + TEXT + doing));
    expect(before).toContain('workflow/status');
    const during = codes(await editor.change([insertion(3, 12, ' BANG')]));
    expect(during).toEqual(expect.arrayContaining(['backlog/rule-failed', 'workflow/status']));
    const after = codes(
      await editor.change([{ at: { line: 3, character: 12 }, to: { line: 3, character: 17 }, text: '' }]),
    );
    expect(after).toEqual(before);
    expect(after.some((code) => String(code).includes('wip'))).toBe(true);
  });
});

describe('a handler that throws', () => {
  it('costs one answer, and says so in the log', async () => {
    editor = await Editor.start();
    await editor.open(`# no hover\n${TEXT}`);
    expect(await editor.at<Hover>('textDocument/hover', 2, 5)).toBeNull();
    expect(editor.logged.join('\n')).toMatch(/hover: Error: a handler of the test\n\s+at /);
    await editor.change([{ at: { line: 0, character: 0 }, to: { line: 1, character: 0 }, text: '' }]);
    expect(await editor.at<Hover>('textDocument/hover', 1, 5)).not.toBeNull();
  });
});
