/** What the host of the settings page asks of the server. */
import { message } from './lsp.ts';
import type { TeamSettings } from './panels/settings.ts';

export interface TeamSettingsResult {
  /** Of the snapshot that they go with. */
  readonly revision: number;
  readonly team: TeamSettings;
}
/** How the team works; null without a backlog. */
export const teamSettingsRequest = message<{ readonly uri: string }, TeamSettingsResult | null>()(
  'refinery/teamSettings',
);
