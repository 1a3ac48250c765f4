/** The settings of a backlog: what the page shows, what can be changed on it, and what it is told. */
import type { TeamSettings } from '../../core/features/teamSettings.ts';
import type { NoBacklog } from './backlogEvents.ts';
import type { Outcome } from './contract.ts';

export type {
  MemberSetting,
  RuleSetting,
  StatusPhase,
  StatusSetting,
  TeamSettings,
} from '../../core/features/teamSettings.ts';

export type MemberList = 'people' | 'teams' | 'personas';

export type SettingValue = string | number | readonly string[] | Readonly<Record<string, number>> | null;

/** One value of the file, by the keys that lead to it; null takes it away, so that the default counts. */
export interface Setting {
  readonly path: readonly string[];
  readonly value: SettingValue;
}

/** Each is one step of undo. */
export type SettingsChange =
  | { readonly kind: 'set'; readonly settings: readonly Setting[] }
  /** The old key is kept among the former ones, so that commits find their stories. */
  | { readonly kind: 'key'; readonly to: string }
  /** Also in every item that has it. */
  | { readonly kind: 'renameStatus'; readonly from: string; readonly to: string }
  | { readonly kind: 'add'; readonly list: MemberList; readonly id: string; readonly name: string }
  | {
      readonly kind: 'setMember';
      readonly list: MemberList;
      readonly id: string;
      readonly field: 'name' | 'email' | 'people';
      readonly value: string | readonly string[];
    }
  | { readonly kind: 'remove'; readonly list: MemberList; readonly id: string };

export interface SettingsContract {
  readonly calls: {
    readonly change: { readonly params: SettingsChange; readonly result: Outcome };
    readonly command: {
      readonly params: {
        readonly name: 'createBacklog' | 'createSample' | 'refresh' | 'undo' | 'openFile';
      };
      readonly result: null;
    };
  };
  /** When it is shown: `team` or `missing`; `team` again whenever the file changed. */
  readonly events: {
    readonly team: { readonly uri: string; readonly name: string; readonly team: TeamSettings };
    readonly missing: { readonly why: NoBacklog };
  };
}
