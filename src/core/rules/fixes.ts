/** The small edits that rules offer. What they write reads the same for every YAML reader. */
import type { Fix } from '../backlog/problem.ts';
import type { Span } from '../text/span.ts';
import type { Scalar } from '../yaml/node.ts';

/** "Quote it": the characters of the span become one quoted text. */
export function quoteIt(text: string, span: Span): Fix {
  return {
    title: 'Quote it',
    edits: [{ ...span, text: quoted(text.slice(span.start, span.end)) }],
    preferred: true,
  };
}

/** Puts another word in the place of a key or a value, quoted where the old one was. */
export function changeTo(node: Scalar, word: string): Fix {
  const written = node.style === 'single' || node.style === 'double' || !isPlain(word) ? quoted(word) : word;
  return {
    title: `Change to "${word}"`,
    edits: [{ start: node.start, end: node.end, text: written }],
    preferred: true,
  };
}

/** Double quotes read best around an apostrophe; single quotes need no escapes. */
function quoted(raw: string): string {
  return raw.includes('"') || raw.includes('\\') ? `'${raw.replaceAll("'", "''")}'` : `"${raw}"`;
}

const YAML_1_1_WORD = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

function isPlain(word: string): boolean {
  return /^[A-Za-z0-9](?:[\w ./+-]*[\w./+-])?$/.test(word) && !YAML_1_1_WORD.test(word);
}
