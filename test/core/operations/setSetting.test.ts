/** Settings of the team are changed as items are: by the smallest edit, and everything around stays. */
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import type { Value } from '../../../src/core/operations/operation.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { applyEdits } from './judge.ts';

const FILE = `# Fieldnotes
product: {name: Fieldnotes, key: FN}

workflow:
  # agreed in May
  statuses: [idea, ready, doing, done] # in this order
  wip: {doing: 3}
  ready:
    story: [story, acceptance]

stories:
  - id: FN-1
    title: One
    status: doing
`;

function set(path: string, value: Value, text = FILE): string {
  const plan = planOperation(Backlog.read(text), { type: 'setSetting', path: path.split('.'), value });
  if (!plan.ok) return `refused: ${plan.refusal.message}`;
  const after = applyEdits(text, plan.edits);
  // What is done can be undone, byte for byte.
  const back = planOperation(Backlog.read(after), plan.inverse);
  expect(back.ok && applyEdits(after, back.edits)).toBe(text);
  return after;
}

describe('a setting of the team', () => {
  it('is replaced where it stands', () => {
    expect(set('product.name', 'Field notes')).toBe(FILE.replace('name: Fieldnotes', 'name: Field notes'));
    expect(set('workflow.wip.doing', '4')).toBe(FILE.replace('doing: 3', 'doing: 4'));
    expect(set('workflow.statuses', ['idea', 'ready', 'doing', 'review', 'done'])).toBe(
      FILE.replace('doing, done]', 'doing, review, done]'),
    );
  });

  it('comes where the format has it', () => {
    expect(set('product.timezone', 'Europe/Lisbon')).toBe(
      FILE.replace('key: FN}', 'key: FN, timezone: Europe/Lisbon}'),
    );
    expect(set('workflow.estimates', ['1', '2', '3'])).toBe(
      FILE.replace('  ready:\n', '  estimates: [1, 2, 3]\n  ready:\n'),
    );
    expect(set('workflow.ready.bug', ['description'])).toBe(
      FILE.replace('acceptance]\n', 'acceptance]\n    bug: [description]\n'),
    );
  });

  it('makes its section where there is none', () => {
    expect(set('writing.rules.story/passive', 'ignore')).toBe(
      FILE.replace('\nstories:', '\nwriting:\n  rules:\n    story/passive: ignore\n\nstories:'),
    );
    expect(set('product.name', 'New', 'stories:\n  - title: One\n')).toBe(
      'product:\n  name: New\nstories:\n  - title: One\n',
    );
    expect(set('product.name', 'New', '')).toBe('product:\n  name: New\n');
    expect(set('product.name', 'New', 'product:\r\nstories: []\r\n')).toBe(
      'product:\r\n  name: New\r\nstories: []\r\n',
    );
  });

  it('goes, and with the last of a mapping the mapping', () => {
    expect(set('workflow.wip.doing', null)).toBe(FILE.replace('  wip: {doing: 3}\n', ''));
    expect(set('product.key', null)).toBe(FILE.replace(', key: FN', ''));
    expect(set('product.name', null, 'product:\n  name: Old\nstories: []\n')).toBe(
      'product: {}\nstories: []\n',
    );
    expect(set('product.name', null, 'stories: []\n')).toBe('stories: []\n');
  });

  it('is refused where it can’t be meant, in one sentence', () => {
    expect(set('product.key', 'fn')).toMatch(/^refused: product\.key has to be a capital letter/);
    expect(set('workflow.wip.doing', 'many')).toBe(
      'refused: workflow.wip.doing is a number, and "many" is none.',
    );
    expect(set('stories.title', 'x')).toBe("refused: stories.title is not one of the team's settings.");
    expect(set('workflow', 'x')).toBe("refused: workflow is not one of the team's settings.");
    expect(set('product.name', 'x', 'product:\n  name: A\nproduct:\n  name: B\n')).toMatch(/twice/);
  });
});
