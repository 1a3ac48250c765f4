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
      }
    /** Rules by id, each with how seriously it is taken. */
    | { readonly type: 'rules'; readonly default: Readonly<Record<string, RuleLevel>> };
}

export const RULE_LEVELS = ['ignore', 'hint', 'information', 'warning', 'error'] as const;

export type RuleLevel = (typeof RULE_LEVELS)[number];

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
  'refinery.openStoryIn': {
    description: 'What stories and epics open in, from a row, a card or a hover.',
    scope: 'window',
    value: {
      type: 'choice',
      default: 'page',
      of: { page: 'On a page of their own, as a form.', file: 'In the backlog file, at their lines.' },
    },
  },
  'refinery.confirmDelete': {
    description: 'Ask before items are deleted from the backlog view.',
    scope: 'window',
    value: { type: 'boolean', default: true },
  },
  'refinery.rules': {
    description:
      'Severity of rules the backlog file doesn’t configure in `writing.rules`: `{"story/vague-word": "warning"}`. The file’s own settings take precedence.',
    scope: 'window',
    value: { type: 'rules', default: {} },
  },
  'refinery.inlayHints.titles': {
    description: 'Shows the title behind an id, at the end of lines that name epics, sprints or other items.',
    scope: 'window',
    value: { type: 'boolean', default: true },
  },
  'refinery.codeLens.progress': {
    description: 'Shows over each epic and sprint how many of its points and stories are done.',
    scope: 'window',
    value: { type: 'boolean', default: true },
  },
  'refinery.codeLens.readiness': {
    description: 'Shows over each story that nobody has begun whether it is ready, or what it lacks.',
    scope: 'window',
    value: { type: 'boolean', default: false },
  },
  'refinery.codeLens.commits': {
    description:
      'Shows over each story that has commits how many there are, who made them, and whether they are merged.',
    scope: 'window',
    value: { type: 'boolean', default: false },
  },
  'refinery.commits.enabled': {
    description:
      'Reads git in trusted workspaces, to tell which commits and branches belong to which story. Nothing is stored in the repository.',
    scope: 'window',
    value: { type: 'boolean', default: true },
  },
  'refinery.commits.statusBar': {
    description: 'Shows the active story of the checked out branch in the status bar.',
    scope: 'window',
    value: { type: 'boolean', default: true },
  },
  'refinery.hover.everywhere': {
    description:
      'In every file of the workspace, resting on an id such as `FN-12` shows the item, and Go to Definition opens it.',
    scope: 'window',
    value: { type: 'boolean', default: true },
  },
  'refinery.links.underline': {
    description: 'In every file of the workspace, ids of items are underlined links that a click opens.',
    scope: 'window',
    value: { type: 'boolean', default: false },
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

type Widened<T> = T extends boolean ? boolean : T extends object ? Readonly<Record<string, RuleLevel>> : T;

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
