/** How full the sprint is: the whole of it in one bar, and everybody's part. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonPlan, SprintPlan } from '../../views/planning/plan.ts';
import { icon } from '../shared/icons.ts';
import { meter } from './meter.ts';
import { fullness, personName, plural, pointsWord } from './words.ts';

/** @param set opens the fields in which capacity is agreed; undefined where the sprint is over */
export function capacityBar(
  { load, room }: SprintPlan,
  unready: number,
  set: (() => void) | undefined,
): TemplateResult {
  const { of, left, over } = fullness(load.points, room.points);
  const open = [
    load.unestimated === 0 ? '' : `${plural(load.unestimated, 'story', 'stories')} without an estimate`,
    unready === 0 ? '' : `${unready} not ready`,
  ].filter((part) => part !== '');
  return html`<div class=${over ? 'capacity is-over' : 'capacity'}>
    <div class="line">
      <span class="figure">${of}</span>
      ${left === '' ? nothing : html`<span class=${over ? 'left over' : 'left'}>${over ? icon('warning') : nothing}${left}</span>`}
      <span class="spring"></span>
      <span class="quiet">${[plural(load.stories, 'story', 'stories'), ...open].join(' · ')}</span>
    </div>
    ${
      room.points === undefined
        ? html`<div class="line quiet">
            <span>No capacity set yet</span>
            ${set === undefined ? nothing : html`<button class="toggle" @click=${set}>Set capacity</button>`}
          </div>`
        : meter({ label: 'Capacity of the sprint', load: load.points, room: room.points, over, spoken: true })
    }
    ${
      room.agreed === undefined || room.points === undefined || room.agreed === room.points
        ? nothing
        : html`<div class="quiet">
            ${pointsWord(room.agreed)} agreed, less ${awayWords(room)}: room for ${room.points}.
          </div>`
    }
  </div>`;
}

function awayWords({ daysAway, holidays }: SprintPlan['room']): string {
  const parts = [
    daysAway === 0 ? '' : `${plural(daysAway, 'day')} away`,
    holidays === 0 ? '' : plural(holidays, 'holiday'),
  ];
  return parts.filter((part) => part !== '').join(' and ');
}

export function peopleBars({ people, load }: SprintPlan): TemplateResult {
  if (people.length === 0 && load.nobody === 0)
    return html`<p class="quiet">Nobody has a story in this sprint yet.</p>`;
  return html`<ul class="people">
    ${people.map(personBar)}
    ${
      load.nobody === 0
        ? nothing
        : html`<li class="person-row">
            <span class="name quiet">Nobody yet</span><span class="quiet">${pointsWord(load.nobody)}</span>
          </li>`
    }
  </ul>`;
}

function personBar(person: PersonPlan): TemplateResult {
  const { of, left, over } = fullness(person.load, person.room);
  return html`<li class="person-row">
    <span class="name" dir="auto">${personName(person)}</span>
    <span class=${over ? 'left over' : 'quiet'}
      >${over ? icon('warning') : nothing}${of}${left === '' ? '' : `, ${left}`}</span
    >
    ${person.room === undefined ? nothing : meter({ label: personName(person), load: person.load, room: person.room, over, spoken: false })}
  </li>`;
}
