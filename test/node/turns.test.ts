import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { nodeTurns } from '../../src/node/turns.ts';

const uri = pathToFileURL(`/nowhere/${process.pid}/backlog.yaml`).href;

it('lets one change a file after the other', async () => {
  const seen: string[] = [];
  const change = async (name: string): Promise<void> => {
    expect(await nodeTurns.take(uri)).toBe(true);
    seen.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    seen.push(`${name} ends`);
    await nodeTurns.give(uri);
  };
  await Promise.all(['one', 'two', 'three'].map(change));
  const order = seen.map((words) => words.split(' ')[0]);
  expect(seen).toHaveLength(6);
  for (const at of [0, 2, 4]) expect(order[at]).toBe(order[at + 1]);
});

it('goes on where a turn was left behind', async () => {
  expect(await nodeTurns.take(uri)).toBe(true);
  expect(await nodeTurns.take(uri)).toBe(true);
  await nodeTurns.give(uri);
});

it('has no turns for what is no file of this machine', async () => {
  expect(await nodeTurns.take('untitled:backlog.yaml')).toBe(false);
});
