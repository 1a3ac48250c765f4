/** A bar that shows how full something is. What goes over is told by its shape and by words, not by colour alone. */
import { html, nothing, type TemplateResult } from 'lit';
import { fullness } from './words.ts';

export interface MeterParts {
  /** What is full. */
  readonly label: string;
  readonly load: number;
  readonly room: number;
  readonly over: boolean;
  /** False where the same is said in words beside it. */
  readonly spoken: boolean;
}

export function meter({ label, load, room, over, spoken }: MeterParts): TemplateResult {
  const whole = Math.max(load, room, 0.1);
  const within = (Math.min(load, room) / whole) * 100;
  const beyond = over ? ((load - room) / whole) * 100 : 0;
  const bar = html`<span class="fill" .style=${`width:${within}%`}></span>${
      over ? html`<span class="beyond" .style=${`width:${beyond}%`}></span>` : nothing
    }`;
  if (!spoken) return html`<span class="meter" aria-hidden="true">${bar}</span>`;
  const { of, left } = fullness(load, room);
  return html`<span
    class="meter"
    role="meter"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax=${Math.max(room, load)}
    aria-valuenow=${load}
    aria-valuetext=${`${of}, ${left}`}
    >${bar}</span
  >`;
}
