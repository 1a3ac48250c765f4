/** A repository with a long history, made by `git fast-import`: the same commits on every machine. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dice } from './statistics.ts';

const WORDS =
  'sync note phone cache queue retry photo map layer export share login token draft merge offline battery index row'.split(
    ' ',
  );
const PEOPLE = Array.from({ length: 40 }, (_, nth) => `Person ${nth} <person${nth}@team.example>`);
export const STORIES = 3000;
const START = 1_600_000_000;
/** A side branch of a few commits is merged this often. */
const MERGE_EVERY = 25;

export interface History {
  readonly folder: string;
  readonly commits: number;
}

/** Makes the repository; a third of its commits have a trailer, some name an id in the subject or nothing. */
export async function makeHistory(folder: string, commits: number): Promise<History> {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const roll = dice('history');
  let made = 0;
  const commit = (branch: string, message: string, merge?: string): string => {
    made++;
    const who = `${PEOPLE[roll(PEOPLE.length)] ?? ''} ${START + made * 60} +0000`;
    const bytes = Buffer.byteLength(message);
    const from = merge === undefined ? '' : `merge ${merge}\n`;
    const file = `M 100644 inline src/${WORDS[roll(WORDS.length)] ?? ''}.txt\ndata ${String(made).length}\n${made}\n`;
    return `commit refs/heads/${branch}\nmark :${made}\nauthor ${who}\ncommitter ${who}\ndata ${bytes}\n${message}\n${from}${file}`;
  };
  let text = '';
  while (made < commits) {
    if (made > 0 && made % MERGE_EVERY === 0 && made + 4 < commits) {
      const id = 1 + roll(STORIES);
      text += `reset refs/heads/side\nfrom :${made}\n`;
      for (let nth = 0; nth < 3; nth++) text += commit('side', message(roll));
      text += commit(
        'main',
        `Merge branch 'feature/FN-${id}-${WORDS[roll(WORDS.length)] ?? ''}'\n`,
        `:${made}`,
      );
    } else text += commit('main', message(roll));
    if (text.length > 1 << 16) {
      if (!child.stdin.write(text)) await once(child.stdin, 'drain');
      text = '';
    }
  }
  child.stdin.end(text);
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`git fast-import ended with code ${code}`);
  git(folder, ['update-ref', '-d', 'refs/heads/side']);
  writeFileSync(path.join(folder, 'backlog.yaml'), backlogText());
  return { folder, commits: made };
}

/** Puts this many commits on top of what is there. */
export async function moreHistory(folder: string, count: number): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const tip = git(folder, ['rev-parse', 'refs/heads/main']).trim();
  const roll = dice(`more ${tip}`);
  let text = '';
  for (let nth = 0; nth < count; nth++) {
    const body = message(roll);
    const who = `${PEOPLE[nth % PEOPLE.length] ?? ''} ${1_800_000_000 + nth} +0000`;
    const from = nth === 0 ? `from ${tip}\n` : '';
    text += `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${Buffer.byteLength(body)}\n${body}\n${from}`;
  }
  child.stdin.end(text);
  await once(child, 'close');
}

function message(roll: (below: number) => number): string {
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[roll(WORDS.length)] ?? '').join(' ');
  const body = `\n\n${words(12)}\n${words(10)} UTF-8.\n`;
  const kind = roll(6);
  if (kind < 2) return `Make the ${words(4)}${body}\nStory: FN-${1 + roll(STORIES)}\n`;
  if (kind === 2) return `FN-${1 + roll(STORIES)}: ${words(4)}${body}`;
  if (kind === 3) return `Change the ${words(5)} (#${1 + roll(9000)})\n`;
  return `Change the ${words(5)}${body}`;
}

function backlogText(): string {
  const stories = Array.from(
    { length: STORIES },
    (_, nth) => `  - id: FN-${nth + 1}\n    title: Story ${nth + 1}\n`,
  );
  return `product:\n  name: Fieldnotes\n  key: FN\nstories:\n${stories.join('')}`;
}

export function git(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', [...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}
