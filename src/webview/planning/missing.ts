/** What is shown where there is no backlog to plan from, with the way out of it. */
import { html, type TemplateResult } from 'lit';
import type { NoBacklog } from '../../protocol/panels/backlogEvents.ts';
import { nothingToShow } from '../shared/parts.ts';

export function missing(
  why: NoBacklog,
  command: (name: 'createBacklog' | 'createSample' | 'refresh') => void,
): TemplateResult {
  if (why === 'none')
    return html`<div class="empty">
      <h1>Plan a sprint</h1>
      <p>
        There is no backlog in this workspace yet. Start an empty one, or try everything out with a sample.
      </p>
      <div class="line centred">
        <button
          class="toggle primary"
          @click=${() => {
            command('createSample');
          }}
        >
          Create Sample Backlog
        </button>
        <button
          class="toggle"
          @click=${() => {
            command('createBacklog');
          }}
        >
          Create Empty Backlog
        </button>
      </div>
    </div>`;
  return html`<div>
    <h1 class="spoken">Plan a sprint</h1>
    ${nothingToShow(why, () => {
      command('createBacklog');
    })}
    ${
      why === 'unreadable'
        ? html`<div class="line centred">
            <button
              class="toggle"
              @click=${() => {
                command('refresh');
              }}
            >
              Try Again
            </button>
          </div>`
        : ''
    }
  </div>`;
}
