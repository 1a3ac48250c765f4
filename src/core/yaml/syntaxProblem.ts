/** Turns what the `yaml` package reports into problems that say what to do, with "quote it" where that mends them. */
import type { Fix, Problem } from '../backlog/problem.ts';

/** What the package tells of an error: a code, a sentence and a span. */
export interface SyntaxError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

export function syntaxProblem(error: SyntaxError, text: string): Problem {
  const [from, to] = error.pos;
  const start = Math.min(Math.max(0, from), text.length);
  const end = Math.min(text.length, Math.max(to, start + 1), lineEnd(text, start));
  if (error.code === 'DUPLICATE_KEY') return duplicateKey(start, text);
  const fix = quoteEntry(start, text, error.code === 'BLOCK_AS_IMPLICIT_KEY' ? COLON : ENTRY);
  const [quoted] = fix?.edits ?? [];
  if (fix && quoted) {
    const message = 'YAML reads this text as something else: quote it.';
    return {
      rule: 'yaml/syntax',
      severity: 'error',
      message,
      start: quoted.start,
      end: quoted.end,
      fixes: [fix],
    };
  }
  return {
    rule: 'yaml/syntax',
    severity: 'error',
    message: sentence(error),
    start,
    end: Math.max(end, start),
  };
}

function duplicateKey(start: number, text: string): Problem {
  const name =
    /^(?:"[^"\n]*"|'[^'\n]*'|[^:\n]+)/.exec(text.slice(start, lineEnd(text, start)))?.[0].trim() ?? '';
  return {
    rule: 'yaml/duplicate-key',
    severity: 'error',
    message: `"${name}" appears twice here: keep one.`,
    start,
    end: start + name.length,
  };
}

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['BAD_INDENT', 'The indentation does not fit: put this line at the column of its neighbours, with spaces.'],
  ['TAB_AS_INDENT', 'YAML does not allow tabs for indentation: use spaces.'],
  ['BLOCK_AS_IMPLICIT_KEY', 'A ": " inside a text starts a new mapping: quote the text.'],
  [
    'MULTILINE_IMPLICIT_KEY',
    'A key stands on one line and ends with a colon: finish this line or remove it.',
  ],
  ['KEY_OVER_1024_CHARS', 'A key may have at most 1,024 characters.'],
  [
    'BAD_DQ_ESCAPE',
    'This escape is not known in double quotes: write \\\\ for a backslash, or use single quotes.',
  ],
  ['MISSING_CHAR', 'Something that closes is missing here: a quote, a bracket, a colon or a comma.'],
  ['MULTIPLE_DOCS', 'One file holds one backlog: remove the second document.'],
  ['BAD_ALIAS', 'This alias names no anchor.'],
  ['BAD_SCALAR_START', "A text can't begin with this character: quote it."],
]);

function sentence(error: SyntaxError): string {
  const known = SENTENCES.get(error.code);
  if (!known) return `This is not valid YAML: ${firstSentence(error.message)}`;
  return error.code === 'MISSING_CHAR' ? missing(error.message, known) : known;
}

function missing(message: string, otherwise: string): string {
  if (message.includes('need to be followed by map values')) {
    return 'A key ends with a colon: finish this line, or indent it if it belongs to the text above.';
  }
  const what = /(closing \S+quote|Missing closing .+? quote)/i.exec(message)?.[0];
  if (what) return 'The quote that opens here is never closed.';
  const character = /must (?:end|be) with an? (.)/i.exec(message)?.[1];
  return character ? `A "${character}" is missing here.` : otherwise;
}

function firstSentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? message;
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return newline > at && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}

/** `- [x] done`, `- "Sync" works`, `title: "Sync" works`: a text that begins like a collection or a quoted text. */
const ENTRY =
  /^([ \t]*(?:- +)*(?:- +|[\w-]+: +))((?:\[[^\]\n]*\]|\{[^}\n]*\}|"[^"\n]*"|'[^'\n]*')[ \t]*[^\s#,:\]}][^\n]*|[@`%][^\n]*)$/;

/** `title: Sync: part two`: a text that holds a colon and a space. A comment behind it stays one. */
const COLON = /^([ \t]*(?:- +)*[\w.-]+: +)([^\s"'[{|>&*!#](?:(?! #)[^\n])*:(?: (?:(?! #)[^\n])*)?)(?: #.*)?$/;

/** On a longer line a person has to look for themselves. */
const MAX_QUOTED = 2_000;

function quoteEntry(at: number, text: string, form: RegExp): Fix | undefined {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const stop = lineEnd(text, at);
  if (stop - lineStart > MAX_QUOTED) return undefined;
  const line = text.slice(lineStart, stop);
  const match = form.exec(line);
  const [, before, value] = match ?? [];
  if (before === undefined || value === undefined) return undefined;
  const trimmed = value.trimEnd();
  const start = lineStart + before.length;
  const quoted =
    trimmed.includes("'") && !trimmed.includes('"')
      ? `"${trimmed.replaceAll('\\', '\\\\')}"`
      : `'${trimmed.replaceAll("'", "''")}'`;
  return {
    title: 'Quote it',
    edits: [{ start, end: start + trimmed.length, text: quoted }],
    preferred: true,
  };
}
