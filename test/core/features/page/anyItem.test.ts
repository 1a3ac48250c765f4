/** Whatever a file holds, its pages can be read, and what they show is what the file says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import type { Item } from '../../../../src/core/backlog/item.ts';
import { itemPage } from '../../../../src/core/features/page/itemPage.ts';
import { judgeDraft } from '../../../../src/core/features/page/judgeDraft.ts';
import type { ItemPage, Marked } from '../../../../src/core/features/page/pageData.ts';
import { planPageChange } from '../../../../src/core/features/page/pagePlan.ts';
import { Choices, randomFile } from '../../operations/randomBacklog.ts';
import { breathe, cases } from '../../../support/cases.ts';

const choices = fc.uint8Array({ minLength: 20, maxLength: 300 });

/** Every text of a page with its path and mark. */
function texts(page: ItemPage): readonly (Marked & { readonly text: string })[] {
  const fields = page.fields.flatMap((field) =>
    field.value === undefined ? [] : [{ ...field, text: field.value }],
  );
  const words = [page.dependsOn, page.insights].flatMap(({ entries }) =>
    entries.map((entry) => ({ ...entry, text: entry.value })),
  );
  const urls = page.links.entries.map((entry) => ({ ...entry, text: entry.url }));
  const criteria = page.acceptance?.entries.filter(({ notation }) => notation !== 'mapping') ?? [];
  const lists = [...criteria, ...(page.tasks?.entries ?? []), ...page.notes.entries];
  return [page.title, page.story, page.description, ...fields, ...words, ...urls, ...lists];
}

function checkItem(backlog: Backlog, item: Item): void {
  const page = itemPage(backlog, item);
  if (page?.readable !== true) return;
  for (const { path, mark, text, locked } of texts(page)) {
    judgeDraft(backlog, item, path, `${text} (TBD`);
    if (locked !== undefined || text === '') continue;
    const same = planPageChange(backlog, item, { kind: 'set', path, value: text, mark });
    // What stands there may be no value of its field; then it can't be written again.
    if (same.ok) expect({ path, edits: same.edits, mark: same.mark }).toEqual({ path, edits: [], mark });
    else expect(same.refusal.code).toMatch(/invalid-value|ambiguous-item|unknown-field/);
    const other = planPageChange(backlog, item, { kind: 'set', path, value: text, mark: 'other' });
    expect(other).toMatchObject({ ok: false, refusal: { code: 'changed-since' } });
  }
}

describe('the page of any item', () => {
  it('shows texts that are written back as they are', async () => {
    const property = async (bytes: Uint8Array): Promise<void> => {
      await breathe();
      const { text } = randomFile(new Choices(bytes));
      const backlog = Backlog.read(text).finish();
      for (const item of [...backlog.list('stories'), ...backlog.list('epics')]) checkItem(backlog, item);
    };
    await fc.assert(fc.asyncProperty(choices, property), { numRuns: Math.min(cases(300), 2000) });
  });

  it('can be read when the file is damaged anywhere', async () => {
    const property = async (bytes: Uint8Array, at: number, junk: string): Promise<void> => {
      await breathe();
      const { text } = randomFile(new Choices(bytes));
      const cut = Math.floor(at * text.length);
      const backlog = Backlog.read(text.slice(0, cut) + junk + text.slice(cut)).finish();
      for (const item of backlog.items) itemPage(backlog, item);
    };
    const junk = fc.constantFrom(
      '{',
      '[',
      '"',
      '\n',
      ': ',
      '&a ',
      '*a',
      '<<: *a\n',
      '\t',
      '- ',
      '|',
      '#',
      '\r',
    );
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(fc.asyncProperty(choices, place, junk, property), {
      numRuns: Math.min(cases(300), 2000),
    });
  });
});
