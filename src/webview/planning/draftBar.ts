/** What is not in the file yet: how much, and the ways to look at it, to take it back and to write it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DraftState } from '../../protocol/panels/planning.ts';
import { icon } from '../shared/icons.ts';
import { plural } from './words.ts';

export interface DraftBarParts {
  readonly count: number;
  readonly state: DraftState;
  /** True while something is being written. */
  readonly busy: boolean;
  /** What was written last; it can be taken back in the file. */
  readonly written: string | undefined;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly show: () => void;
  readonly discard: () => void;
  readonly accept: () => void;
  readonly undoWritten: () => void;
  readonly dismiss: () => void;
}

export function draftBar(parts: DraftBarParts): TemplateResult {
  const { count, state, busy, written } = parts;
  const none = count === 0;
  return html`<div class=${none ? 'draft-bar' : 'draft-bar has-changes'} role="region" aria-label="Draft">
      <span class="draft-words" role="status"
        >${
          busy
            ? 'Writing…'
            : none
              ? (written ?? 'Try things out: nothing is written to the file before you accept it.')
              : `${plural(count, 'change')}, not yet in the file`
        }</span
      >
      ${
        none && written !== undefined && !busy
          ? html`<button class="toggle" @click=${parts.undoWritten}>Undo in the file</button>`
          : nothing
      }
      <span class="spring"></span>
      ${action('Undo', !state.canUndo, parts.undo, 'discard')}
      ${action('Redo', !state.canRedo, parts.redo, 'redo')} ${action('Show changes', none, parts.show)}
      ${action('Discard', none, parts.discard)}
      <button
        class="toggle primary accept"
        aria-disabled=${none || busy ? 'true' : 'false'}
        @click=${none || busy ? nothing : parts.accept}
      >
        ${none ? 'Accept' : `Accept ${plural(count, 'change')}`}
      </button>
    </div>
    ${notes(parts)}`;
}

/** It keeps the focus while there is nothing to do for it, so that the focus is not lost with the last step. */
function action(name: string, off: boolean, run: () => void, picture?: 'discard' | 'redo'): TemplateResult {
  return html`<button
    class=${picture === undefined ? 'toggle' : 'plain'}
    aria-disabled=${off ? 'true' : 'false'}
    title=${name}
    aria-label=${picture === undefined ? nothing : `${name} the last step of the draft`}
    @click=${() => {
      if (!off) run();
    }}
  >
    ${picture === undefined ? name : icon(picture)}
  </button>`;
}

function notes({ state, dismiss }: DraftBarParts): TemplateResult | typeof nothing {
  if (state.notes.length === 0) return nothing;
  return html`<div class="message" role="alert">
    <ul class="notes">
      ${state.notes.map(({ text }) => html`<li dir="auto">${text}</li>`)}
    </ul>
    <span class="spring"></span><button class="toggle" @click=${dismiss}>OK</button>
  </div>`;
}
