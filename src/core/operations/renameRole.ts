/**
 * Calls a persona something else: in its `name`, and in every story sentence whose whole role is that name. The article
 * in front follows the new name.
 */
import { scalarText } from '../yaml/node.ts';
import type { TextEdit } from '../text/span.ts';
import { mend } from '../writing/mend.ts';
import { readSentence } from '../writing/sentence/sentence.ts';
import { articleFor } from '../writing/words/article.ts';
import { Written } from '../writing/written.ts';
import { type Leaf, leavesOf } from './names.ts';
import { type Refused, refuse } from './refusal.ts';
import { respell, type Respelled, type SliceRespelled } from './respell.ts';
import type { Step } from './step.ts';
import { addressOf, type View } from './view.ts';

export function renameRole(view: View, from: string, to: string): Step | Refused {
  if (to === '' || /[\r\n\t]/.test(to))
    return refuse('invalid-value', 'A persona needs a name of some words on one line.');
  const all: SliceRespelled[] = [];
  for (const slice of view.source.slices) {
    const { reading, leaves } = leavesOf(view, slice);
    const scalars: Respelled[] = [];
    for (const leaf of leaves) {
      if (isPersonaName(leaf)) {
        const name = scalarText(leaf.node, slice.text);
        if (same(name, to) && !same(to, from))
          return refuse('invalid-value', `Another persona is called "${to}" already: choose another name.`);
        if (same(name, from)) scalars.push({ node: leaf.node, text: to, flow: leaf.flow });
      } else if (isSentence(leaf)) {
        const written = new Written(leaf.node, slice.text);
        const edits = roleEdits(view, written, from, to);
        if (edits.length === 0) continue;
        const inFile = mend(written, edits, slice);
        scalars.push({
          node: leaf.node,
          text: written.with(edits),
          flow: leaf.flow,
          ...(inFile === undefined ? {} : { edits: inFile }),
        });
      }
    }
    if (scalars.length > 0) all.push({ slice, root: reading.root, scalars });
  }
  if (all.length === 0)
    return refuse('unknown-item', `No persona is called "${from}", and no story names one.`);
  const renamed = new Set(all.map(({ slice }) => slice));
  const personas = view.list('personas').filter((entry) => renamed.has(entry.slice));
  const items = personas.map((entry) => addressOf(view, entry));
  return respell(view, all, items, `the persona ${from}`);
}

function isPersonaName({ path, key }: Leaf): boolean {
  return path.length === 2 && path[0] === 'personas' && path[1] === 'name' && !key;
}

function isSentence({ path }: Leaf): boolean {
  return path.length === 2 && (path[0] === 'stories' || path[0] === 'epics') && path[1] === 'story';
}

/** People write names of roles in small letters and in large ones. */
function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** What puts the new name into a sentence; nothing where its role is another. */
function roleEdits(view: View, written: Written, from: string, to: string): TextEdit[] {
  const { role } = readSentence(written, view.config);
  if (role === undefined || !same(role.text, from)) return [];
  const edits: TextEdit[] = [{ start: role.start, end: role.end, text: to }];
  const announced = written.text.slice(role.indicator.start, role.indicator.end);
  const article = /(?:^|\s)(an?)\s*$/i.exec(announced)?.[1];
  if (article === undefined) return edits;
  const wanted = articleFor(to);
  if (wanted === articleFor(from) || article.toLowerCase() === wanted) return edits;
  const end = role.indicator.start + announced.trimEnd().length;
  const spelled = article.startsWith('A') ? `A${wanted.slice(1)}` : wanted;
  return [{ start: end - article.length, end, text: spelled }, ...edits];
}
