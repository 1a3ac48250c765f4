/** How far the item is: its status, what it lacks to be ready, and what asks before it is dropped or blocked. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageBlocked } from '../../protocol/panels/storyPage.ts';
import { icon } from '../shared/icons.ts';
import { fieldRow } from './fields.ts';
import type { PageHost } from './pageHost.ts';
import { personName } from './parts.ts';

const WANTED: Readonly<Record<string, string>> = {
  story: 'the story’s sentence',
  acceptance: 'acceptance criteria',
  estimate: 'an estimate',
  description: 'a description',
  assignee: 'somebody assigned',
  epic: 'an epic',
  sprint: 'a sprint',
  release: 'a release',
  score: 'a score',
  severity: 'a severity',
  priority: 'a priority',
  tasks: 'tasks',
  links: 'a link',
  insights: 'an insight',
};

export function standingSection(host: PageHost): TemplateResult {
  const { page } = host;
  const status = page.fields.find(({ path }) => path === 'status');
  return html`<section class="part of-standing" aria-label="Status" data-part="standing">
    <div class="form">${status === undefined ? nothing : fieldRow(host, status)}</div>
    ${dropping(host)}${readiness(host)}${doneWhen(host)}${blocking(host)}
  </section>`;
}

function wanted(host: PageHost, path: string): string {
  return WANTED[path] ?? host.page.fields.find((field) => field.path === path)?.title.toLowerCase() ?? path;
}

function readiness(host: PageHost): TemplateResult | typeof nothing {
  const { page } = host;
  if (page.phase === 'done' || page.phase === 'dropped') return nothing;
  const { missing } = page;
  const status = page.fields.find(({ path }) => path === 'status');
  if (missing.length > 0)
    return html`<div class="readiness">
      <p id="readiness">
        ${page.phase === 'idea' ? 'Still needed before it’s ready' : 'No longer ready. Missing:'}
      </p>
      <ul aria-labelledby="readiness">
        ${missing.map(
          (path) =>
            html`<li>
              <button
                class="link"
                @click=${() => {
                  host.focusOn(path);
                }}
              >
                ${icon('circle')}${wanted(host, path)}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  if (page.phase !== 'idea' || status?.of?.includes('ready') !== true || host.locked(status) !== undefined)
    return nothing;
  return html`<div class="readiness complete">
    <p>${icon('check')}It has all that a ready ${page.list === 'epics' ? 'epic' : 'story'} needs.</p>
    <button
      class="primary"
      @click=${() => {
        void host.change({ kind: 'set', path: 'status', value: 'ready', mark: status.mark });
        host.focusOn('status');
      }}
    >
      Mark Ready
    </button>
  </div>`;
}

function doneWhen(host: PageHost): TemplateResult | typeof nothing {
  const { doneWhen: all } = host.choices;
  if (all.length === 0 || host.page.phase !== 'done') return nothing;
  return html`<div class="readiness">
    <p id="done-when">Done means</p>
    <ul class="plain-list" aria-labelledby="done-when">
      ${all.map((text) => html`<li dir="auto">${icon('check')}${text}</li>`)}
    </ul>
  </div>`;
}

interface Question {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly act: string;
  readonly done: (text: string) => Promise<boolean>;
}

/** Asks for a few words before something is done. */
function question(host: PageHost, { id, label, placeholder, act, done }: Question): TemplateResult {
  const close = (): void => {
    host.typing.delete(id);
    host.redraw();
  };
  const finish = async (): Promise<void> => {
    const text = (host.typing.get(id) ?? '').trim();
    if (text !== '' && (await done(text))) close();
  };
  return html`<div class="question">
    <input
      class="field"
      dir="auto"
      data-field=${id}
      aria-label=${label}
      placeholder=${placeholder}
      .value=${live(host.typing.get(id) ?? '')}
      @input=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) host.typing.set(id, target.value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.isComposing) return;
        if (event.key === 'Enter') void finish();
        else if (event.key === 'Escape') close();
      }}
    />
    <div class="row">
      <button class="toggle" @click=${() => void finish()}>${act}</button>
      <button class="toggle" @click=${close}>Cancel</button>
    </div>
  </div>`;
}

function dropping(host: PageHost): TemplateResult | typeof nothing {
  if (!host.typing.has('drop')) return nothing;
  return question(host, {
    id: 'drop',
    label: 'Why is it dropped?',
    placeholder: 'Why is it decided against?',
    act: 'Drop',
    done: async (because) => host.change({ kind: 'drop', because }),
  });
}

function blocking(host: PageHost): TemplateResult | typeof nothing {
  const { blocked, phase } = host.page;
  if (blocked.is) return blockedBy(host, blocked);
  if (phase === 'done' || phase === 'dropped' || host.locked(blocked) !== undefined) return nothing;
  if (host.typing.has('block'))
    return question(host, {
      id: 'block',
      label: 'What is it waiting for?',
      placeholder: 'What is it waiting for?',
      act: 'Mark Blocked',
      done: async (why) => host.change({ kind: 'block', why, mark: blocked.mark }),
    });
  return html`<button
    class="plain words"
    @click=${() => {
      host.typing.set('block', '');
      host.redraw();
      host.focusOn('block');
    }}
  >
    ${icon('stop')} Mark as Blocked
  </button>`;
}

function blockedBy(host: PageHost, blocked: PageBlocked): TemplateResult {
  const { why, by, due, mark, path } = blocked;
  const locked = host.locked(blocked);
  const rewrite = async (facts: { by?: string | undefined; due?: string | undefined }): Promise<boolean> => {
    const next = { by, due, ...facts };
    return host.change({
      kind: 'block',
      why,
      mark,
      ...(next.by ? { by: next.by } : {}),
      ...(next.due ? { due: next.due } : {}),
    });
  };
  const people = host.choices.people.map(({ id, name }) => ({ value: id, label: name, detail: id }));
  return html`<div class="blocked-box" role="group" aria-label="Blocked">
    <p class="blocked-head">
      ${icon('stop')}Blocked${due !== undefined && due < host.event.today ? html`<span class="late">overdue</span>` : nothing}
    </p>
    ${host.field({
      id: 'blocked.why',
      at: { ...blocked, path: 'blocked.why' },
      text: why,
      label: 'What it is waiting for',
      placeholder: 'What is it waiting for?',
      oneLine: true,
      look: 'small',
    })}
    <div class="pair">
      <page-picker
        .look=${{ id: 'blocked.by', label: 'Who takes care of it', shown: by === undefined ? '' : personName(host, by), placeholder: 'By whom', choices: people, clears: true, readOnly: locked !== undefined }}
        .picked=${(value: string) => void rewrite({ by: value })}
      ></page-picker>
      <input
        type="date"
        class="field"
        aria-label="Until when"
        data-field="blocked.due"
        .value=${live(due ?? '')}
        ?readonly=${locked !== undefined}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) void rewrite({ due: target.value });
        }}
      />
    </div>
    ${
      locked === undefined
        ? html`<button
            class="toggle"
            @click=${() => {
              void host.change({ kind: 'remove', path, mark });
              host.focusOn('status');
            }}
          >
            No Longer Blocked
          </button>`
        : nothing
    }
  </div>`;
}
