export interface Option {
  /** One letter, for `-f`. */
  readonly short?: string;
  /** What stands for the value in the help; an option without it is a switch. */
  readonly value?: string;
  /** The only values there are. */
  readonly choices?: readonly string[];
  readonly help: string;
}

export type Options = Readonly<Record<string, Option>>;

/** The option by which every command but `check` and `init` is told which backlog is meant. */
export const FILE_OPTION: Options = {
  file: {
    short: 'f',
    value: 'PATH',
    help: 'the backlog file, or a folder in or below which it is looked for upwards',
  },
};

export const FORMAT_OPTION: Options = {
  format: { value: 'FORMAT', choices: ['text', 'json'], help: 'text (default) or json' },
};

/** For commands that name items by id. */
export const KIND_OPTION: Options = {
  kind: { short: 'k', value: 'KIND', help: 'the kind of the item, where items of several kinds have the id' },
};
