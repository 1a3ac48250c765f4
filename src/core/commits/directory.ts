/**
 * What ids in commits mean: the stories and epics of the open backlogs, by the ids that they bear and once bore. A word
 * that looks like an id (`UTF-8`) means nothing here; `#123` only where an item was called so.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import { type Mention, mentionedId, type MentionPlace } from './mentions.ts';
import { type CommitSettings, isClosing, isOurTrailer } from './settings.ts';

export type LinkStrength = 'trailer' | 'subject' | 'mention' | 'branch';

/** The surest first. */
const STRENGTHS: readonly LinkStrength[] = ['trailer', 'subject', 'mention', 'branch'];

export function isSurer(a: LinkStrength, b: LinkStrength): boolean {
  return STRENGTHS.indexOf(a) < STRENGTHS.indexOf(b);
}

export interface NamedBacklog {
  readonly uri: string;
  readonly backlog: Backlog;
}

export interface Target extends NamedBacklog {
  readonly item: Item;
}

export interface Meaning {
  /** One item, or several where that can't be told without looking closer. */
  readonly targets: readonly Target[];
  /** Another item bears the id now than one that bore it before, or two backlogs share a key. */
  readonly uncertain: boolean;
}

export class Directory {
  private readonly living = new Map<string, Target[]>();
  private readonly former = new Map<string, Target[]>();
  /** By key that is no longer used and stands in no `was`: the backlogs that only changed their key. */
  private readonly renamed = new Map<string, { readonly key: string; readonly uri: string }[]>();
  private readonly keys = new Set<string>();

  constructor(readonly backlogs: readonly NamedBacklog[]) {
    for (const { uri, backlog } of backlogs) this.learn(uri, backlog);
  }

  /** What an id means; undefined where no item bears or bore it. */
  meaning(id: string): Meaning | undefined {
    const living = this.living.get(id) ?? [];
    const former = (this.former.get(id) ?? []).filter(
      ({ item }) => !living.some((other) => other.item === item),
    );
    const targets = [...living, ...former];
    if (targets.length === 0) targets.push(...this.byRenamedKey(id));
    return targets.length === 0 ? undefined : { targets, uncertain: targets.length > 1 };
  }

  /** True where the id has a key of an open backlog, so that it can only be meant as one of theirs. */
  hasOurKey(id: string): boolean {
    const hyphen = id.lastIndexOf('-');
    return hyphen > 0 && this.keys.has(id.slice(0, hyphen));
  }

  /** Every id under which commits may name an item. */
  namesOf({ uri, backlog, item }: Target): readonly string[] {
    const names = new Set<string>(item.was);
    if (item.id !== undefined) names.add(item.id);
    const { key } = backlog.config.product;
    if (item.id !== undefined && key !== undefined && item.id.startsWith(`${key}-`)) {
      for (const [old, uses] of this.renamed) {
        const name = `${old}-${item.id.slice(key.length + 1)}`;
        if (uses.some((use) => use.uri === uri) && !this.living.has(name) && !this.former.has(name))
          names.add(name);
      }
    }
    return [...names];
  }

  private learn(uri: string, backlog: Backlog): void {
    const { key, formerKeys } = backlog.config.product;
    if (key !== undefined) this.keys.add(key);
    const used = new Set<string>();
    for (const list of ['stories', 'epics'] as const) {
      for (const item of backlog.list(list)) {
        const target = { uri, backlog, item };
        if (item.id !== undefined) push(this.living, item.id, target);
        for (const id of item.was) {
          push(this.former, id, target);
          used.add(id.slice(0, Math.max(0, id.lastIndexOf('-'))));
        }
      }
    }
    for (const old of formerKeys) {
      this.keys.add(old);
      // Where no item says what it was called under the old key, only the key has changed, and numbers stayed.
      if (key !== undefined && !used.has(old)) push(this.renamed, old, { key, uri });
    }
  }

  private byRenamedKey(id: string): readonly Target[] {
    const hyphen = id.lastIndexOf('-');
    const uses = this.renamed.get(id.slice(0, Math.max(0, hyphen))) ?? [];
    return uses.flatMap(({ key, uri }) =>
      (this.living.get(`${key}${id.slice(hyphen)}`) ?? []).filter((target) => target.uri === uri),
    );
  }
}

/** A mention with what it means. */
export interface Reading extends Meaning {
  readonly id: string;
  readonly strength: LinkStrength;
  /** The trailer says that the work is finished. */
  readonly closes: boolean;
}

/** The part of a mention that says what it means. */
type Named = Pick<Mention, 'key' | 'number' | 'place' | 'trailer'>;

/** What a mention means to a team; undefined where it names nothing. */
export function readMention(
  mention: Named,
  directory: Directory,
  settings: Pick<CommitSettings, 'trailers'>,
): Reading | undefined {
  const id = idOf(mention, settings);
  const meaning = directory.meaning(id);
  return (
    meaning && { ...meaning, id, strength: strengthOf(mention, settings), closes: closes(mention, settings) }
  );
}

/** The id as it is looked up: in the team's own trailers `fn-12` is `FN-12`. */
export function idOf(mention: Named, settings: Pick<CommitSettings, 'trailers'>): string {
  const { trailer } = mention;
  if (trailer === undefined || !isOurTrailer(settings, trailer)) return mentionedId(mention);
  return mentionedId({ key: mention.key.toUpperCase(), number: mention.number });
}

const BY_PLACE: Readonly<Record<Exclude<MentionPlace, 'trailer'>, LinkStrength>> = {
  scope: 'subject',
  subject: 'subject',
  body: 'mention',
  branch: 'branch',
};

export function strengthOf(
  { place, trailer }: Pick<Named, 'place' | 'trailer'>,
  settings: Pick<CommitSettings, 'trailers'>,
): LinkStrength {
  if (place !== 'trailer') return BY_PLACE[place];
  return trailer !== undefined && isOurTrailer(settings, trailer) ? 'trailer' : 'mention';
}

function closes({ place, trailer }: Named, settings: Pick<CommitSettings, 'trailers'>): boolean {
  return (
    place === 'trailer' && trailer !== undefined && isClosing(trailer) && isOurTrailer(settings, trailer)
  );
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
