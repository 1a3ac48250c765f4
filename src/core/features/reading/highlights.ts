/**
 * The other places of what stands under the cursor: the same item, the same label, the same status, the same persona.
 * Offsets are absolute.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { Span } from '../../text/span.ts';
import type { Node } from '../../yaml/node.ts';
import { scalarText } from '../../yaml/node.ts';
import { mapOf, valueOf } from '../itemText.ts';
import { definitionAt, meantAt, referencesAt } from '../references.ts';
import { treePlaceAt } from '../treePlace.ts';
import { personaNamed, roleOf, sameName } from './personas.ts';

export interface Highlight extends Span {
  /** `write` where the thing is defined. */
  readonly kind: 'read' | 'write';
}

/** Items that are looked at for one answer: those nearest to the cursor. */
const MOST_ITEMS = 500;

/** In the order of the file; undefined where the place has no meaning of its own, so that words may be compared. */
export function highlightsAt(backlog: Backlog, offset: number): readonly Highlight[] | undefined {
  const item = backlog.itemAt(offset);
  if (item === undefined) return undefined;
  const persona = personaAt(backlog, item, offset);
  const found =
    persona === undefined ? sameItem(backlog, offset) : samePersona(backlog, item, persona, offset);
  const all = found ?? sameStatus(backlog, item, offset) ?? sameLabel(backlog, item, offset);
  return all && [...all].sort((a, b) => a.start - b.start);
}

function sameItem(backlog: Backlog, offset: number): readonly Highlight[] | undefined {
  const mention = meantAt(backlog, offset);
  if (mention === undefined || mention.targets.length === 0) return undefined;
  const definitions = new Set(definitionAt(backlog, offset).map(({ start }) => start));
  return referencesAt(backlog, offset, { withDefinition: true }).map((span) => ({
    ...span,
    kind: definitions.has(span.start) ? 'write' : 'read',
  }));
}

/** The name of the persona that the cursor is on: of a role in a sentence, or of the persona itself. */
function personaAt(backlog: Backlog, item: Item, offset: number): string | undefined {
  const at = offset - backlog.startOf(item.slice);
  if (item.list === 'personas')
    return within(item.titleSpan, at) || within(item.idSpan, at) ? item.title : undefined;
  const role = roleOf(backlog, item);
  if (role === undefined || !within(role.span, at)) return undefined;
  return personaNamed(backlog, role.text)?.title ?? role.text;
}

function samePersona(
  backlog: Backlog,
  from: Item,
  name: string,
  offset: number,
): readonly Highlight[] | undefined {
  const persona = personaNamed(backlog, name);
  const wanted = new Set([name, persona?.title ?? '', persona?.id ?? ''].map(sameName).filter((one) => one));
  // A sentence may be folded between two words of a role, never within one.
  const firstWords = [...wanted].map((words) => words.split(' ', 1)[0] ?? words);
  const mayName = ({ list, slice }: Item): boolean => {
    if (list !== 'stories' && list !== 'epics') return false;
    const text = slice.text.toLowerCase();
    return firstWords.some((word) => text.includes(word));
  };
  const stories = nearest(backlog, from, mayName);
  const roles = stories.flatMap((story): readonly Highlight[] => {
    const role = roleOf(backlog, story);
    return role !== undefined && wanted.has(sameName(role.text))
      ? [placed(backlog, story, role.span, 'read')]
      : [];
  });
  const own = persona?.titleSpan;
  const defined = persona && own ? [placed(backlog, persona, own, 'write')] : [];
  const onId = persona !== undefined && within(persona.idSpan, offset - backlog.startOf(persona.slice));
  const id = onId && persona.idSpan ? [placed(backlog, persona, persona.idSpan, 'write')] : [];
  return [...id, ...defined, ...roles];
}

function sameStatus(backlog: Backlog, item: Item, offset: number): readonly Highlight[] | undefined {
  const { status, statusSpan } = item;
  if (!within(statusSpan, offset - backlog.startOf(item.slice))) return undefined;
  return nearest(backlog, item, (other) => other.status === status && status !== undefined).flatMap(
    (other) => (other.statusSpan ? [placed(backlog, other, other.statusSpan, 'read')] : []),
  );
}

function sameLabel(backlog: Backlog, item: Item, offset: number): readonly Highlight[] | undefined {
  if (item.labels.length === 0) return undefined;
  const place = treePlaceAt(backlog, offset);
  if (place?.on !== 'value' || place.path[2] !== 'labels') return undefined;
  const label = place.text;
  return nearest(backlog, item, ({ labels }) => labels.includes(label)).flatMap((other) =>
    labelSpans(backlog, other, label).map((span) => placed(backlog, other, span, 'read')),
  );
}

function labelSpans(backlog: Backlog, item: Item, label: string): readonly Span[] {
  const map = mapOf(backlog, item);
  const { text } = item.slice;
  const value = map && valueOf(map, 'labels', text);
  const entries: readonly (Node | undefined)[] = value?.kind === 'seq' ? value.items : [value];
  return entries.flatMap((entry) =>
    entry?.kind === 'scalar' && scalarText(entry, text) === label ? [entry] : [],
  );
}

/** The items that fit, of too many those around the given one. */
function nearest(backlog: Backlog, from: Item, fits: (item: Item) => boolean): readonly Item[] {
  const { items } = backlog;
  const found: number[] = [];
  items.forEach((item, index) => {
    if (fits(item)) found.push(index);
  });
  const at = items.indexOf(from);
  const middle = found.findIndex((index) => index >= at);
  const low = Math.max(
    0,
    Math.min((middle < 0 ? found.length : middle) - MOST_ITEMS / 2, found.length - MOST_ITEMS),
  );
  return found.slice(low, low + MOST_ITEMS).flatMap((index) => items[index] ?? []);
}

function within(span: Span | undefined, at: number): boolean {
  return span !== undefined && span.start <= at && at <= span.end;
}

function placed(backlog: Backlog, { slice }: Item, { start, end }: Span, kind: Highlight['kind']): Highlight {
  const base = backlog.startOf(slice);
  return { start: base + start, end: base + end, kind };
}
