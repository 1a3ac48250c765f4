/** Reads a whole file, judges every section and every item by itself, and gives offsets of that file. */
import { readConfig } from '../../../src/core/backlog/config.ts';
import { isListName } from '../../../src/core/backlog/lists.ts';
import type { Problem } from '../../../src/core/backlog/problem.ts';
import { judgeItem, judgeSection } from '../../../src/core/rules/judge.ts';
import { scalarText } from '../../../src/core/yaml/node.ts';
import { parseText } from '../../../src/core/yaml/parse.ts';

export function judgeText(text: string): readonly Problem[] {
  const { root } = parseText(text);
  if (root?.kind !== 'map') return [];
  const sections = root.pairs.flatMap(({ key, value }) =>
    key.kind === 'scalar' ? [{ key: scalarText(key, text), keyNode: key, node: value, text }] : [],
  );
  const config = readConfig(sections);
  return sections.flatMap((section) => [
    ...judgeSection({ ...section, config }),
    ...(isListName(section.key) && section.node?.kind === 'seq'
      ? itemsOf(section.node.items, section.key, text, config)
      : []),
  ]);
}

function itemsOf(
  nodes: readonly Parameters<typeof judgeItem>[0]['node'][],
  list: Parameters<typeof judgeItem>[0]['list'],
  text: string,
  config: Parameters<typeof judgeItem>[0]['config'],
): readonly Problem[] {
  return nodes.flatMap((node) => judgeItem({ list, node, text, config }));
}

/** A text with the places that should be marked, each between `⟦` and `⟧`. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

export function unmark(marked: string): Marked {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let open = -1;
  for (const character of marked) {
    if (character === '⟦') open = text.length;
    else if (character === '⟧') {
      if (open < 0) throw new Error('a mark is closed that was never opened');
      spans.push({ start: open, end: text.length });
      open = -1;
    } else text += character;
  }
  if (open >= 0) throw new Error('a mark is never closed');
  return { text, spans };
}

/** Applies the first fix of a problem. */
export function fixed(text: string, problem: Problem): string {
  const [fix] = problem.fixes ?? [];
  if (fix === undefined) throw new Error(`no fix for ${problem.rule}`);
  let result = text;
  for (const edit of [...fix.edits].sort((a, b) => b.start - a.start))
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  return result;
}
