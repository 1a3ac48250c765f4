import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { buildsRefinery, refinery, refineryHere, refineryTogether } from './refinery.ts';

buildsRefinery();
const folder = temporaryFolders();

const BACKLOG = `# Ours.
product: {name: Fieldnotes, key: FN}   # the product
people:
  - {id: ana, name: Ana Lima}
epics:
  - id: FN-1
    title: Offline notes
sprints:
  - {id: s24, goal: Notes survive}
releases:
  - {id: "2027.1", title: Offline first}

stories:
  # the first comment
  - id: FN-12
    title: Sync when back online
    status: ready    # since Monday
    labels: [sync]
    x-own: {a:  1}

  - id: FN-3
    title: "Largest: screen"
    status: idea
  # about the last one
  - id: FN-9
    title: Red screen
    status: done
`;

function backlog(text: string | Buffer = BACKLOG): { readonly root: string; readonly text: () => string } {
  const root = folder({ 'backlog.yaml': text });
  return { root, text: () => fs.readFileSync(path.join(root, 'backlog.yaml'), 'utf8') };
}

describe('set', () => {
  it('changes the fields and no other byte', () => {
    const { root, text } = backlog();
    const ran = refinery(root, ['set', 'FN-12', 'status=doing', 'estimate=5', 'assignee=ana']);
    expect(ran).toEqual({ code: 0, out: 'Changed FN-12 in backlog.yaml.\n', err: '' });
    const lines = text().split('\n');
    const before = BACKLOG.split('\n');
    expect(lines.filter((line) => !before.includes(line)).sort()).toEqual([
      '    assignee: ana',
      '    estimate: 5',
      '    status: doing    # since Monday',
    ]);
    expect(before.filter((line) => !lines.includes(line))).toEqual(['    status: ready    # since Monday']);
  });

  it.each([
    [['labels+=mobile'], '    labels: [sync, mobile]'],
    [['labels=mobile,offline'], '    labels: [mobile, offline]'],
    [['labels+=mobile', 'labels-=sync'], '    labels: [mobile]'],
    [['title=Fix issue #12: now'], '    title: "Fix issue #12: now"'],
    [['title=no'], '    title: "no"'],
    [['status=in=out'], undefined],
    [['x-count=3'], '    x-count: 3'],
    [['release=2027.1'], '    release: "2027.1"'],
    [['sprint=s24'], '    sprint: s24'],
    [['private=yes'], '    private: true'],
    [['blocked.why=waiting for Ana'], '      why: waiting for Ana'],
    [['score.reach=2000'], '      reach: 2000'],
    [['depends_on=FN-3,FN-9'], '    depends_on: [FN-3, FN-9]'],
  ])('%j writes %s', async (words, line) => {
    const { root, text } = backlog();
    const ran = await refineryHere(root, ['set', 'FN-12', ...words]);
    if (line === undefined) {
      expect(ran.code).toBe(2);
      expect(text()).toBe(BACKLOG);
      return;
    }
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(text().split('\n')).toContain(line);
  });

  it('takes a sentence with commas as one entry', () => {
    const { root } = backlog();
    refinery(root, ['set', 'FN-12', 'acceptance+=Given a, when b, then c']);
    refinery(root, ['set', 'FN-12', 'acceptance+=works: on #1']);
    const { out } = refinery(root, ['show', 'FN-12', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      items: [{ acceptance: ['Given a, when b, then c', 'works: on #1'] }],
    });
  });

  it('takes a field away, and says where there is nothing to do', () => {
    const { root, text } = backlog();
    expect(refinery(root, ['set', 'FN-12', 'labels=']).code).toBe(0);
    expect(text()).toBe(BACKLOG.replace('    labels: [sync]\n', ''));
    expect(refinery(root, ['set', 'FN-12', 'labels=', 'status=ready']).out).toBe(
      'FN-12 is like that already.\n',
    );
  });

  it('makes all of several changes or none', () => {
    const { root, text } = backlog();
    const ran = refinery(root, ['set', 'FN-12', 'status=doing', 'estimate=five', 'labels+=x']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('estimate');
    expect(text()).toBe(BACKLOG);
  });

  it.each([
    [['FN-99', 'status=doing'], 'There is no item FN-99.'],
    [['fn12', 'status=doing'], 'There is no item fn12. Did you mean "FN-12"?'],
    [['FN-12', 'status'], '"status" sets nothing; write FIELD=VALUE'],
    [['FN-12'], 'set needs the id of an item and what to set'],
    [['FN-12', 'stauts=doing'], 'status'],
    [['FN-12', 'status=doign'], 'doign'],
    [['FN-12', 'private=perhaps'], 'private is true or false, not "perhaps".'],
    [['FN-12', 'score.reach=many'], 'score.reach is a number, not "many".'],
    [['FN-12', 'score=high'], 'score holds several values; set one of them: score.reach=…'],
  ])('refuses %j in one sentence', async (words, message) => {
    const { root, text } = backlog();
    const ran = await refineryHere(root, ['set', ...words]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(message);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
    expect(text()).toBe(BACKLOG);
  });
});

describe('move', () => {
  it('takes the comments of an item along', () => {
    const { root, text } = backlog();
    expect(refinery(root, ['move', 'FN-9', '--before', 'FN-3'])).toEqual({
      code: 0,
      out: 'Moved FN-9 in backlog.yaml.\n',
      err: '',
    });
    expect(text()).toMatch(/# about the last one\n {2}- id: FN-9\n[^]*- id: FN-3/);
    const lines = (whole: string) => whole.split('\n').filter(Boolean).sort();
    expect(lines(text())).toEqual(lines(BACKLOG));
  });

  it.each([
    [
      ['FN-9', '--top'],
      ['FN-9', 'FN-12', 'FN-3'],
    ],
    [
      ['FN-12', '--bottom'],
      ['FN-3', 'FN-9', 'FN-12'],
    ],
    [
      ['FN-12', '--after', 'FN-3'],
      ['FN-3', 'FN-12', 'FN-9'],
    ],
    [
      ['FN-9', 'FN-3', '--top'],
      ['FN-3', 'FN-9', 'FN-12'],
    ],
    [
      ['FN-12', '--top'],
      ['FN-12', 'FN-3', 'FN-9'],
    ],
  ])('%j gives the order %j', async (words, ids) => {
    const { root } = backlog();
    expect((await refineryHere(root, ['move', ...words])).code).toBe(0);
    const order = (await refineryHere(root, ['list'])).out.match(/FN-\d+/g);
    expect(order).toEqual(ids);
  });

  it.each([
    [['FN-12'], 'move needs a place'],
    [[], 'move needs the id'],
    [['FN-12', '--before', 'FN-99'], 'There is no item FN-99.'],
    [['FN-12', '--before', 'FN-3', '--top'], '--before and --top say different places; give one.'],
    [['FN-12', '--before', 'FN-1'], 'FN-1'],
    [['FN-12', '--before'], '--before needs a value: --before ID.'],
    [['FN-12', '--top=yes'], '--top takes no value.'],
  ])('refuses %j', async (words, message) => {
    const { root, text } = backlog();
    const ran = await refineryHere(root, ['move', ...words]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(message);
    expect(text()).toBe(BACKLOG);
  });
});

describe('new', () => {
  it('prints the next id and puts the story behind the last open one', () => {
    const { root, text } = backlog();
    const ran = refinery(root, ['new', 'Say "hello": #1', 'estimate=3', 'labels=a,b']);
    expect(ran).toEqual({ code: 0, out: 'FN-13\n', err: '' });
    expect(refinery(root, ['list']).out.match(/FN-\d+/g)).toEqual(['FN-12', 'FN-3', 'FN-13', 'FN-9']);
    const shown = JSON.parse(refinery(root, ['show', 'FN-13', '--format', 'json']).out) as {
      items: unknown[];
    };
    expect(shown.items).toMatchObject([{ title: 'Say "hello": #1', estimate: 3, labels: ['a', 'b'] }]);
    const kept = text().split('\n');
    for (const line of BACKLOG.split('\n')) expect(kept).toContain(line);
  });

  it.each([
    [
      ['Top', '--top'],
      ['FN-13', 'FN-12', 'FN-3', 'FN-9'],
    ],
    [
      ['Last', '--bottom'],
      ['FN-12', 'FN-3', 'FN-9', 'FN-13'],
    ],
    [
      ['Between', '--after', 'FN-12'],
      ['FN-12', 'FN-13', 'FN-3', 'FN-9'],
    ],
    [
      ['Between', '--before', 'FN-12'],
      ['FN-13', 'FN-12', 'FN-3', 'FN-9'],
    ],
  ])('%j gives the order %j', async (words, ids) => {
    const { root } = backlog();
    expect((await refineryHere(root, ['new', ...words])).out).toBe('FN-13\n');
    expect((await refineryHere(root, ['list'])).out.match(/FN-\d+/g)).toEqual(ids);
  });

  it('makes items of other kinds', () => {
    const { root } = backlog();
    expect(refinery(root, ['new', '--kind', 'epic', 'Maps', 'horizon=next']).out).toBe('FN-13\n');
    expect(refinery(root, ['new', '-k', 'sprint', 'Next goal', 'id=s25', 'start=2026-11-30']).out).toBe(
      's25\n',
    );
    expect(refinery(root, ['new', '-k', 'insight', 'People lose notes', 'id=lost']).out).toBe('lost\n');
    expect(refinery(root, ['list', '-k', 'epic,sprint,insight']).out).toContain('lost');
  });

  it('starts a backlog that has no list yet', () => {
    const { root, text } = backlog('product: {name: Fieldnotes, key: FN}\n');
    expect(refinery(root, ['new', 'First']).out).toBe('FN-1\n');
    expect(text()).toContain('stories:\n');
  });

  it.each([
    [[], 'new needs a title'],
    [['one', 'two'], `"one" and "two" can't both be the title`],
    [['Title', 'status=doign'], 'doign'],
    [['Title', 'stauts=doing'], 'status'],
    [['Title', 'labels-=x'], 'A new item has no labels to take away from'],
    [['Title', '--kind', 'storys'], 'Did you mean "story"?'],
  ])('refuses %j', async (words, message) => {
    const { root, text } = backlog();
    const ran = await refineryHere(root, ['new', ...words]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(message);
    expect(text()).toBe(BACKLOG);
  });
});

describe('what a write keeps', () => {
  it('is CRLF, a byte order mark and a missing last line break', () => {
    const odd = `\ufeff${BACKLOG.trimEnd().replaceAll('\n', '\r\n')}`;
    const { root, text } = backlog(odd);
    expect(refinery(root, ['set', 'FN-3', 'status=ready']).code).toBe(0);
    expect(text()).toBe(odd.replace('idea', 'ready'));
    expect(refinery(root, ['move', 'FN-9', '--top']).code).toBe(0);
    expect(refinery(root, ['new', 'Another', '--bottom']).code).toBe(0);
    expect(text().startsWith('\ufeff# Ours.\r\n')).toBe(true);
    expect(text()).not.toMatch(/[^\r]\n/);
  });

  it('is the mode and the link', () => {
    const root = folder({ 'real/plan.yaml': BACKLOG });
    const target = path.join(root, 'real/plan.yaml');
    fs.chmodSync(target, 0o640);
    fs.symlinkSync('real/plan.yaml', path.join(root, 'backlog.yaml'));
    expect(refinery(root, ['set', 'FN-3', 'status=ready']).code).toBe(0);
    expect(fs.lstatSync(path.join(root, 'backlog.yaml')).isSymbolicLink()).toBe(true);
    expect(fs.statSync(target).mode & 0o777).toBe(0o640);
    expect(fs.readFileSync(target, 'utf8')).toBe(BACKLOG.replace('idea', 'ready'));
    expect(fs.readdirSync(path.join(root, 'real'))).toEqual(['plan.yaml']);
  });

  it('is everything, where the file is not UTF-8', () => {
    const bytes = Buffer.from(BACKLOG.replace('Red', 'Größe'), 'latin1');
    const { root } = backlog(bytes);
    const ran = refinery(root, ['set', 'FN-3', 'status=ready']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('is not UTF-8');
    expect(fs.readFileSync(path.join(root, 'backlog.yaml')).equals(bytes)).toBe(true);
  });

  it('is everything, where the folder can’t be written', () => {
    const { root, text } = backlog();
    fs.chmodSync(path.join(root, 'backlog.yaml'), 0o644);
    fs.chmodSync(root, 0o555);
    const ran = refinery(root, ['set', 'FN-3', 'status=ready'], { unprivileged: true });
    fs.chmodSync(root, 0o755);
    expect(ran).toEqual({
      code: 2,
      out: '',
      err: 'refinery: Cannot write backlog.yaml: permission denied.\n',
    });
    expect(text()).toBe(BACKLOG);
  });

  it('is refused for a file that is not to be written, though its folder is', () => {
    const { root, text } = backlog();
    fs.chmodSync(root, 0o777);
    fs.chmodSync(path.join(root, 'backlog.yaml'), 0o444);
    const ran = refinery(root, ['set', 'FN-3', 'status=ready'], { unprivileged: true });
    expect(ran).toEqual({
      code: 2,
      out: '',
      err: 'refinery: Cannot write backlog.yaml: permission denied.\n',
    });
    expect(text()).toBe(BACKLOG);
  });

  it('is made of every one of many who write at once, on what the others wrote', async () => {
    const { root } = backlog();
    const labels = Array.from({ length: 8 }, (_, i) => `l${i}`);
    const ran = await refineryTogether(
      root,
      labels.map((label) => ['set', 'FN-12', `labels+=${label}`]),
    );
    const shown = JSON.parse(refinery(root, ['show', 'FN-12', '--format', 'json']).out) as {
      items: { labels: string[] }[];
    };
    expect(shown.items[0]?.labels.slice(1).sort()).toEqual(labels);
    for (const each of ran)
      expect(each).toEqual({ code: 0, out: 'Changed FN-12 in backlog.yaml.\n', err: '' });
    expect(fs.readdirSync(root)).toEqual(['backlog.yaml']);
  });

  it('gives every one of many who add a story at once a number of its own', async () => {
    const { root } = backlog();
    const ran = await refineryTogether(
      root,
      Array.from({ length: 8 }, (_, i) => ['new', `Story ${i}`]),
    );
    expect(ran.map(({ err }) => err)).toEqual(Array.from({ length: 8 }, () => ''));
    const numbers = ran.map(({ out }) => Number(out.trim().slice('FN-'.length)));
    expect(numbers.sort((a, b) => a - b)).toEqual([13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it('is refused with the reason where what somebody else wrote does not fit any more', async () => {
    const { root } = backlog();
    const ran = await refineryTogether(root, [
      ['rename', 'story', 'FN-3', 'FN-30'],
      ['rename', 'story', 'FN-3', 'FN-31'],
    ]);
    expect(ran.map(({ code }) => code).sort()).toEqual([0, 2]);
    expect(ran.find(({ code }) => code === 2)?.err).not.toContain('run the command again');
  });
});
