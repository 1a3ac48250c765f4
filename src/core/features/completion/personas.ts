/** For whom stories are written: the declared personas by how often stories name them, then roles that none declares. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import { fieldText, mapOf } from '../itemText.ts';
import type { Scene } from './scene.ts';
import { phraseKey } from './vocabulary.ts';

/** How many undeclared roles are offered. */
const MOST_ROLES = 30;

export interface Persona {
  /** The words behind `As a`. */
  readonly name: string;
  readonly detail: string;
  readonly documentation?: string;
}

/** @param typed what undeclared roles are looked up by, where there are many */
export function personas(
  { backlog, words, item }: Pick<Scene, 'backlog' | 'words' | 'item'>,
  typed: string,
): readonly Persona[] {
  const vocabulary = words();
  const { roles } = vocabulary;
  // What is half typed here is no role yet.
  const own = phraseKey(vocabulary.roleOf(item) ?? '');
  const others = [...roles]
    .map(([key, { text, count }]) => ({ key, text, count: key === own ? count - 1 : count }))
    .filter(({ count }) => count > 0);
  const counts = new Map(others.map(({ key, count }) => [key, count]));
  const declared = backlog.list('personas').flatMap((item) => {
    const name = item.title ?? item.id;
    return name === undefined || name.trim() === '' ? [] : [{ item, name: name.trim() }];
  });
  const uses = (name: string): number => counts.get(phraseKey(name)) ?? 0;
  const known = new Set(declared.map(({ name }) => phraseKey(name)));
  return [
    ...declared
      .sort((a, b) => uses(b.name) - uses(a.name))
      .map(({ item, name }): Persona => {
        const documentation = aboutOf(backlog, item);
        return { name, detail: usesOf(uses(name), 'persona'), ...(documentation && { documentation }) };
      }),
    ...others
      .filter(({ key }) => !known.has(key) && key.includes(typed))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_ROLES)
      .map(({ text, count }): Persona => ({ name: text, detail: usesOf(count, 'no persona') })),
  ];
}

function usesOf(count: number, what: string): string {
  if (count === 0) return what;
  return `${what}, in ${count === 1 ? 'one story' : `${count} stories`}`;
}

function aboutOf(backlog: Backlog, item: Item): string | undefined {
  const map = mapOf(backlog, item);
  return map && fieldText(map, 'about', item.slice.text);
}
