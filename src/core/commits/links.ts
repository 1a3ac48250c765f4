/** Which commits and branches belong to an item, and which items a commit belongs to, in one repository. */
import {
  type Directory,
  idOf,
  isSurer,
  type LinkStrength,
  readMention,
  strengthOf,
  type Target,
} from './directory.ts';
import { type CommitSettings, isClosing } from './settings.ts';
import type { NamedBranch, RepositoryView } from './view.ts';

export interface CommitLink {
  readonly commit: number;
  readonly strength: LinkStrength;
  /** The id by which it was named. */
  readonly id: string;
  readonly uncertain: boolean;
  readonly closes: boolean;
}

export interface ItemLink {
  readonly target: Target;
  readonly strength: LinkStrength;
  readonly id: string;
  readonly uncertain: boolean;
  readonly closes: boolean;
}

type Settings = Pick<CommitSettings, 'trailers'>;

/** The commits of an item, newest first, each once by its surest reference. */
export function commitsOf(
  view: RepositoryView,
  directory: Directory,
  target: Target,
  settings: Settings,
): readonly CommitLink[] {
  const links = new Map<number, CommitLink>();
  const keep = (link: CommitLink): void => {
    const known = links.get(link.commit);
    if (known === undefined) links.set(link.commit, link);
    else {
      const surer = isSurer(link.strength, known.strength) ? link : known;
      links.set(link.commit, { ...surer, closes: link.closes || known.closes });
    }
  };
  const owners = new Map<number, { readonly id: string; readonly uncertain: boolean }>();
  for (const name of directory.namesOf(target)) {
    const meaning = directory.meaning(name);
    if (!meaning?.targets.some(({ item }) => item === target.item)) continue;
    const { uncertain } = meaning;
    const [key, number] = partsOf(name);
    for (const { commit, mention } of number === undefined ? [] : view.table.find(key, number)) {
      if (idOf(mention, settings) !== name) continue;
      const strength = strengthOf(mention, settings);
      const closes = strength === 'trailer' && mention.trailer !== undefined && isClosing(mention.trailer);
      keep({ commit, strength, id: name, uncertain, closes });
      if (mention.place === 'branch') owners.set(commit, { id: name, uncertain });
    }
  }
  for (const { nth } of branchesOf(view, directory, target))
    owners.set(view.index.size + nth, { id: target.item.id ?? '', uncertain: false });
  for (const [owner, by] of owners) {
    for (const commit of view.ownedBy(owner)) {
      if (namesOther(view, directory, commit, settings)) continue;
      keep({ commit, strength: 'branch', closes: false, ...by });
    }
  }
  const { index } = view;
  return [...links.values()].sort(
    (a, b) => index.time(b.commit) - index.time(a.commit) || a.commit - b.commit,
  );
}

interface Branches {
  readonly directory: Directory;
  readonly byItem: ReadonlyMap<Target['item'], readonly NamedBranch[]>;
}
const branches = new WeakMap<RepositoryView, Branches>();

/** The branches whose names name an item, the one with the oldest tip first. */
export function branchesOf(
  view: RepositoryView,
  directory: Directory,
  target: Target,
): readonly NamedBranch[] {
  let known = branches.get(view);
  if (known?.directory !== directory) {
    known = { directory, byItem: branchesByItem(view, directory) };
    branches.set(view, known);
  }
  return known.byItem.get(target.item) ?? [];
}

function branchesByItem(
  view: RepositoryView,
  directory: Directory,
): ReadonlyMap<Target['item'], readonly NamedBranch[]> {
  const byItem = new Map<Target['item'], NamedBranch[]>();
  for (const branch of view.namedBranches) {
    const items = new Set<Target['item']>();
    for (const { key, number } of branch.mentions)
      for (const { item } of directory.meaning(`${key}-${number}`)?.targets ?? []) items.add(item);
    for (const item of items) {
      const own = byItem.get(item);
      if (own) own.push(branch);
      else byItem.set(item, [branch]);
    }
  }
  return byItem;
}

/** The items of a commit, the surest first. */
export function itemsOf(
  view: RepositoryView,
  directory: Directory,
  commit: number,
  settings: Settings,
): readonly ItemLink[] {
  const own = view.index.hasMentions(commit) ? view.index.mentions(commit) : [];
  const links = itemsNamed(own, directory, settings);
  if (links.some(({ strength }) => strength !== 'mention')) return links;
  const byBranch = itemsNamed(view.ownerMentions(commit), directory, settings);
  return [
    ...links,
    ...byBranch.filter(({ target }) => !links.some((link) => link.target.item === target.item)),
  ];
}

/** The items that mentions name, the surest first. */
export function itemsNamed(
  mentions: readonly Parameters<typeof readMention>[0][],
  directory: Directory,
  settings: Settings,
): readonly ItemLink[] {
  const links = new Map<Target['item'], ItemLink>();
  for (const mention of mentions) {
    const reading = readMention(mention, directory, settings);
    if (reading === undefined) continue;
    const { targets, strength, id, uncertain } = reading;
    for (const target of targets) {
      const known = links.get(target.item);
      const closes = reading.closes || known?.closes === true;
      const kept = known && !isSurer(strength, known.strength) ? known : { target, strength, id, uncertain };
      links.set(target.item, { ...kept, closes });
    }
  }
  return [...links.values()].sort((a, b) =>
    isSurer(a.strength, b.strength) ? -1 : isSurer(b.strength, a.strength) ? 1 : 0,
  );
}

/** True where a commit says itself, and not only in passing, what it is for. */
function namesOther(view: RepositoryView, directory: Directory, commit: number, settings: Settings): boolean {
  if (!view.index.hasMentions(commit)) return false;
  return view.index.mentions(commit).some((mention) => {
    const reading = mention.place === 'branch' ? undefined : readMention(mention, directory, settings);
    return reading !== undefined && reading.strength !== 'mention';
  });
}

/** When a commit last named an item, in seconds since 1970; 0 where none did. Branches do not count. */
export function lastNamed(view: RepositoryView, names: readonly string[]): number {
  let last = 0;
  for (const name of names) {
    const [key, number] = partsOf(name);
    for (const { commit } of number === undefined ? [] : view.table.find(key, number))
      last = Math.max(last, view.index.time(commit));
  }
  return last;
}

const NUMBERED = /^(?:([A-Za-z][A-Za-z0-9_]*)-|#)(\d{1,9})$/;

/** The key and number of an id; no number for ids that commits can't name. */
function partsOf(id: string): readonly [key: string, number: number | undefined] {
  const parts = NUMBERED.exec(id);
  return parts?.[2] === undefined ? ['', undefined] : [parts[1] ?? '', Number(parts[2])];
}
