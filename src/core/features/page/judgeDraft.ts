/**
 * Judges a text that a person is typing, as if it stood in the file: the edit that would write it is planned, and the
 * item is read and judged with it. The file and the model are left alone.
 */
import { asWanted } from '../../backlog/asWanted.ts';
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import { itemNodes, readFacts } from '../../backlog/sliceFacts.ts';
import type { Operation } from '../../operations/operation.ts';
import { planOperation } from '../../operations/planOperation.ts';
import { changedBy } from '../../operations/verify.ts';
import { Draft, findEntry } from '../../operations/view.ts';
import { WrittenItem } from '../../writing/writtenItem.ts';
import type { MapNode } from '../../yaml/node.ts';
import { readSlice } from '../../yaml/read.ts';
import { mapOf } from '../itemText.ts';
import { tablePlace } from './examples.ts';
import { findingsOf, type FoundProblem } from './findings.ts';
import { lifeOf, problemsFound, wordsFound } from './itemPage.ts';
import type { Judgement } from './pageData.ts';
import { setting } from './pageOperation.ts';
import { type Path, pathOf } from './path.ts';
import { entriesOf, nodeAt } from './scene.ts';
import { sentenceOf } from './sentence.ts';

/** @param name the path that the text is for; it may be an entry that is not there yet */
export function judgeDraft(backlog: Backlog, item: Item, name: string, text: string): Judgement {
  const path = pathOf(name);
  const map = mapOf(backlog, item);
  const found = map === undefined ? [] : foundIn(backlog, item, map, path, text);
  const findings = found
    .map(({ finding }) => finding)
    .filter((finding) => finding.path === name || finding.path.startsWith(`${name}.`));
  return name === 'story' ? { findings, sentence: sentenceOf(text, backlog.config) } : { findings };
}

function foundIn(
  backlog: Backlog,
  item: Item,
  map: MapNode,
  path: Path,
  text: string,
): readonly FoundProblem[] {
  if (text.trim() === '') return [];
  const operation = writing(backlog, item, map, path, text);
  const plan = operation && planOperation(backlog, operation);
  if (plan?.ok !== true) return [];
  if (plan.edits.length === 0) return problemsFound(backlog, item, map);
  const draft = new Draft(backlog, changedBy(backlog.source, plan.edits));
  const entry = findEntry(draft, backlog.address(item));
  if (!entry.ok) return [];
  const { slice, nth } = entry.entry;
  const { config } = backlog;
  const facts = readFacts(slice, {
    config,
    resolve: (alias) => backlog.anchor(alias.name, item.slice, alias.start),
  });
  const read = facts.items[nth];
  const node = itemNodes(slice, readSlice(slice).root)[nth]?.node;
  if (read === undefined || node?.kind !== 'map') return [];
  const own = findingsOf(
    { map: node, text: slice.text, fixesOf: (problem) => problem.fixes ?? [], early: false },
    asWanted(read.problems, config.rules, read.ignored),
  );
  const life = lifeOf(read, config);
  if (life === 'done' || life === 'dropped') return own;
  return [...own, ...wordsFound(new WrittenItem(read, node, config), life === 'idea')];
}

/** The operation that would write the text. */
function writing(
  backlog: Backlog,
  item: Item,
  map: MapNode,
  path: Path,
  text: string,
): Operation | undefined {
  const address = backlog.address(item);
  const { last } = path;
  const source = item.slice.text;
  if (last !== undefined && tablePlace(path) === undefined) {
    const count = entriesOf(nodeAt(map, path.steps.slice(0, -1), source)).length;
    if (last.index >= count)
      return { type: 'addEntry', item: address, field: last.list, value: text, at: count };
  }
  const asked = setting({ item: address, map, text: source, path }, text);
  return 'refusal' in asked ? undefined : asked.operation;
}
