/** What git knows of the item: branches, commits newest first, who made them, and how far they have come. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ItemCommits } from '../../protocol/panels/storyPage.ts';
import { icon } from '../shared/icons.ts';
import type { PageHost } from './pageHost.ts';
import { ago, personName, section } from './parts.ts';

/** So many commits are shown until the others are asked for. */
const FIRST_COMMITS = 8;

export function commitsSection(host: PageHost): TemplateResult | typeof nothing {
  const { commits } = host;
  if (commits === undefined || commits === null || host.page.id === undefined) return nothing;
  if (commits.state === 'off') return nothing;
  const start = html`<button
    class="toggle"
    @click=${() => {
      host.command('startWork');
    }}
  >
    Start Work
  </button>`;
  return section(
    'commits',
    'Commits',
    html`${commits.message === undefined ? nothing : html`<p class="hint" dir="auto">${commits.message}</p>`}
    ${commits.branches.length === 0 ? nothing : branches(commits)}
    ${commits.total === 0 ? html`<p class="hint">${commits.state === 'indexing' ? 'Reading the history…' : 'No commit names it yet.'}</p>` : listed(host, commits)}`,
    html`${
      commits.total === 0
        ? nothing
        : html`<button
            class="toggle"
            @click=${() => {
              host.command('openChanges');
            }}
          >
            Open Changes
          </button>`
    }${host.page.phase === 'done' || host.page.phase === 'dropped' ? nothing : start}`,
  );
}

function branches({ branches: all }: ItemCommits): TemplateResult {
  return html`<ul class="branches" aria-label="Branches">
    ${all.map(
      ({ name, current, merged, remote }) =>
        html`<li>
          ${icon('gitBranch')}<span class="branch-name" dir="auto">${name}</span>
          <span class="detail"
            >${[current ? 'checked out' : '', remote ? 'remote' : '', merged ? 'merged' : ''].filter((word) => word !== '').join(', ')}</span
          >
        </li>`,
    )}
  </ul>`;
}

function listed(host: PageHost, all: ItemCommits): TemplateResult {
  const whole = host.typing.has('commits');
  const shown = whole ? all.commits : all.commits.slice(0, FIRST_COMMITS);
  return html`<p class="summary">${summary(all, host.event.now)}</p>
    <ol class="commits" role="list">
      ${shown.map(
        ({ repository, id, subject, author, person, time, stats, merge, uncertain }) =>
          html`<li>
            <button
              class="commit"
              title=${`${id.slice(0, 10)} ${subject}`}
              @click=${() => {
                host.openCommit(repository, id);
              }}
            >
              ${icon('gitCommit')}<span class="subject" dir="auto">${subject}</span>
            </button>
            <span class="detail"
              ><span dir="auto">${person === undefined ? author : personName(host, person)}</span>,
              ${ago(time, host.event.now)}${merge ? ', a merge' : ''}${uncertain ? ', perhaps' : ''}${
                stats === undefined
                  ? nothing
                  : html` · ${stats.files} ${stats.files === 1 ? 'file' : 'files'}
                      <span class="added">+${stats.added}</span>
                      <span class="removed">−${stats.removed}</span>`
              }</span
            >
          </li>`,
      )}
    </ol>
    ${
      all.commits.length > shown.length
        ? html`<button
            class="plain words"
            @click=${() => {
              host.typing.set('commits', '');
              host.redraw();
            }}
          >
            Show All ${all.commits.length}
          </button>`
        : nothing
    }`;
}

function summary({ total, people, first, last, merged, tags }: ItemCommits, now: number): string {
  const by = `${total} ${total === 1 ? 'commit' : 'commits'} by ${people.length} ${people.length === 1 ? 'person' : 'people'}`;
  const when =
    first === undefined || last === undefined
      ? ''
      : total === 1
        ? `, ${ago(last, now)}`
        : `, first ${ago(first, now)}, last ${ago(last, now)}`;
  const far = { none: 'none merged', some: 'partly merged', all: 'merged' }[merged];
  const tag = tags.length === 0 ? '' : `, in ${tags.map(({ name }) => name).join(', ')}`;
  return `${by}${when}; ${far}${tag}.`;
}
