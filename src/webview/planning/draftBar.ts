/** What is not in the file yet: how much, and the ways to look at it, to take it back and to write it. */
import { html, nothing, type TemplateResult } from 'lit';
import { countChanges } from '../../views/planning/draft.ts';
import { icon } from '../shared/icons.ts';
import type { Drafting } from './drafting.ts';
import type { PlanningActions } from './planningActions.ts';
import { plural } from './words.ts';
import type { Writing } from './writing.ts';

export interface DraftBarParts {
  readonly drafting: Drafting;
  readonly writing: Writing;
  readonly actions: PlanningActions;
}

export function draftBar({ drafting, writing, actions }: DraftBarParts): TemplateResult {
  const { state, draft } = drafting;
  const { busy, written } = writing;
  const count = countChanges(draft);
  const none = count === 0;
  const accept = (): void =>
    void writing.run({ kind: 'accept' }, `${plural(count, 'change is', 'changes are')} in the file now.`);
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
      ${none && written !== undefined && !busy ? undoWritten(writing) : nothing}
      <span class="spring"></span>
      ${action(
        'Undo',
        !state.canUndo,
        () => {
          writing.undo();
        },
        'discard',
      )}
      ${action(
        'Redo',
        !state.canRedo,
        () => {
          writing.redo();
        },
        'redo',
      )}
      ${action('Show changes', none, () => {
        actions.act('accept');
      })}
      ${action('Discard', none, () => void drafting.step('discard'))}
      <button
        class="toggle primary accept"
        aria-disabled=${none || busy ? 'true' : 'false'}
        @click=${none || busy ? nothing : accept}
      >
        ${none ? 'Accept' : `Accept ${plural(count, 'change')}`}
      </button>
    </div>
    ${notes(drafting)}`;
}

function undoWritten(writing: Writing): TemplateResult {
  return html`<button
    class="toggle"
    @click=${() => {
      writing.undoWritten();
    }}
  >
    Undo in the file
  </button>`;
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

function notes(drafting: Drafting): TemplateResult | typeof nothing {
  if (drafting.state.notes.length === 0) return nothing;
  return html`<div class="message" role="alert">
    <ul class="notes">
      ${drafting.state.notes.map(({ text }) => html`<li dir="auto">${text}</li>`)}
    </ul>
    <span class="spring"></span
    ><button class="toggle" @click=${() => void drafting.step('dismiss')}>OK</button>
  </div>`;
}
