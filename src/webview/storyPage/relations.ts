/** What the item has to do with others: dependencies both ways, the insights behind it, the stories of an epic. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageInsight, PageRef } from '../../protocol/panels/storyPage.ts';
import { entryList } from './entries.ts';
import { refChoice } from './fields.ts';
import type { PageHost } from './pageHost.ts';
import { itemLink, section } from './parts.ts';
import type { PickerLook } from './picker.ts';

export function dependenciesSection(host: PageHost): TemplateResult {
  const { dependsOn, neededBy } = host.page;
  const look: PickerLook = {
    id: 'add.depends_on',
    label: 'Add something that it depends on',
    shown: '',
    placeholder: 'Depends on… (id or words)',
    choices: [],
    adds: true,
    readOnly: false,
  };
  return section(
    'dependencies',
    'Dependencies',
    html`${
      dependsOn.entries.length === 0
        ? nothing
        : entryList(host, {
            list: 'depends_on',
            noun: 'Dependency',
            entries: dependsOn.entries,
            content: ({ value, ref, path }, id) =>
              html`<div class="line">${itemLink(host, ref ?? { id: value, title: '' })}</div>
                ${host.findingList(host.findingsAt(path), id)}`,
          })
    }
    ${
      host.locked(dependsOn) === undefined
        ? html`<page-picker
            .look=${look}
            .find=${async (query: string) => host.find(query)}
            .picked=${(value: string) => void host.change({ kind: 'add', path: 'depends_on', value })}
          ></page-picker>`
        : nothing
    }
    ${host.findingList(
      host.page.findings.filter(({ field, entry }) => field === 'depends_on' && entry === undefined),
      'depends_on',
    )}
    ${neededBy.length === 0 ? nothing : refList(host, 'Needed by', neededBy)}`,
  );
}

function refList(host: PageHost, name: string, refs: readonly PageRef[]): TemplateResult {
  return html`<div class="sub">
    <h3>${name}</h3>
    <ul class="refs" aria-label=${name}>
      ${refs.map((ref) => html`<li class="line">${itemLink(host, ref)}</li>`)}
    </ul>
  </div>`;
}

export function insightsSection(host: PageHost): TemplateResult {
  const { insights } = host.page;
  const has = new Set(insights.entries.map(({ value }) => value));
  const look: PickerLook = {
    id: 'add.insights',
    label: 'Add an insight',
    shown: '',
    placeholder: 'Which insight is behind it?',
    choices: host.choices.insights.filter(({ id }) => !has.has(id)).map(refChoice),
    adds: true,
  };
  return section(
    'insights',
    'Insights',
    html`${
      insights.entries.length === 0
        ? nothing
        : entryList(host, {
            list: 'insights',
            noun: 'Insight',
            entries: insights.entries,
            content: (entry, id) =>
              html`${insight(entry)}${host.findingList(host.findingsAt(entry.path), id)}`,
          })
    }
    ${
      host.locked(insights) === undefined
        ? html`<page-picker
            .look=${look}
            .picked=${(value: string) => void host.change({ kind: 'add', path: 'insights', value })}
          ></page-picker>`
        : nothing
    }`,
  );
}

function insight({ value, ref, source, who, weight, count }: PageInsight): TemplateResult {
  const facts = [source, who, count === undefined ? undefined : `${count} ×`, weightWord(weight)]
    .filter((fact) => fact !== undefined)
    .join(' · ');
  return html`<div class="insight">
    <span dir="auto">${ref?.title === undefined || ref.title === '' ? value : ref.title}</span>
    <span class="detail" dir="auto">${facts}</span>
  </div>`;
}

function weightWord(weight: number | undefined): string | undefined {
  return weight === undefined
    ? undefined
    : (['nice to have', 'important', 'decisive'][weight - 1] ?? `weight ${weight}`);
}

export function storiesSection(host: PageHost): TemplateResult | typeof nothing {
  const { stories } = host.page;
  if (stories === undefined) return nothing;
  const { refs, count, done, points, donePoints } = stories;
  return section(
    'stories',
    'Stories',
    html`<ul class="refs" aria-label="Stories of this epic">
        ${refs.map((ref) => html`<li class="line">${itemLink(host, ref)}</li>`)}
      </ul>
      ${count > refs.length ? html`<p class="hint">and ${count - refs.length} more</p>` : nothing}
      ${count === 0 ? html`<p class="hint">No story belongs to this epic yet.</p>` : nothing}`,
    count === 0
      ? nothing
      : html`<span class="count"
          >${done} of ${count} done${points === 0 ? '' : `, ${donePoints} of ${points} points`}</span
        >`,
  );
}
