/**
 * Since when it is shared that items are blocked: when the line that says so was committed. As with every line it is the
 * committed file that is asked about; a line that is not committed has no answer.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import { mapOf } from '../../features/itemText.ts';
import type { GitHost } from '../../workspace/gitHost.ts';
import { pairOf } from '../../yaml/node.ts';
import { tryGit } from '../git/ask.ts';
import { oldLinesOf } from '../lineMap.ts';

/** A backlog as one commit has it. */
export interface Committed {
  readonly folder: string;
  readonly head: string;
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
}

/** What is known of one committed file: its text, and when lines came in, in seconds since 1970. */
interface KnownFile {
  readonly text: string | undefined;
  readonly times: Map<number, number>;
}

/** Answers of git are kept for each file, as long as the commit is the same. */
export class BlockedSince {
  readonly #known = new Map<string, { readonly head: string; readonly file: Promise<KnownFile> }>();

  /** Seconds since 1970 for each item; undefined for one that is not blocked, or not in the commit. */
  async of(
    host: GitHost,
    at: Committed,
    { backlog, items }: { readonly backlog: Backlog; readonly items: readonly (Item | undefined)[] },
  ): Promise<readonly (number | undefined)[]> {
    const { text, times } = await this.#file(host, at);
    if (text === undefined) return items.map(() => undefined);
    const lines = items.map((item) => (item?.blocked === true ? lineOf(backlog, item) : undefined));
    const asked = lines.flatMap((line) => line ?? []);
    const found = asked.length === 0 ? [] : oldLinesOf(text, backlog.source.toString(), asked);
    const old = new Map(asked.map((line, index) => [line, found[index]]));
    const committed = lines.map((line) => (line === undefined ? undefined : old.get(line)));
    await askTimes(host, at, times, committed);
    return committed.map((line) => (line === undefined ? undefined : times.get(line)));
  }

  #file(host: GitHost, { folder, head, path }: Committed): Promise<KnownFile> {
    const key = JSON.stringify([folder, path]);
    const known = this.#known.get(key);
    if (known?.head === head) return known.file;
    const text = tryGit(host, { folder, args: ['cat-file', 'blob', `${head}:${path}`] });
    const file = text.then((blob) => ({ text: blob, times: new Map<number, number>() }));
    this.#known.set(key, { head, file });
    return file;
  }
}

/** The line (from 0) that says that an item is blocked. */
function lineOf(backlog: Backlog, item: Item): number | undefined {
  const map = mapOf(backlog, item);
  const pair = map && pairOf(map, 'blocked', item.slice.text);
  if (pair === undefined) return undefined;
  return backlog.source.positionAt(backlog.startOf(item.slice) + pair.key.start).line;
}

/** Blames all lines that are not known yet in one go. */
async function askTimes(
  host: GitHost,
  { folder, head, path }: Committed,
  times: Map<number, number>,
  lines: readonly (number | undefined)[],
): Promise<void> {
  const unknown = [...new Set(lines)].filter((line) => line !== undefined && !times.has(line));
  if (unknown.length === 0) return;
  const ranges = unknown.flatMap((line) => ['-L', `${Number(line) + 1},${Number(line) + 1}`]);
  const args = ['blame', '--porcelain', '--no-textconv', ...ranges, head, '--', path];
  const out = (await tryGit(host, { folder, args })) ?? '';
  const commits = new Map<string, number>();
  const places: [line: number, commit: string][] = [];
  let commit = '';
  for (const line of out.split('\n')) {
    const [, id, place] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(line) ?? [];
    const [, time] = /^committer-time (\d+)$/.exec(line) ?? [];
    if (id !== undefined) {
      commit = id;
      places.push([Number(place) - 1, id]);
    }
    if (time !== undefined) commits.set(commit, Number(time));
  }
  for (const [line, id] of places) {
    const time = commits.get(id);
    if (time !== undefined) times.set(line, time);
  }
}
