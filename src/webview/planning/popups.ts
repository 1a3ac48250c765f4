/** Which dialog is open, and how it is drawn with what it needs. */
import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import './actionPopup.ts';
import './assigneePopup.ts';
import './estimatePopup.ts';
import './sprintPopup.ts';
import type { ActionParts } from './actionPopup.ts';
import type { AssigneeParts } from './assigneePopup.ts';
import type { EstimateParts } from './estimatePopup.ts';
import type { SprintParts } from './sprintPopup.ts';

export type OpenPopup =
  | { readonly kind: 'estimate'; readonly parts: EstimateParts; readonly anchor: DOMRect | undefined }
  | { readonly kind: 'assignee'; readonly parts: AssigneeParts; readonly anchor: DOMRect | undefined }
  | { readonly kind: 'action'; readonly parts: ActionParts }
  | { readonly kind: 'sprint'; readonly parts: SprintParts };

/**
 * Each opening is a dialog of its own, also where it is of the same kind as the one before it.
 * @param closed called once this one, and no other, is closed
 */
export function popup(open: OpenPopup, closed: (open: OpenPopup) => void): unknown {
  return keyed(
    open,
    drawn(open, () => {
      closed(open);
    }),
  );
}

function drawn(open: OpenPopup, closed: () => void): TemplateResult {
  switch (open.kind) {
    case 'estimate':
      return html`<estimate-popup
        .parts=${open.parts}
        .anchor=${open.anchor}
        .closed=${closed}
      ></estimate-popup>`;
    case 'assignee':
      return html`<assignee-popup
        .parts=${open.parts}
        .anchor=${open.anchor}
        .closed=${closed}
      ></assignee-popup>`;
    case 'action':
      return html`<action-popup .parts=${open.parts} .closed=${closed}></action-popup>`;
    case 'sprint':
      return html`<sprint-popup .parts=${open.parts} .closed=${closed}></sprint-popup>`;
  }
}
