/**
 * How much room a text takes in a terminal. Texts of a backlog come from anybody, so control characters, which could
 * move the cursor or hide text, never reach the terminal.
 */
const PLAIN = /^[\u0020-\u007e]*$/;

// Control characters, and marks that turn the direction of the text around them.
const UNSAFE = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\ufe0f|\p{Emoji_Presentation}/u;
const NO_ROOM = /^[\p{M}\p{Cf}]+$/u;

let segmenter: Intl.Segmenter | undefined;

/** The text on one line: line breaks and tabs become spaces, other control characters a visible mark. */
export function onOneLine(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/\r\n|[\r\n\t]/g, ' ').replace(UNSAFE, '\ufffd');
}

/** The text with its lines, without what could act on the terminal. */
export function onManyLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll('\t', '    ').replace(UNSAFE, '\ufffd'))
    .join('\n');
}

/** Columns of a text that is on one line. Emoji and East Asian characters take two. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

/** Fills a text up with spaces. */
export function padded(text: string, width: number): string {
  const missing = width - textWidth(text);
  return missing > 0 ? text + ' '.repeat(missing) : text;
}

/** Cuts a text that is wider than `width`; the last column then shows that something is missing. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes(text)) {
    used += graphemeWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function graphemes(text: string): Iterable<{ readonly segment: string }> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

function graphemeWidth(segment: string): number {
  if (WIDE.test(segment)) return 2;
  return NO_ROOM.test(segment) ? 0 : 1;
}
