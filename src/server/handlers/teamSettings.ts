/** What the settings page shows. */
import { teamSettings } from '../../core/features/teamSettings.ts';
import { teamSettingsRequest } from '../../protocol/teamSettings.ts';
import { onRequest } from '../listen.ts';
import type { Session } from '../session.ts';

export function handleTeamSettings(session: Session): void {
  onRequest(session, teamSettingsRequest, null, async ({ uri }) => {
    const file = await session.file(uri);
    return file?.backlog === undefined ? null : { revision: file.revision, team: teamSettings(file.backlog) };
  });
}
