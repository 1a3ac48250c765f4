/** The head of the page: what it is about, its neighbours, and how much is found in it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageRef } from '../../protocol/panels/storyPage.ts';
import { icon, typeIcon } from '../shared/icons.ts';
import { findingCount } from './findings.ts';
import type { PageHost } from './pageHost.ts';
import { iconButton } from './parts.ts';

export function pageHead(host: PageHost): TemplateResult {
  const { page, event } = host;
  const { previous, next, rank } = page;
  return html`<div class="page-head">
    <span class="what"
      >${icon(page.list === 'epics' ? 'layers' : typeIcon(page.type))}<span class="id"
        >${page.id ?? (page.list === 'epics' ? 'Epic' : 'Story')}</span
      ><span class="spoken">${page.type}</span></span
    >
    <span class="rank"
      >${neighbour(host, previous, 'chevronUp', 'Previous')}<span class="detail"
        >${rank.at} of ${rank.of}</span
      >${neighbour(host, next, 'chevronDown', 'Next')}</span
    >
    ${standing(host)}
    ${event.dirty ? html`<span class="detail unsaved" title=${`${event.file} has changes that are not saved.`}>not saved</span>` : nothing}
    <span class="page-acts"
      >${findingsButton(host)}
      ${iconButton('goToFile', `Open in ${event.file}`, () => {
        host.openInFile();
      })}
      ${menu(host)}</span
    >
  </div>`;
}

/** How far it is, in a word that leads to where it is changed: on a narrow page that stands far below. */
function standing(host: PageHost): TemplateResult {
  const { page } = host;
  const status = page.status ?? page.fields.find(({ path }) => path === 'status')?.otherwise?.value ?? '';
  const lacks = page.phase === 'idea' || page.phase === 'open' ? page.missing.length : 0;
  const words = lacks === 0 ? status : `${status} · ${lacks} missing`;
  return html`<button
    class="status-button"
    dir="auto"
    title="Go to the status"
    @click=${() => {
      host.focusOn('status');
    }}
  >
    ${page.blocked.is ? html`${icon('stop')}<span class="spoken">blocked, </span>` : nothing}${words}
  </button>`;
}

function neighbour(
  host: PageHost,
  ref: PageRef | undefined,
  name: 'chevronUp' | 'chevronDown',
  word: string,
): TemplateResult {
  const key = name === 'chevronUp' ? 'Alt+Page Up' : 'Alt+Page Down';
  return iconButton(
    name,
    ref === undefined ? `${word}: none` : `${word}: ${`${ref.id} ${ref.title}`.slice(0, 80)} (${key})`,
    (event) => {
      if (ref !== undefined) host.open(ref, event.ctrlKey || event.metaKey);
    },
    ref === undefined,
  );
}

function findingsButton(host: PageHost): TemplateResult | typeof nothing {
  const { findings } = host.page;
  const count = findingCount(findings);
  if (count === 0) return nothing;
  const worst = findings.some(({ severity, early }) => severity === 'error' && !early) ? 'error' : 'warning';
  return html`<button
    class=${`plain words found-count ${worst}`}
    title="Go to the first"
    @click=${() => {
      const first = findings.find(({ early, severity }) => early !== true && severity !== 'hint');
      if (first !== undefined) host.focusOn(first.path === '' ? 'title' : first.path);
    }}
  >
    ${icon(worst)} ${count} ${count === 1 ? 'finding' : 'findings'}
  </button>`;
}

const COMMANDS = [
  ['copyId', 'Copy Id'],
  ['split', 'Split Story…'],
  ['merge', 'Merge With…'],
  ['rename', 'Change Id…'],
  ['delete', 'Delete…'],
] as const;

const RANKS = [
  ['top', 'Move to Top'],
  ['up', 'Move Up'],
  ['down', 'Move Down'],
  ['bottom', 'Move to Bottom'],
] as const;

function menu(host: PageHost): TemplateResult {
  const isOpen = host.typing.has('menu');
  const toggle = (): void => {
    if (isOpen) host.typing.delete('menu');
    else host.typing.set('menu', '');
    host.redraw();
  };
  const close = (): void => {
    host.typing.delete('menu');
    host.redraw();
  };
  const readOnly = host.event.readOnly !== undefined;
  const item = (label: string, act: () => void): TemplateResult =>
    html`<button
      role="menuitem"
      @click=${() => {
        close();
        act();
      }}
    >
      ${label}
    </button>`;
  const isStory = host.page.list === 'stories';
  return html`<span
    class="menu"
    @focusout=${(event: FocusEvent) => {
      const { currentTarget, relatedTarget } = event;
      if (
        currentTarget instanceof Element &&
        relatedTarget instanceof Node &&
        currentTarget.contains(relatedTarget)
      )
        return;
      if (isOpen) close();
    }}
    @keydown=${(event: KeyboardEvent) => {
      menuKey(event, close);
    }}
    ><button
      class="plain"
      aria-haspopup="menu"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-label="More"
      title="More"
      @click=${toggle}
    >
      ${icon('ellipsis')}
    </button>
    ${
      isOpen
        ? html`<div role="menu" class="menu-list" aria-label="More">
            ${COMMANDS.filter(
              ([name]) =>
                name === 'copyId' || (!readOnly && (isStory || name === 'delete' || name === 'rename')),
            ).map(([name, label]) =>
              item(label, () => {
                host.command(name);
              }),
            )}
            ${
              readOnly
                ? nothing
                : RANKS.map(([to, label]) => item(label, () => void host.change({ kind: 'rank', to })))
            }
          </div>`
        : nothing
    }</span
  >`;
}

function menuKey(event: KeyboardEvent, close: () => void): void {
  const { currentTarget, key } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  const items = [...currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  if (items.length === 0) return;
  if (key === 'Escape') {
    close();
    currentTarget.querySelector('button')?.focus();
  } else if (key === 'ArrowDown' || key === 'ArrowUp') {
    const at = items.findIndex((item) => item === document.activeElement);
    const next = key === 'ArrowDown' ? at + 1 : at <= 0 ? items.length - 1 : at - 1;
    items[next % items.length]?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
