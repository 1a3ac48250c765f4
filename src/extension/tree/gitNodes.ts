/**
 * The nodes below a story: the branches that are named after it, then its commits, newest first. Pure. Every text
 * here comes from git, where anybody can write anything: it is shown as plain text, in one line.
 */
import type { BranchInfo, CommitInfo, ItemCommits } from '../../protocol/commits.ts';
import type { Translate } from '../words.ts';

export interface GitNode {
  readonly kind: 'git';
  readonly id: string;
  /** The backlog of the story. */
  readonly uri: string;
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
  readonly git:
    | { readonly what: 'commit'; readonly commit: CommitInfo }
    | { readonly what: 'branch'; readonly branch: BranchInfo }
    /** Who worked on it, from when to when, and where it arrived. */
    | { readonly what: 'summary' }
    /** A sentence: what is missing, or how many more there are. */
    | { readonly what: 'note' };
}

export interface GitWords {
  readonly t: Translate;
  /** "3 days ago", of seconds since 1970. */
  readonly age: (time: number) => string;
}

/** @param parent the id of the story's node */
export function gitNodes(
  parent: string,
  uri: string,
  item: ItemCommits,
  words: GitWords,
): readonly GitNode[] {
  const several = new Set([...item.branches, ...item.commits].map(({ repository }) => repository)).size > 1;
  const nodes = [
    ...summaryNodes(parent, uri, item, words),
    ...item.branches.map((branch) => branchNode(parent, uri, branch, several, words)),
    ...newestFirst(item.commits).map((commit) => commitNode(parent, uri, commit, several, words)),
  ];
  const left = item.total - item.commits.length;
  if (left > 0) nodes.push(note(parent, uri, words.t('{count} older commits', { count: left })));
  if (item.message !== undefined) nodes.push(note(parent, uri, oneLine(item.message)));
  return nodes;
}

/** People that a summary names; of more it says how many. */
const MOST_PEOPLE = 3;

function summaryNodes(
  parent: string,
  uri: string,
  item: ItemCommits,
  { t, age }: GitWords,
): readonly GitNode[] {
  const { people, total, first, last, merged, tags } = item;
  if (total === 0) return [];
  const names = people.slice(0, MOST_PEOPLE).map(({ name }) => oneLine(name));
  const others = people.length - names.length;
  const label = join([names.join(', '), others > 0 ? t('{count} more', { count: others }) : ''], ' + ');
  const mergedWords = { none: t('not merged'), some: t('partly merged'), all: t('merged') };
  const from = first === undefined ? '' : age(first);
  const to = last === undefined ? '' : age(last);
  const description = [
    total === 1 ? t('1 commit') : t('{count} commits', { count: total }),
    from === to ? from : t('{first} to {last}', { first: from, last: to }),
    mergedWords[merged],
    tags.length === 0
      ? ''
      : t('in {tags}', { tags: [...new Set(tags.map(({ name }) => oneLine(name)))].join(', ') }),
  ];
  return [
    {
      kind: 'git',
      id: `${parent}|summary`,
      uri,
      label,
      description: join(description, ' · '),
      spoken: join([t('Worked on by {people}', { people: label }), ...description], ', '),
      git: { what: 'summary' },
    },
  ];
}

/** By the time that is shown: several commits of one second keep their order. */
function newestFirst(commits: readonly CommitInfo[]): readonly CommitInfo[] {
  return [...commits].sort((a, b) => b.time - a.time);
}

function branchNode(
  parent: string,
  uri: string,
  branch: BranchInfo,
  several: boolean,
  { t, age }: GitWords,
): GitNode {
  const label = oneLine(branch.name);
  const description = [
    branch.current ? t('checked out') : '',
    branch.merged ? t('merged') : '',
    age(branch.time),
    several ? repositoryName(branch.repository) : '',
  ];
  return {
    kind: 'git',
    id: `${parent}|branch ${branch.repository} ${branch.name}`,
    uri,
    label,
    description: join(description, ' · '),
    spoken: join([t('Branch {name}', { name: label }), ...description], ', '),
    git: { what: 'branch', branch },
  };
}

function commitNode(
  parent: string,
  uri: string,
  commit: CommitInfo,
  several: boolean,
  { t, age }: GitWords,
): GitNode {
  const subject = oneLine(commit.subject);
  const label = subject === '' ? commit.id.slice(0, SHORT) : subject;
  const author = oneLine(commit.author);
  const { stats } = commit;
  const lines = stats === undefined ? '' : `${filesOf(stats.files, t)} +${stats.added} −${stats.removed}`;
  const repository = several ? repositoryName(commit.repository) : '';
  const spokenLines =
    stats === undefined ? '' : t('{files} files, {added} lines added, {removed} removed', { ...stats });
  return {
    kind: 'git',
    id: `${parent}|commit ${commit.repository} ${commit.id}`,
    uri,
    label,
    description: join([author, age(commit.time), lines, repository], ' · '),
    spoken: join(
      [t('Commit {subject}', { subject: label }), author, age(commit.time), spokenLines, repository],
      ', ',
    ),
    git: { what: 'commit', commit },
  };
}

function filesOf(count: number, t: Translate): string {
  return count === 1 ? t('1 file') : t('{count} files', { count });
}

function note(parent: string, uri: string, label: string): GitNode {
  return {
    kind: 'git',
    id: `${parent}|note ${label}`,
    uri,
    label,
    description: '',
    spoken: label,
    git: { what: 'note' },
  };
}

/** Characters of a commit's id that tell commits apart for a person. */
export const SHORT = 7;

/** Texts of git without line ends and other characters that would move or hide what stands beside them. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}

/** The last folder of a repository's URI. */
export function repositoryName(repository: string): string {
  const last = repository.split('/').filter(Boolean).at(-1) ?? repository;
  try {
    return oneLine(decodeURIComponent(last));
  } catch {
    return oneLine(last);
  }
}

function join(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== '').join(between);
}
