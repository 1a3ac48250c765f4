/** What the extension contributes to VS Code, from the tables of commands, settings and views. */
import type { TokenKind } from '../core/features/reading/semanticTokens.ts';
import { COMMAND_IDS, commandSpec } from '../protocol/commands.ts';
import type { CommandId, CommandSpec } from '../protocol/commands.ts';
import { RULES } from '../core/rules/registry.ts';
import { RULE_LEVELS, SETTINGS } from '../protocol/settings.ts';
import type { SettingSpec } from '../protocol/settings.ts';
import {
  BACKLOG_VIEW_ID,
  CARD,
  CONTAINER_ID,
  CONTEXT,
  FILE_PATTERNS,
  FOCUSED_ROW,
  LANGUAGE_ID,
  PANELS,
  ROW,
  VIEWS,
  WELCOME,
} from '../protocol/views.ts';

/** The keys of package.json that are generated. */
export interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: object;
  readonly contributes: object;
}

/** While it is being read, commands are there as well, and wait for it. */
const WITH_BACKLOG = `${CONTEXT.state} =~ /^(ready|starting)$/`;
const IN_VIEW = `view == ${BACKLOG_VIEW_ID}`;

export function manifest(): Manifest {
  return {
    activationEvents: [
      ...FILE_PATTERNS.map((pattern) => `workspaceContains:**/${pattern}`),
      ...Object.values(PANELS).map((type) => `onWebviewPanel:${type}`),
    ],
    capabilities: {
      // Nothing of the workspace is ever run: the backlog is read as text, and no setting names a program.
      untrustedWorkspaces: { supported: true },
      // The server asks the editor for every file, wherever the editor has it from.
      virtualWorkspaces: { supported: true },
    },
    contributes: {
      languages: [
        {
          id: LANGUAGE_ID,
          aliases: ['Backlog'],
          filenamePatterns: FILE_PATTERNS,
          configuration: './language-configuration.json',
        },
      ],
      grammars: [
        { language: LANGUAGE_ID, scopeName: 'source.backlog', path: './syntaxes/backlog.tmLanguage.json' },
      ],
      semanticTokenTypes: TOKENS.map(({ id, superType, description }) => ({ id, superType, description })),
      semanticTokenScopes: [
        { language: LANGUAGE_ID, scopes: Object.fromEntries(TOKENS.map(({ id, scope }) => [id, [scope]])) },
      ],
      configurationDefaults: { [`[${LANGUAGE_ID}]`]: languageDefaults() },
      configuration: { title: 'Refinery', properties: settings() },
      viewsContainers: {
        activitybar: [{ id: CONTAINER_ID, title: 'Refinery', icon: 'media/refinery.svg' }],
      },
      views: {
        [CONTAINER_ID]: VIEWS.map(({ id, name, icon, when, collapsed }) => ({
          id,
          name,
          icon,
          contextualTitle: 'Refinery',
          ...(when === undefined ? {} : { when }),
          ...(collapsed === true ? { visibility: 'collapsed' } : {}),
        })),
      },
      viewsWelcome: WELCOME.map(({ view, when, contents }) => ({
        view,
        when,
        contents: contents.join('\n'),
      })),
      commands: COMMAND_IDS.map(command),
      menus: menus(),
      keybindings: COMMAND_IDS.flatMap(keybindings),
    },
  };
}

interface TokenSpec {
  readonly id: TokenKind;
  readonly superType: string;
  readonly description: string;
  /** The grammar's scope for the same thing, so that a word keeps its colour when the server has read it. */
  readonly scope: string;
}

const TOKENS: readonly TokenSpec[] = [
  {
    id: 'storyKeyword',
    superType: 'keyword',
    description: 'The words of a story that announce role, wish and benefit.',
    scope: 'keyword.other.story.means.backlog',
  },
  {
    id: 'storyRole',
    superType: 'type',
    description: 'For whom a story is.',
    scope: 'entity.name.type.role.backlog',
  },
  {
    id: 'storySituation',
    superType: 'type',
    description: 'The situation that a job story begins with.',
    scope: 'entity.name.type.situation.backlog',
  },
  {
    id: 'storyMeans',
    superType: 'string',
    description: 'What is wanted.',
    scope: 'string.unquoted.means.backlog',
  },
  {
    id: 'storyEnd',
    superType: 'string',
    description: 'What it is good for.',
    scope: 'string.unquoted.end.backlog',
  },
  {
    id: 'stepKeyword',
    superType: 'keyword',
    description: 'Given, When, Then and their like.',
    scope: 'keyword.control.step.backlog',
  },
  {
    id: 'stepParameter',
    superType: 'parameter',
    description: 'What varies in a step: quoted texts, numbers, placeholders.',
    scope: 'variable.parameter.placeholder.backlog',
  },
  {
    id: 'itemId',
    superType: 'variable',
    description: 'The id of an item.',
    scope: 'variable.other.constant.id.backlog',
  },
];

