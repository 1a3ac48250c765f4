/** Which dialog is open, and how it is drawn with what it needs. */
import { html, nothing, type TemplateResult } from 'lit';
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

export function popup(open: OpenPopup | undefined, closed: () => void): TemplateResult | typeof nothing {
  switch (open?.kind) {
    case undefined:
      return nothing;
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
