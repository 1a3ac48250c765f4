/** Reads the comment `TODO: sync when back online` of a line, in any language. Knows no editor. */

export interface Todo {
  readonly word: 'TODO' | 'FIXME';
  /** What stands behind it, as the title of a story. */
  readonly title: string;
  /** Where an id is put, and how: `(FN-12)` behind the word, or into the brackets that are there. */
  readonly at: number;
  readonly written: (id: string) => string;
}

const WORD = /(?<![\p{L}\p{N}_"'`.-])(TODO|FIXME)(?![\p{L}\p{N}_-])(\(([^()]*)\))?[ \t]*:?[ \t]*/u;

/** What begins a comment somewhere in a line, and what only does so at its start. */
const LEADER = /\/\/|\/\*|#|--|<!--|;|%|\{-|\(\*|"""|'''|^\s*(?:\*|'|"|!|[Rr][Ee][Mm]\b|-|\+|>|\d+[.)])/;

/** Lines that are longer are not written by people. */
const LONGEST = 1000;
const LONGEST_TITLE = 200;

/** @param prose true in languages of words, where no mark says that something is a comment. */
export function todoIn(line: string, prose: boolean): Todo | undefined {
  if (line.length > LONGEST) return undefined;
  const found = WORD.exec(line);
  if (found === null) return undefined;
  const before = line.slice(0, found.index);
  if (!prose && before.trim() !== '' && !LEADER.test(before)) return undefined;
  const [whole, word, brackets, who = ''] = found;
  const behind = found.index + (word === 'TODO' ? 4 : 5);
  return {
    word: word === 'TODO' ? 'TODO' : 'FIXME',
    title: titleOf(line.slice(found.index + whole.length)),
    at: brackets === undefined ? behind : behind + brackets.length - 1,
    written: (id) => (brackets === undefined ? `(${id})` : who.trim() === '' ? id : `, ${id}`),
  };
}

/** Without what closes the comment, and without a full stop. */
function titleOf(text: string): string {
  const words = text
    .replace(/\s*(?:\*\/|-->|#\}|\*\)|-\}|"""|''')\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\.)\.$/, '');
  return words.slice(0, LONGEST_TITLE).trim();
}
