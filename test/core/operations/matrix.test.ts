/** Every style of value beside every kind of comment, list indentation and line end, changed in every way. */
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/core/operations/operation.ts';
import { check } from './checks.ts';

const STYLES: Readonly<Record<string, readonly string[]>> = {
  plain: ['description: old text'],
  single: ["description: 'old # text'"],
  double: ['description: "old: text 🚀"'],
  literal: ['description: |', '  old', '', '  # text'],
  folded: ['description: >-', '  old', '  text'],
  'two lines': ['description: old', '  text'],
  'next line': ['description:', '  old text'],
  nothing: ['description:'],
  tilde: ['description: ~'],
};
const COMMENTS = ['none', 'behind', 'behind a tab', 'above and below'];
const BLOCKS = new Set(['literal', 'folded']);

describe('every kind of value, comment, list and line end', () => {
  for (const [style, lines] of Object.entries(STYLES)) {
    for (const comments of COMMENTS) {
      it(`${style} text, comments ${comments}`, () => {
        for (const eol of ['\n', '\r\n']) {
          for (const final of [true, false]) {
            for (const indent of [0, 2]) {
              const text = file(style, lines, comments, indent).join(eol) + (final ? eol : '');
              for (const operation of OPERATIONS) expect(check(text, operation)).toBe('done');
            }
          }
        }
      });
    }
  }
});

function file(style: string, lines: readonly string[], comments: string, indent: number): string[] {
  const margin = ' '.repeat(indent);
  const field = [...lines];
  const at = BLOCKS.has(style) ? 0 : field.length - 1;
  if (comments === 'behind') field[at] = `${field[at] ?? ''}  # why 🎉`;
  if (comments === 'behind a tab') field[at] = `${field[at] ?? ''}\t# why`;
  const around = comments === 'above and below';
  return [
    'product: {name: Fieldnotes, key: FN}',
    'stories:',
    `${margin}- id: FN-1`,
    `${margin}  title: One`,
    ...(around ? [`${margin}  # above`] : []),
    ...field.map((line) => (line === '' ? '' : `${margin}  ${line}`)),
    ...(around ? [`${margin}    # deeper below`] : []),
    `${margin}  status: idea`,
    '',
    ...(around ? [`${margin}# above the second`] : []),
    `${margin}- id: FN-2`,
    `${margin}  title: Two`,
    ...field.map((line) => (line === '' ? '' : `${margin}  ${line}`)),
  ];
}

const OPERATIONS: readonly Operation[] = [
  { type: 'set', item: { id: 'FN-1' }, field: 'description', value: 'new text' },
  { type: 'set', item: { id: 'FN-1' }, field: 'description', value: 'yes' },
  { type: 'set', item: { id: 'FN-2' }, field: 'description', value: 'new: text\n\nin # lines' },
  { type: 'set', item: { id: 'FN-1' }, field: 'labels', value: ['a', 'no'] },
  { type: 'set', item: { id: 'FN-2' }, field: 'status', value: 'ready' },
  { type: 'remove', item: { id: 'FN-1' }, field: 'description' },
  { type: 'remove', item: { id: 'FN-2' }, field: 'description' },
  { type: 'delete', item: { id: 'FN-1' } },
  { type: 'delete', item: { id: 'FN-2' } },
  { type: 'move', items: [{ id: 'FN-2' }], place: { at: 'top' } },
  { type: 'add', list: 'stories', fields: { title: 'New' }, place: { after: { id: 'FN-1' } } },
  { type: 'add', list: 'stories', fields: { title: 'New' } },
  { type: 'split', item: { id: 'FN-1' }, second: { title: 'New' } },
  { type: 'split', item: { id: 'FN-2' }, second: { title: 'New' } },
  { type: 'merge', into: { id: 'FN-1' }, items: [{ id: 'FN-2' }], keep: { description: { id: 'FN-1' } } },
  { type: 'merge', into: { id: 'FN-2' }, items: [{ id: 'FN-1' }], keep: { description: { id: 'FN-1' } } },
  { type: 'extractEpic', items: [{ id: 'FN-1' }, { id: 'FN-2' }], title: 'New' },
  { type: 'rename', what: 'story', from: 'FN-1', to: 'FN-10' },
];
