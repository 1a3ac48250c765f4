/** Where each text of the page stands in the file, by the id of its field. */
import type { ItemPage, Marked, PageScenario, StepSlot } from '../../protocol/panels/storyPage.ts';
import type { Place } from './drafts.ts';
import type { EntryKeys } from './entryKeys.ts';
import type { ListKey } from './pageHost.ts';

export const STEPS: readonly StepSlot[] = ['given', 'when', 'then'];

type Places = Map<string, Place>;

/** The lists of a page, by the key that they have in the file. */
export function listsOf(page: ItemPage): readonly (readonly [ListKey, readonly Marked[]])[] {
  return [
    ['acceptance', page.acceptance?.entries ?? []],
    ['tasks', page.tasks?.entries ?? []],
    ['notes', page.notes.entries],
    ['links', page.links.entries],
    ['insights', page.insights.entries],
    ['depends_on', page.dependsOn.entries],
  ];
}

export function placesOf(page: ItemPage, keys: EntryKeys, revision: number): Places {
  const places: Places = new Map();
  const put = (id: string, at: Marked, text: string, below = ''): void => {
    places.set(id, { path: `${at.path}${below}`, mark: at.mark, text, revision });
  };
  for (const [id, text] of [
    ['title', page.title],
    ['story', page.story],
    ['description', page.description],
  ] as const)
    put(id, text, text.text);
  for (const [list, entries] of listsOf(page))
    keys.update(
      list,
      entries.map(({ mark }) => mark),
    );
  page.acceptance?.entries.forEach((criterion, index) => {
    const id = `acceptance:${keys.keysOf('acceptance')[index] ?? ''}`;
    put(id, criterion, criterion.text);
    const { scenario } = criterion;
    if (scenario === undefined) return;
    put(`${id}.scenario`, criterion, scenario.name, '.scenario');
    for (const slot of STEPS)
      scenario[slot].forEach((step, nth) => {
        put(`${id}.${slot}.${nth}`, criterion, step, `.${slot}.${nth}`);
      });
    for (const { at, text } of cellsOf(scenario)) put(`${id}.${at}`, criterion, text, `.${at}`);
  });
  page.tasks?.entries.forEach((task, index) => {
    put(`tasks:${keys.keysOf('tasks')[index] ?? ''}`, task, task.text);
  });
  page.notes.entries.forEach((note, index) => {
    put(`notes:${keys.keysOf('notes')[index] ?? ''}`, note, note.text);
  });
  for (const field of page.fields) put(field.path, field, field.value ?? '');
  for (const { key, value } of page.score.numbers) put(`score.${key}`, page.score, value ?? '', `.${key}`);
  put('blocked.why', page.blocked, page.blocked.why, '.why');
  return places;
}

/** The cells of a table of examples with the names of its columns, by their places in the scenario. */
function cellsOf({ examples }: PageScenario): readonly { readonly at: string; readonly text: string }[] {
  if (examples === undefined) return [];
  const { columns, rows } = examples;
  return [['head', columns] as const, ...rows.map((row, nth) => [nth, row] as const)].flatMap(
    ([row, texts]) => texts.map((text, column) => ({ at: `examples.${row}.${column}`, text })),
  );
}

/** True for the path of a cell below the head of a table of examples: emptied, it stays. */
export function isCell(path: string): boolean {
  return /\.examples\.\d+\.\d+$/.test(path);
}

/** What every place of the page is marked with; places inside of one bear its mark. */
export function marksOf(page: ItemPage): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  const put = ({ path, mark }: Marked): void => void marks.set(path, mark);
  for (const at of [page.title, page.story, page.description, page.score, page.blocked, ...page.fields])
    put(at);
  for (const { entries = [] } of page.fields) entries.forEach(put);
  for (const [, entries] of listsOf(page)) entries.forEach(put);
  for (const criterion of page.acceptance?.entries ?? []) {
    if (criterion.scenario === undefined) continue;
    const { examples } = criterion.scenario;
    const rows = (examples?.rows ?? []).map((_, row) => `examples.${row}`);
    const columns = (examples?.columns ?? []).map((_, column) => `examples.head.${column}`);
    for (const key of ['scenario', 'examples', 'examples.head', ...rows, ...columns])
      marks.set(`${criterion.path}.${key}`, criterion.mark);
    for (const slot of STEPS)
      criterion.scenario[slot].forEach((_, nth) =>
        marks.set(`${criterion.path}.${slot}.${nth}`, criterion.mark),
      );
  }
  return marks;
}
