/**
 * Whole new items, with what the format and the team want of them as places to fill in: a story with its number, its
 * sentence in the team's form, a first criterion and whatever the definition of ready names.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import { ITEM_NAMES, isListName, type ListName } from '../../backlog/lists.ts';
import { fieldOrder } from '../../operations/fieldOrder.ts';
import type { Field, Shape } from '../../schema/shape.ts';
import { itemFields } from '../../schema/shapes.ts';
import { renderScalar } from '../../yaml/write.ts';
import { lineForm } from './criterionWords.ts';
import { dayOf } from '../../planning/figures/days.ts';
import type { CompletionEntry, Form } from './entry.ts';
import type { Place } from './place.ts';
import { marked } from './sentenceWords.ts';
import { sprintDays } from './suggestDates.ts';
import { newIdIn } from './suggestIds.ts';
import type { Wanted } from './suggestion.ts';

/** What a new item of other lists is begun with. */
const USUAL: Readonly<Record<Exclude<ListName, 'stories'>, readonly string[]>> = {
  people: ['id', 'name', 'role'],
  teams: ['id', 'people'],
  personas: ['id', 'name', 'about'],
  objectives: ['id', 'title', 'by'],
  metrics: ['id', 'name', 'unit', 'target'],
  insights: ['id', 'source', 'date', 'text'],
  decisions: ['id', 'date', 'text', 'because'],
  releases: ['id', 'title', 'date'],
  epics: ['id', 'title'],
  sprints: ['id', 'goal', 'start', 'end'],
};

/** @param dash what stands before the first key: empty where it stands there already */
export function newItemEntries(
  backlog: Backlog,
  place: Place,
  wanted: Wanted,
  dash: '' | '- ',
): readonly CompletionEntry[] {
  const [list] = place.path;
  if (typeof list !== 'string' || !isListName(list) || place.flow || place.colon) return [];
  const column = place.column + dash.length;
  const kinds = list === 'stories' ? [...new Set(['story', ...backlog.config.types])] : [ITEM_NAMES[list]];
  return kinds.map((kind) => {
    const keys = list === 'stories' ? storyKeys(backlog, kind) : keysOf(backlog, list);
    const { text, stops } = itemForm(backlog, list, kind, keys, { column, wanted });
    const moved = stops.map(({ start, end }) => ({ start: start + dash.length, end: end + dash.length }));
    return {
      label: `new ${kind}`,
      kind: 'entry',
      detail: keys.join(', '),
      documentation: `\`\`\`yaml\n${dash}${text}\n\`\`\``,
      insert: dash + text,
      stops: moved,
    };
  });
}

/** Number and title, the kind where it is no story, and what the team wants of one that is ready. */
function storyKeys(backlog: Backlog, kind: string): readonly string[] {
  const { config } = backlog;
  const ready = config.ready.get(kind) ?? [];
  const wanted = new Set([
    'id',
    'title',
    ...(kind === 'story' ? ['story', 'acceptance'] : ['type']),
    ...ready,
  ]);
  const order = fieldOrder(backlog, 'stories').filter((key) => wanted.has(key));
  return order.filter((key) => key !== 'id' || config.product.key !== undefined);
}

function keysOf({ config }: Backlog, list: Exclude<ListName, 'stories'>): readonly string[] {
  const ready = list === 'epics' ? (config.ready.get('epic') ?? []) : [];
  return [...new Set([...USUAL[list], ...ready])];
}

function itemForm(
  backlog: Backlog,
  list: ListName,
  kind: string,
  keys: readonly string[],
  { column, wanted }: { readonly column: number; readonly wanted: Wanted },
): Form {
  const margin = ' '.repeat(column);
  let text = '';
  const stops: { start: number; end: number }[] = [];
  const add = (form: Form): void => {
    for (const { start, end } of form.stops)
      stops.push({ start: start + text.length, end: end + text.length });
    text += form.text;
  };
  const fields = itemFields(list);
  keys.forEach((key, i) => {
    const field = fields.get(key) ?? backlog.config.customFields.get(key);
    if (field === undefined) return;
    text += `${i === 0 ? '' : `\n${margin}`}${renderScalar(key)}:`;
    add(valueForm(backlog, list, kind, field, { margin, wanted }));
  });
  return { text, stops: [...stops, { start: text.length, end: text.length }] };
}

