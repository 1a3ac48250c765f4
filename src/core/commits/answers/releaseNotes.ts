/** Release notes: the stories of a range of commits by epic, with their commits and people. */
import type { NamedBacklog, Target } from '../directory.ts';
import { commitFacts, type LinkedCommit } from '../commitInfo.ts';
import type { Asked } from './asked.ts';
import { linksOf } from './itemCommits.ts';

export interface NotedStory {
  readonly target: Target;
  /** Newest first. */
  readonly commits: readonly LinkedCommit[];
  readonly people: readonly string[];
}

export interface NotedEpic {
  /** Undefined for stories without one. */
  readonly epic: Target | undefined;
  readonly stories: readonly NotedStory[];
}

/**
 * The stories that have commits in a range, by epic in the order of the file. `inRange` says whether a commit of a
 * repository counts; `status` which stories do (finished ones).
 */
export async function releaseNotes(
  asked: Asked,
  { uri, backlog }: NamedBacklog,
  inRange: (repository: string, id: string) => boolean,
): Promise<readonly NotedEpic[]> {
  const done = new Set(backlog.config.done);
  const groups = new Map<string, NotedStory[]>();
  for (const item of backlog.list('stories')) {
    if (item.private || item.status === undefined || !done.has(item.status)) continue;
    const story = await notedStory(asked, { uri, backlog, item }, inRange);
    if (story.commits.length === 0) continue;
    const epic = item.epic === undefined ? undefined : backlog.target('epic', item.epic);
    const key = epic?.id ?? '';
    groups.set(key, [...(groups.get(key) ?? []), story]);
  }
  const epics = backlog.list('epics').flatMap((item) => {
    const stories = groups.get(item.id ?? '');
    return stories === undefined || item.id === undefined ? [] : [{ epic: { uri, backlog, item }, stories }];
  });
  const rest = groups.get('');
  return rest === undefined ? epics : [...epics, { epic: undefined, stories: rest }];
}

export async function notedStory(
  asked: Asked,
  target: Target,
  inRange: (repository: string, id: string) => boolean = () => true,
): Promise<NotedStory> {
  const commits: LinkedCommit[] = [];
  for (const located of asked.repositories) {
    for (const { commit, strength, uncertain } of await linksOf(asked, target, located)) {
      const facts = commitFacts(located, commit, target.backlog);
      if (facts.merge === true || !inRange(located.uri, facts.id)) continue;
      commits.push({ ...facts, strength, ...(uncertain ? { uncertain } : {}) });
    }
  }
  commits.sort((a, b) => b.time - a.time);
  return { target, commits, people: [...new Set(commits.map((commit) => nameOf(target, commit)))] };
}

function nameOf({ backlog }: Target, { person, author }: LinkedCommit): string {
  return person === undefined ? author : (backlog.target('person', person)?.title ?? person);
}

/** Notes as Markdown; texts from the file and from git are escaped. */
export function notesMarkdown(epics: readonly NotedEpic[]): string {
  if (epics.length === 0) return 'No finished story has a commit in this range.\n';
  const parts = epics.map(({ epic, stories }) => {
    const heading = epic === undefined ? 'Other' : (epic.item.title ?? epic.item.id ?? '');
    return `## ${plain(heading)}\n\n${stories.map((story) => `${noteMarkdown(story)}\n`).join('')}`;
  });
  return parts.join('\n');
}

const SPECIAL = /[\\`*_{}[\]<>~|&]/g;

/** Texts as they are, in Markdown that people paste elsewhere: only what would be marked up is escaped. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SPECIAL, (char) => (char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`));
}

/** One line: `- **FN-12** Sync when back online (Ana Lima, 3 commits)`. */
export function noteMarkdown({ target, commits, people }: NotedStory): string {
  const { item } = target;
  const count = commits.length === 1 ? '1 commit' : `${commits.length} commits`;
  const behind = [...people.map(plain), ...(commits.length === 0 ? [] : [count])].join(', ');
  const title = `**${plain(item.id ?? '')}** ${plain(item.title ?? '')}`;
  return `- ${title}${behind === '' ? '' : ` (${behind})`}`;
}
