import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { cleanEnvironment, GitRepository } from '../support/gitRepository.ts';
import { builtProgram, buildsRefinery, type Ran, refinery } from './refinery.ts';

buildsRefinery();
const folder = temporaryFolders();

const BACKLOG = `product: {name: Fieldnotes, key: FN, repositories: [., ../api]}
people:
  - {id: ana, name: Ana Lima, email: ana@fieldnotes.example}
epics:
  - {id: FN-1, title: Offline notes}
stories:
  - {id: FN-12, title: Sync when back online, status: done, epic: FN-1}
  - {id: FN-13, title: "Keep [drafts](http://x)", status: done}
  - {id: FN-14, title: Share it, status: done}
  - {id: FN-15, title: Secret, status: done, private: true}
`;

interface Team {
  readonly product: GitRepository;
  readonly api: GitRepository;
  readonly run: (words: readonly string[], at?: GitRepository) => Ran;
}

function team(backlog = BACKLOG): Team {
  const root = folder();
  const product = GitRepository.init(path.join(root, 'product'));
  const api = GitRepository.init(path.join(root, 'api'));
  product.commit('Start\n', { 'backlog.yaml': backlog });
  api.commit('Start\n');
  for (const [key, value] of [
    ['name', 'Ana'],
    ['email', 'ana@fieldnotes.example'],
  ] as const)
    api.git('config', `user.${key}`, value);
  const env = { ...cleanEnvironment(), XDG_CACHE_HOME: path.join(root, 'cache') };
  return { product, api, run: (words, at = product) => refinery(at.folder, words, { env }) };
}

describe('refinery commits', () => {
  it('shows what belongs to an item, in every repository', () => {
    const { api, product, run } = team();
    api.git('checkout', '--quiet', '-b', 'feature/FN-12-sync');
    const first = api.commit('Sync\n\nStory: FN-12\n', { 'a.txt': 'one\n' });
    api.git('checkout', '--quiet', 'main');
    api.git('merge', '--quiet', '--no-edit', '--no-ff', 'feature/FN-12-sync');
    api.git('tag', 'v1');
    const second = product.commit('FN-12: words \u001b[31mred\n', { 'b.txt': 'two\n' });
    const { out, code, err } = run(['commits', 'FN-12']);
    expect(`${code} ${err}`).toBe('0 ');
    expect(out).toContain(`${first.slice(0, 8)}  `);
    expect(out).toMatch(/branches +feature\/FN-12-sync \(merged\)/);
    expect(out).toMatch(/people +ana \(3\)/);
    expect(out).toMatch(/tags +v1/);
    expect(out).not.toContain('\u001b');
    const json = JSON.parse(run(['commits', 'FN-12', '--format', 'json']).out) as Record<string, unknown>;
    expect(json).toMatchObject({
      version: 1,
      id: 'FN-12',
      merged: 'all',
      branches: [{ repository: '../api', name: 'feature/FN-12-sync', merged: true }],
      people: [{ person: 'ana', commits: 3 }],
      tags: [{ repository: '../api', name: 'v1' }],
    });
    expect(json['commits']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: first,
          repository: '../api',
          strength: 'trailer',
          stats: { files: 1, added: 1, removed: 0 },
        }),
        expect.objectContaining({ id: second, repository: '.', strength: 'subject' }),
      ]),
    );
  });

  it('shows what each commit of a range names', () => {
    const { product, run } = team();
    const from = product.head();
    product.commit('FN-12: one\n');
    product.commit('UTF-8\n');
    const json = JSON.parse(run(['commits', '--range', `${from}..HEAD`, '--format', 'json']).out) as {
      commits: { subject: string; items: { id: string; strength: string }[] }[];
    };
    expect(json.commits.map(({ subject, items }) => [subject, items.map(({ id }) => id)])).toEqual([
      ['UTF-8', []],
      ['FN-12: one', ['FN-12']],
    ]);
    expect(run(['commits', '--limit', '1']).out.trim().split('\n')).toHaveLength(1);
  });

  it('says what is wrong in one sentence', () => {
    const { run, product } = team();
    for (const [words, sentence] of [
      [['commits', 'FN-99'], /There is no item FN-99/],
      [['commits', 'FN-12', 'FN-13'], /one id at most/],
      [['commits', '--range', '--output=pwned'], /needs a value/],
      [['commits', '--range=--output=pwned'], /No repository knows the range/],
      [['commits', '--range', 'nowhere..HEAD'], /No repository knows the range nowhere\.\.HEAD\. Git says/],
      [['commits', '--limit', 'x'], /takes a number/],
    ] as const) {
      const { code, out, err } = run(words);
      expect(err.trim()).toMatch(sentence);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(`${code} ${out}`).toBe('2 ');
    }
    expect(fs.existsSync(path.join(product.folder, 'pwned'))).toBe(false);
    const alone = folder({ 'backlog.yaml': BACKLOG });
    expect(refinery(alone, ['commits'], { env: cleanEnvironment() }).err).toMatch(
      /There is no git repository/,
    );
    const without = refinery(product.folder, ['commits'], { env: { ...cleanEnvironment(), PATH: '' } });
    expect(without.err.trim()).toBe('refinery: Git was not found on the PATH; install it to see commits.');
  });

  it('is empty in a repository without commits, and names a repository that is missing', () => {
    const root = folder({ 'backlog.yaml': BACKLOG });
    GitRepository.init(root);
    const { code, out, err } = refinery(root, ['commits'], { env: cleanEnvironment() });
    expect(`${code} ${out}`).toBe('0 No commits.\n');
    expect(err).toMatch(/\.\.\/api: There is no such folder\./);
  });
});

