import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import type { Item } from '../../../src/core/backlog/item.ts';
import { mend } from '../../../src/core/writing/mend.ts';
import { Written } from '../../../src/core/writing/written.ts';
import { pairOf } from '../../../src/core/yaml/node.ts';
import { breathe, cases } from '../../support/cases.ts';
import { around, spelledScalar } from '../../support/scalarText.ts';

interface Read {
  readonly item: Item;
  readonly written: Written;
}

/** The scalar of `story` in a text that is without fault; undefined for one that is not. */
function read(text: string): Read | undefined {
  const backlog = Backlog.read(text);
  if (backlog.problems().some(({ problem }) => problem.rule.startsWith('yaml/'))) return undefined;
  const [item] = backlog.list('stories');
  const node = item && backlog.node(item);
  const value = node?.kind === 'map' ? pairOf(node, 'story', item?.slice.text ?? '')?.value : undefined;
  if (item === undefined || value?.kind !== 'scalar') return undefined;
  return { item, written: new Written(value, item.slice.text) };
}

/** What the source spells where a character of the text is said to stand. */
function spells({ written: { node, source, text } }: Read, place: number, index: number): boolean {
  const [there, meant] = [source[place] ?? '', text[index] ?? ''];
  if (there === meant) return true;
  // A fold stands for a space or for line breaks; the second half of an escaped pair stands where the first does.
  if (meant === ' ' || meant === '\n') return /\s/.test(there) || there === '\\' || there === '';
  return node.style === 'double' && there === '\\';
}

describe('the text of a scalar', () => {
  it('knows where each of its characters stands, in every style', async () => {
    let checked = 0;
    let wide = 0;
    await fc.assert(
      fc.asyncProperty(spelledScalar, async (scalar) => {
        await breathe();
        const found = read(around(scalar));
        if (found === undefined) return;
        const { written } = found;
        const { node, text } = written;
        checked++;
        const places = Array.from({ length: text.length + 1 }, (_, i) => written.offset(i));
        // Where source and text can't be matched, all of it stands for all of it: allowed, but never needed here.
        if (text.length > 2 && places.slice(0, -1).every((place) => place === node.start)) wide++;
        for (const [i, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(Math.max(node.start, places[i - 1] ?? 0));
          expect(place).toBeLessThanOrEqual(Math.max(node.end, found.item.slice.text.length));
          if (i < text.length) expect([i, text[i], spells(found, place, i)]).toEqual([i, text[i], true]);
        }
      }),
      { numRuns: cases(10_000) },
    );
    expect(checked).toBeGreaterThan(cases(10_000) / 2);
    expect(wide).toBe(0);
  }, 300_000);

  it('finds back the character at a place', async () => {
    await fc.assert(
      fc.asyncProperty(spelledScalar, fc.nat(80), async (scalar, at) => {
        await breathe();
        const found = read(around(scalar));
        if (found === undefined) return;
        const { written } = found;
        const index = Math.min(at, written.text.length);
        const back = written.at(written.offset(index));
        expect(written.offset(back)).toBe(written.offset(index));
        expect(back).toBeLessThanOrEqual(index);
      }),
      { numRuns: cases(5_000) },
    );
  }, 120_000);
});

const inserted = fc.constantFrom(
  '',
  '',
  'x',
  ' and more',
  "it's",
  '"',
  '\\',
  ': ',
  ' #',
  ', ',
  '\n',
  '- ',
  '🦉',
  '{',
  '\t',
  '%',
);

describe('an edit of a text', () => {
  it('is one of the file that does exactly that, or none', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        spelledScalar,
        fc.array(fc.record({ at: fc.nat(60), length: fc.nat(6), text: inserted }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (scalar, wished) => {
          await breathe();
          const before = around(scalar);
          const found = read(before);
          if (found === undefined) return;
          const { written, item } = found;
          let last = 0;
          const edits = wished
            .map(({ at, length, text }) => {
              const start = Math.min(at, written.text.length);
              return { start, end: Math.min(written.text.length, start + length), text };
            })
            .sort((a, b) => a.start - b.start)
            .filter(({ start, end }) => {
              const fits = start >= last;
              if (fits) last = Math.max(end, start + 1);
              return fits;
            });
          const mended = mend(written, edits, item.slice);
          if (mended === undefined) return;
          made++;
          const base = before.indexOf(item.slice.text);
          const backlog = Backlog.read(before);
          backlog.edit(
            mended.map(({ start, end, text }) => ({ start: start + base, end: end + base, text })),
          );
          const after = backlog.source.toString();
          expect(read(after)?.written.text).toBe(written.with(edits));
          // The other fields, and what another reader of YAML makes of them.
          const [was, is] = [parse(before), parse(after)] as { stories: { story: unknown }[] }[];
          if (was?.stories[0] && is?.stories[0]) is.stories[0].story = was.stories[0].story;
          expect(is).toEqual(was);
          for (const comment of ['# one', '# behind', "'Kept' # too"]) expect(after).toContain(comment);
        },
      ),
      { numRuns: cases(5_000) },
    );
    expect(made).toBeGreaterThan(cases(5_000) / 4);
  }, 300_000);
});
