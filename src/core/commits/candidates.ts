/**
 * Which stories a person may want to name in a commit message: the active one, those in progress (their own first),
 * those that commits named last, then the rest by rank; finished ones only where they are typed.
 */
import type { Item } from '../backlog/item.ts';
import { escapeMarkdown, shortened } from '../features/markdown.ts';
import { statusLine } from '../features/itemDetails.ts';
import type { NamedBacklog, Target } from './directory.ts';
import { isOurTrailer } from './settings.ts';

export interface Candidate {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly status?: string;
  /** In words: "active story · doing · ana". */
  readonly detail: string;
  readonly markdown: string;
  /** What is put in, and by what an editor filters and sorts. */
  readonly insert: string;
  readonly filter: string;
  readonly sort: string;
}

export interface Wishes {
  readonly active?: { readonly uri: string; readonly id: string } | undefined;
  /** When a story was last named by a commit; seconds. 0 where none named it. */
  readonly lastNamed: (target: Target) => number;
  readonly limit: number;
  /** What was typed of an id or a title. */
  readonly typed?: string;
}

/** Best first. */
export function candidates(backlogs: readonly NamedBacklog[], wishes: Wishes): readonly Candidate[] {
  const typed = (wishes.typed ?? '').toLowerCase();
  const ranked: {
    readonly target: Target;
    readonly group: number;
    readonly last: number;
    readonly rank: number;
  }[] = [];
  for (const { uri, backlog } of backlogs) {
    const over = new Set([...backlog.config.done, ...backlog.config.dropped]);
    const inProgress = new Set(backlog.config.active);
    for (const [rank, item] of [...backlog.list('stories'), ...backlog.list('epics')].entries()) {
      if (item.id === undefined || !fits(item, typed)) continue;
      const isActive = wishes.active?.id === item.id && wishes.active.uri === uri;
      const isOver = item.status !== undefined && over.has(item.status);
      if (isOver && !isActive && !item.id.toLowerCase().startsWith(typed === '' ? '\0' : typed)) continue;
      const target = { uri, backlog, item };
      const working = item.status !== undefined && inProgress.has(item.status);
      const last = wishes.lastNamed(target);
      const group = isActive ? 0 : working ? 1 : isOver ? 4 : last > 0 ? 2 : 3;
      ranked.push({ target, group, last, rank: item.list === 'epics' ? rank + 1e6 : rank });
    }
  }
  ranked.sort((a, b) => a.group - b.group || b.last - a.last || a.rank - b.rank);
  return ranked.slice(0, wishes.limit).map(({ target, group }, nth) => candidate(target, group, nth));
}

function fits({ id, title }: Item, typed: string): boolean {
  if (typed === '') return true;
  return (
    id?.toLowerCase().includes(typed) === true ||
    typed.split(/\s+/).every((word) => title?.toLowerCase().includes(word) === true)
  );
}

function candidate({ uri, backlog, item }: Target, group: number, nth: number): Candidate {
  const words = statusLine(backlog, item).filter((word) => word !== '');
  const title = item.title ?? '';
  const id = item.id ?? '';
  return {
    uri,
    id,
    title,
    ...(item.status === undefined ? {} : { status: item.status }),
    detail: [...(group === 0 ? ['active story'] : []), ...words.slice(0, 3)].join(' · '),
    markdown: `**${escapeMarkdown(id)}** ${escapeMarkdown(shortened(title, 200))}\n\n${words.map(escapeMarkdown).join(' · ')}`,
    insert: id,
    filter: `${id} ${title}`,
    sort: String(nth).padStart(5, '0'),
  };
}

export interface Typed {
  /** Offsets of what is replaced. */
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly text: string;
}

/**
 * What is being typed at an offset, where an id may be meant: a piece of an id or a `#` anywhere, and words in the
 * value of one of the team's trailers. Undefined where nothing of that is.
 */
export function typedAt(text: string, offset: number, trailers: readonly string[]): Typed | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const trailer = /^([A-Za-z0-9-]+)[ \t]*:[ \t]*(?:.*[,;][ \t]*)?/.exec(before);
  if (trailer?.[1] !== undefined && isOurTrailer({ trailers }, trailer[1])) {
    const start = lineStart + trailer[0].length;
    return { start, end: endOfWord(text, offset), text: text.slice(start, offset) };
  }
  const word = /(?<![\p{L}\p{N}_-])(?:#|[A-Za-z][A-Za-z0-9_]*-?\d*)$/u.exec(before)?.[0];
  // A word alone may be anything: an editor asks for it, and filters by what is typed on.
  if (word === undefined)
    return /(?:^|[\s([])$/.test(before) ? { start: offset, end: offset, text: '' } : undefined;
  const start = offset - word.length;
  return { start, end: endOfWord(text, offset), text: word === '#' ? '' : word };
}

function endOfWord(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && /[\w-]/.test(text[end] ?? '')) end++;
  return end;
}
