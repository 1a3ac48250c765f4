import fs from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { sarifReport } from '../../src/cli/reporters/sarif.ts';
import type { CheckedFile } from '../../src/cli/reporters/report.ts';
import { RULES } from '../../src/core/rules/registry.ts';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { buildsRefinery, refinery } from './refinery.ts';

buildsRefinery();
const folder = temporaryFolders();

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Log {
  readonly runs: readonly {
    readonly columnKind: string;
    readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
    readonly tool: { readonly driver: { readonly rules: readonly { id: string; helpUri?: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
          readonly region: Region;
        };
      }[];
    }[];
  }[];
}

const fixture = path.resolve(import.meta.dirname, '../fixtures/sarif-2.1.0.schema.json');

/** The official schema, in the draft that the validator knows: only the name of the id differs between the two. */
function validator(): (log: unknown) => readonly string[] {
  const {
    id: _id,
    $schema: _draft,
    ...schema
  } = JSON.parse(fs.readFileSync(fixture, 'utf8')) as Record<string, unknown>;
  // One pattern of the schema is no regular expression in Unicode mode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return (log) =>
    validate(log)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

const mistakes = validator();

function sarif(cwd: string, words: readonly string[] = []): Log {
  return JSON.parse(refinery(cwd, ['check', '--format', 'sarif', ...words]).out) as Log;
}

const BACKLOG = `stories:
  - id: FN-1
    title: Sync 🦊 notes
    epic: FN-9
    status: redy
    story: "🦊🦊": x
`;

describe('check as SARIF', () => {
  it('is judged by a schema that finds mistakes', () => {
    expect(mistakes({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).not.toEqual([]);
  });

  it('is valid SARIF 2.1.0 with findings, and without', () => {
    for (const text of [BACKLOG, 'stories:\n  - id: FN-1\n    title: Sync\n', '', 'not a backlog']) {
      expect(mistakes(sarif(folder({ 'backlog.yaml': text })))).toEqual([]);
    }
  });

  it('is valid SARIF 2.1.0 for every rule that there is', () => {
    const file: CheckedFile = {
      absolutePath: '/work space/ö/backlog.yaml',
      path: 'ö/backlog.yaml',
      items: 1,
      findings: RULES.map((rule, line) => ({
        rule: rule.id,
        severity: rule.severity,
        message: rule.summary,
        range: { start: { line, character: 0 }, end: { line, character: 3 } },
        item: line % 2 === 0 ? 'FN-1' : undefined,
      })),
    };
    const log = JSON.parse(
      sarifReport([file], { version: '1.2.3', informationUri: 'https://example.org', root: '/work space' }),
    ) as Log;
    expect(mistakes(log)).toEqual([]);
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    expect(rules).toHaveLength(RULES.length);
    for (const rule of rules) expect(rule.helpUri).toContain(`/docs/rules/${rule.id}.md`);
    for (const result of log.runs[0]?.results ?? []) expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
  });

  it('counts lines and columns from 1, columns in UTF-16', () => {
    const [run] = sarif(folder({ 'backlog.yaml': BACKLOG })).runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    const unknown = run?.results.find((result) => result.ruleId === 'reference/unknown');
    expect(unknown?.level).toBe('error');
    expect(unknown?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 4,
      startColumn: 11,
      endLine: 4,
      endColumn: 15,
    });
  });

  it('names files relative to the folder it ran in, and others in full', () => {
    const root = folder({ 'some plan/backlog.yaml': BACKLOG });
    const inside = sarif(root, ['.']).runs[0];
    expect(inside?.results[0]?.locations[0]?.physicalLocation.artifactLocation).toMatchObject({
      uri: 'some%20plan/backlog.yaml',
      uriBaseId: '%SRCROOT%',
    });
    expect(inside?.originalUriBaseIds['%SRCROOT%']?.uri).toMatch(/^file:\/\/\/.+\/$/);
    const outside = sarif(folder(), [path.join(root, 'some plan')]).runs[0];
    const location = outside?.results[0]?.locations[0]?.physicalLocation.artifactLocation;
    expect(location?.uri).toMatch(/^file:\/\/\/.+some%20plan\/backlog\.yaml$/);
    expect(location).not.toHaveProperty('uriBaseId');
  });
});
