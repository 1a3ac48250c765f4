/** The tables of the manual: the format, the settings and the commands. */
import { LISTS } from '../core/backlog/lists.ts';
import { ITEM_NAMES } from '../core/backlog/lists.ts';
import { describe } from '../core/rules/words.ts';
import type { Field, Shape } from '../core/schema/shape.ts';
import { itemFields, topLevelFields } from '../core/schema/compile.ts';
import { COMMAND_IDS, commandSpec } from '../protocol/commands.ts';
import type { CommandId } from '../protocol/commands.ts';
import { RULE_LEVELS, SETTINGS } from '../protocol/settings.ts';
import type { SettingSpec } from '../protocol/settings.ts';
import type { Page } from './rulePages.ts';

const FOLDER = 'docs/manual';

export function manualPages(): readonly Page[] {
  return [
    { path: `${FOLDER}/format-reference.md`, text: formatReference() },
    { path: `${FOLDER}/settings.md`, text: settings() },
    { path: `${FOLDER}/commands.md`, text: commands() },
  ];
}

function formatReference(): string {
  const mappings = [...topLevelFields().values()].flatMap((field) => {
    const { shape } = field;
    return shape.kind === 'object' ? [section(`\`${field.key}\``, field.description, shape.fields)] : [];
  });
  const lists = LISTS.map((list) => {
    const field = topLevelFields().get(list);
    const description = `${field?.description ?? ''} Each entry is one ${ITEM_NAMES[list]}.`;
    return section(`\`${list}\``, description, itemFields(list));
  });
  return `# Format reference

Every key of a backlog file. All keys are optional but those marked with a star.
Keys that begin with \`x-\` are yours; any other key is kept as it is.

## The file

${table(topLevelFields())}
${[...mappings, ...lists].join('\n')}`;
}

function section(heading: string, description: string, fields: ReadonlyMap<string, Field>): string {
  const nested = [...fields.values()].flatMap((field) => {
    const inner = objectIn(field.shape);
    return inner === undefined ? [] : [`### ${heading} › \`${field.key}\`\n\n${table(inner)}`];
  });
  return [`## ${heading}\n\n${description}\n\n${table(fields)}`, ...nested].join('\n');
}

/** The mapping that a field takes, by itself or as an entry of its list. */
function objectIn(shape: Shape): ReadonlyMap<string, Field> | undefined {
  if (shape.kind === 'object') return shape.fields;
  if (shape.kind === 'list') return objectIn(shape.of);
  if (shape.kind === 'union') return shape.of.map(objectIn).find((fields) => fields !== undefined);
  return undefined;
}

function table(fields: ReadonlyMap<string, Field>): string {
  const rows = [...fields.values()].map(
    ({ key, required, shape, description, examples }) =>
      `| \`${key}\`${required ? ' *' : ''} | ${cell(describe(shape))} | ${cell(description)} | ${exampleCell(examples)} |`,
  );
  return `| key | takes | meaning | example |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function exampleCell(examples: readonly string[]): string {
  const [first] = examples;
  return first === undefined || /^[|>]/.test(first) ? '' : `\`${cell(first)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function settings(): string {
  const specs: Readonly<Record<string, SettingSpec>> = SETTINGS;
  const rows = Object.entries(specs).map(([id, { description, value }]) => {
    const values = settingValues(value);
    const byDefault = value.type === 'rules' ? JSON.stringify(value.default) : String(value.default);
    return `| \`${id}\` | \`${byDefault}\` | ${cell(description)} | ${values} |`;
  });
  return `# Settings

How the team works stands in the backlog file itself, so that everyone has the same. These settings are yours alone.

| setting | default | meaning | values |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function settingValues(value: SettingSpec['value']): string {
  switch (value.type) {
    case 'boolean':
      return '`true`, `false`';
    case 'rules':
      return `[rules](../rules/README.md) by id: ${RULE_LEVELS.map((level) => `\`${level}\``).join(', ')}`;
    case 'choice':
      return Object.entries(value.of)
        .map(([name, words]) => `\`${name}\`: ${words}`)
        .join('<br>');
  }
}

function commands(): string {
  return `# Commands

All of them are in the command palette as \`Refinery: …\`, but those marked with a star, which need a row of the backlog
view. Keys work while the backlog view has the focus.

| command | keys | on a Mac | what it does |
| --- | --- | --- | --- |
${COMMAND_IDS.map(commandRow).join('\n')}
`;
}

function commandRow(id: CommandId): string {
  const { title, palette, description, keys = [] } = commandSpec(id);
  const windows = keys.map(({ key }) => `\`${key}\``).join(', ');
  const mac = keys.map((key) => `\`${key.mac ?? key.key}\``).join(', ');
  return `| ${title}${palette === 'never' ? ' *' : ''} | ${windows} | ${mac} | ${cell(description)} |`;
}
