import { pathToFileURL } from 'node:url';
import type { RuleId, Severity } from '../../core/backlog/problem.ts';
import { ruleDoc, ruleHref } from '../../core/rules/registry.ts';
import type { CheckedFile, Finding } from './report.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export interface SarifContext {
  readonly version: string;
  readonly informationUri: string;
  /** The folder that relative paths start from. */
  readonly root: string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';
const ROOT_ID = '%SRCROOT%';

/** The findings as SARIF 2.1.0, for code scanning and other tools that collect results. */
export function sarifReport(files: readonly CheckedFile[], context: SarifContext): string {
  const used = [...new Set(files.flatMap((file) => file.findings.map((finding) => finding.rule)))].sort();
  const indexes = new Map(used.map((rule, index) => [rule, index]));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Refinery',
            version: context.version,
            semanticVersion: context.version,
            informationUri: context.informationUri,
            rules: used.map(describedRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT_ID]: { uri: `${pathToFileURL(context.root).href.replace(/\/$/, '')}/` } },
        invocations: [{ executionSuccessful: true }],
        artifacts: files.map((file) => ({ location: artifactLocation(file) })),
        results: files.flatMap((file, artifact) =>
          file.findings.map((finding) => result(file, artifact, finding, indexes.get(finding.rule) ?? -1)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function describedRule(id: RuleId): object {
  const doc = ruleDoc(id);
  if (doc === undefined) return { id };
  return {
    id,
    name: doc.title,
    shortDescription: { text: doc.title },
    fullDescription: { text: doc.summary },
    help: { text: `${doc.summary} ${doc.why}` },
    helpUri: ruleHref(id),
    defaultConfiguration: { level: LEVELS[doc.severity] },
  };
}

function result(file: CheckedFile, artifact: number, finding: Finding, ruleIndex: number): object {
  const { start, end } = finding.range;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { ...artifactLocation(file), index: artifact },
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
        ...(finding.item === undefined
          ? {}
          : { logicalLocations: [{ name: finding.item, fullyQualifiedName: finding.item }] }),
      },
    ],
    // What makes it the same finding after the file changed elsewhere: not its line.
    partialFingerprints: { 'refinery/v1': `${finding.rule}:${finding.item ?? ''}:${finding.message}` },
  };
}

/** Relative to the root where the file lies in it, so that the log means the same on another machine. */
function artifactLocation(file: CheckedFile): { readonly uri: string; readonly uriBaseId?: string } {
  const uri = pathToFileURL(file.absolutePath).href;
  const outside = file.path.startsWith('/') || file.path.startsWith('../') || /^[A-Za-z]:/.test(file.path);
  if (outside) return { uri };
  return { uri: file.path.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT_ID };
}
