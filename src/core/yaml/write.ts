/**
 * Writes one value as YAML so that a YAML 1.2 and a YAML 1.1 reader both get exactly that value back.
 * It must never choose a spelling that depends on what stands around it beyond the context it is given,
 * and it never folds: a text stays on the line or in the block where it was put.
 */
export interface ScalarContext {
  /** Inside `[…]` or `{…}`. */
  readonly flow?: boolean;
  /** A comment follows on the same line. */
  readonly commentBehind?: boolean;
  /** How the value that is replaced was quoted; kept where the new text allows it. */
  readonly style?: 'plain' | 'single' | 'double' | undefined;
  /** Where numbers, dates and the like are what the field holds, the text is written bare. */
  readonly bare?: boolean;
}

const WORDS_OF_OTHER_TYPES = /^(?:~|null|true|false|y|n|yes|no|on|off|=|<<)$/i;
const NUMBER =
  /^[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0o?[0-7_]+|[0-9][0-9_,]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|\.(?:inf|nan))$/i;
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const DATE_OR_TIME = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?$/;
const INDICATOR_FIRST = /^[-?:,[\]{}#&*!|>'"%@`=<\s]/;
const BROKEN_INSIDE = /: |:$|\s#|\s$/;
/** What a plain or single-quoted text can't hold: controls, line breaks of YAML 1.1, marks and halves of pairs. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const TRIVIALLY_PLAIN = /^[\p{L}\p{N}_/][\p{L}\p{N}\p{Emoji_Presentation}_ ./@+-]*$/u;

/** True where the bare text would be read as a number, a boolean, null, a date or a merge key by some reader. */
export function readsAsOtherType(text: string): boolean {
  return (
    text === '' ||
    WORDS_OF_OTHER_TYPES.test(text) ||
    NUMBER.test(text) ||
    SEXAGESIMAL.test(text) ||
    DATE_OR_TIME.test(text)
  );
}

/** True where the text may stand unquoted at this place and is read back as the same text. */
export function isPlainSafe(text: string, context: ScalarContext = {}): boolean {
  if (readsAsOtherType(text) || UNPRINTABLE.test(text)) return false;
  if (context.flow === true || context.commentBehind === true) {
    return TRIVIALLY_PLAIN.test(text) && !text.endsWith(' ');
  }
  return !INDICATOR_FIRST.test(text) && !text.startsWith('...') && !BROKEN_INSIDE.test(text);
}

/** A double-quoted text with JSON's escapes, and those that YAML 1.1 wants on top. */
export function quoteDouble(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function quoteSingle(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * One line that spells the value: `doing`, `"no"`, `5`, `'say "hi"'`.
 * @param value a text, a number, a boolean or null; texts with line breaks come out double-quoted.
 */
export function renderScalar(value: string | number | boolean | null, context: ScalarContext = {}): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return renderNumber(value);
  if (context.bare === true && /^[\w.+-]+$/.test(value)) return value;
  if (context.style === 'single' && !UNPRINTABLE.test(value)) return quoteSingle(value);
  if (context.style === 'double') return quoteDouble(value);
  if (isPlainSafe(value, context)) return value;
  const needsEscape = context.flow === true || context.commentBehind === true || UNPRINTABLE.test(value);
  return !needsEscape && /["\\]/.test(value) ? quoteSingle(value) : quoteDouble(value);
}

function renderNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return String(value);
}

/**
 * The lines of a literal block scalar without their indentation, with the header first (`|-`), or undefined
 * where the text can't be written as one without doubt: it then has to be quoted.
 */
export function blockScalarLines(text: string): readonly [header: string, ...lines: string[]] | undefined {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const lines = body.split('\n');
  const first = lines[0] ?? '';
  const last = lines.at(-1) ?? '';
  if (/^\s|^$/.test(first) || /^\s*$/.test(last)) return undefined;
  if (lines.some((line) => line.startsWith('\t') || UNPRINTABLE.test(line.replaceAll('\t', ''))))
    return undefined;
  // A line of spaces alone may be stripped by editors, and is read differently at the end of a block.
  if (lines.some((line) => line !== '' && line.trim() === '')) return undefined;
  return [text.endsWith('\n') ? '|' : '|-', ...lines];
}
