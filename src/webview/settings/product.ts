/** The product: its name, the key of its ids with what follows from it, and where commits are looked for. */
import { html, type TemplateResult } from 'lit';
import type { TeamSettings } from '../../protocol/panels/settings.ts';
import { labelledText } from '../shared/ui/form.ts';
import { type ChangeSettings, part, set, textList } from './parts.ts';

export function productPart(team: TeamSettings, change: ChangeSettings): TemplateResult {
  const { name, key, formerKeys, repositories } = team.product;
  return html`${part(
    team,
    { title: 'Product', about: 'What this backlog is for.' },
    html`${labelledText({
      label: 'Name',
      value: name,
      change: (value) => {
        set(change, { path: ['product', 'name'], value: value === '' ? null : value });
      },
    })}
    ${labelledText({
      label: 'Key',
      value: key,
      placeholder: 'FN',
      narrow: true,
      hint: keyWords(team, formerKeys),
      change: (to) => {
        if (to !== '') change({ kind: 'key', to });
      },
    })}`,
  )}
  ${part(
    team,
    {
      title: 'Repositories',
      about: 'Where commits are looked for, as paths from the file. Without any, the repository of the file.',
    },
    textList({ label: 'Repositories', noun: 'Path', texts: repositories }, (texts) => {
      set(change, { path: ['product', 'repositories'], value: texts.length === 0 ? null : texts });
    }),
  )}`;
}

function keyWords({ product: { key }, numbered }: TeamSettings, former: readonly string[]): string {
  if (key === '') return 'Stands before the number in new ids: with FN, the next story is FN-1.';
  const ids = numbered === 1 ? 'One id begins' : `${numbered} ids begin`;
  const before = former.length === 0 ? '' : ` Former keys: ${former.join(', ')}.`;
  return `${ids} with ${key}. With another key they stay as they are, and only new stories get the new one; ${key} becomes a former key, so that commits keep their links.${before}`;
}