function valueForm(
  backlog: Backlog,
  list: ListName,
  kind: string,
  field: Field,
  { margin, wanted }: { readonly margin: string; readonly wanted: Wanted },
): Form {
  const { key } = field;
  if (key === 'id') {
    const id = newIdIn(backlog, list);
    return id === undefined ? placeFor(field) : fixed(id);
  }
  if (key === 'type') return fixed(kind);
  if (key === 'story') {
    const template =
      backlog.config.templates.find((text) => /<|\{|\[/.test(text)) ?? backlog.config.templates[0];
    return template === undefined ? placeFor(field) : filled(` ${renderScalar(marked(template.trim()))}`);
  }
  if (key === 'acceptance') return filled(`\n${margin}  - ${renderScalar(lineForm(backlog.config).text)}`);
  if (list === 'sprints' && (key === 'start' || key === 'end')) {
    const [first] = sprintDays(backlog, { ...wanted, source: '' }, key);
    if (first) return fixed(dayOf(first.day), true);
  }
  if (key === 'date' && list !== 'releases') return fixed(wanted.today, true);
  return placeFor(field);
}

function fixed(value: string, bare = false): Form {
  return { text: ` ${renderScalar(value, { bare })}`, stops: [] };
}

/** The places `<…>` of a text that is spelled already. */
function filled(text: string): Form {
  const stops = Array.from(text.matchAll(/<[^<>\n]*>/g), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  return { text, stops };
}

/** Words get an example that says what is wanted; what is chosen stays empty, so that nothing is chosen unasked. */
function placeFor({ key, shape }: Field): Form {
  if (isWords(shape)) return filled(` <${key}>`);
  if (shape.kind === 'list' && !shape.orOne) return { text: ' []', stops: [{ start: 2, end: 2 }] };
  return { text: ' ', stops: [{ start: 1, end: 1 }] };
}

function isWords(shape: Shape): boolean {
  return shape.kind === 'text' && shape.prose === true;
}

/** The first lines of a backlog, for a file with nothing in it. */
export function newBacklogEntry(): CompletionEntry {
  const { text, stops } = filled(
    'product:\n  name: <name>\n  key: <KEY>\n\nstories:\n  - title: <what should be possible>',
  );
  return {
    label: 'new backlog',
    kind: 'entry',
    detail: 'product, stories',
    documentation: `\`\`\`yaml\n${text}\n\`\`\``,
    insert: text,
    stops: [...stops, { start: text.length, end: text.length }],
  };
}

/** A scenario, for an entry of `acceptance` with nothing in it yet. Behind a dash that stands there the line is no news. */
export function scenarioEntries(backlog: Backlog, place: Place, dash: '' | '- '): readonly CompletionEntry[] {
  const inside = ' '.repeat(place.column + dash.length);
  const mapping = filled(
    `${dash}scenario: <name>\n${inside}given: <context>\n${inside}when: <action>\n${inside}then: <outcome>`,
  );
  const deeper = `\n${' '.repeat(place.column + 2)}`;
  const gherkin = filled(
    `${dash}|${deeper}Scenario: <name>${deeper}  Given <context>${deeper}  When <action>${deeper}  Then <outcome>`,
  );
  const line = lineForm(backlog.config).text;
  const shown = [
    ...(dash === ''
      ? []
      : [{ label: line, detail: 'a scenario in one line', form: filled(dash + renderScalar(line)) }]),
    { label: 'new scenario', detail: 'scenario, given, when, then', form: mapping },
    { label: 'new Gherkin block', detail: 'Scenario, Given, When, Then', form: gherkin },
  ];
  return shown.map(({ label, detail, form }) => ({
    label,
    kind: 'entry',
    detail,
    insert: form.text,
    stops: [...form.stops, { start: form.text.length, end: form.text.length }],
  }));
}
