/**
 * Which item an id meant when a commit was made, for the few ids that mean two things now: one item bears the id, and
 * another one bore it before. Looked up in the backlog of that commit's own tree; where that can't tell, both stay,
 * marked uncertain.
 */
import { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { GitHost } from '../../workspace/gitHost.ts';
import type { Located } from '../commitInfo.ts';
import type { Target } from '../directory.ts';
import { tryGit } from '../git/ask.ts';
import type { CommitLink } from '../links.ts';
import type { Asked } from './asked.ts';

/** No more blobs than this are read for one answer; what is left stays uncertain. */
const MOST_BLOBS = 200;

/** The links of an item without those that meant another one. */
export async function certain(
  asked: Asked,
  target: Target,
  { view }: Located,
  links: readonly CommitLink[],
): Promise<readonly CommitLink[]> {
  const unsure = links.filter(({ uncertain }) => uncertain);
  const path =
    unsure.length === 0 ? undefined : pathInside(asked.host, target.uri, view.repository.place.top);
  if (path === undefined) return links;
  const commits = unsure.map(({ commit }) => view.index.id(commit));
  const trees = await backlogsIn(asked.host, view.repository.place.top, commits, path);
  return links.flatMap((link) => {
    if (!link.uncertain) return [link];
    const then = trees.get(view.index.id(link.commit));
    const others = asked.directory.meaning(link.id)?.targets ?? [];
    const meant = then && bearer(then, link.id, others);
    if (meant === undefined) return [link];
    return meant.item === target.item ? [{ ...link, uncertain: false }] : [];
  });
}

/** The file's path from the top of a repository; undefined where it lies outside. */
export function pathInside(host: GitHost, uri: string, top: string): string | undefined {
  const root = host.uriOf(top).replace(/\/$/, '');
  return uri.startsWith(`${root}/`) ? decodeURIComponent(uri.slice(root.length + 1)) : undefined;
}

/** The backlog as each commit had it. */
async function backlogsIn(
  host: GitHost,
  folder: string,
  commits: readonly string[],
  path: string,
): Promise<ReadonlyMap<string, Backlog>> {
  // One line a question: a path with a line break can't be asked for.
  if (/[\n\0]/.test(path)) return new Map();
  const input = commits.map((commit) => `${commit}:${path}\n`).join('');
  const blobs = await tryGit(host, {
    folder,
    args: ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
    input,
  });
  const blobOf = new Map<string, string>();
  for (const [nth, line] of (blobs ?? '').split('\n').entries()) {
    const [id, type] = line.split(' ');
    const commit = commits[nth];
    if (type === 'blob' && id !== undefined && commit !== undefined) blobOf.set(commit, id);
  }
  const read = new Map<string, Backlog>();
  for (const id of [...new Set(blobOf.values())].slice(0, MOST_BLOBS)) {
    const text = await tryGit(host, { folder, args: ['cat-file', 'blob', id] });
    if (text !== undefined) read.set(id, Backlog.read(text));
  }
  return new Map(
    [...blobOf].flatMap(([commit, id]) => {
      const backlog = read.get(id);
      return backlog === undefined ? [] : [[commit, backlog] as const];
    }),
  );
}

/** Which of the items of today bore an id then; undefined where that can't be told. */
function bearer(then: Backlog, id: string, candidates: readonly Target[]): Target | undefined {
  const bore = then.byId(id).filter(({ list }) => list === 'stories' || list === 'epics');
  const [was, more] = bore;
  if (was === undefined || more !== undefined) return undefined;
  const [living, ...former] = candidates;
  if (living === undefined) return undefined;
  // An item that had its new number already was not the one that was called so.
  const notYet = former.filter(({ item }) => item.id === undefined || then.byId(item.id).length === 0);
  if (notYet.length === 0) return living;
  const alike = candidates.filter(({ item }) => sameTitle(item, was));
  return alike.length === 1 ? alike[0] : undefined;
}

function sameTitle(a: Item, b: Item): boolean {
  const plain = (title: string | undefined): string =>
    (title ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(a.title) !== '' && plain(a.title) === plain(b.title);
}
