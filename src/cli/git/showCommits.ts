/** `refinery commits`. */
import { itemHistory } from '../../core/commits/answers/itemCommits.ts';
import { commitFacts, type CommitFacts } from '../../core/commits/commitInfo.ts';
import { itemsOf } from '../../core/commits/links.ts';
import { EXIT } from '../command.ts';
import { commitJson, type CommitJson } from './commitJson.ts';
import { type OpenGit, openGit, rangeOf, shownFolder } from './openGit.ts';
import { itemById } from '../openBacklog.ts';
import { painter } from '../style.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usageError.ts';
import type { Arguments } from '../arguments.ts';

type InRange = (repository: string, id: string) => boolean;

export async function showCommits(args: Arguments, terminal: Terminal): Promise<number> {
  const [id, ...more] = args.operands;
  if (more.length > 0) throw new UsageError('commits takes one id at most.');
  const limit = limitOf(args.value('limit'));
  const git = await openGit(args.value('file'), terminal);
  const inRange = await rangeOf(git, args.value('range'));
  const asJson = args.value('format') === 'json';
  if (id === undefined) {
    const listed = allCommits(git, inRange, limit);
    terminal.write(
      asJson
        ? jsonOf({
            commits: listed.map((each) => ({ ...wholeJson(each, git, terminal), items: each.items })),
          })
        : textOf(listed, git, terminal),
    );
  } else terminal.write(await ofItem(git, id, { inRange, limit, asJson }, terminal));
  return EXIT.ok;
}

interface ListedCommit extends CommitFacts {
  readonly items: readonly { readonly id: string; readonly strength: string; readonly uncertain: boolean }[];
}

function limitOf(value: string | undefined): number {
  if (value === undefined) return Infinity;
  if (!/^\d+$/.test(value)) throw new UsageError(`--limit takes a number, not "${value}".`);
  return Number(value);
}

function allCommits(git: OpenGit, inRange: InRange, limit: number): readonly ListedCommit[] {
  const { backlog } = git.named;
  const all = git.repositories.flatMap((located) => {
    const { index } = located.view;
    return Array.from({ length: index.size }, (_, commit) => commit)
      .filter((commit) => inRange(located.uri, index.id(commit)))
      .map((commit) => ({ located, commit, time: index.time(commit) }));
  });
  return all
    .sort((a, b) => b.time - a.time)
    .slice(0, limit)
    .map(({ located, commit }) => ({
      ...commitFacts(located, commit, backlog),
      items: itemsOf(located.view, git.directory, commit, backlog.config.commits).map((link) => ({
        id: link.target.item.id ?? '',
        strength: link.strength,
        uncertain: link.uncertain,
      })),
    }));
}

async function ofItem(
  git: OpenGit,
  id: string,
  { inRange, limit, asJson }: { readonly inRange: InRange; readonly limit: number; readonly asJson: boolean },
  terminal: Terminal,
): Promise<string> {
  const item = itemById(git.named.backlog, id);
  const history = await itemHistory(git, { ...git.named, item }, { limit: Infinity, stats: true });
  const listed = history.commits.filter((commit) => inRange(commit.repository, commit.id)).slice(0, limit);
  const where = (uri: string): string => shownFolder(git.host.pathOf(uri) ?? uri, terminal.cwd);
  if (asJson)
    return jsonOf({
      id,
      commits: listed.map((commit) => ({
        ...wholeJson(commit, git, terminal),
        strength: commit.strength,
        uncertain: commit.uncertain === true,
        stats: commit.stats ?? null,
      })),
      branches: history.branches.map((branch) => ({
        repository: where(branch.repository),
        name: branch.name,
        remote: branch.remote,
        merged: branch.merged,
        tip: branch.tip,
      })),
      people: history.people.map((person) => ({
        person: person.person ?? null,
        name: person.name,
        email: person.email,
        commits: person.commits,
      })),
      merged: history.merged,
      tags: history.tags.map((tag) => ({ repository: where(tag.repository), name: tag.name })),
    });
  const items = (commit: (typeof listed)[number]): ListedCommit['items'] => [
    { id, strength: commit.strength, uncertain: commit.uncertain === true },
  ];
  const rows = textOf(
    listed.map((commit) => ({ ...commit, items: items(commit) })),
    git,
    terminal,
  );
  const facts = [
    ['branches', history.branches.map(({ name, merged }) => (merged ? `${name} (merged)` : name)).join(', ')],
    [
      'people',
      history.people.map(({ person, name, commits: count }) => `${person ?? name} (${count})`).join(', '),
    ],
    ['merged', history.total === 0 ? '' : history.merged],
    ['tags', history.tags.map(({ name }) => name).join(', ')],
  ].filter(([, value]) => value !== '');
  return rows + (facts.length === 0 ? '' : `\n${table(facts, [{}, {}], terminal.columns)}`);
}

function wholeJson(
  commit: CommitFacts,
  { host }: OpenGit,
  { cwd }: Terminal,
): CommitJson & { readonly email: string; readonly merged: boolean; readonly merge: boolean } {
  const { email, merged, merge } = commit;
  return { ...commitJson(commit, host, cwd), email, merged, merge: merge === true };
}

function jsonOf(value: object): string {
  return `${JSON.stringify({ version: 1, ...value }, undefined, 2)}\n`;
}

function textOf(listed: readonly ListedCommit[], { tracked }: OpenGit, terminal: Terminal): string {
  if (listed.length === 0) return 'No commits.\n';
  const paint = painter(terminal.colors);
  const nameOf = new Map(tracked.map(({ uri, name }) => [uri, name]));
  const rows = listed.map(({ repository, id, time, person, author, items, subject }) => [
    id.slice(0, 8),
    new Date(time * 1000).toISOString().slice(0, 10),
    tracked.length > 1 ? (nameOf.get(repository) ?? '') : '',
    person ?? author,
    items.map((item) => `${item.id}${item.uncertain ? '?' : ''} ${item.strength}`).join(', '),
    subject,
  ]);
  return table(
    rows,
    [
      { paint: (cell) => paint('strong', cell) },
      { paint: (cell) => paint('quiet', cell) },
      {},
      {},
      { paint: (cell) => paint('information', cell) },
      {},
    ],
    terminal.columns,
  );
}
