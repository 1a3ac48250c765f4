/** How stories are written. */
import type { TemplateResult } from 'lit';
import type { TeamSettings } from '../../protocol/panels/settings.ts';
import { type ChangeSettings, part, set, textList } from './parts.ts';

export function writingPart(team: TeamSettings, change: ChangeSettings): TemplateResult {
  return part(
    team,
    {
      title: 'Templates',
      about:
        'The forms that a story sentence may have. Open places are in angle brackets: <role>, <means>, <benefit>.',
      key: 'writing.templates',
    },
    textList({ label: 'Templates', noun: 'Template', texts: team.templates }, (texts) => {
      set(change, { path: ['writing', 'templates'], value: texts.length === 0 ? null : texts });
    }),
  );
}
