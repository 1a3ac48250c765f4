/** Sets one of the team's settings (a value of `product`, `workflow`, `writing` or `commits`), or takes it away. */
import { isListName } from '../backlog/lists.ts';
import type { Shape } from '../schema/shape.ts';
import type { Slice } from '../yaml/slicedText.ts';
import { isList, type Plain, renderMap } from '../yaml/writeBlock.ts';
import { insertSection } from './addToSection.ts';
import { dataOf } from './data.ts';
import { findField } from './fieldPath.ts';
import type { Value } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { takeAway } from './removeField.ts';
import { writeField } from './setField.ts';
import { nothing, type Step } from './step.ts';
import { bareTexts, checkValue, settingShape } from './validate.ts';
import type { Entry, View } from './view.ts';

/** @param path the keys that lead to it: `['workflow', 'wip', 'doing']` */
export function setSetting(view: View, path: readonly string[], value: Value): Step | Refused {
  const [section = '', ...rest] = path;
  if (isListName(section) || rest.length === 0)
    return refuse('unknown-field', `${path.join('.')} is not one of the team's settings.`);
  const shaped = settingShape(path);
  if (!shaped.ok) return shaped;
  const slices = view.source.slices.filter((slice) => slice.section === section);
  const [slice] = slices;
  if (slices.length > 1)
    return refuse('cannot-preserve', `The file has ${section} twice: remove one of them in the file first.`);
  if (view.source.slices.some(({ kind }) => kind === 'whole'))
    return refuse('cannot-preserve', `The file is written on one line: change ${section} in the file.`);
  const step =
    slice === undefined ? absent(view, path, value, shaped.shape) : inSlice(view, slice, path, value);
  // It belongs to no item.
  return step.ok ? { ...step, items: [] } : step;
}

function inSlice(view: View, slice: Slice, path: readonly string[], value: Value): Step | Refused {
  const entry = sectionEntry(slice);
  if (value === null) return removed(view, entry, path);
  const shaped = settingShape(path);
  if (!shaped.ok) return shaped;
  const checked = checkValue(view, shaped.shape, value, path.join('.'));
  if (!checked.ok) return checked;
  return writeField(view, entry, path, asPeopleWrite(path, checked.value), shaped.shape);
}

/** Estimates are words that most teams write as numbers: `[1, 2, 3]`. */
function asPeopleWrite(path: readonly string[], value: Plain): Plain {
  if (path.join('.') !== 'workflow.estimates' || !isList(value)) return value;
  return value.map((one) => (typeof one === 'string' && String(Number(one)) === one ? Number(one) : one));
}

/** With its last setting a section stays, and says nothing. */
function removed(view: View, entry: Entry, path: readonly string[]): Step | Refused {
  const step = takeAway(view, entry, path);
  if (step.ok) return step;
  const place = findField(view, entry, path);
  const isLast =
    place.ok && [place.map, ...place.parents.map(({ map }) => map)].every(({ pairs }) => pairs.length === 1);
  const [section = ''] = path;
  return isLast ? writeField(view, entry, [section], {}, { kind: 'any' }) : step;
}

/** A section that the file does not have. */
function absent(view: View, path: readonly string[], value: Value, shape: Shape): Step | Refused {
  if (value === null) return nothing(view, []);
  const checked = checkValue(view, shape, value, path.join('.'));
  if (!checked.ok) return checked;
  const [section = '', ...rest] = path;
  const inner = rest.reduceRight<Plain>(
    (inside, key) => ({ [key]: inside }),
    asPeopleWrite(path, checked.value),
  );
  const bare = bareTexts(shape);
  const lines = renderMap({ [section]: inner }, { indent: 0, bare: (at) => bare(at.slice(path.length)) });
  const written = lines.flatMap((line) => line.split('\n'));
  return insertSection(view, section, {
    lines: written,
    tokens: [{ key: section, item: false, data: dataOf(inner) }],
  });
}

/** A section as operations take an item: its fields are below its key. */
function sectionEntry(slice: Slice): Entry {
  return {
    list: 'stories',
    isSection: true,
    slice,
    nth: 0,
    id: undefined,
    status: undefined,
    estimate: undefined,
    sprint: undefined,
    was: [],
    references: [],
  };
}
