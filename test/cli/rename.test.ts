import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { refineryHere } from './refinery.ts';

const folder = temporaryFolders();

const BACKLOG = `product: {name: Fieldnotes, key: FN}
people:
  - {id: ana, name: Ana Lima}
stories:
  - id: FN-12
    title: Ask ana
    assignee: 'ana' # ana
`;

describe('refinery rename', () => {
  it('changes every place that names a person, and no word', async () => {
    const root = folder({ 'backlog.yaml': BACKLOG });
    const done = await refineryHere(root, ['rename', 'person', 'ana', 'ana-lima']);
    expect(done.out).toContain('Changed 2 places in');
    expect(done.code).toBe(0);
    expect(fs.readFileSync(path.join(root, 'backlog.yaml'), 'utf8')).toBe(
      BACKLOG.replace('{id: ana,', '{id: ana-lima,').replace("'ana' #", "'ana-lima' #"),
    );
  });

  it('refuses a name that is not there, a kind that is none, and too few words', async () => {
    const root = folder({ 'backlog.yaml': BACKLOG });
    expect((await refineryHere(root, ['rename', 'person', 'eva', 'eve'])).err).toContain(
      'No person is called "eva".',
    );
    expect((await refineryHere(root, ['rename', 'persn', 'ana', 'eve'])).err).toContain(
      'Did you mean "person"?',
    );
    expect((await refineryHere(root, ['rename', 'person', 'ana'])).code).toBe(2);
    expect(fs.readFileSync(path.join(root, 'backlog.yaml'), 'utf8')).toBe(BACKLOG);
  });
});
