/**
 * From the message with the whole snapshot to the first rows of the tree, once, in a process that has just started,
 * as it is in an editor. Writes the milliseconds as JSON. What the editor itself then does to draw is not in it.
 *   node treeWorker.mjs SNAPSHOT.json GROUPING
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { applySnapshot } from '../src/views/snapshots.ts';
import { TreeModel } from '../src/extension/tree/model.ts';
import { buildTree } from '../src/extension/tree/nodes.ts';
import { isGrouping } from '../src/extension/viewState.ts';
import { english } from '../src/extension/words.ts';
import type { Snapshot } from '../src/protocol/snapshot.ts';

const [file = '', grouping = 'none'] = process.argv.slice(2);
if (!isGrouping(grouping)) throw new Error(`there is no grouping "${grouping}"`);
const message = readFileSync(file, 'utf8');

const started = performance.now();
const backlog = applySnapshot(undefined, JSON.parse(message) as Snapshot);
if (backlog === undefined) throw new Error('the snapshot is not whole');
const view = { grouping, filter: '', hideDone: false, only: undefined };
const { roots } = buildTree({ backlogs: [backlog], unreadable: [], view, t: english });
const model = new TreeModel();
model.update(roots);
const shown = model.children(undefined);
const first = shown.find(({ node }) => 'children' in node);
const rows = first === undefined ? [] : model.children(first);
const ms = performance.now() - started;

if (rows.length === 0) throw new Error('the tree has no rows');
process.stdout.write(JSON.stringify(ms));
