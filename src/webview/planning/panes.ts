/** The two lists with their heads, side by side, and what stands beside them. */
import { html, type TemplateResult } from 'lit';
import type { PlanningLook } from '../../protocol/panels/planning.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { capacityBar } from './capacity.ts';
import { backlogHead, emptyList } from './heads.ts';
import type { Meeting } from './meeting.ts';
import { isOpen, type Planning } from './model.ts';
import type { Drafting } from './drafting.ts';
import type { Side } from './row.ts';
import type { Pointing } from './pointing.ts';
import { sideParts } from './side.ts';
import { sprintHead } from './sprintHead.ts';
import type { ListHost } from './storyList.ts';
import type { Followed } from '../shared/followed.ts';
import { plural, sprintWords } from './words.ts';

interface PanesView extends ListHost {
  readonly meeting: Meeting;
  readonly drafting: Drafting;
  readonly followed: Followed | undefined;
  change(look: Partial<PlanningLook>): void;
  focusOn(key: string | undefined): void;
  redraw(): void;
}

export interface PanesParts {
  readonly view: PanesView;
  readonly planning: Planning;
  readonly look: PlanningLook;
  readonly version: number;
  /** The list that a drag is over. */
  readonly over: Side | undefined;
  readonly editing: boolean;
  readonly edit: () => void;
  readonly newStory: () => void;
  readonly on: Pointing;
}

export function panes(parts: PanesParts): TemplateResult {
  const { planning, look, view } = parts;
  return html`<div
    class="panes"
    .style=${`--row-height:${view.pitch}px`}
    @keydown=${parts.on.key}
    @click=${parts.on.click}
    @dblclick=${parts.on.doubleClick}
    @focusin=${parts.on.focus}
  >
    <section class=${paneClass('backlog', parts)} data-side="backlog" aria-label="Backlog">
      ${backlogHead({
        planning,
        look,
        change: (change) => {
          view.change(change);
        },
      })}
      ${list('backlog', planning.backlog, `Backlog, ${plural(planning.backlog.length, 'story', 'stories')}`, parts)}
      ${planning.backlog.length > 0 ? '' : noBacklog(parts)}
    </section>
    ${planning.chosen === undefined ? noSprint(parts) : sprintPane(parts)}
    ${planning.chosen === undefined ? '' : side(parts)}
  </div>`;
}

function paneClass(own: Side, { over }: PanesParts): string {
  return `pane ${own}-pane${over === own ? ' target' : ''}`;
}

function list(own: Side, rows: readonly Row[], label: string, { view, version }: PanesParts): TemplateResult {
  return html`<story-list
    class=${rows.length === 0 ? 'is-empty' : ''}
    .rows=${rows}
    .host=${view}
    .side=${own}
    .label=${label}
    .version=${version}
  ></story-list>`;
}

function noBacklog({ planning, newStory, view }: PanesParts): TemplateResult {
  if (planning.unknown > 0) return emptyList('Looking for stories that are ready…');
  if (planning.all > 0)
    return emptyList('No story passes the filter.', {
      name: 'Show all',
      run: () => {
        view.change({ filter: '', readyOnly: false });
      },
    });
  const any = planning.plan.rows.some(({ list: own }) => own === 'stories');
  return emptyList(any ? 'Everything is planned or done.' : 'There are no stories yet.', {
    name: 'New Story',
    run: newStory,
  });
}

function noSprint(parts: PanesParts): TemplateResult {
  return html`<section class="pane sprint-pane" aria-label="Sprint">
    ${emptyList(
      'There is no sprint yet. Make the first one, then bring stories into it: nothing is written before you accept it.',
      {
        name: 'Create the first sprint',
        run: () => {
          parts.view.meeting.createSprint();
        },
      },
    )}
  </section>`;
}

function sprintPane(parts: PanesParts): TemplateResult {
  const { planning, view, editing, edit } = parts;
  const { chosen, state } = planning;
  if (chosen === undefined || state === undefined) return html``;
  const { id } = chosen.sprint;
  return html`<section class=${paneClass('sprint', parts)} data-side="sprint" aria-label=${`Sprint ${id}`}>
    ${sprintHead({
      chosen,
      state,
      facts: planning.facts,
      editing,
      edit,
      change: (change) => void view.drafting.change(change),
      run: (kind) => {
        view.meeting.act(kind);
      },
      drop: () => {
        view.meeting.dropSprint(id);
      },
    })}
    ${capacityBar(chosen, planning.unready, state === 'closed' || editing ? undefined : edit)}
    ${list('sprint', chosen.stories, `Stories of ${sprintWords(chosen)}, ${plural(chosen.stories.length, 'story', 'stories')}`, parts)}
    ${
      chosen.stories.length > 0
        ? ''
        : emptyList(
            state === 'closed'
              ? 'No story names this sprint any more.'
              : 'Nothing is planned yet. Bring stories over from the backlog: drag them, press the arrow at the end of a story, or the → key.',
          )
    }
  </section>`;
}

function side({ planning, look, view }: PanesParts): TemplateResult | string {
  const { chosen, plan } = planning;
  if (chosen === undefined) return '';
  return sideParts({
    chosen,
    folded: look.folded,
    fold: (part) => {
      const { folded } = look;
      view.change({
        folded: folded.includes(part) ? folded.filter((one) => one !== part) : [...folded, part],
      });
    },
    rowOf: (id) => plan.rows.find((row) => row.id === id && (row.list === 'stories' || row.list === 'epics')),
    rowAt: (key) => plan.rows.find((row) => row.key === key),
    canCome: (row) =>
      planning.state !== 'closed' &&
      row.sprint !== chosen.sprint.id &&
      view.followed !== undefined &&
      isOpen(row, view.followed),
    show: (key) => {
      view.focusOn(key);
      view.redraw();
    },
    take: (key) => {
      view.meeting.move([key], 'backlog');
    },
  });
}