describe('refinery link', () => {
  it('amends the last commit and leaves what is staged', () => {
    const { api, product, run } = team();
    api.commit('Sync\n\nWords # not a comment\n# nor this\n');
    api.write('staged.txt', 'x');
    api.git('add', 'staged.txt');
    const linked = run(['link', 'FN-12', 'FN-13', '--amend', '--file', product.folder], api);
    expect(`${linked.code} ${linked.err}`).toBe('0 ');
    expect(api.git('log', '-1', '--format=%B').trim()).toBe(
      'Sync\n\nWords # not a comment\n# nor this\n\nStory: FN-12\nStory: FN-13',
    );
    expect(api.git('diff', '--cached', '--name-only').trim()).toBe('staged.txt');
    const again = run(['link', 'FN-12', '--amend', '--file', product.folder], api);
    expect(again.out).toBe('The last commit names FN-12 already.\n');
    expect(run(['link', 'FN-99', '--amend']).err).toMatch(/There is no item FN-99/);
  });

  it('is a filter for messages', () => {
    const { product } = team();
    const ran = spawnSync(process.execPath, [builtProgram(), 'link', 'FN-12'], {
      cwd: product.folder,
      input: 'Fix\r\n\r\nRefs: FN-13\r\n',
      encoding: 'utf8',
    });
    expect(ran.stdout).toBe('Fix\r\n\r\nRefs: FN-13\r\nStory: FN-12\r\n');
  });
});

describe('refinery release-notes', () => {
  it('groups finished stories by epic, with people and commits', () => {
    const { api, run } = team();
    api.commit('FN-13: old\n');
    api.git('tag', 'v1');
    api.commit('FN-12: one\n', {}, { name: 'Ben *bold* b', email: 'ben@x.example' });
    api.commit('FN-12: two\n');
    api.commit('FN-13: three\n\nFN-15 as well.\n');
    const { out } = run(['release-notes', '--range', 'v1..HEAD']);
    expect(out).toBe(
      [
        '## Offline notes\n',
        '- **FN-12** Sync when back online (Ana Lima, Ben \\*bold\\* b, 2 commits)\n',
        '## Other\n',
        '- **FN-13** Keep \\[drafts\\](http://x) (Ana Lima, 1 commit)\n',
      ].join('\n'),
    );
    const json = JSON.parse(run(['release-notes', '--format', 'json']).out) as { epics: { epic: unknown }[] };
    expect(json.epics.map(({ epic }) => epic)).toEqual([{ id: 'FN-1', title: 'Offline notes' }, null]);
    expect(run(['release-notes', '--range', 'HEAD..HEAD']).out).toMatch(/No finished story/);
  });
});

describe('refinery check against git', () => {
  it('lists commits without a story, and done stories without a commit', () => {
    const { api, run } = team(`${BACKLOG}commits: {exempt: ["chore: *", "author: *[bot]"]}\n`);
    api.commit('FN-12: one\n');
    api.commit('chore: tidy\n');
    api.commit('Update\n', {}, { name: 'renovate[bot]' });
    const { out, code } = run(['check', '--git']);
    expect(code).toBe(0);
    expect(out).toMatch(/Commits that name no story:\n.*Start\n.*Start\n/);
    expect(out).not.toMatch(/tidy|Update/);
    expect(out).toMatch(/Finished stories that no commit names:\n {2}FN-13 .*\n {2}FN-14 /);
    expect(run(['check', '--git', '--fail-on', 'hint']).code).toBe(1);
    expect(JSON.parse(run(['check', '--git', '--format', 'json']).out)).toMatchObject({
      version: 1,
      summary: { commits: 2, stories: 3 },
    });
  });

  it('asks each commit of a range for a story that is there', () => {
    const { api, product, run } = team(`${BACKLOG}commits: {exempt: "chore: *"}\n`);
    const from = api.head();
    api.commit('FN-12: one\n');
    api.commit('chore: tidy\n');
    api.git('checkout', '--quiet', '-b', 'side');
    api.commit('Story in a trailer\n\nRefs: fn-13\n');
    api.git('checkout', '--quiet', 'main');
    api.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
    const check = (...more: readonly string[]): Ran =>
      run(['check', product.folder, '--commits', `${from}..HEAD`, ...more], api);
    expect(check().out).toBe('4 commits, nothing to say.\n');
    expect(check().code).toBe(0);
    const none = api.commit('No story, only UTF-8\n');
    const unknown = api.commit('FN-12 and FN-99\n');
    const { out, code } = check();
    expect(code).toBe(1);
    expect(out).toContain(`${none.slice(0, 8)}  names no story`);
    expect(out).toMatch(new RegExp(`${unknown.slice(0, 8)} {2}names FN-99, which is not in`));
    expect(JSON.parse(check('--format', 'json').out)).toMatchObject({
      version: 1,
      summary: { commits: 6, problems: 2 },
    });
    const bad = run(['check', product.folder, '--commits', 'nowhere..HEAD'], api);
    expect(bad.code).toBe(2);
    expect(bad.err).toMatch(/shallow clone/);
    expect(run(['check', '--commits', 'A..B', '--git']).err).toMatch(/two checks/);
    expect(run(['check', '--git', '--format', 'sarif']).err).toMatch(/text or json/);
  });
});
