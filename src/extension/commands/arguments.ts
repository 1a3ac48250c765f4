/**
 * What a command may be called with from a keybinding (`args`) or by another extension. It comes from outside, so it
 * is looked at before it is used.
 */
export interface CommandArguments {
  /** The backlog file; without it, the one that has the item. */
  readonly uri?: string;
  /** Ids of the items that are meant. */
  readonly items?: readonly string[];
  /** The key of a row, from a click on it. */
  readonly key?: string;
  /** Keys of rows, from an action in the file. */
  readonly keys?: readonly string[];
  /** Positions of acceptance criteria from 0. */
  readonly criteria?: readonly number[];
  /** What a picker or an input box would be answered. */
  readonly value?: string;
  /** Fields of a new story. */
  readonly fields?: Readonly<Record<string, string | number>>;
  readonly keepFocus?: boolean;
  /** Brings the backlog view to the front. */
  readonly show?: boolean;
}

export function readArguments(args: readonly unknown[]): CommandArguments {
  const [first] = args;
  if (typeof first === 'string') return { value: first };
  if (typeof first !== 'object' || first === null) return {};
  const given: Readonly<Record<string, unknown>> = { ...first };
  const { uri, items, key, keys, criteria, value, fields, keepFocus, show } = given;
  return {
    ...(typeof uri === 'string' ? { uri } : {}),
    ...(Array.isArray(items) ? { items: items.filter((item) => typeof item === 'string') } : {}),
    ...(typeof key === 'string' ? { key } : {}),
    ...(Array.isArray(keys) ? { keys: keys.filter((one) => typeof one === 'string') } : {}),
    ...(Array.isArray(criteria) ? { criteria: criteria.filter((one) => Number.isInteger(one)) } : {}),
    ...(typeof value === 'string' || typeof value === 'number' ? { value: String(value) } : {}),
    ...(typeof fields === 'object' && fields !== null ? { fields: readFields({ ...fields }) } : {}),
    ...(keepFocus === true ? { keepFocus } : {}),
    ...(show === true ? { show } : {}),
  };
}

function readFields(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string | number>> {
  const entries = Object.entries(fields).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : [],
  );
  return Object.fromEntries(entries);
}
