/**
 * The person's settings as the client sends them, with `workspace/didChangeConfiguration`. What comes in is looked
 * at before it is believed: an absent or wrong value is the setting's default.
 */
import {
  RULE_LEVELS,
  type RuleLevel,
  type SettingId,
  SETTINGS,
  settingDefault,
  type SettingValue,
} from '../protocol/settings.ts';

/** Settings by which the server answers differently. */
type ServerSettingId =
  | 'refinery.inlayHints.titles'
  | 'refinery.codeLens.progress'
  | 'refinery.codeLens.readiness'
  | 'refinery.codeLens.commits';

export class ServerSettings {
  readonly #given: unknown;

  /** @param given the value of `settings`: `{refinery: {inlayHints: {titles: true}}}`. */
  constructor(given?: unknown) {
    this.#given = given;
  }

  get<Id extends ServerSettingId>(id: Id): SettingValue<Id> {
    const value = valueAt(this.#given, id);
    return fits(id, value) ? value : settingDefault(id);
  }

  /** How rules are to be judged that a file says nothing of; what is no level is left out. */
  get levels(): ReadonlyMap<string, RuleLevel> {
    const given = valueAt(this.#given, 'refinery.rules');
    const levels = new Map<string, RuleLevel>();
    if (typeof given !== 'object' || given === null) return levels;
    for (const [rule, value] of Object.entries(given)) {
      const level = RULE_LEVELS.find((one) => one === value);
      if (level !== undefined) levels.set(rule, level);
    }
    return levels;
  }
}

/** Nested by the parts of the id, or under the whole id, as editors differ. */
function valueAt(given: unknown, id: string): unknown {
  let value: unknown = given;
  for (const part of id.split('.')) value = member(value, part);
  return value ?? member(given, id);
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([k]) => k === key)?.[1]
    : undefined;
}

function fits<Id extends SettingId>(id: Id, value: unknown): value is SettingValue<Id> {
  const spec = SETTINGS[id].value;
  switch (spec.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(spec.of, value);
    case 'rules':
      return typeof value === 'object' && value !== null;
  }
}
