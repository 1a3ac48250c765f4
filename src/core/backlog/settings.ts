/** Where in a file the team's settings stand, and what they say together with those of the person. */
import { readSlice } from '../yaml/read.ts';
import type { Slice } from '../yaml/slice.ts';
import { type Config, readConfig, type Section } from './config.ts';

/** How rules are to be judged where the file says nothing about them. */
export type Levels = Config['rules'];

export const NO_LEVELS: Levels = new Map();

const SETTINGS = new Set(['version', 'product', 'workflow', 'writing', 'commits']);

/** The settings of a file. What it says of a rule counts before `levels`. */
export function readSettings(slices: readonly Slice[], levels: Levels): Config {
  const sections: Section[] = [];
  for (const slice of slices) {
    if (!mayHoldSettings(slice)) continue;
    const { root } = readSlice(slice);
    if (root?.kind !== 'map') continue;
    for (const { key, value } of root.pairs) {
      if (key.kind !== 'scalar') continue;
      sections.push({
        key: key.value ?? slice.text.slice(key.start, key.end),
        node: value,
        text: slice.text,
      });
    }
  }
  const config = readConfig(sections);
  return levels.size === 0 ? config : { ...config, rules: new Map([...levels, ...config.rules]) };
}

function mayHoldSettings(slice: Slice): boolean {
  return slice.kind === 'whole' || (slice.kind !== 'item' && SETTINGS.has(slice.section));
}

export function touchesSettings(slices: readonly Slice[]): boolean {
  return slices.some(mayHoldSettings);
}
