// Turns a text file with one story a line into a backlog file:
//   node scripts/importStories.mjs IN.txt OUT/backlog.yaml [--key KEY] [--status STATUS]
// A story's number is its line. Its title is what it asks for; the sentence itself is kept to the letter.
import { isUtf8 } from 'node:buffer';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * The backlog that holds the stories of a text. Empty lines are left out.
 * @param {string} text
 * @param {{ name: string, key: string, status?: string }} options
 */
export function backlogOf(text, { name, key, status }) {
  const items = text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const story = line.trim();
    if (story === '') return [];
    return [
      `  - id: ${key}-${index + 1}`,
      `    title: ${written(titleOf(story))}`,
      `    story: ${written(story)}`,
      ...(status === undefined ? [] : [`    status: ${written(status)}`]),
    ];
  });
  const head = ['version: 1', 'product:', `  name: ${written(name)}`, `  key: ${key}`, '', 'stories:'];
  return `${[...head, ...items].join('\n')}\n`;
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; Node's decoder for it leaves them out. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Files of unknown origin are UTF-8, or else nearly always Windows-1252. */
export function decoded(bytes) {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const latin = bytes.toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (character) => WINDOWS.charAt(character.charCodeAt(0) - 0x80));
}

const MEANS =
  /\bI(?:'d| would)?(?: want| need| wish| like| can| should be able| am able)(?: to)?(?: be able to)?\s+/i;
const END = /,?\s+so (?:that|I)\b|,?\s+in order to\b|\.(?:\s|$)|;\s/i;
const LONGEST = 80;

/** What the story asks for, or its first words. */
function titleOf(story) {
  const means = MEANS.exec(story);
  const from = means === null ? story : story.slice(means.index + means[0].length);
  const end = END.exec(from);
  const words = (end !== null && end.index > 0 ? from.slice(0, end.index) : from).trim().split(/\s+/);
  let title = words.shift() ?? '';
  for (const word of words) {
    if (title.length + 1 + word.length > LONGEST) break;
    title += ` ${word}`;
  }
  title = title.replace(/[\s,.;:]+$/, '') || story.slice(0, LONGEST);
  return title.charAt(0).toUpperCase() + title.slice(1);
}

const PLAIN_START = /^\p{L}/u;
const BREAKS_PLAIN = /: |:$| #|[^\P{C}]|[\u2028\u2029]|\s$/u;
const OTHER_TYPE = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** The text as YAML that every reader takes for this text. */
function written(text) {
  if (PLAIN_START.test(text) && !BREAKS_PLAIN.test(text) && !OTHER_TYPE.test(text)) return text;
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' }, status: { type: 'string' } },
  });
  const [source, target] = positionals;
  if (source === undefined || target === undefined) {
    throw new Error(
      'usage: node scripts/importStories.mjs IN.txt OUT/backlog.yaml [--key KEY] [--status STATUS]',
    );
  }
  const name = path.basename(source, path.extname(source));
  const key =
    values.key ??
    (name
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .replace(/^[0-9]+/, '') ||
      'ITEM');
  if (!/^[A-Z][A-Z0-9]*$/.test(key)) throw new Error(`A key is capital letters and digits, not "${key}".`);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, backlogOf(decoded(readFileSync(source)), { name, key, status: values.status }), {
    flag: 'wx',
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
