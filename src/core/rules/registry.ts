/** All rules, each with what it says of itself, and where its page is. A rule that is not here does not exist. */
import { ITEM_RULES } from '../writing/rules/all.ts';
import { SET_RULES } from '../writing/sets/all.ts';
import { SCHEMA_RULES } from './schemaDocs.ts';
import type { RuleDoc } from './ruleDoc.ts';
import { WORK_RULES } from './workDocs.ts';
import { YAML_RULES } from './yamlDocs.ts';

export const RULES: readonly RuleDoc[] = [
  ...YAML_RULES,
  ...SCHEMA_RULES,
  ...WORK_RULES,
  ...ITEM_RULES.map(({ doc }) => doc),
  ...SET_RULES.flatMap(({ docs }) => docs),
];

const PAGES = 'https://github.com/refinery/refinery/blob/main/docs/rules';

/** The address of a rule's page. */
export function ruleHref(id: string): string {
  return `${PAGES}/${id}.md`;
}

let byId: ReadonlyMap<string, RuleDoc> | undefined;

/** What a rule says of itself; undefined for an id that there is not. */
export function ruleDoc(id: string): RuleDoc | undefined {
  byId ??= new Map(RULES.map((rule) => [rule.id, rule]));
  return byId.get(id);
}