/** Saving a backlog never touches a byte that the person did not. */
function languageDefaults(): object {
  return {
    'editor.tabSize': 2,
    'editor.insertSpaces': true,
    'editor.detectIndentation': false,
    'editor.formatOnSave': false,
    'editor.formatOnPaste': false,
    'editor.formatOnType': false,
    // A story is one long sentence: it must be readable without scrolling sideways.
    'editor.wordWrap': 'on',
    'editor.quickSuggestions': { other: true, comments: false, strings: true },
    // Words of other stories are no help while a sentence is written, and Enter would take them.
    'editor.wordBasedSuggestions': 'off',
    'files.trimTrailingWhitespace': false,
    'files.insertFinalNewline': false,
    'files.trimFinalNewlines': false,
  };
}

function settings(): object {
  const specs: Readonly<Record<string, SettingSpec>> = SETTINGS;
  return Object.fromEntries(Object.entries(specs).map(([id, spec], order) => [id, setting(spec, order)]));
}

function setting({ description, scope, value }: SettingSpec, order: number): object {
  const shared = { markdownDescription: description, scope, order };
  switch (value.type) {
    case 'boolean':
      return { type: 'boolean', default: value.default, ...shared };
    case 'rules':
      return {
        type: 'object',
        properties: Object.fromEntries(
          RULES.map(({ id, title }) => [id, { enum: RULE_LEVELS, description: title }]),
        ),
        additionalProperties: { enum: RULE_LEVELS },
        default: value.default,
        ...shared,
      };
    case 'choice':
      return {
        type: 'string',
        enum: Object.keys(value.of),
        markdownEnumDescriptions: Object.values(value.of),
        default: value.default,
        ...shared,
      };
  }
}

function command(id: CommandId): object {
  const { title, icon } = commandSpec(id);
  return {
    command: id,
    title,
    category: 'Refinery',
    ...(icon === undefined ? {} : { icon: `$(${icon})` }),
  };
}

function menus(): object {
  const specs = COMMAND_IDS.map((id) => ({ id, spec: commandSpec(id) }));
  return {
    commandPalette: specs.flatMap(({ id, spec }) => paletteEntry(id, spec)),
    'view/title': specs.flatMap(({ id, spec }) =>
      spec.titleBar === undefined
        ? []
        : [
            {
              command: id,
              when: all(IN_VIEW, offered(spec), spec.when, spec.titleBarWhen),
              group: spec.titleBar,
            },
          ],
    ),
    'editor/title': specs.flatMap(({ id, spec }) =>
      spec.fileTitleBar === undefined
        ? []
        : [{ command: id, when: `resourceLangId == ${LANGUAGE_ID}`, group: spec.fileTitleBar }],
    ),
    'scm/title': specs.flatMap(({ id, spec }) =>
      spec.sourceControl === undefined
        ? []
        : [{ command: id, when: all('scmProvider == git', offered(spec)), group: spec.sourceControl }],
    ),
    'editor/context': specs.flatMap(({ id, spec }) =>
      spec.editorMenu === undefined
        ? []
        : [{ command: id, when: all('resourceScheme == file', offered(spec)), group: spec.editorMenu }],
    ),
    'webview/context': specs.flatMap(({ id, spec }) => cardEntries(id, spec)),
    'view/item/context': specs.flatMap(({ id, spec }) => rowEntries(id, spec)),
  };
}

function paletteEntry(id: CommandId, spec: CommandSpec): object[] {
  if (spec.palette === 'never') return [{ command: id, when: 'false' }];
  const when = all(offered(spec), spec.when);
  return when === '' ? [] : [{ command: id, when }];
}

/** A card in a web view offers what a row of the tree offers. */
function cardEntries(id: CommandId, { row, fileTitleBar }: CommandSpec): object[] {
  if (row === undefined || row.when === ROW.commit || fileTitleBar !== undefined) return [];
  return [{ command: id, when: `webviewSection == ${CARD}`, group: row.group }];
}

function rowEntries(id: CommandId, { row }: CommandSpec): object[] {
  if (row === undefined) return [];
  const when = all(IN_VIEW, row.when);
  const entry = { command: id, when, group: row.group };
  return row.inline === undefined
    ? [entry]
    : [entry, { command: id, when, group: `inline@${String(row.inline)}` }];
}

function keybindings(id: CommandId): object[] {
  const spec = commandSpec(id);
  return (spec.keys ?? []).map(({ key, mac, alsoWhen, when }) => {
    const focused = all(`focusedView == ${BACKLOG_VIEW_ID}`, '!inputFocus', spec.when);
    return {
      command: id,
      key,
      ...(mac === undefined ? {} : { mac }),
      ...(spec.row === undefined ? {} : { args: [FOCUSED_ROW] }),
      when: when ?? (alsoWhen === undefined ? focused : `${focused} || ${alsoWhen}`),
    };
  });
}

function offered(spec: CommandSpec): string | undefined {
  return spec.palette === 'backlog' ? WITH_BACKLOG : undefined;
}

function all(...conditions: readonly (string | undefined)[]): string {
  return conditions.filter((condition) => condition !== undefined).join(' && ');
}
