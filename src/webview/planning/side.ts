/** What stands beside the two lists: everybody's part, dependencies that the plan breaks, and the last sprints. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from '../../protocol/snapshot.ts';
import type { SprintPlan } from '../../views/planning/plan.ts';
import { icon } from '../shared/icons.ts';
import { peopleBars } from './capacity.ts';
import { type Broken, brokenWords, plural, storyName, velocityWarning, velocityWords } from './words.ts';

export interface SideParts {
  readonly chosen: SprintPlan;
  readonly folded: readonly string[];
  readonly fold: (part: string) => void;
  /** The story or epic of an id. */
  readonly rowOf: (id: string) => Row | undefined;
  readonly rowAt: (key: string) => Row | undefined;
  /** True for a story that could come into the sprint. */
  readonly canCome: (row: Row) => boolean;
  readonly show: (key: string) => void;
  readonly take: (key: string) => void;
}

/** The names of these parts are kept in the look. */
export function sideParts(parts: SideParts): TemplateResult {
  const { chosen } = parts;
  const broken = chosen.broken.length + chosen.brokenElsewhere.length;
  return html`<section class="side" aria-label="About the sprint">
    ${part('people', 'People', '', peopleBars(chosen), parts)}
    ${part('dependencies', 'Dependencies', broken === 0 ? '' : `${broken} broken`, dependencies(parts), parts)}
    ${part('velocity', 'Last sprints', '', velocity(chosen), parts)}
  </section>`;
}

function part(
  name: string,
  title: string,
  badge: string,
  content: TemplateResult,
  { folded, fold }: SideParts,
): TemplateResult {
  const open = !folded.includes(name);
  return html`<section class="side-part">
    <h3>
      <button
        class="plain fold"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => {
          fold(name);
        }}
      >
        ${icon(open ? 'chevronDown' : 'chevronRight')}<span>${title}</span>
        ${badge === '' ? nothing : html`<span class="left over">${icon('warning')}${badge}</span>`}
      </button>
    </h3>
    ${open ? html`<div class="side-content">${content}</div>` : nothing}
  </section>`;
}

function dependencies(parts: SideParts): TemplateResult {
  const { broken, brokenElsewhere } = parts.chosen;
  if (broken.length + brokenElsewhere.length === 0)
    return html`<p class="quiet">Everything that these stories need is done or planned in time.</p>`;
  return html`<ul class="broken">
    ${broken.map((one) => brokenEntry(one, parts, true))}
    ${brokenElsewhere.map((one) => brokenEntry(one, parts, false))}
  </ul>`;
}

function brokenEntry(one: Broken, parts: SideParts, own: boolean): TemplateResult {
  const row = parts.rowAt(one.key);
  const needed = parts.rowOf(one.needs);
  return html`<li>
    <div dir="auto">${row === undefined ? one.key : storyName(row)}${own ? '' : ` (in ${one.sprint})`}</div>
    <div class="bad">${icon('link')}<span dir="auto">${brokenWords(one)}</span></div>
    ${needed === undefined || needed.list !== 'stories' ? nothing : html`<div class="quiet" dir="auto">${storyName(needed)}</div>`}
    <div class="line">
      ${
        own
          ? html`<button
              class="toggle"
              @click=${() => {
                parts.show(one.key);
              }}
            >
              Show ${row?.id ?? 'story'}
            </button>`
          : nothing
      }
      ${
        own && needed !== undefined && parts.canCome(needed)
          ? html`<button
              class="toggle"
              @click=${() => {
                parts.take(needed.key);
              }}
            >
              Take ${one.needs} in
            </button>`
          : nothing
      }
    </div>
  </li>`;
}

function velocity({ velocity: known, load }: SprintPlan): TemplateResult {
  const most = Math.max(...known.sprints.map(({ done, committed = 0 }) => Math.max(done, committed)), 1);
  const warning = velocityWarning(load.points, known);
  return html`<p>${velocityWords(known)}</p>
    ${warning === '' ? nothing : html`<p class="worth">${icon('warning')}<span>${warning}</span></p>`}
    <ul class="bars">
      ${known.sprints.map(
        ({ id, done, committed, source }) =>
          html`<li>
            <span class="bar-name" dir="auto">${id}</span>
            <span class="bar" aria-hidden="true">
              <span .style=${`width:${(done / most) * 100}%`}></span>
            </span>
            <span class="bar-words"
              >${done}
              done${committed === undefined ? '' : ` of ${committed}`}${source === 'stories' ? ' (counted now)' : ''}</span
            >
          </li>`,
      )}
    </ul>
    ${known.sprints.length === 0 ? nothing : html`<span class="spoken">${plural(known.sprints.length, 'sprint')}</span>`}`;
}
