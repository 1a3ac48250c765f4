/**
 * Changes the examples of a scenario as the table that they are, cell by cell, in whichever of its two forms they are
 * written: what is not meant keeps its quotes, its place and its comments.
 */
import type { Node } from '../yaml/node.ts';
import { editExamples } from './exampleEdits.ts';
import { type ExampleTable, exampleTable } from './exampleTable.ts';
import { eolFor } from './fieldEdits.ts';
import { findField, refuseShared } from './fieldPath.ts';
import type { ExamplesChange, Operation } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { takeAway } from './removeField.ts';
import { type Attempt, changeItem, nothing, type Step } from './step.ts';
import { shapeAt } from './validate.ts';
import { addressOf, type Entry, findEntry, nameOf, type View } from './view.ts';

export function changeExamples(
  view: View,
  { item, criterion, change }: Extract<Operation, { readonly type: 'examples' }>,
): Step | Refused {
  const found = findEntry(view, item);
  if (!found.ok) return found;
  const { entry } = found;
  const path = ['acceptance', String(criterion), 'examples'];
  const shaped = shapeAt(view, entry.list, path);
  if (!shaped.ok) return shaped;
  const place = findField(view, entry, path);
  if (!place.ok) return place;
  const node = place.missing.length === 0 ? place.pair?.value : undefined;
  const { text } = entry.slice;
  const table = exampleTable(node, text);
  if (table === undefined) return refuseOdd(entry, node, criterion);
  const refused = refuseShared(view, node, path.join('.'), entry) ?? refuseChange(table, change);
  if (refused !== undefined) return refused;
  if (isLastOf(table, change)) return takeAway(view, entry, path);
  const edit = editExamples(table, change, text);
  if (edit === undefined) return nothing(view, [addressOf(view, entry)]);
  const eol = eolFor(view.source, text);
  const attempts = function* (): Generator<Attempt | undefined> {
    for (const quoted of [false, true]) yield* edit.attempts({ eol, quoted, bare: () => false });
  };
  return changeItem(view, entry, [...place.steps, ...edit.steps], edit.change, attempts());
}

function refuseOdd(entry: Entry, node: Node | undefined, criterion: number): Refused {
  const of = `criterion ${criterion + 1} of ${nameOf(entry)}`;
  return node === undefined
    ? refuse('unknown-field', `There are no examples in ${of}.`)
    : refuse(
        'cannot-preserve',
        `The examples of ${of} are no table of rows with the same columns: change them in the file.`,
      );
}

/** Why a change makes no sense for this table. */
function refuseChange({ columns, rows }: ExampleTable, change: ExamplesChange): Refused | undefined {
  if ('row' in change && !(change.row in rows))
    return refuse('invalid-value', `These examples have no row number ${change.row + 1}.`);
  if ('column' in change && !(change.column in columns))
    return refuse('invalid-value', `These examples have no column number ${change.column + 1}.`);
  if (!('name' in change)) return undefined;
  const { name } = change;
  if (name.trim() === '' || /[\r\n]/.test(name))
    return refuse('invalid-value', 'A column of examples needs a name, some words on one line.');
  const own = 'column' in change ? change.column : -1;
  return columns.some((column, at) => column === name && at !== own)
    ? refuse('invalid-value', `There is a column ${name} already.`)
    : undefined;
}

/** True where nothing would be left of the table. */
function isLastOf({ columns, rows }: ExampleTable, { kind }: ExamplesChange): boolean {
  return (kind === 'removeRow' && rows.length === 1) || (kind === 'removeColumn' && columns.length === 1);
}
