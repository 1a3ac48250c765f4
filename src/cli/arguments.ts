import { parseArgs } from 'node:util';
import type { Option, Options } from './options.ts';
import { didYouMean } from './didYouMean.ts';
import { UsageError } from './usageError.ts';

/** What was typed behind a command's name. */
export interface Arguments {
  readonly operands: readonly string[];
  has(option: string): boolean;
  /** The value of an option that was given; the last one where it was given several times. */
  value(option: string): string | undefined;
  /** All values of an option, those with commas split. */
  values(option: string): readonly string[];
}

/** Reads the words behind a command. Throws a `UsageError` for an option or a value that it doesn't know. */
export function readArguments(words: readonly string[], options: Options): Arguments {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(options).map(([name, option]) => [
        name,
        {
          type: option.value === undefined ? ('boolean' as const) : ('string' as const),
          ...(option.short === undefined ? {} : { short: option.short }),
        },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const operands: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const value = checkedValue(token, options);
    const values = given.get(token.name) ?? [];
    values.push(...(value === undefined ? [] : [value]));
    given.set(token.name, values);
  }
  return {
    operands,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option) =>
      (given.get(option) ?? [])
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== ''),
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkedValue(
  { name, rawName, value, inlineValue }: OptionToken,
  options: Options,
): string | undefined {
  const option: Option | undefined = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const suggestion = didYouMean(
      rawName,
      Object.keys(options).map((known) => `--${known}`),
    );
    throw new UsageError(`Unknown option ${rawName}.${suggestion}`);
  }
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
    return undefined;
  }
  // A value that starts with a dash is more likely the next option, with the value forgotten.
  if (value === undefined || value === '' || (inlineValue === false && value.startsWith('-'))) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}.`);
  }
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const known = option.choices.join(', ');
    throw new UsageError(
      `${rawName} is one of ${known}, not "${value}".${didYouMean(value, option.choices)}`,
    );
  }
  return value;
}
