/** Small parts that all sections of the page are made of. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageRef } from '../../protocol/panels/storyPage.ts';
import { icon, type IconName } from '../shared/icons.ts';
import type { PageHost } from './pageHost.ts';

/** A button that is a picture; its name is said and shown when the mouse rests on it. */
export function iconButton(
  name: IconName,
  label: string,
  act: (event: MouseEvent) => void,
  disabled = false,
): TemplateResult {
  return html`<button class="plain" aria-label=${label} title=${label} ?disabled=${disabled} @click=${act}>
    ${icon(name)}
  </button>`;
}

export function section(
  name: string,
  title: string,
  content: TemplateResult,
  beside: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<section class=${`part of-${name}`} data-part=${name} aria-labelledby=${`head-${name}`}>
    <div class="part-head">
      <h2 id=${`head-${name}`}>${title}</h2>
      ${beside}
    </div>
    ${content}
  </section>`;
}

/** Another item, as a link that opens its page. */
export function itemLink(host: PageHost, ref: PageRef): TemplateResult {
  const { id, title, status, over, address } = ref;
  const words = html`<span class="id">${id}</span>
    <span class="name" dir="auto">${title === id ? '' : title}</span>`;
  const isPage = ref.list === 'stories' || ref.list === 'epics';
  return html`${
    address === undefined || !isPage
      ? html`<span class="ref" title=${address ? title : `There is no ${id} in this backlog.`}
          >${words}</span
        >`
      : html`<button
          class=${over ? 'ref link over' : 'ref link'}
          title=${`${id} ${title}`}
          @click=${(event: MouseEvent) => {
            host.open(ref, event.ctrlKey || event.metaKey);
          }}
        >
          ${words}
        </button>`
  }${
    status === undefined
      ? nothing
      : html`<span class=${over ? 'status over' : 'status'} dir="auto"
          >${over ? icon('check') : nothing}${status}</span
        >`
  }`;
}

export interface AdderOf {
  /** Names the field; what is typed is kept under it. */
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly add: (text: string) => Promise<boolean>;
}

/** A field that adds an entry with Enter, and keeps the focus for the next one. */
export function adder(host: PageHost, { id, label, placeholder, add }: AdderOf): TemplateResult {
  const submit = async (): Promise<void> => {
    const text = (host.typing.get(id) ?? '').trim();
    if (text === '') return;
    host.typing.delete(id);
    host.redraw();
    if (await add(text)) return;
    // Nothing that was typed is lost.
    if (!host.typing.has(id)) host.typing.set(id, text);
    host.redraw();
  };
  return html`<input
    class="field adder"
    dir="auto"
    aria-label=${label}
    placeholder=${placeholder}
    data-field=${id}
    .value=${live(host.typing.get(id) ?? '')}
    @input=${({ target }: Event) => {
      if (target instanceof HTMLInputElement) host.typing.set(id, target.value);
    }}
    @blur=${() => void submit()}
    @keydown=${(event: KeyboardEvent) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      if (event.key === 'Enter') void submit();
      else {
        host.typing.delete(id);
        host.redraw();
      }
    }}
  />`;
}

/** Whole names of few letters: how long ago that was; both in seconds since 1970. */
export function ago(time: number, now: number): string {
  const since = Math.max(0, now - time);
  for (const [unit, seconds] of [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const) {
    const count = Math.floor(since / seconds);
    if (count >= 1) return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
  }
  return 'just now';
}

/** A person by id, as a name. */
export function personName(host: PageHost, id: string): string {
  return host.choices.people.find((person) => person.id === id)?.name ?? id;
}
