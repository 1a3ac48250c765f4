import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Pages whose words are generated from typed source, and checked there. */
const GENERATED = /^docs\/rules\//;

function pages(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => name.endsWith('.md'));
}

const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...pages('docs'),
  ...pages('examples'),
];

/** Folders of the repository: what begins with one of them, in backquotes, is meant as a path of it. */
const FOLDERS = /^(?:src|test|docs|scripts|examples|media|syntaxes|bench|dist|\.ci)(?:\/|$)/;
/** Made by a build, so not there in a fresh clone. */
const BUILT = /^dist\//;

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

function anchorsOf(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function brokenLinks(page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8');
  const targets = [
    ...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$|\bsrc(?:set)?="([^"]+)"/gm),
  ].map(([, inline, reference, picture]) => inline ?? reference ?? picture ?? '');
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const full = file === '' ? path.join(root, page) : path.join(root, path.dirname(page), decodeURI(file));
    if (!existsSync(full)) return true;
    if (anchor === undefined) return false;
    return !anchorsOf(
      readFileSync(statSync(full).isDirectory() ? path.join(full, 'README.md') : full, 'utf8'),
    ).has(anchor);
  });
}

function missingPaths(page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, word = '']) => word)
    .filter((word) => FOLDERS.test(word) && !BUILT.test(word))
    .filter((word) => !existsSync(path.join(root, word)));
}

describe('the documents', () => {
  it.each(PAGES)('%s links to what is there', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it.each(PAGES.filter((page) => !GENERATED.test(page)))('%s names files that are there', (page) => {
    expect(missingPaths(page)).toEqual([]);
  });

  it('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = PAGES.flatMap((page) =>
      [...readFileSync(path.join(root, page), 'utf8').matchAll(/npm run ([\w:]+)/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('have a manual whose index names every page', () => {
    const index = readFileSync(path.join(root, 'docs/manual/README.md'), 'utf8');
    const missing = pages('docs/manual')
      .map((page) => path.basename(page))
      .filter((name) => name !== 'README.md' && !index.includes(`(${name})`));
    expect(missing).toEqual([]);
  });

  it('have an index of decisions that names every record', () => {
    const index = readFileSync(path.join(root, 'docs/decisions/README.md'), 'utf8');
    const missing = pages('docs/decisions')
      .map((page) => path.basename(page))
      .filter((name) => name !== 'README.md' && !index.includes(`(${name})`));
    expect(missing).toEqual([]);
  });
});
