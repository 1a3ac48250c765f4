/**
 * Looks for duplicates in a file, again and again, and changes one story after the other. Writes the milliseconds as
 * JSON. Run with `--expose-gc`. Reading a story's sentence is part of it.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { Backlog } from '../src/core/backlog/backlog.ts';
import { Ids } from '../src/core/backlog/ids.ts';
import type { Item } from '../src/core/backlog/item.ts';
import { SAME_STORY } from '../src/core/writing/sets/sameStory.ts';
import type { SetHost, SetRule } from '../src/core/writing/sets/setRule.ts';
import { WrittenItem } from '../src/core/writing/writtenItem.ts';

const [file = '', rounds = '5', changes = '100'] = process.argv.slice(2);
const backlog = Backlog.read(readFileSync(file, 'utf8'));
const items = backlog.list('stories');
const places = new Map(backlog.items.map((item, at) => [item, at]));
const place = (item: Item): number => places.get(item) ?? 0;

const written = (item: Item): WrittenItem | undefined => {
  const node = backlog.node(item);
  return node?.kind === 'map' ? new WrittenItem(item, node, backlog.config) : undefined;
};
const host: SetHost = {
  config: () => backlog.config,
  ids: new Ids(() => backlog.items),
  inOrder: (some) => [...some].sort((a, b) => place(a) - place(b)),
  address: (item) => backlog.address(item),
  written,
};

function timed<T>(times: number[], act: () => T): T {
  const usage = process.cpuUsage();
  const started = performance.now();
  const result = act();
  const passed = performance.now() - started;
  const { user, system } = process.cpuUsage(usage);
  times.push(Math.min(passed, (user + system) / 1000));
  return result;
}

function add(rule: SetRule, item: Item): void {
  const found = written(item);
  if (found !== undefined) rule.add(found, true);
}

/** What is said of everybody is worked out, as the idle pass does. */
function settle(rule: SetRule): number {
  while (rule.findings().pending) rule.findings().work();
  return rule.findings().size;
}

const times = { pass: [] as number[], change: [] as number[], found: 0 };
for (let round = 0; round < Number(rounds); round++) {
  globalThis.gc?.();
  const rule = timed(times.pass, () => {
    const made = SAME_STORY.make(host);
    for (const item of items) add(made, item);
    times.found = settle(made);
    return made;
  });
  if (round + 1 < Number(rounds)) continue;
  for (let change = 0; change < Number(changes); change++) {
    const item = items[(change * 7919) % items.length];
    if (item === undefined) throw new Error('there is no story');
    timed(times.change, () => {
      rule.remove(item);
      add(rule, item);
      settle(rule);
    });
  }
  if (settle(rule) !== times.found) throw new Error('other duplicates are found after the changes');
}
process.stdout.write(JSON.stringify(times));
