/** schema/unknown-key: a key that the format does not know. It is kept; a slip is a warning with the correction. */
import { LISTS } from '../backlog/lists.ts';
import { closest } from '../text/closest.ts';
import { itemFields } from '../schema/shapes.ts';
import { scalarText } from '../yaml/node.ts';
import type { MapNode, Scalar } from '../yaml/node.ts';
import { changeTo } from './fixes.ts';
import type { Judging } from './judging.ts';
import type { KeyTable } from './plan.ts';
import { pairWith, shown } from './scalar.ts';
import { listed } from './words.ts';
import { ITEM_NAMES } from '../backlog/lists.ts';

const NONE: ReadonlyMap<string, unknown> = new Map();

/** The team's own keys begin with `x-`; `<<` merges. */
function isAllowed(key: Scalar, text: string): boolean {
  const name = scalarText(key, text);
  return name.startsWith('x-') || name === '<<';
}

/** True where the key is most likely a known one, mistyped. */
function isSlip(key: Scalar, keys: KeyTable, text: string): boolean {
  return keys.meant(scalarText(key, text)) !== undefined;
}

function report(judging: Judging, map: MapNode, key: Scalar, keys: KeyTable, level: 'item' | 'nested'): void {
  const { text, list } = judging;
  const name = shown(key, text);
  const elsewhere = level === 'item' && list === 'epics' && itemFields('stories').has(name);
  const own = level === 'item' ? judging.config.customFields : NONE;
  const meant = elsewhere ? undefined : (keys.meant(name) ?? closest(name, own.keys()));
  if (meant !== undefined) {
    const taken = pairWith(map, meant, text) !== undefined;
    judging.report(
      'schema/unknown-key',
      'warning',
      key,
      `"${name}" is no key of the format: did you mean "${meant}"?`,
      taken ? undefined : [changeTo(key, meant)],
    );
    return;
  }
  if (judging.life === 'finished') return;
  const what = list === undefined ? 'part' : ITEM_NAMES[list];
  const message = elsewhere
    ? `Only stories have "${name}": here it is ignored.`
    : level === 'item'
      ? `"${name}" is no key of a ${what}: it is kept, and nothing reads it. A key of your own begins with "x-".`
      : `"${name}" is no key here: known are ${listed([...keys.fields.keys()], 'and')}.`;
  judging.report('schema/unknown-key', 'hint', key, message);
}

/** A top-level key. */
export function unknownSection(judging: Judging, key: Scalar, known: Iterable<string>): void {
  const name = shown(key, judging.text);
  const meant = LISTS.find((list) => ITEM_NAMES[list] === name.toLowerCase()) ?? closest(name, known);
  judging.report(
    'schema/unknown-key',
    meant === undefined ? 'hint' : 'warning',
    key,
    meant === undefined
      ? `"${name}" is no part of a backlog: it is kept, and nothing reads it. A key of your own begins with "x-".`
      : `"${name}" is no part of a backlog: did you mean "${meant}"?`,
    meant === undefined ? undefined : [changeTo(key, meant)],
  );
}

export const unknownKey = { isAllowed, isSlip, report };
