import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { backlogFileSchema } from '../../src/core/schema/backlogFile.ts';
import type { Shape } from '../../src/core/schema/shape.ts';
import { shapeOf } from '../../src/core/schema/compile.ts';
import { readFixture } from './fixture.ts';
import { grammarSource, loadBacklogGrammar, tokenize } from './tokenize.ts';
import { computing } from '../support/computing.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const SAMPLE = new URL('../../examples/fieldnotes/backlog.yaml', import.meta.url);

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadBacklogGrammar();
});

/** What is wrong with the colours of a fixture, one line each; empty where all is as it says. */
function misses(text: string): string[] {
  const { source, expectations } = readFixture(text);
  const lines = source.split('\n');
  const scopesAt = new Map<string, readonly string[]>();
  const columns = new Map<number, number>();
  for (const token of tokenize(grammar, source)) {
    const start = columns.get(token.line) ?? 0;
    for (let i = 0; i < token.text.length; i += 1) scopesAt.set(`${token.line}:${start + i}`, token.scopes);
    columns.set(token.line, start + token.text.length);
  }
  return expectations.flatMap(({ line, start, end, scope, wanted }) => {
    const piece = lines[line]?.slice(start, end) ?? '';
    const bad = [...piece].some((_, i) => {
      const scopes = scopesAt.get(`${line}:${start + i}`) ?? [];
      return scopes.includes(`${scope}.backlog`) !== wanted;
    });
    const found = scopesAt.get(`${line}:${start}`)?.join(' ') ?? 'nothing';
    return bad || piece.length !== end - start
      ? [`line ${line + 1} «${piece}»: ${wanted ? 'not' : 'is'} ${scope}, but ${found}`]
      : [];
  });
}

describe('the grammar colours', () => {
  it.each(readdirSync(FIXTURES))('%s', (name) => {
    expect(misses(readFileSync(new URL(name, FIXTURES), 'utf8'))).toEqual([]);
  });

  it('nothing of the sample as an unknown key', () => {
    const text = readFileSync(SAMPLE, 'utf8');
    const unknown = tokenize(grammar, text).filter(({ scopes }) =>
      scopes.includes('variable.other.property.unknown.backlog'),
    );
    expect(unknown.map(({ line, text: key }) => `${line + 1} ${key}`)).toEqual([]);
  });

  it('every section and item of the sample, whatever stands above it', () => {
    const text = readFileSync(SAMPLE, 'utf8');
    const tokens = tokenize(grammar, text);
    const count = (scope: string): number => tokens.filter(({ scopes }) => scopes.includes(scope)).length;
    expect(count('keyword.control.section.backlog')).toBe(text.match(/^[a-z]+:/gm)?.length);
    expect(count('entity.name.type.id.backlog')).toBe(text.match(/^ +- (?:\{)?id: /gm)?.length);
    expect(count('keyword.other.story.role.backlog')).toBe(text.match(/^ +story: As an? /gm)?.length);
  });

  it('a text with Windows line ends like one without', () => {
    const text = 'stories:\n  - id: FN-1\n    story: As a lead, I want maps, so that I see.\n';
    expect(tokenize(grammar, text.replaceAll('\n', '\r\n'))).toEqual(tokenize(grammar, text));
  });

  it('any text, without losing a character', () => {
    const words = [
      'stories:',
      '- ',
      '  ',
      'story: As a x, I want y',
      'Given ',
      '"',
      "'",
      '[',
      '{',
      ']',
      '|',
      '>-',
    ];
    const piece = fc.oneof(fc.constantFrom(...words, ', then ', '# FN-1', ': ', '\n', '\n  '), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('').replaceAll('\r', '');
        const lines = text.split('\n');
        const tokens = tokenize(grammar, text);
        expect(
          lines.map((_, line) => tokens.flatMap((token) => (token.line === line ? token.text : '')).join('')),
        ).toEqual(lines);
      }),
      { numRuns: 500 },
    );
  });

  it('a long line without hanging', () => {
    const line = `    title: ${'As a x, I want so that Given, when '.repeat(2_000)}`;
    const ms = computing(() =>
      tokenize(grammar, `stories:\n  - id: FN-1\n${line}\n${line.replace('title', 'story')}\n`),
    );
    expect(ms).toBeLessThan(5_000);
  });
});

/** All keys of the format: `top` are those of the file itself, `inner` those of what stands below. */
function keysOfTheFormat(): { top: string[]; inner: Set<string> } {
  const inner = new Set<string>();
  const walk = (shape: Shape): void => {
    if (shape.kind === 'list') walk(shape.of);
    else if (shape.kind === 'union') shape.of.forEach(walk);
    else if (shape.kind === 'record') walk(shape.value);
    else if (shape.kind === 'object') {
      for (const field of shape.fields.values()) {
        inner.add(field.key);
        walk(field.shape);
      }
    }
  };
  const file = shapeOf(backlogFileSchema);
  if (file.kind !== 'object') throw new Error('the file is not a mapping');
  for (const field of file.fields.values()) walk(field.shape);
  return { top: [...file.fields.keys()], inner };
}

describe('the grammar', () => {
  it('knows every key of the format', () => {
    const { top, inner } = keysOfTheFormat();
    const coloured = (text: string): readonly string[] =>
      tokenize(grammar, text).find(({ text: piece }) => /^\w/.test(piece))?.scopes ?? [];
    expect(top.filter((key) => !coloured(`${key}:`).includes('keyword.control.section.backlog'))).toEqual([]);
    expect([...inner].filter((key) => /unknown/.test(coloured(`  ${key}: x`).join(' ')))).toEqual([]);
    expect(coloured('  storie: x')).toContain('variable.other.property.unknown.backlog');
  });

  it('needs no other grammar, so that it colours the same in every editor', () => {
    const includes = [...grammarSource().matchAll(/"include": "([^"]+)"/g)].map(([, name = '']) => name);
    expect(includes.filter((name) => !name.startsWith('#'))).toEqual([]);
    const { repository } = JSON.parse(grammarSource()) as { repository: Record<string, unknown> };
    expect([...new Set(includes)].filter((name) => !(name.slice(1) in repository))).toEqual([]);
  });
});
