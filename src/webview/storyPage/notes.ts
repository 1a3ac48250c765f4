/** Notes, and questions to people: `@` names who is asked. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PageChoices, PageNote } from '../../protocol/panels/storyPage.ts';
import { icon } from '../shared/icons.ts';
import type { PageHost } from './pageHost.ts';
import { iconButton, personName, section } from './parts.ts';

export function notesSection(host: PageHost): TemplateResult {
  const { notes } = host.page;
  const keys = host.keysOf('notes');
  const open = notes.entries.filter(({ to, done }) => to.length > 0 && !done).length;
  return section(
    'notes',
    'Notes and questions',
    html`${
      notes.entries.length === 0
        ? nothing
        : html`<ul class="notes">
            ${repeat(
              notes.entries,
              (_, index) => keys[index] ?? index,
              (note, index) => oneNote(host, note, `notes:${keys[index] ?? index}`, index),
            )}
          </ul>`
    }
    ${host.locked(notes) === undefined ? newNote(host) : nothing}`,
    open === 0
      ? nothing
      : html`<span class="count">${open} open ${open === 1 ? 'question' : 'questions'}</span>`,
  );
}

function oneNote(host: PageHost, note: PageNote, id: string, index: number): TemplateResult {
  const { by, date, to, done, path, mark } = note;
  const isQuestion = to.length > 0;
  const names = to.map((one) => personName(host, one)).join(', ');
  const fixed = host.locked(note) !== undefined;
  return html`<li class=${isQuestion && !done ? 'note asked' : 'note'}>
    <div class="note-head">
      ${icon(isQuestion ? (done ? 'check' : 'question') : 'comment')}
      <strong dir="auto">${by === undefined ? 'Somebody' : personName(host, by)}</strong>
      ${isQuestion ? html`<span>asks <span dir="auto">${names}</span></span>` : nothing}
      ${date === undefined ? nothing : html`<time class="detail" datetime=${date}>${date}</time>`}
      <span class="spring"></span>
      ${
        isQuestion && !fixed
          ? html`<button
              class="toggle"
              aria-pressed=${done ? 'true' : 'false'}
              aria-label=${`${done ? 'Answered' : 'Mark Answered'}: question ${index + 1}`}
              @click=${() => void host.change({ kind: 'tick', path, done: !done, mark })}
            >
              ${done ? 'Answered' : 'Mark Answered'}
            </button>`
          : nothing
      }
      ${
        fixed
          ? nothing
          : iconButton('trash', `Remove note ${index + 1}`, () => {
              void host.change({ kind: 'remove', path, mark });
              host.focusOn('add.notes');
            })
      }
    </div>
    ${host.field({ id, at: note, text: note.text, label: `Note ${index + 1}`, look: 'quiet' })}
  </li>`;
}

/** A field for one more; it is written by a button or Ctrl+Enter, since who is asked is told from its words. */
function newNote(host: PageHost): TemplateResult {
  const text = host.typing.get('add.notes') ?? '';
  const asked = askedIn(text, host.choices);
  const add = async (): Promise<void> => {
    if (text.trim() === '') return;
    host.typing.delete('add.notes');
    host.focusOn('add.notes');
    host.redraw();
    if (await host.note(text.trim(), asked)) return;
    if (!host.typing.has('add.notes')) host.typing.set('add.notes', text);
    host.redraw();
  };
  const look = {
    id: 'add.notes',
    value: text,
    label: 'Write a note; @ asks somebody',
    placeholder: 'Write a note; @ asks somebody',
    completes: true,
  };
  const events = {
    ...bound(host),
    typed: (_: string, typed: string) => {
      host.typing.set('add.notes', typed);
      host.redraw();
    },
    key: (_: string, event: KeyboardEvent) => {
      const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (sends) void add();
      return sends;
    },
  };
  return html`<div class="new-note">
    <page-text .look=${look} .events=${events}></page-text>
    ${
      text.trim() === ''
        ? nothing
        : html`<div class="row">
            <button class="primary" @click=${() => void add()}>
              ${asked.length > 0 ? `Ask ${asked.map((id) => personName(host, id)).join(', ')}` : 'Add Note'}
            </button>
            <span class="detail">Ctrl+Enter</span>
          </div>`
    }
  </div>`;
}

function bound(host: PageHost) {
  const { textEvents } = host;
  return {
    entered: () => undefined,
    left: () => undefined,
    complete: async (id: string, text: string, offset: number) => textEvents.complete(id, text, offset),
  };
}

/** The people whom a text names with `@`, by id or by name, each once. */
export function askedIn(text: string, { people }: Pick<PageChoices, 'people'>): readonly string[] {
  const low = text.toLowerCase();
  return people.flatMap(({ id, name }) => {
    const named = [id, name].some((word) => {
      const at = low.indexOf(`@${word.toLowerCase()}`);
      return at !== -1 && !/[\p{L}\p{N}_]/u.test(low[at + word.length + 1] ?? '');
    });
    return named ? [id] : [];
  });
}
