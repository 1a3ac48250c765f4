/** A list whose entries can be added, changed, moved and taken away, by mouse, keys and buttons alike. */
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Marked } from '../../protocol/panels/storyPage.ts';
import { icon } from '../shared/icons.ts';
import type { ListKey, PageHost } from './pageHost.ts';
import { iconButton } from './parts.ts';

export interface EntriesOf<T extends Marked> {
  readonly list: ListKey;
  /** What one is called: `criterion`. */
  readonly noun: string;
  readonly entries: readonly T[];
  readonly content: (entry: T, id: string, index: number) => TemplateResult;
  /** More buttons for an entry, in front of those that all have. */
  readonly actions?: (entry: T, id: string, index: number) => TemplateResult | typeof nothing;
  readonly look?: (entry: T) => string;
}

export function entryList<T extends Marked>(host: PageHost, of: EntriesOf<T>): TemplateResult {
  const { list, entries } = of;
  const keys = host.keysOf(list);
  const drop = host.dropAt?.list === list ? host.dropAt.index : undefined;
  return html`<ol class=${`entries ${list}`} role="list">
    ${repeat(
      entries,
      (_, index) => keys[index] ?? index,
      (entry, index) => {
        const id = `${list}:${keys[index] ?? index}`;
        const fixed = host.locked(entry) !== undefined;
        const at =
          drop === index
            ? ' drop-above'
            : drop === index + 1 && index === entries.length - 1
              ? ' drop-below'
              : '';
        return html`<li
          class=${`entry ${of.look?.(entry) ?? ''}${at}`}
          data-key=${keys[index] ?? ''}
          data-list=${list}
          ${ref((element) => {
            if (!fixed) host.dragged(element, list, keys[index] ?? '');
          })}
          @keydown=${(event: KeyboardEvent) => {
            if (!fixed) moveByKey(host, of, index, event);
          }}
        >
          ${fixed ? html`<span class="grip"></span>` : html`<span class="grip" aria-hidden="true" title="Drag to move">${icon('gripper')}</span>`}
          <div class="content">${of.content(entry, id, index)}</div>
          <div class="acts" role="group" aria-label=${`${of.noun} ${index + 1} of ${entries.length}`}>
            ${of.actions?.(entry, id, index) ?? nothing} ${fixed ? nothing : commonActs(host, of, index)}
          </div>
        </li>`;
      },
    )}
  </ol>`;
}

function commonActs<T extends Marked>(host: PageHost, of: EntriesOf<T>, index: number): TemplateResult {
  const { noun, entries } = of;
  const entry = entries[index];
  const name = `${noun} ${index + 1}`;
  return html`${iconButton('arrowUp', `Move ${name} up (Alt+Up)`, () => void moveEntry(host, of, index, index - 1), index === 0)}
  ${iconButton('arrowDown', `Move ${name} down (Alt+Down)`, () => void moveEntry(host, of, index, index + 1), index === entries.length - 1)}
  ${iconButton('trash', `Remove ${name}`, () => {
    if (entry !== undefined) void removeEntry(host, of, index);
  })}`;
}

/** Where the focus goes when an entry goes: asked for before that. */
export function nextTo(host: PageHost, list: ListKey, index: number): string {
  const keys = host.keysOf(list);
  const next = keys[index + 1] ?? keys[index - 1];
  return next === undefined ? `add.${list}` : `${list}:${next}`;
}

async function removeEntry<T extends Marked>(host: PageHost, of: EntriesOf<T>, index: number): Promise<void> {
  const entry = of.entries[index];
  if (entry === undefined) return;
  const next = nextTo(host, of.list, index);
  if (!(await host.change({ kind: 'remove', path: entry.path, mark: entry.mark }))) return;
  host.focusOn(next);
  host.announce(`${of.noun} ${index + 1} removed.`);
}

export async function moveEntry<T extends Marked>(
  host: PageHost,
  { list, noun, entries }: Pick<EntriesOf<T>, 'list' | 'noun' | 'entries'>,
  index: number,
  to: number,
): Promise<void> {
  const entry = entries[index];
  if (entry === undefined || to < 0 || to >= entries.length || to === index) return;
  const key = host.keysOf(list)[index] ?? '';
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['field'] : undefined;
  if (!(await host.change({ kind: 'move', path: entry.path, to, mark: entry.mark }))) return;
  host.focusOn(focused ?? `${list}:${key}`);
  host.announce(`${noun} moved to ${to + 1} of ${entries.length}.`);
}

function moveByKey<T extends Marked>(
  host: PageHost,
  of: EntriesOf<T>,
  index: number,
  event: KeyboardEvent,
): void {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  event.preventDefault();
  event.stopPropagation();
  void moveEntry(host, of, index, index + (event.key === 'ArrowUp' ? -1 : 1));
}
