/** The score of an item with its formula, and what blocks it. */
import { scoreOf, SCORES } from '../../planning/scores.ts';
import { likeliest } from '../../rules/scorePartial.ts';
import { numberIn } from '../../rules/scalar.ts';
import { fieldsOf } from '../../operations/validate.ts';
import { type MapNode, type Node, pairOf } from '../../yaml/node.ts';
import { fieldText } from '../itemText.ts';
import type { PageBlocked, PageScore } from './pageData.ts';
import { type PageScene, shownText } from './scene.ts';

const NO_MAP = 'This is no mapping of numbers: change it in the file.';

export function scoreIn(scene: PageScene): PageScore {
  const node = scene.value('score');
  const map = node?.kind === 'map' ? node : undefined;
  const shape = fieldsOf(scene.backlog, scene.item.list).get('score')?.shape;
  const fields = shape?.kind === 'object' ? [...shape.fields.values()] : [];
  const written = new Map(
    fields.flatMap(({ key }) => {
      const value = map && pairOf(map, key, scene.text)?.value;
      return value?.kind === 'scalar' ? [[key, value] as const] : [];
    }),
  );
  const numbers = new Map(
    [...written].flatMap(([key, value]) => {
      const number = numberIn(value, scene.text);
      return Number.isFinite(number) ? [[key, number] as const] : [];
    }),
  );
  const result = scoreOf(numbers);
  const kind = result ? SCORES.find(({ name }) => name === result.name) : likeliest(new Set(written.keys()));
  const wanted = (key: string): boolean => kind?.keys.includes(key) === true;
  const marked = scene.marked('score', node, node === undefined || map !== undefined ? undefined : NO_MAP);
  return {
    ...marked,
    numbers: [...fields]
      .sort((a, b) => Number(wanted(b.key)) - Number(wanted(a.key)))
      .map(({ key, title, description }) => {
        const value = written.get(key);
        const shown = value === undefined ? {} : { value: shownText(value, scene.text) };
        return { key, title, help: description, ...shown, wanted: wanted(key) };
      }),
    ...(kind === undefined ? {} : { name: kind.name }),
    missing: kind?.keys.filter((key) => !numbers.has(key)) ?? [],
    ...(result === undefined
      ? {}
      : { result: { value: result.value, formula: result.formula, numbers: result.numbers } }),
  };
}

export function blockedIn(scene: PageScene): PageBlocked {
  const node = scene.value('blocked');
  const odd = node?.kind === 'seq' ? 'This is a list: change it in the file.' : undefined;
  const marked = scene.marked('blocked', node, odd);
  const is = scene.item.blocked;
  if (node?.kind !== 'map') return { ...marked, is, why: is ? bare(node, scene.text) : '' };
  const why = fieldText(node, 'why', scene.text) ?? '';
  return { ...marked, is, why, ...inMap(node, 'by', scene.text), ...inMap(node, 'due', scene.text) };
}

/** `blocked: true` says that it is, not why. */
function bare(node: Node | undefined, text: string): string {
  const words = shownText(node, text);
  return node?.kind === 'scalar' && node.style === 'plain' && /^(?:true|yes|on)$/i.test(words) ? '' : words;
}

function inMap<K extends 'by' | 'due'>(map: MapNode, key: K, text: string): { readonly [P in K]?: string } {
  const value = fieldText(map, key, text);
  // The compiler can't see that a computed key is the one of the type.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}
