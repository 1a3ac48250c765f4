/** The two lists with their heads, side by side, and what stands beside them. */
import { html, type TemplateResult } from 'lit';
import type { PlanningSettings } from '../../protocol/panels/planning.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { capacityBar } from './capacity.ts';
import { backlogHead, emptyList } from './heads.ts';
import type { PlanningActions } from './planningActions.ts';
import { isOpen, type Planning } from './model.ts';
import type { Drafting } from './drafting.ts';
import type { Side } from './row.ts';
import type { ListPointer } from '../shared/list/listPointer.ts';
import { sideParts } from './side.ts';
import { sprintHead } from './sprintHead.ts';
import type { ListHost, ListParts } from './storyList.ts';
import type { BacklogState } from '../shared/backlogState.ts';
import type { ViewSettings } from '../shared/viewSettings.ts';
import { plural, sprintWords } from './words.ts';

interface PanesView extends ListHost {
  readonly actions: PlanningActions;
  readonly drafting: Drafting;
  readonly backlog: BacklogState | undefined;
  readonly settings: ViewSettings<PlanningSettings>;
  change(settings: Partial<PlanningSettings>): void;
  readonly lists: ListParts & { focusOn(key: string | undefined): void };
  redraw(): void;
}

export interface PanesParts {
  readonly view: PanesView;
  readonly planning: Planning;
  readonly now: PlanningSettings;
  readonly version: number;
  /** The list that a drag is over. */
  readonly over: Side | undefined;
  readonly editing: boolean;
  readonly edit: () => void;
  readonly newStory: () => void;
  readonly on: ListPointer;
}

export function panes(parts: PanesParts): TemplateResult {
  const { planning, now, view } = parts;
  return html`<div
    class="panes"
    .style=${`--row-height:${view.rowHeight}px`}
    @keydown=${parts.on.key}
    @click=${parts.on.click}
    @dblclick=${parts.on.doubleClick}
    @focusin=${parts.on.focus}
  >
    <section class=${paneClass('backlog', parts)} data-side="backlog" aria-label="Backlog">
      ${backlogHead({
        planning,
        settings: now,
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
          parts.view.actions.createSprint();
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
        view.actions.act(kind);
      },
      drop: () => {
        view.actions.dropSprint(id);
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

function side({ planning, now, view }: PanesParts): TemplateResult | string {
  const { chosen, plan } = planning;
  if (chosen === undefined) return '';
  return sideParts({
    chosen,
    folded: now.folded,
    fold: (part) => {
      view.settings.fold(part);
    },
    rowOf: (id) => plan.rows.find((row) => row.id === id && (row.list === 'stories' || row.list === 'epics')),
    rowAt: (key) => plan.rows.find((row) => row.key === key),
    canCome: (row) =>
      planning.state !== 'closed' &&
      row.sprint !== chosen.sprint.id &&
      view.backlog !== undefined &&
      isOpen(row, view.backlog),
    show: (key) => {
      view.lists.focusOn(key);
      view.redraw();
    },
    take: (key) => {
      view.actions.move([key], 'backlog');
    },
  });
}
