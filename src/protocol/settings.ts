/**
 * Every setting of the extension, in one table, with its type, default and words. The manifest and the manual are
 * generated from here, and the extension reads settings by these names only.
 */
export interface SettingSpec {
  readonly description: string;
  readonly scope: 'window' | 'resource' | 'application' | 'machine';
  readonly value:
    | { readonly type: 'boolean'; readonly default: boolean }
    | {
        readonly type: 'choice';
        readonly default: string;
        /** The values, each with what it means. */
        readonly of: Readonly<Record<string, string>>;
      };
}

export const SETTINGS = {
  'refinery.groupBy': {
    description: 'How the backlog view groups stories when a workspace is opened.',
    scope: 'window',
    value: {
      type: 'choice',
      default: 'none',
      of: {
        none: 'In rank order, not grouped.',
        epic: 'By epic.',
        sprint: 'By sprint.',
        status: 'By status.',
        assignee: 'By assignee.',
      },
    },
  },
  'refinery.confirmDelete': {
    description: 'Ask before items are deleted from the backlog view.',
    scope: 'window',
    value: { type: 'boolean', default: true },
  },
  'refinery.trace.server': {
    description: 'Writes what the editor and the language server say to each other into the log.',
    scope: 'window',
    value: {
      type: 'choice',
      default: 'off',
      of: {
        off: 'Nothing.',
        messages: 'The name and time of each message.',
        verbose: 'Each message with what it carries.',
      },
    },
  },
} as const satisfies Record<`refinery.${string}`, SettingSpec>;

export type SettingId = keyof typeof SETTINGS;

type Widened<T> = T extends boolean ? boolean : T;

/** The type of a setting's value. */
export type SettingValue<Id extends SettingId> = (typeof SETTINGS)[Id]['value'] extends {
  readonly type: 'choice';
  readonly of: infer Of;
}
  ? keyof Of & string
  : Widened<(typeof SETTINGS)[Id]['value']['default']>;

/** How the backlog view may group its rows. */
export type Grouping = SettingValue<'refinery.groupBy'>;

/** The default of a setting. */
export function settingDefault<Id extends SettingId>(id: Id): SettingValue<Id> {
  // `SettingValue` widens the literal types of the table, which the compiler can't relate for an open `Id`.
  return SETTINGS[id].value.default as unknown as SettingValue<Id>;
}
